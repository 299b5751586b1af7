"""What the office works with. Time, identity and randomness are arguments, so that any day can be played again."""

import secrets
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from certwright.journal.attachments import Attachments


@dataclass(frozen=True, slots=True)
class Means:
    """The clock (aware, any zone), the source of salts, the attachments and the database alias."""

    attachments: Attachments
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    salt: Callable[[], str] = lambda: secrets.token_hex(16)
    using: str = "default"


def new_act_id() -> str:
    """A fresh act id. Whoever proposes an act keeps it, so that asking again is harmless."""
    return uuid.uuid4().hex


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def local_day(moment: datetime, time_zone: str) -> date:
    """The calendar day of ``moment`` in a time zone.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: this machine does not know the zone.
    """
    return moment.astimezone(_zone(time_zone)).date()
