"""From when until when a management-system certification holds (ISO/IEC 17021-1:2015 8.2.2, 9.1.3, 9.6.3).

Dates are computed; a person may choose only a later effective date or an earlier expiry (:func:`span_faults`).
Nothing else moves an expiry: suspension does not stop the clock (:func:`standing`). All last days are inclusive.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from certwright.core.reckoning.calendar import day_before, period_after
from certwright.core.reckoning.derivation import Derivation
from certwright.core.reckoning.limits import Limits
from certwright.packs.model.base import Confidence, Source

EFFECTIVE = Source(document="ISO/IEC 17021-1:2015", clause="8.2.2 b", confidence=Confidence.SEEN)


@dataclass(frozen=True, slots=True)
class Cycle:
    """A certification cycle, both days inclusive. ``start`` is the decision (TR01, 9.1.3.2, HARD)."""

    start: date
    last_day: date
    derivation: Derivation


def initial_cycle(decision: date, limits: Limits) -> Cycle:
    """The cycle that an initial certification decision begins.

    TR01, TR02 (9.1.3.2, HARD length): three years from the decision. Whether the last day is the day before the
    anniversary is the body's choice on adoption, because the standard does not say.
    """
    trail = limits.trail()
    start = trail.step("dates.cycle-starts", decision.isoformat(), "day", limits.source("cycle"))
    last = end_of_cycle(decision, limits)
    trail.step(
        "dates.cycle-ends",
        last.isoformat(),
        "day",
        limits.source("cycle"),
        start=start,
        period=str(limits.period("cycle")),
        reading=limits.settled_choice("last-day-of-cycle"),
    )
    return Cycle(decision, last, trail.derivation())


def end_of_cycle(start: date, limits: Limits) -> date:
    """The last day of a cycle that begins on ``start``, by the body's reading of TR02 (9.1.3.2)."""
    anniversary = period_after(start, limits.period("cycle"))
    return anniversary if limits.settled_choice("last-day-of-cycle") == "anniversary" else day_before(anniversary)


class SpanFault(StrEnum):
    """Why chosen dates may not stand."""

    EFFECTIVE_BEFORE_DECISION = "effective-before-decision"  # TR03, 8.2.2 b, HARD
    EXPIRY_AFTER_COMPUTED = "expiry-after-computed"  # 9.6.3.2.4, HARD: nothing extends a cycle
    EXPIRY_BEFORE_EFFECTIVE = "expiry-before-effective"


def span_faults(
    effective: date, last_day: date, earliest_effective: date, latest_last_day: date
) -> tuple[SpanFault, ...]:
    """What is wrong with dates that a person chose: only a later effective date or an earlier expiry may be chosen.

    TR03 (8.2.2 b, HARD; likewise R-56 for ISO/IEC 17065 7.7.1 b, 7.7.3).
    """
    found = []
    if effective < earliest_effective:
        found.append(SpanFault.EFFECTIVE_BEFORE_DECISION)
    if last_day > latest_last_day:
        found.append(SpanFault.EXPIRY_AFTER_COMPUTED)
    if last_day < effective:
        found.append(SpanFault.EXPIRY_BEFORE_EFFECTIVE)
    return tuple(found)


def expired(last_day: date, day: date) -> bool:
    """Whether a certification is expired on ``day``: from 0:00 after its last day (TR11, 9.6.3.2.4, HARD)."""
    return day > last_day


class CertificateStanding(StrEnum):
    """What the calendar says of a certification that was granted and not withdrawn."""

    NOT_YET_EFFECTIVE = "not-yet-effective"
    VALID = "valid"
    SUSPENDED = "suspended"
    EXPIRED = "expired"


def standing(
    effective: date, last_day: date, suspended: Iterable[tuple[date, date | None]], day: date
) -> CertificateStanding:
    """How a certification stands on ``day``. ``suspended``: first and last day of each suspension (``None``: runs on).

    A suspended certification still runs to its expiry (invariant I1; 9.6.3 knows no pause).
    """
    if expired(last_day, day):
        return CertificateStanding.EXPIRED
    if day < effective:
        return CertificateStanding.NOT_YET_EFFECTIVE
    if any(first <= day and (last is None or day <= last) for first, last in suspended):
        return CertificateStanding.SUSPENDED
    return CertificateStanding.VALID
