"""Moments as credentials write them: UTC, whole seconds, ``Z``. A calendar day is a span in UTC, whoever reads it."""

import re
from datetime import UTC, date, datetime, time, timedelta

from certwright.credentials.flaws import Flawed

_FORM = re.compile(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$")
_DAY = timedelta(days=1)


def written(moment: datetime) -> str:
    """The moment as ``2026-11-23T09:00:00Z``. Raises ``ValueError`` for one without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment without time zone")
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def begins(day: date) -> datetime:
    """The first second of ``day``, UTC."""
    return datetime.combine(day, time.min, UTC)


def ends(day: date) -> datetime:
    """The last second of ``day``, UTC: a certificate holds on its last day."""
    return begins(day + _DAY) - timedelta(seconds=1)


def read(text: object) -> datetime:
    """A moment of a credential (XML Schema dateTimeStamp). Raises :class:`Flawed` for anything else."""
    if not isinstance(text, str) or not _FORM.match(text):
        raise Flawed("not-a-moment", given=text)
    try:
        return datetime.fromisoformat(text)
    except ValueError as why:
        raise Flawed("not-a-moment", given=text) from why
