"""Days, months and working days.

All dates are calendar days of the body, without times: the moment at which somebody acted is turned into the body's
local day once (:func:`local_day`), and from there on only days are compared.
"""

from calendar import monthrange
from collections.abc import Set
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo

from certwright.packs.model.period import Period, TimeUnit

ONE_DAY = timedelta(days=1)


def local_day(moment: datetime, zone: tzinfo) -> date:
    """The calendar day that ``moment`` falls on in the body's time zone.

    Raises ``ValueError`` if ``moment`` does not say its own offset from UTC.
    """
    if moment.utcoffset() is None:
        raise ValueError("a moment without its offset from UTC lies on no particular day")
    return moment.astimezone(zone).date()


def add_months(day: date, months: int) -> date:
    """The same day of the month ``months`` later (earlier if negative), or that month's last day if it has no such day.

    31 August and 6 months give 28 or 29 February. Raises ``ValueError`` beyond the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise ValueError(f"{months} months from {day} lies beyond the calendar")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def day_after(day: date) -> date:
    """The next calendar day."""
    return day + ONE_DAY


def day_before(day: date) -> date:
    """The previous calendar day."""
    return day - ONE_DAY


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """On which days the body works: ``weekend`` are ISO weekdays (6 Saturday, 7 Sunday), ``holidays`` single days."""

    holidays: Set[date] = field(default_factory=frozenset)
    weekend: Set[int] = frozenset({6, 7})

    def __post_init__(self) -> None:
        if self.weekend >= set(range(1, 8)):
            raise ValueError("a week without a working day never ends a period")

    def holds(self, day: date) -> bool:
        """Whether ``day`` is a working day."""
        return day.isoweekday() not in self.weekend and day not in self.holidays

    def after(self, day: date, amount: int) -> date:
        """The ``amount``-th working day after ``day``, which itself is not counted; ``day`` for 0."""
        return self._walk(day, amount, ONE_DAY)

    def before(self, day: date, amount: int) -> date:
        """The ``amount``-th working day before ``day``, which itself is not counted; ``day`` for 0."""
        return self._walk(day, amount, -ONE_DAY)

    def _walk(self, day: date, amount: int, step: timedelta) -> date:
        while amount > 0:
            day += step
            amount -= self.holds(day)
        return day


MONDAY_TO_FRIDAY = WorkingDays()


def period_after(day: date, period: Period, working: WorkingDays = MONDAY_TO_FRIDAY) -> date:
    """The day on which ``period`` ends if it begins on ``day``; that day itself still lies within the period."""
    match period.unit:
        case TimeUnit.MONTHS:
            return add_months(day, period.amount)
        case TimeUnit.DAYS:
            return day + timedelta(days=period.amount)
        case TimeUnit.WORKING_DAYS:
            return working.after(day, period.amount)


def period_before(day: date, period: Period, working: WorkingDays = MONDAY_TO_FRIDAY) -> date:
    """The day that lies ``period`` before ``day``."""
    match period.unit:
        case TimeUnit.MONTHS:
            return add_months(day, -period.amount)
        case TimeUnit.DAYS:
            return day - timedelta(days=period.amount)
        case TimeUnit.WORKING_DAYS:
            return working.before(day, period.amount)
