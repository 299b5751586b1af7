"""Recertification: renewed in time, restored, or a new cycle (ISO/IEC 17021-1:2015 9.6.3.2; TR10 to TR13)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from certwright.core.reckoning.calendar import add_months, day_after, day_before, period_after
from certwright.core.reckoning.derivation import Derivation
from certwright.core.reckoning.due import Due
from certwright.core.reckoning.limits import Limits
from certwright.core.reckoning.validity import EFFECTIVE, end_of_cycle


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
    trail.step(
        "dates.renewal-path",
        path.value,
        "path",
        limits.source(source_name),
        decision=decision.isoformat(),
        old_last_day=old_last_day.isoformat(),
        door_closes=restoration_door(old_last_day, limits).last_day.isoformat(),
    )
    trail.step("dates.effective-not-before-decision", decision.isoformat(), "day", EFFECTIVE)
    counts_from = limits.settled_choice(choice) if choice else "old-expiry"
    if counts_from == "old-expiry":
        last = period_after(old_last_day, limits.period("cycle"))
    else:
        last = end_of_cycle(decision, limits)
    trail.step(
        "dates.renewal-ends",
        last.isoformat(),
        "day",
        limits.source(source_name),
        counts_from=f"from-{counts_from}",
        period=str(limits.period("cycle")),
    )
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
    trail.step(
        "dates.door-closes",
        last.isoformat(),
        "day",
        limits.source("restoration-door"),
        old_last_day=old_last_day.isoformat(),
        period=str(limits.period("restoration-door")),
    )
    return Due("TR12", last, trail.derivation())


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
