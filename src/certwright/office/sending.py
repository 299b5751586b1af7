"""Sending what waits in the outbox through the mail server, and putting on record what a standard wants told.

A message is claimed before it is sent and given back to people if whoever sends is interrupted: no letter goes out
twice because a machine stopped.
"""

import logging
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from email.utils import formataddr
from hashlib import sha256

from django.conf import settings
from django.core.mail import EmailMessage

from certwright.core.acts import ACTS
from certwright.core.acts.body import LegalEntity
from certwright.core.entry import Proposal
from certwright.journal.attachments import Attachments
from certwright.office import installation
from certwright.office.door import perform
from certwright.office.means import Means, new_act_id
from certwright.office.outcome import RecordUnavailable, Refused
from certwright.outbox import moving
from certwright.outbox.addressing import one_line
from certwright.outbox.library import letters
from certwright.outbox.models import SEND, Message
from certwright.outbox.paper import NoFont, pdf, plain

AT_ONCE = 20
"""Messages sent between two looks at whether to stop; each puts at most one act on record (DESIGN 5.11)."""

_log = logging.getLogger("certwright.outbox")


def send_due(means: Means) -> int:
    """Send up to :data:`AT_ONCE` messages whose time has come. Gives back how many were tried."""
    if not settings.CERTWRIGHT_SENDS_MAIL:
        return 0
    now = means.clock()
    due = Message.objects.using(means.using).filter(state=SEND, next_try_at__lte=now).order_by("next_try_at", "pk")
    names = list(due.values_list("pk", flat=True)[:AT_ONCE])
    for name in names:
        send(name, means)
    return len(names)


def send(message_id: int, means: Means) -> None:
    """Send one message, unless somebody else does or it does not wait any more."""
    message = moving.claim(message_id, means.clock(), means.using)
    if message is None:
        return
    try:
        mail(message, installation.body(means.using).legal_entity, means.attachments).send()
    except Exception as error:  # whatever a mail server, a font or a file says: it is told, and tried again
        _log.warning("message %s did not go out: %s", message.pk, error)
        moving.failed(message, f"{type(error).__name__}: {error}", means.clock())
        return
    moving.sent(message, means.clock())
    put_on_record(message, message.released_by, installation.today(means), means)


def mail(message: Message, body: LegalEntity | None, attachments: Attachments) -> EmailMessage:
    """The message as a mail: the letter as text and as PDF, what it encloses, and the visit for a calendar."""
    names = [name for _, name in message.enclosed]
    sender = formataddr((one_line(body.name), settings.DEFAULT_FROM_EMAIL)) if body else settings.DEFAULT_FROM_EMAIL
    made = EmailMessage(
        subject=one_line(message.subject),
        body=plain(message, body, names),
        from_email=sender,
        to=[formataddr((one_line(message.name), message.email))],
        headers={"Message-ID": _message_id(message)},
    )
    for name, content, kind in _parts(message, body, names, attachments):
        made.attach(name, content, kind)
    return made


def _parts(
    message: Message, body: LegalEntity | None, names: list[str], attachments: Attachments
) -> Iterator[tuple[str, bytes | str, str]]:
    with suppress(NoFont):  # the text of the mail says it all; only paper needs a font
        yield f"letter-{message.pk}.pdf", pdf(message, body, names), "application/pdf"
    if message.calendar:
        method = "CANCEL" if "METHOD:CANCEL" in message.calendar else "REQUEST"
        yield "visit.ics", message.calendar, f"text/calendar; method={method}"
    for digest, name in message.enclosed:
        with attachments.open(digest) as file:
            yield name, file.read(), "application/octet-stream"


def _message_id(message: Message) -> str:
    """The same for every try, so that a mail server can tell a repetition."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2]
    return f"<{sha256(message.key.encode()).hexdigest()[:32]}@{domain}>"


def put_on_record(message: Message, by: str, on: date, means: Means) -> None:
    """Record that the message went out, where an act says so and somebody let it go. A refusal is kept beside it."""
    letter = letters(settings.CERTWRIGHT_LETTERS).get(message.letter)
    if not (message.proves and by and letter and letter.proves):
        return
    act = ACTS[message.proves].model_validate({letter.proves.day: on.isoformat()})
    proposal = Proposal(new_act_id(), message.dossier, act, by, on)
    try:
        outcome = perform([proposal], means)
    except RecordUnavailable as unavailable:
        message.evidence_lacks = str(unavailable)
    else:
        if isinstance(outcome, Refused):
            message.evidence_lacks = ", ".join(refusal.rule for refusal in outcome.refusals)
        else:
            message.evidence = proposal.id
    message.save(update_fields=["evidence", "evidence_lacks"], using=means.using)
