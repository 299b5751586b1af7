"""What becomes of a message: looked at, released, sent, failed and tried again, printed and posted, settled.

Each step changes the message only if it stands where the step begins: what two people do at once happens once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F

from certwright.outbox.addressing import Addressee
from certwright.outbox.models import FAILED, LOOK, OPEN, POSTED, SEND, SENDING, SENT, SETTLED, Message

TRIES = 6
"""How often a message is tried before it waits for somebody to look."""
LEASE = timedelta(minutes=10)
"""How long sending may take before whoever sends counts as gone."""
_FIRST_PAUSE = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class CannotMove(Exception):
    """A step that the message does not allow, with what would lift it. ``why`` is a word the pages say in full."""

    why: str


def pause_after(tries: int) -> timedelta:
    """How long to wait after so many tries: 2 minutes, 8, 32, about two hours, then about eight and a half."""
    return _FIRST_PAUSE * int(4 ** max(tries - 1, 0))


def release(message: Message, by: str, now: datetime) -> None:
    """Let the message be sent by mail.

    Raises:
        CannotMove: nobody knows an e-mail address, or it left already.
    """
    if not message.email:
        raise CannotMove("no-address")
    _move(message, (LOOK, FAILED), state=SEND, released_by=by, next_try_at=now, tries=0, failed_because="")


def edit(message: Message, subject: str, text: str, by: str) -> None:
    """Change the words before it leaves; a message that waited to be sent is looked at again.

    Raises:
        CannotMove: it left already.
    """
    _move(message, OPEN, state=LOOK, subject=subject, text=text, edited_by=by, next_try_at=None)


def post(message: Message, by: str, on: date) -> None:
    """State that it was printed and posted, or handed over.

    Raises:
        CannotMove: it left already.
    """
    _move(message, OPEN, state=POSTED, posted_by=by, posted_on=on, next_try_at=None)


def post_earlier(before: date, by: str) -> int:
    """State of every letter written before a day that it was posted on its own day: for telling what happened long ago.

    Gives back how many there were.
    """
    earlier = Message.objects.filter(on__lt=before, state__in=OPEN)
    return earlier.update(state=POSTED, posted_by=by, posted_on=F("on"), next_try_at=None)


def settle(message: Message, because: str) -> None:
    """State that it need not be sent, and why.

    Raises:
        CannotMove: it left already.
    """
    _move(message, OPEN, state=SETTLED, settled_because=because[:300], next_try_at=None)


def withdraw(cause: str, because: str, using: str) -> None:
    """The act that caused these letters is annulled or put right: they are not sent."""
    Message.objects.using(using).filter(cause=cause, state__in=OPEN).update(
        state=SETTLED, settled_because=because, next_try_at=None
    )


def told_otherwise(dossier: str, proves: str, evidence: str, using: str) -> None:
    """Somebody recorded by hand what these letters would have told."""
    waiting = Message.objects.using(using).filter(dossier=dossier, proves=proves, state__in=OPEN)
    waiting.update(state=SETTLED, settled_because=proves, evidence=evidence, next_try_at=None)


def readdress(dossier: str, to: Addressee, using: str) -> None:
    """It is stated now whom the letters about a matter go to."""
    waiting = Message.objects.using(using).filter(dossier=dossier, state__in=OPEN, recipient__in=("", dossier))
    waiting.update(recipient=to.recipient, name=to.name, email=to.email, postal=to.postal)


def claim(message_id: int, now: datetime, using: str) -> Message | None:
    """Take a message for sending; ``None`` if somebody else did, or it does not wait any more."""
    messages = Message.objects.using(using)
    due = messages.filter(pk=message_id, state=SEND, next_try_at__lte=now)
    if not due.update(state=SENDING, next_try_at=now + LEASE):
        return None
    return messages.get(pk=message_id)


def sent(message: Message, now: datetime) -> None:
    """The mail server took it."""
    _move(message, (SENDING,), state=SENT, sent_at=now, next_try_at=None, failed_because="")


def failed(message: Message, because: str, now: datetime) -> None:
    """It did not go out: tried again later, and given back to people after the last try."""
    tries = message.tries + 1
    last = tries >= TRIES
    _move(
        message,
        (SENDING,),
        state=FAILED if last else SEND,
        tries=tries,
        failed_because=because[:2_000],
        next_try_at=None if last else now + pause_after(tries),
    )


def give_back_stuck(now: datetime, using: str) -> int:
    """Whoever sent these is gone, and nobody knows whether they went out: people look, nothing is sent twice."""
    stuck = Message.objects.using(using).filter(state=SENDING, next_try_at__lt=now)
    return stuck.update(state=FAILED, next_try_at=None, failed_because="interrupted")


def _move(message: Message, from_states: tuple[str, ...], **changes: Any) -> None:
    found = Message.objects.using(message._state.db).filter(pk=message.pk, state__in=from_states)
    if not found.update(**changes):
        raise CannotMove("moved-on")
    _set(message, changes)


def _set(message: Message, changes: Mapping[str, Any]) -> None:
    for name, value in changes.items():
        setattr(message, name, value)
