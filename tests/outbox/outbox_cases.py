"""A body with a message in its outbox, and a mail server that does what a test wants."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage

from building import Building, building, found_body
from certwright.outbox.models import SEND, Message
from small_body import BEN


class Down(BaseEmailBackend):
    """A mail server nobody reaches."""

    def send_messages(self, email_messages: Any) -> int:
        """Refuse to be reached."""
        raise ConnectionRefusedError("connection refused")


class Watched(BaseEmailBackend):
    """A mail server that remembers what it took, as a real one would read it."""

    taken: list[bytes] = []  # noqa: RUF012

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Take them."""
        self.taken += [one.message().as_bytes() for one in email_messages]
        return len(email_messages)


def body(folder: Path) -> Building:
    """A founded body."""
    here = building(folder)
    found_body(here)
    return here


def message(here: Building, **given: Any) -> Message:
    """A letter about a client that waits to be sent."""
    plain: dict[str, Any] = {
        "key": f"test-{Message.objects.count()}",
        "dossier": "certification:c",
        "client": "client:helmets",
        "letter": "suspended",
        "version": 1,
        "language": "en",
        "clauses": ["17065:2012 7.11.3"],
        "on": here.clock.today,
        "recipient": "person:olga",
        "name": "Olga Speaks",
        "email": "olga@example.org",
        "people": " person:olga ",
        "subject": "Suspended",
        "text": "The certification is suspended.",
        "state": SEND,
        "made_at": here.clock(),
        "next_try_at": here.clock(),
        "released_by": BEN,
    }
    return Message.objects.create(**plain | given)
