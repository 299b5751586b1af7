"""The table of messages: every letter and notice that an act caused or a day asked for."""

from django.db import models

LOOK, SEND, SENDING = "to-look-at", "to-send", "sending"
SENT, FAILED, POSTED, SETTLED = "sent", "failed", "posted", "settled"
OPEN = (LOOK, SEND, FAILED)
"""States in which something is still to be done."""
STATES = (LOOK, SEND, SENDING, SENT, FAILED, POSTED, SETTLED)


class Message(models.Model):
    """A letter or notice on its way.

    ``key`` says what it is about and keeps it from being queued twice. ``act`` and ``cause`` are name and id of the act
    that caused it in ``dossier`` (empty: a day did). ``recipient`` is the dossier of the person or client it goes to,
    ``name`` and the addresses as they were when it was written. ``people`` holds the ids of all it names, each between
    spaces, so that their names can be erased. ``enclosed`` are attachments as ``[digest, file name]``. ``proves`` is
    the act that puts on record that it went out, ``evidence`` that act's id; where it was refused, ``evidence_lacks``
    says why. ``calendar`` is the visit as iCalendar text.
    """

    key = models.CharField(max_length=160, unique=True)
    dossier = models.CharField(max_length=80)
    client = models.CharField(max_length=80, blank=True, default="")
    act = models.CharField(max_length=60, blank=True, default="")
    cause = models.CharField(max_length=40, blank=True, default="")
    letter = models.CharField(max_length=60)
    version = models.IntegerField()
    language = models.CharField(max_length=10)
    clauses = models.JSONField(default=list)
    on = models.DateField()
    recipient = models.CharField(max_length=80, blank=True, default="")
    name = models.CharField(max_length=200, blank=True, default="")
    email = models.CharField(max_length=254, blank=True, default="")
    postal = models.TextField(blank=True, default="")
    people = models.TextField(blank=True, default="")
    subject = models.CharField(max_length=300)
    text = models.TextField()
    enclosed = models.JSONField(default=list)
    calendar = models.TextField(blank=True, default="")
    state = models.CharField(max_length=12, default=LOOK)
    made_at = models.DateTimeField()
    edited_by = models.CharField(max_length=80, blank=True, default="")
    released_by = models.CharField(max_length=80, blank=True, default="")
    tries = models.IntegerField(default=0)
    next_try_at = models.DateTimeField(null=True)
    failed_because = models.TextField(blank=True, default="")
    sent_at = models.DateTimeField(null=True)
    posted_on = models.DateField(null=True)
    posted_by = models.CharField(max_length=80, blank=True, default="")
    settled_because = models.CharField(max_length=300, blank=True, default="")
    proves = models.CharField(max_length=60, blank=True, default="")
    evidence = models.CharField(max_length=40, blank=True, default="")
    evidence_lacks = models.TextField(blank=True, default="")
    erased = models.BooleanField(default=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(state__in=STATES), name="outbox_state_is_known")]
        indexes = [
            models.Index(fields=["state", "-id"], name="outbox_by_state"),
            models.Index(fields=["dossier", "-id"], name="outbox_of_dossier"),
            models.Index(fields=["client", "-id"], name="outbox_of_client"),
            models.Index(fields=["state", "next_try_at"], name="outbox_next_try"),
            models.Index(fields=["recipient"], name="outbox_to"),
        ]

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done about it."""
        return self.state in OPEN
