"""By when the other things of both standards are due: nonconformities, suspensions, distances, notices.

Each function names its time rule, the clause and whether it is HARD (the standard's) or POLICY (the body's). The
numbers come from :class:`~.limits.Limits`, so what a body set is what is reckoned. Late is an answer, not an error.
"""

from dataclasses import dataclass
from datetime import date

from certwright.core.reckoning.calendar import MONDAY_TO_FRIDAY, WorkingDays, period_after, period_before
from certwright.core.reckoning.derivation import Derivation
from certwright.core.reckoning.due import Due
from certwright.core.reckoning.limits import Limits
from certwright.packs.model.base import Confidence, Source

BEFORE_EXPIRY = Source(document="ISO/IEC 17021-1:2015", clause="9.6.3.2.2", confidence=Confidence.SEEN)


def due(name: str, counts_from: date, limits: Limits, working: WorkingDays = MONDAY_TO_FRIDAY) -> Due:
    """When something with a limit of its own is due, counted from the event that the limit names.

    Serves TR16, TR17, TR19–TR22, TR24, TR25 (ISO/IEC 17021-1) and R-50, R-51, R-57, R-59, R-60, R-62 to R-65
    (ISO/IEC 17065). Raises ``KeyError`` for an unknown limit and :class:`~.derivation.CannotReckon` where no number
    is set.
    """
    trail = limits.trail()
    period = limits.period(name)
    last = period_after(counts_from, period, working)
    trail.step(
        "dates.due",
        last.isoformat(),
        "day",
        limits.source(name),
        limit=name,
        period=str(period),
        counts_from=counts_from.isoformat(),
    )
    return Due(limits.pack.limit(name).rule, last, trail.derivation())


def earlier(one: Due, other: Due) -> Due:
    """The stricter of two last days, explained by both."""
    first, second = sorted((one, other), key=lambda each: each.last_day)
    steps = first.derivation.steps + second.derivation.steps
    return Due(first.rule, first.last_day, Derivation(steps, {**second.derivation.packs, **first.derivation.packs}))


def stage_2_majors(stage_2_ended: date, limits: Limits) -> Due:
    """Until when majors of stage 2 must be verified; later, stage 2 is held again (TR08, 9.5.3.2, HARD).

    ``stage_2_ended`` is its last day. The decision itself may follow later.
    """
    return due("major-at-stage-2", stage_2_ended, limits)


def recertification_majors(closing_meeting: date, last_day: date, limits: Limits) -> Due:
    """Until when majors of a recertification are verified: the body's time, before expiry (TR09, 9.6.3.2.2, HARD)."""
    trail = limits.trail()
    trail.step("dates.before-expiry", last_day.isoformat(), "day", BEFORE_EXPIRY)
    return earlier(Due("TR09", last_day, trail.derivation()), due("major-evidence", closing_meeting, limits))


def suspension_end(suspended_from: date, limits: Limits) -> Due:
    """The last day of a suspension without a special reason (TR14, 9.6.5.4 note; R-62, 17065 7.11; POLICY)."""
    return due("suspension", suspended_from, limits)


@dataclass(frozen=True, slots=True)
class Distance:
    """A person's distance from earlier work: blocked before ``free_from``, free on that day."""

    rule: str
    free_from: date
    derivation: Derivation

    def blocks(self, day: date) -> bool:
        """Whether the person is still too close on ``day``."""
        return day < self.free_from


def cooling_off(ended: date, limits: Limits, name: str = "cooling-off") -> Distance:
    """From when somebody may work for a client after consultancy, internal audits or employment that ``ended``.

    Two calendar years, not 730 days. TR15 (17021-1 5.2.6, 5.2.7, 5.2.10: everybody in the audit or other certification
    activities, HARD); R-52 (17065 4.2.10: review and decision only, the body's period, POLICY); and with
    ``name="complaint-cooling-off"`` R-53 (17065 7.13.6, HARD).
    """
    trail = limits.trail()
    free = period_after(ended, limits.period(name))
    trail.step(
        "dates.free-from",
        free.isoformat(),
        "day",
        limits.source(name),
        ended=ended.isoformat(),
        period=str(limits.period(name)),
    )
    return Distance(limits.pack.limit(name).rule, free, trail.derivation())


def transfer_from_ceased_body(event: date, last_day: date, limits: Limits) -> Due:
    """Until when a certification of a body that ceased or lost its accreditation may be transferred.

    TR23 (IAF MD 2 2.1.3, HARD): six months from the event or the certificate's expiry, whichever comes first.
    """
    trail = limits.trail()
    trail.step("dates.certificate-ends", last_day.isoformat(), "day", limits.source("transfer-from-ceased-body"))
    return earlier(
        due("transfer-from-ceased-body", event, limits),
        Due("TR23", last_day, trail.derivation()),
    )


def latest_notice(order: date, limits: Limits, working: WorkingDays = MONDAY_TO_FRIDAY) -> Due:
    """Until when the client is told of outsourcing that is ordered on ``order`` (R-58, 17065 6.2.2.4 f, POLICY)."""
    trail = limits.trail()
    period = limits.period("outsourcing-notice")
    last = period_before(order, period, working)
    trail.step(
        "dates.notice-before",
        last.isoformat(),
        "day",
        limits.source("outsourcing-notice"),
        period=str(period),
        order=order.isoformat(),
    )
    return Due("R-58", last, trail.derivation())
