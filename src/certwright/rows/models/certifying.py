"""Rows of a certification: what it is, what it was on which days, what is planned, reviewed, decided and attested."""

from django.db import models

from certwright.rows.models.row import Row, one_per_key


class CertificationRow(Row):
    """Every certification, once for each time it is something else: not granted, valid, suspended, expired …

    The times of a certification follow each other without a gap and without overlap, from the first day of the calendar
    to its last; so on every day exactly one of its rows holds, and nothing has to happen for one to begin. Everything
    else is the same in all rows of a certification:

    ``number`` is that of its certificate, once there is one. ``last_day`` ends the span decided last (``None``: open
    ended, or not granted yet). ``limit_day`` ends the time given by a suspension that has no end yet. ``looked_at_on``
    is the day of the last decision or conclusion that granted, renewed or maintained it. ``next_on`` is the last day
    of the planned piece of determination that comes next, ``next_what`` its kind. ``taken_over_from`` names the record
    it was taken over from, if it was: nothing of that was judged here.
    """

    KEY = ("dossier", "from_day")
    standing = models.CharField(max_length=20)
    from_day = models.DateField()
    until_day = models.DateField()
    client = models.CharField(max_length=80)
    application = models.CharField(max_length=80)
    standard = models.CharField(max_length=40)
    pack = models.CharField(max_length=60)
    text_digest = models.CharField(max_length=71)
    object_kind = models.CharField(max_length=40)
    scope = models.CharField(max_length=200)
    number = models.CharField(max_length=200)
    opened_on = models.DateField()
    granted_on = models.DateField(null=True)
    last_day = models.DateField(null=True)
    limit_day = models.DateField(null=True)
    withdrawn_from = models.DateField(null=True)
    terminated_after = models.DateField(null=True)
    closed_down_on = models.DateField(null=True)
    looked_at_on = models.DateField(null=True)
    next_on = models.DateField(null=True)
    next_what = models.CharField(max_length=40)
    taken_over_from = models.CharField(max_length=200, default="")

    class Meta:
        constraints = one_per_key("dossier", "from_day", name="rows_certification_key")
        indexes = (
            models.Index(fields=["opened_on", "dossier"], name="rows_certification_by_opening"),
            models.Index(fields=["number", "dossier"], name="rows_certification_by_number"),
            models.Index(fields=["last_day", "dossier"], name="rows_certification_by_end"),
            models.Index(fields=["standing", "number", "dossier"], name="rows_standing_by_number"),
            models.Index(fields=["standing", "last_day", "dossier"], name="rows_standing_by_end"),
            models.Index(fields=["standing", "next_on", "dossier"], name="rows_standing_by_next"),
            models.Index(fields=["standing", "until_day"], name="rows_standing_until"),
            models.Index(fields=["standing", "pack", "looked_at_on"], name="rows_standing_looked_at"),
            models.Index(fields=["pack", "number", "dossier"], name="rows_certification_by_pack"),
            models.Index(fields=["client"], name="rows_certification_by_client"),
        )


class PieceRow(Row):
    """Every planned piece of determination; ``settled_on`` is when a decision rested on it, or it was left out."""

    KEY = ("dossier", "assignment")
    assignment = models.CharField(max_length=80)
    client = models.CharField(max_length=80)
    pack = models.CharField(max_length=60)
    kind = models.CharField(max_length=40)
    purpose = models.CharField(max_length=40)
    planned_from = models.DateField()
    planned_to = models.DateField()
    settled_on = models.DateField(null=True)

    class Meta:
        constraints = one_per_key("dossier", "assignment", name="rows_piece_key")
        indexes = (
            models.Index(fields=["settled_on", "planned_from"], name="rows_piece_due"),
            models.Index(fields=["assignment"], name="rows_piece_assignment"),
        )


class ReviewRow(Row):
    """Every review; ``decided_on`` is the day of the decision that followed it."""

    KEY = ("act_id",)
    act_id = models.CharField(max_length=40)
    client = models.CharField(max_length=80)
    pack = models.CharField(max_length=60)
    reviewer = models.CharField(max_length=80)
    recommendation = models.CharField(max_length=40)
    reviewed_on = models.DateField()
    decided_on = models.DateField(null=True)

    class Meta:
        constraints = one_per_key("act_id", name="rows_review_key")
        indexes = (
            models.Index(fields=["dossier"], name="rows_review_of"),
            models.Index(fields=["decided_on", "reviewed_on"], name="rows_review_waits"),
        )


class DecisionRow(Row):
    """Every decision; ``last_day`` is the end it set, if it did; ``attested_on`` is when a certificate followed."""

    KEY = ("act_id",)
    act_id = models.CharField(max_length=40)
    client = models.CharField(max_length=80)
    pack = models.CharField(max_length=60)
    kind = models.CharField(max_length=40)
    decided_on = models.DateField()
    deciders = models.JSONField()
    effective_from = models.DateField()
    last_day = models.DateField(null=True)
    attested_on = models.DateField(null=True)

    class Meta:
        constraints = one_per_key("act_id", name="rows_decision_key")
        indexes = (
            models.Index(fields=["dossier"], name="rows_decision_of"),
            models.Index(fields=["decided_on", "act_id"], name="rows_decision_by_day"),
            models.Index(fields=["kind", "decided_on", "act_id"], name="rows_decision_by_kind"),
            models.Index(fields=["kind", "attested_on", "decided_on"], name="rows_decision_unattested"),
        )


class AttestationRow(Row):
    """Every version of every certificate; ``last_day`` is the end of what its decision granted."""

    KEY = ("act_id",)
    act_id = models.CharField(max_length=40)
    client = models.CharField(max_length=80)
    pack = models.CharField(max_length=60)
    number = models.CharField(max_length=200)
    version = models.IntegerField()
    issued_on = models.DateField()
    valid_from = models.DateField(null=True)
    last_day = models.DateField(null=True)

    class Meta:
        constraints = one_per_key("act_id", name="rows_attestation_key")
        indexes = (
            models.Index(fields=["dossier"], name="rows_attestation_of"),
            models.Index(fields=["number", "act_id"], name="rows_attestation_by_number"),
            models.Index(fields=["issued_on", "act_id"], name="rows_attestation_by_day"),
        )


class WaitingRow(Row):
    """What was brought to a certification and asks for an answer: a notified change, a measure proposed.

    ``what`` is ``change`` or ``measure``; ``about`` says which; ``settled_on`` is when it was assessed or decided.
    """

    KEY = ("act_id",)
    act_id = models.CharField(max_length=40)
    client = models.CharField(max_length=80)
    pack = models.CharField(max_length=60)
    what = models.CharField(max_length=20)
    about = models.CharField(max_length=60)
    since = models.DateField()
    settled_on = models.DateField(null=True)

    class Meta:
        constraints = one_per_key("act_id", name="rows_waiting_key")
        indexes = (
            models.Index(fields=["dossier"], name="rows_waiting_of"),
            models.Index(fields=["settled_on", "what", "since"], name="rows_waiting_since"),
        )
