"""Two weeks as a strip: on which days somebody is engaged, and on which the work is planned."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext

DAYS = 14
SQUARE = 16
"""Units of the drawing from one day to the next."""


@dataclass(frozen=True, slots=True)
class Engaged:
    """Other work somebody is put on: which assignment, called what, on which days."""

    dossier: str
    name: str
    first: date
    last: date

    def on(self, day: date) -> bool:
        """Whether it is planned for ``day``."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Square:
    """One day of a strip: how far it stands from the left in units of a square, and what it is for."""

    at: int
    day: date
    weekend: bool
    planned: bool
    engaged: bool
    barred: bool

    @property
    def left(self) -> int:
        """Where it begins in a strip, in units of the drawing."""
        return self.at * SQUARE + 2

    @property
    def stroke(self) -> str:
        """The line through it, for a day somebody may not work."""
        return f"M{self.left + 2} 12 {self.left + 10} 4"


@dataclass(frozen=True, slots=True)
class Strip:
    """The squares of two weeks, and the same in words."""

    squares: tuple[Square, ...]
    says: str


def monday_of(day: date) -> date:
    """The Monday of the week of ``day``."""
    return day - timedelta(days=day.weekday())


def fortnight(first: date) -> tuple[date, ...]:
    """Fourteen days from ``first``."""
    return tuple(first + timedelta(days=number) for number in range(DAYS))


def heads(days: Iterable[date]) -> tuple[tuple[int, str, int], ...]:
    """What stands above strips: where, the first letter of the weekday, the day of the month."""
    return tuple((at * SQUARE + 8, date_format(day, "D")[:1], day.day) for at, day in enumerate(days))


def strip(
    days: Iterable[date], planned: tuple[date, date], engaged: Iterable[Engaged], barred: Iterable[date]
) -> Strip:
    """The strip of somebody: ``planned`` is the work they would do, ``barred`` the days they may not do it."""
    others, not_on = tuple(engaged), frozenset(barred)
    squares = tuple(
        Square(
            at,
            day,
            day.weekday() >= 5,
            planned[0] <= day <= planned[1],
            any(one.on(day) for one in others),
            day in not_on,
        )
        for at, day in enumerate(days)
    )
    return Strip(squares, _in_words(squares))


def _in_words(squares: tuple[Square, ...]) -> str:
    engaged = [_day(one.day) for one in squares if one.engaged]
    barred = [_day(one.day) for one in squares if one.barred]
    told = [
        gettext("Engaged elsewhere: %(days)s.") % {"days": ", ".join(engaged)}
        if engaged
        else gettext("Engaged nowhere else in these two weeks.")
    ]
    if barred:
        told.append(gettext("Not authorised: %(days)s.") % {"days": ", ".join(barred)})
    return " ".join(told)


def _day(day: date) -> str:
    return date_format(day, "MONTH_DAY_FORMAT")
