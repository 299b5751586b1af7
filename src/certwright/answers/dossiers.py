"""A dossier as it stands, as it was known at a moment, and as it stood on a day by what is known now.

*Recorded* and *effective* are two questions (DESIGN section 5.13): what did the record say then, and what was so then?
What was erased since is erased on every day.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from certwright.core.dossiers import BODY, KINDS, Body, Dossier, empty, fold
from certwright.core.dossiers import on_day as folded_on_day
from certwright.core.entry import Entry
from certwright.journal import reading


class NoSuchDossier(LookupError):
    """Nothing is on record under that id; the text says what is wrong with it."""


def entries_of(dossier_id: str, using: str = "default") -> Sequence[Entry]:
    """Every act of a dossier, in the order recorded.

    Raises:
        NoSuchDossier: there is no such kind of dossier, or nothing was recorded in it.
    """
    if dossier_id.partition(":")[0] not in KINDS:
        raise NoSuchDossier(f"There is no kind of dossier that “{dossier_id}” could be. There are: {', '.join(KINDS)}.")
    found = reading.entries({dossier_id: 0}, using)[dossier_id]
    if not found:
        raise NoSuchDossier(f"Nothing is on record in “{dossier_id}”.")
    return found


def as_it_stands(entries: Sequence[Entry]) -> Dossier:
    """The dossier now."""
    return fold(entries[0].dossier, entries)


def known_at(entries: Sequence[Entry], moment: datetime) -> Sequence[Entry]:
    """The acts that were on record at ``moment`` (aware)."""
    return [entry for entry in entries if entry.recorded_at <= moment]


def standing_on(dossier_id: str, entries: Sequence[Entry], day: date) -> Dossier:
    """How the dossier stood on ``day``, as ``entries`` tell it: what was effective by then, as corrected since."""
    return folded_on_day(dossier_id, entries, day)


def known(dossier_id: str, entries: Sequence[Entry]) -> Dossier:
    """The dossier that ``entries`` make; an empty one of none."""
    return fold(dossier_id, entries) if entries else empty(dossier_id)


def end_of(day: date, using: str = "default") -> datetime:
    """The last moment of one of the body's calendar days, in UTC."""
    return end_in(day, fold(BODY, reading.entries({BODY: 0}, using)[BODY]))


def end_in(day: date, body: Dossier) -> datetime:
    """The last moment of a calendar day of ``body``, in UTC."""
    zone = ZoneInfo(body.time_zone if isinstance(body, Body) else "UTC")
    midnight = datetime.combine(day + timedelta(days=1), time(), zone)
    return midnight.astimezone(UTC) - timedelta(microseconds=1)


def is_as_now(dossier: Dossier, until: datetime | None, stood: date | None) -> bool:
    """Whether a dossier reads today as it did by what was recorded ``until`` a moment and effective by ``stood``.

    ``None`` sets no bound. Of what was recorded and effective by then nothing is missing, so that the fold is the same.
    """
    if until is not None and dossier.recorded_at is not None and dossier.recorded_at > until:
        return False
    return stood is None or all(mark.effective_on <= stood for mark in dossier.acts.values())
