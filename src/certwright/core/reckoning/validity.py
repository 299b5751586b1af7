"""From when until when a management-system certification holds (ISO/IEC 17021-1:2015 8.2.2, 9.1.3, 9.6.3).

Dates are computed; a person may choose only a later effective date or an earlier expiry (:func:`span_faults`).
Nothing else moves an expiry: suspension does not stop the clock (:func:`standing`). All last days are inclusive.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from certwright.core.reckoning.calendar import add_months, day_after, day_before, period_after
from certwright.core.reckoning.derivation import Derivation
from certwright.core.reckoning.due import Due
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
    last = _end_of_cycle(decision, limits)
    trail.step("dates.cycle-ends", last.isoformat(), "day", limits.source("cycle"), start=start,
               period=str(limits.period("cycle")), reading=limits.settled_choice("last-day-of-cycle"))
    return Cycle(decision, last, trail.derivation())


def _end_of_cycle(start: date, limits: Limits) -> date:
    anniversary = period_after(start, limits.period("cycle"))
    return anniversary if limits.settled_choice("last-day-of-cycle") == "anniversary" else day_before(anniversary)


class RenewalPath(StrEnum):
    """How a recertification decision stands to the end of the old cycle."""

    IN_TIME = "in-time"  # decided before or on the last day
    RESTORED = "restored"  # expired, decided within the door of restoration
    NEW_CYCLE = "new-cycle"  # after the door: on at least a stage 2


@dataclass(frozen=True, slots=True)
class Renewal:
    """What a recertification decision yields: the earliest effective day, the last day, and the days in between
    on which nothing was certified (``uncertified``, first and last; ``None`` if there are none)."""

    path: RenewalPath
    effective_from: date
    last_day: date
    uncertified: tuple[date, date] | None
    derivation: Derivation


def renewal(old_last_day: date, decision: date, limits: Limits) -> Renewal:
    """The dates of a certification renewed or restored by ``decision`` after a cycle that ended on ``old_last_day``.

    TR10 (9.6.3.2.3) in time; TR11, TR12 (9.6.3.2.4–5, HARD) restored within six months of expiry, never effective
    before the decision; TR13 (UNSURE, POLICY) later, on at least a stage 2. Never an exception for being late.
    """
    path = renewal_path(old_last_day, decision, limits)
    choice, source_name = _PATHS[path]
    trail = limits.trail()
    trail.step("dates.renewal-path", path.value, "path", limits.source(source_name),
               decision=decision.isoformat(), old_last_day=old_last_day.isoformat(),
               door_closes=restoration_door(old_last_day, limits).last_day.isoformat())
    trail.step("dates.effective-not-before-decision", decision.isoformat(), "day", EFFECTIVE)
    counts_from = limits.settled_choice(choice) if choice else "old-expiry"
    if counts_from == "old-expiry":
        last = period_after(old_last_day, limits.period("cycle"))
    else:
        last = _end_of_cycle(decision, limits)
    trail.step("dates.renewal-ends", last.isoformat(), "day", limits.source(source_name), counts_from=counts_from,
               period=str(limits.period("cycle")))
    gap = None if decision <= day_after(old_last_day) else (day_after(old_last_day), day_before(decision))
    return Renewal(path, decision, last, gap, trail.derivation())


_PATHS = {
    RenewalPath.IN_TIME: ("renewal-counts-from", "cycle"),
    RenewalPath.RESTORED: (None, "restoration-door"),
    RenewalPath.NEW_CYCLE: ("after-the-door-counts-from", "restoration-door"),
}
"""Path → the body's choice of what the new cycle counts from (``None``: the old expiry, as the standard says)."""


def renewal_path(old_last_day: date, decision: date, limits: Limits) -> RenewalPath:
    """Which way a recertification decision takes: in time, restored, or a new cycle on at least a stage 2."""
    if decision <= old_last_day:
        return RenewalPath.IN_TIME
    in_door = restoration_door(old_last_day, limits).kept_by(decision)
    return RenewalPath.RESTORED if in_door else RenewalPath.NEW_CYCLE


def restoration_door(old_last_day: date, limits: Limits) -> Due:
    """The last day on which an expired certification may be restored by decision (TR12, 9.6.3.2.5, HARD)."""
    trail = limits.trail()
    last = period_after(old_last_day, limits.period("restoration-door"))
    trail.step("dates.door-closes", last.isoformat(), "day", limits.source("restoration-door"),
               old_last_day=old_last_day.isoformat(), period=str(limits.period("restoration-door")))
    return Due("TR12", last, trail.derivation())


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


@dataclass(frozen=True, slots=True)
class DatesAfterGap:
    """What a certificate shows besides its original date when certification lapsed for a while (8.2.2 b, note)."""

    original: date
    cycle_start: date
    last_day: date
    previous_last_day: date
    recertification_audit: date


def dates_after_gap(
    original: date, old_last_day: date, recertification_audit: date, renewed: Renewal
) -> DatesAfterGap | None:
    """The dates a certificate shows so that it may keep its original date; ``None`` where nothing had lapsed."""
    if renewed.uncertified is None:
        return None
    return DatesAfterGap(original, renewed.effective_from, renewed.last_day, old_last_day, recertification_audit)


def recertification_planned_from(last_day: date, months_ahead: int) -> date:
    """The day from which the recertification is planned: ``months_ahead`` months before expiry (9.6.3.1.1, POLICY)."""
    return add_months(last_day, -months_ahead)
