"""Surveillance of management-system certifications: what a cycle demands, and what was not kept.

ISO/IEC 17021-1:2015 9.1.3.2–9.1.3.3. A late surveillance is recorded with its true date; here it becomes a
:class:`~.due.Lapse`, from which rules make a breach and a proposal to suspend (9.6.5.2; corrections 2).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from certwright.core.reckoning.calendar import day_after, period_after
from certwright.core.reckoning.derivation import Trail
from certwright.core.reckoning.due import Due, Lapse
from certwright.core.reckoning.limits import Limits
from certwright.packs.model.base import Confidence, Source

EACH_YEAR = Source(document="ISO/IEC 17021-1:2015", clause="9.1.3.3", confidence=Confidence.SEEN)
PROGRAMME = Source(document="ISO/IEC 17021-1:2015", clause="9.1.3.2", confidence=Confidence.SEEN)


@dataclass(frozen=True, slots=True)
class CycleHistory:
    """What is known of one cycle.

    ``start`` is the certification decision, ``last_day`` the end of the cycle. ``held`` are the last days of the
    surveillance audits, ``recertification`` the last day of the audit that ends this cycle, if it was held.
    ``begun_by`` is the last day of the recertification audit that began this cycle; ``None`` in the first cycle.
    """

    start: date
    last_day: date
    held: tuple[date, ...] = ()
    recertification: date | None = None
    begun_by: date | None = None


@dataclass(frozen=True, slots=True)
class Demand:
    """A surveillance that a cycle demands: done from ``first_day`` to the last day of ``due``."""

    first_day: date
    due: Due

    def met_on(self, history: CycleHistory) -> date | None:
        """The first audit held in its time or after it; for a calendar year or window, in that time only."""
        fitting = [day for day in history.held if day >= self.first_day]
        if self.due.rule != "TR04":
            fitting = [day for day in fitting if self.due.kept_by(day)]
        return min(fitting, default=None)


def demands(history: CycleHistory, limits: Limits) -> tuple[Demand, ...]:
    """All surveillance this cycle demands, earliest last day first.

    TR04 and TR05 are HARD (9.1.3.3); TR06 is the programme's window for the second year, an early warning (POLICY).
    TR07: in later cycles the twelve months after the decision do not apply, only the calendar years do.
    """
    found = [*_each_year(history)]
    if history.begun_by is None:
        found.append(first_surveillance(history.start, limits))
        window = second_window(history.start, limits)
        if history.recertification is None or not window.due.kept_by(history.recertification):
            found.append(window)
    return tuple(sorted(found, key=lambda demand: (demand.due.last_day, demand.due.rule)))


def first_surveillance(decision: date, limits: Limits) -> Demand:
    """The first surveillance of a certification: at most 12 months after the decision (TR04, 9.1.3.3, HARD)."""
    trail = limits.trail()
    last = period_after(decision, limits.period("first-surveillance"))
    trail.step(
        "dates.first-surveillance",
        last.isoformat(),
        "day",
        limits.source("first-surveillance"),
        decision=decision.isoformat(),
        period=str(limits.period("first-surveillance")),
    )
    return Demand(decision, Due("TR04", last, trail.derivation()))


def second_window(decision: date, limits: Limits) -> Demand:
    """The programme's second surveillance: in the second year after the decision (TR06, 9.1.3.2; TR05 governs)."""
    trail = limits.trail()
    year = limits.period("surveillance-window")
    first_ends = period_after(decision, year)
    last = period_after(decision, replace(year, amount=2 * year.amount))
    trail.step(
        "dates.second-window",
        last.isoformat(),
        "day",
        PROGRAMME,
        opens=day_after(first_ends).isoformat(),
        decision=decision.isoformat(),
    )
    return Demand(day_after(first_ends), Due("TR06", last, trail.derivation()))


def calendar_years(history: CycleHistory) -> range:
    """The calendar years that need a surveillance audit: all between the year in which the cycle began and the
    year of the recertification audit (TR05, 9.1.3.3, HARD).

    The first cycle begins with the decision, a later one with its recertification audit. A recertification audit not
    yet held is taken to fall in the year the cycle ends.
    """
    begins = history.begun_by or history.start
    ends = history.recertification or history.last_day
    return range(begins.year + 1, ends.year)


def _each_year(history: CycleHistory) -> Iterator[Demand]:
    for year in calendar_years(history):
        last, trail = date(year, 12, 31), Trail()
        trail.step(
            "dates.calendar-year",
            last.isoformat(),
            "day",
            EACH_YEAR,
            year=year,
            cycle_began=(history.begun_by or history.start).isoformat(),
            recertification=history.recertification.isoformat() if history.recertification else None,
        )
        yield Demand(date(year, 1, 1), Due("TR05", last, trail.derivation()))


def lapses(history: CycleHistory, today: date, limits: Limits) -> tuple[Lapse, ...]:
    """What was not kept as far as can be known ``today``: overdue, or done late. Earliest last day first."""
    found = []
    for demand in demands(history, limits):
        met = demand.met_on(history)
        met = met if met is not None and met <= today else None
        if not demand.due.kept_by(met or today):
            found.append(Lapse(demand.due, met))
    return tuple(found)


def next_due(history: CycleHistory, today: date, limits: Limits) -> Due | None:
    """The next last day that still can be kept and is not met yet; ``None`` if this cycle demands nothing more."""
    return next(
        (
            demand.due
            for demand in demands(history, limits)
            if demand.due.kept_by(today) and demand.met_on(history) is None
        ),
        None,
    )
