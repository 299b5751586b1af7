"""Until when records are kept, at least (ISO/IEC 17021-1:2015 9.9.4; ISO/IEC 17065:2012 7.12.3; corrections 7).

Answers are the last day on which a record must still be there, or ``None`` while that day cannot be told: the record
is kept. Contract, law and scheme may demand more; the latest day counts (:func:`latest`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from certwright.core.reckoning.calendar import period_after
from certwright.core.reckoning.derivation import Derivation
from certwright.core.reckoning.limits import Limits
from certwright.packs.model.base import Confidence, Source

CYCLES = Source(document="ISO/IEC 17065:2012", clause="7.12.3", confidence=Confidence.RECALLED)


@dataclass(frozen=True, slots=True)
class KeepUntil:
    """The last day on which a record must be there, or ``None`` while it cannot be told; never earlier."""

    rule: str
    last_day: date | None
    derivation: Derivation

    def forbids_removal(self, day: date) -> bool:
        """Whether the record must still be there on ``day``."""
        return self.last_day is None or day <= self.last_day


def management_system_records(cycle_last_day: date, limits: Limits) -> KeepUntil:
    """Records of a management-system certification: the current cycle and one full cycle more (TR18, 9.9.4, HARD).

    ``cycle_last_day`` is the nominal end of the cycle that the record belongs to; for a former client of the last one,
    whenever in it the certification ended (the safe reading, V12).
    """
    trail = limits.trail()
    last = period_after(cycle_last_day, limits.period("retention"))
    trail.step(
        "dates.keep-one-cycle-more",
        last.isoformat(),
        "day",
        limits.source("retention"),
        cycle_last_day=cycle_last_day.isoformat(),
        period=str(limits.period("retention")),
    )
    return KeepUntil("TR18", last, trail.derivation())


def records_in_cycles(record: date, cycle_ends: Sequence[date], limits: Limits) -> KeepUntil:
    """Records of a scheme that re-evaluates in cycles: the current and the previous cycle (R-54, 17065 7.12.3, HARD).

    ``cycle_ends`` are the last days of the cycles so far, in order. A record may go when the cycle after its own has
    ended; while that end is not known, it is kept. For a former client, give the end one more cycle would have had.
    """
    trail = limits.trail()
    following = [end for end in cycle_ends if end >= record][1:2]
    last = following[0] if following else None
    told = last.isoformat() if last else None
    trail.step("dates.keep-previous-cycle", told, "day", CYCLES, record=record.isoformat())
    return KeepUntil("R-54", last, trail.derivation())


def other_product_records(ended: date, limits: Limits) -> KeepUntil:
    """Records where a scheme has no cycles: the body's or scheme's own period (R-55, 17065 7.12.3, POLICY).

    ``ended`` is the end of the certification, or the day of the record where none followed.
    """
    trail = limits.trail()
    last = period_after(ended, limits.period("retention"))
    trail.step(
        "dates.keep-own-period",
        last.isoformat(),
        "day",
        limits.source("retention"),
        ended=ended.isoformat(),
        period=str(limits.period("retention")),
    )
    return KeepUntil("R-55", last, trail.derivation())


def latest(one: KeepUntil, *others: KeepUntil) -> KeepUntil:
    """The one that keeps longest, where several demands meet (standard, contract, law, scheme)."""
    return max((one, *others), key=lambda each: each.last_day or date.max)
