"""The parts of a person's dossier: what they are authorised for, tied to, and undertook. Each remembers its act."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from certwright.core.dossiers.replacing import replace
from certwright.core.functions import Function
from certwright.core.reckoning.calendar import add_months


@dataclass(frozen=True, slots=True)
class Rest:
    """A time in which an authorisation is suspended, both days included; ``None``: until it is restored."""

    first: date
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the authorisation is suspended on ``day``."""
        return self.first <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Authorisation:
    """A function somebody may do, for which packs and areas (empty: not bound to any), between two days included."""

    act: str
    function: Function
    packs: tuple[str, ...]
    areas: tuple[str, ...]
    valid_from: date
    valid_until: date | None
    rests: tuple[Rest, ...] = ()

    def holds_on(self, day: date) -> bool:
        """Whether the authorisation is valid on ``day`` and not suspended."""
        within = self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)
        return within and not any(rest.holds_on(day) for rest in self.rests)

    def in_force(self) -> Iterator[tuple[date, date | None]]:
        """The times it is valid in, first and last day (``None``: without end), cut where it rested."""
        first = self.valid_from
        for rest in sorted(self.rests, key=lambda rest: rest.first):
            before = rest.first - timedelta(days=1)
            if rest.until is not None and rest.until <= before:
                continue  # restored from the day it was to begin: it never rested
            if first <= before:
                yield first, before if self.valid_until is None else min(before, self.valid_until)
            if rest.until is None:
                return
            first = max(first, rest.until + timedelta(days=1))
            if self.valid_until is not None and self.valid_until < first:
                return
        if self.valid_until is None or first <= self.valid_until:
            yield first, self.valid_until

    def ended_by(self, last: date) -> "Authorisation":
        """The same authorisation, valid until ``last`` at the longest."""
        return replace(self, valid_until=last if self.valid_until is None else min(self.valid_until, last))

    def suspended_from(self, first: date) -> "Authorisation":
        """The same authorisation, suspended from ``first`` until it is restored."""
        return replace(self, rests=(*self.rests, Rest(first)))

    def restored_from(self, first: date) -> "Authorisation":
        """The same authorisation, valid again from ``first``."""
        last = first - timedelta(days=1)
        return replace(self, rests=tuple(Rest(rest.first, rest.until or last) for rest in self.rests))


@dataclass(frozen=True, slots=True)
class Relation:
    """What ties the person, or their employer, to a client. A missing first day: since ever; last day: still."""

    act: str
    client: str
    kind: str
    whose: str
    from_day: date | None
    until_day: date | None

    def holds_on(self, day: date) -> bool:
        """Whether the tie is there on ``day``."""
        return (self.from_day is None or self.from_day <= day) and (self.until_day is None or day <= self.until_day)

    def free_from(self, months: int) -> date | None:
        """The first day that lies ``months`` calendar months after its end; ``None`` while it has no end."""
        return add_months(self.until_day, months) if self.until_day else None

    def weighs_on(self, day: date, months: int) -> bool:
        """Whether ``day`` lies within the tie or within ``months`` after its end."""
        free = self.free_from(months)
        return (self.from_day is None or self.from_day <= day) and (free is None or day < free)

    def restates(self, other: "Relation") -> bool:
        """Whether this is the same tie as ``other``, told anew (with its end, say)."""
        mine, theirs = ((tie.client, tie.kind, tie.whose, tie.from_day) for tie in (self, other))
        return mine == theirs


@dataclass(frozen=True, slots=True)
class Undertaking:
    """What the person signed, and when."""

    act: str
    signed_on: date
    covers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseDeclaration:
    """The person's declaration for one certification: ``none`` or ``described``."""

    act: str
    certification: str
    conflict: str


@dataclass(frozen=True, slots=True)
class Monitored:
    """The person's work was looked at: when, how, for which packs (empty: all), with what outcome."""

    act: str
    on: date
    method: str
    packs: tuple[str, ...]
    outcome: str
