"""The authorisations of a person as bars over time, ready to be drawn: one line each, cut where they rested.

ISO/IEC 17065 6.1.2; ISO/IEC 17021-1 7.1–7.2. The table of the person's page says the same in words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext

from certwright.answers.pack_names import pack_said
from certwright.answers.words import said
from certwright.core.dossiers import Person
from certwright.core.dossiers.person_parts import Authorisation
from certwright.core.reckoning.calendar import add_months

WIDTH = 720
"""Units of the drawing from its first to its last day."""
LINE = 32
"""Units of the drawing from one line to the next."""
HEAD = 24
_AHEAD = 12  # months shown after today where an authorisation has no end


@dataclass(frozen=True, slots=True)
class Bar:
    """A time in which an authorisation is in force. ``tone``: now (good), before (quiet) or to come (info)."""

    left: float
    width: float
    top: int
    tone: str


@dataclass(frozen=True, slots=True)
class Line:
    """An authorisation: its name stands above its bars; ``says`` tells it whole."""

    label: str
    top: int
    bars: tuple[Bar, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A year, or today: where it stands and what it is called."""

    left: float
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """All of it, in units of the drawing."""

    lines: tuple[Line, ...]
    years: tuple[Mark, ...]
    today: Mark
    height: int
    says: str

    @property
    def width(self) -> int:
        """How wide it is."""
        return WIDTH


def drawing(person: Person, today: date) -> Drawing | None:
    """The bars of a person as of ``today``; ``None`` where nothing was ever granted."""
    held = sorted(person.authorisations, key=lambda one: (not one.holds_on(today), one.function.value, one.valid_from))
    if not held:
        return None
    first = min(one.valid_from for one in held).replace(month=1, day=1)
    ends = [one.valid_until for one in held if one.valid_until]
    last = max([*ends, add_months(today, _AHEAD), today])
    scale = _Scale(first, last)
    lines = tuple(_line(one, at, scale, today) for at, one in enumerate(held))
    in_force = sum(one.holds_on(today) for one in held)
    says = gettext("%(number)s authorisations, %(in_force)s of them in force on %(day)s.") % {
        "number": len(held), "in_force": in_force, "day": _day(today),
    }  # fmt: skip
    return Drawing(lines, tuple(scale.years()), Mark(scale.at(today), _day(today)), HEAD + LINE * len(lines) + 4, says)


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    def at(self, day: date) -> float:
        """Where a day stands."""
        days = (self.last - self.first).days or 1
        return round(WIDTH * (min(max(day, self.first), self.last) - self.first).days / days, 1)

    def years(self) -> Iterator[Mark]:
        """The first day of each year."""
        for year in range(self.first.year, self.last.year + 1):
            yield Mark(self.at(date(year, 1, 1)), str(year))


def _line(one: Authorisation, at: int, scale: _Scale, today: date) -> Line:
    packs = ", ".join(pack_said(pack) for pack in one.packs)
    name = said(one.function.value)
    label = " · ".join(filter(None, (name[:1].upper() + name[1:], packs, ", ".join(one.areas))))
    top = HEAD + LINE * at
    return Line(label, top, tuple(_bars(one.in_force(), top, scale, today)), f"{label}: {_told(one)}")


def _bars(times: Iterable[tuple[date, date | None]], top: int, scale: _Scale, today: date) -> Iterator[Bar]:
    for first, until in times:
        last = until or scale.last
        tone = "quiet" if last < today else "info" if first > today else "good"
        left = scale.at(first)
        yield Bar(left, max(2.0, round(scale.at(last + timedelta(days=1)) - left, 1)), top, tone)


def _told(one: Authorisation) -> str:
    times = [
        gettext("%(first)s to %(last)s") % {"first": _day(first), "last": _day(until)}
        if until
        else gettext("from %(first)s") % {"first": _day(first)}
        for first, until in one.in_force()
    ]
    return "; ".join(times) or gettext("never in force")


def _day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")
