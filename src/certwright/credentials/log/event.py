"""What the log holds: one entry for each thing that happened to a certificate, with public facts only.

The entry binds the credential by digest, names the entry before it of the same certificate, and says what the
certificate is from then on. So neither a back-dated issue nor a silent withdrawal, reinstatement or change of scope
goes unseen. A log cannot forget: the reason of a suspension is never in it, and a sole trader's name only as salted
digest, whose salt the register can erase (ISO/IEC 17065 4.5.1; ISO/IEC 17021-1 8.4.2).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

from certwright.credentials.encoding.base64_strict import to_base64url
from certwright.credentials.encoding.canonical import canonical
from certwright.credentials.encoding.strict_json import parsed
from certwright.credentials.flaws import Flawed
from certwright.credentials.log.tiles import LARGEST_ENTRY, checked
from certwright.credentials.moments import read as moment
from certwright.credentials.moments import written

LEAST_SALT = 16
"""Bytes. A name without a secret beside it is found by trying all names."""


class EventKind(StrEnum):
    """What happened."""

    ISSUED = "issued"
    AMENDED = "amended"  # a new version replaces the one before
    DOCUMENT = "document"  # a sealed document of the credential was published
    SUSPENDED = "suspended"
    RESTORED = "restored"
    WITHDRAWN = "withdrawn"
    TERMINATED = "terminated"
    KEY_ADDED = "key-added"
    KEY_REVOKED = "key-revoked"
    IDENTITY = "identity"  # a version of the DID document was published
    STATUS_LIST = "status-list"


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the log.

    ``about`` is the certificate's public id, a key's DID URL, or a status list's address. ``digests`` are SHA-256 by
    what they are of: ``credential`` (the envelope's text), ``document-de`` (a sealed PDF). ``previous`` is the index of
    the entry before about the same; ``standing`` what holds from ``at`` on; ``holder`` the name, or :func:`hidden`.
    """

    kind: EventKind
    about: str
    at: datetime
    digests: Mapping[str, bytes] = field(default_factory=dict)
    previous: int | None = None
    standing: str | None = None
    holder: str | None = None

    @property
    def entry(self) -> bytes:
        """The bytes of the entry: canonical JSON. Raises :class:`Flawed` for one longer than a log takes."""
        said: dict[str, Any] = {
            "version": 1,
            "event": self.kind.value,
            "about": self.about,
            "at": written(self.at),
            "digests": {name: f"sha256:{value.hex()}" for name, value in self.digests.items()},
            "previous": self.previous,
        }
        told = {"standing": self.standing, "holder": self.holder}
        return checked(canonical(said | {name: value for name, value in told.items() if value is not None}))


def read_event(entry: bytes) -> Event:
    """The event of an entry. Raises :class:`Flawed` if it is none of ours, or not in its canonical form."""
    said = parsed(entry, longest=LARGEST_ENTRY)
    try:
        if said.pop("version") != 1:
            raise Flawed("not-an-event")
        event = Event(
            EventKind(said.pop("event")),
            said.pop("about"),
            moment(said.pop("at")),
            {name: bytes.fromhex(value.removeprefix("sha256:")) for name, value in said.pop("digests").items()},
            said.pop("previous"),
            **said,
        )
        same = event.entry == entry and isinstance(event.about, str)
    except (KeyError, TypeError, ValueError, AttributeError) as why:
        raise Flawed("not-an-event") from why
    if not same:
        raise Flawed("not-an-event")
    return event


def hidden(name: str, salt: bytes) -> str:
    """A sole trader's name as salted digest. Raises ``ValueError`` for a salt under sixteen bytes."""
    if len(salt) < LEAST_SALT:
        raise ValueError("a salt too short")
    return "salted:" + to_base64url(sha256(salt + name.encode()).digest())
