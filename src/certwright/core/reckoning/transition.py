"""What the change from one edition of a standard to the next does to dates (TR26; 17021-1 8.5.2, 8.2.2 e; IAF MD 26).

A transition has cut-offs: the last day of an initial decision on the old edition, that of a recertification, and the
end, after which a certificate on the old edition is no certificate. All days inclusive; ``None`` while not fixed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from certwright.core.reckoning.derivation import Trail
from certwright.core.reckoning.due import Due
from certwright.packs.adoption import Value
from certwright.packs.model.base import Source
from certwright.packs.model.management import Transition
from certwright.packs.model.uncertain import Uncertain


class Granting(StrEnum):
    """What is granted on the old edition."""

    INITIAL = "initial"
    RECERTIFICATION = "recertification"


@dataclass(frozen=True, slots=True)
class CutOffs:
    """The fixed days of a transition from one edition of a standard to another."""

    from_edition: str
    to_edition: str
    last_initial: date | None
    last_recertification: date | None
    ends: date | None
    source: Source


def cut_offs(transition: Transition, settled: Mapping[str, Value]) -> CutOffs:
    """The days of a pack's transition, with the values that the body settled on adoption."""

    def day(written: date | Uncertain | None) -> date | None:
        found = settled.get(written.uncertain) if isinstance(written, Uncertain) else written
        return found if isinstance(found, date) else None

    return CutOffs(
        transition.from_edition,
        transition.to_edition,
        day(transition.last_initial),
        day(transition.last_recertification),
        day(transition.ends),
        transition.source,
    )


def latest_grant(granting: Granting, days: CutOffs) -> Due | None:
    """The last day of a decision of this kind on the old edition; ``None`` while none is fixed (TR26, HARD)."""
    fixed = days.last_initial if granting is Granting.INITIAL else days.last_recertification
    last = min((day for day in (fixed, days.ends) if day is not None), default=None)
    if last is None:
        return None
    return Due("TR26", last, _told("dates.last-grant-on-old-edition", last, days).derivation())


def capped(last_day: date, days: CutOffs) -> Due:
    """The last day of a certificate on the old edition: the end of its cycle or of the transition, whichever is first.

    TR26 (HARD): ``min(cycle expiry, transition end)``.
    """
    last = last_day if days.ends is None else min(last_day, days.ends)
    trail = _told("dates.capped-by-transition", last, days)
    return Due("TR26", last, trail.derivation())


def _told(says: str, last: date, days: CutOffs) -> Trail:
    trail = Trail()
    trail.step(
        says,
        last.isoformat(),
        "day",
        days.source,
        from_edition=days.from_edition,
        to_edition=days.to_edition,
        ends=days.ends.isoformat() if days.ends else None,
    )
    return trail
