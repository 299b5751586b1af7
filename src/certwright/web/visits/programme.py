"""What is planned and due at a client: its certifications with what comes next, and the assignments not yet held.

ISO/IEC 17065 7.4.1, 7.9; ISO/IEC 17021-1 9.1.3, 9.1.6. All of it from rows, names and teams from the dossiers.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from certwright.core.dossiers import Assignment
from certwright.office.case import Case
from certwright.rows.models import AssignmentRow, CertificationRow
from certwright.web.acting.naming import captions_in
from certwright.web.team import about
from certwright.web.team.fortnight import Engaged, Strip, fortnight, monday_of, strip

MOST = 60
"""How many open assignments of a client are shown at most."""


@dataclass(frozen=True, slots=True)
class Due:
    """A certification of the client: how it stands, what is due next until which day, when it ends."""

    certification: str
    pack: str
    standing: str
    next_what: str
    next_on: date | None
    last_day: date | None

    def days_left(self, today: date) -> int | None:
        """Days until what is due next; negative where it is late."""
        return (self.next_on - today).days if self.next_on else None


@dataclass(frozen=True, slots=True)
class Piece:
    """An assignment that can be part of a visit. ``chosen``: it is to be."""

    id: str
    name: str
    kind: str
    pack: str
    first: date
    last: date
    sites: tuple[str, ...]
    team: tuple[str, ...]
    unannounced: bool
    confirmed: bool
    strip: Strip
    chosen: bool


@dataclass(frozen=True, slots=True)
class Busy:
    """Somebody on the chosen assignments, and what else they are put on in the two weeks."""

    name: str
    engaged: tuple[Engaged, ...]
    strip: Strip


@dataclass(frozen=True, slots=True)
class Programme:
    """All of it; ``days`` are the two weeks of the strips."""

    due: tuple[Due, ...]
    pieces: tuple[Piece, ...]
    people: tuple[Busy, ...]
    days: tuple[date, ...]

    @property
    def chosen(self) -> tuple[Piece, ...]:
        """The assignments that are to be done together."""
        return tuple(one for one in self.pieces if one.chosen)

    @property
    def mixed(self) -> bool:
        """Whether announced and unannounced work is chosen together, which would announce it."""
        return len({one.unannounced for one in self.chosen}) > 1


def programme(case: Case, client: str, chosen: Iterable[str], first: date | None) -> Programme:
    """What there is to plan at ``client``; ``first`` is the first day of the visit, where it is known."""
    wanted = list(chosen)
    rows = AssignmentRow.objects.using(case.using).filter(client=client, held_from=None, reported_on=None)
    ids = [*rows.order_by("planned_from").values_list("dossier", flat=True)[:MOST], *wanted]
    case.look_up(ids)
    found = [one for one in map(case.at, dict.fromkeys(ids)) if isinstance(one, Assignment) and one.client == client]
    work = [one for one in found if one.from_day]
    days = fortnight(monday_of(first or _first(work, wanted) or case.day))
    return Programme(
        tuple(_due(case, client)),
        tuple(_pieces(case, work, wanted, days)),
        tuple(_busy(case, [one for one in work if one.id in wanted], days)),
        days,
    )


def _first(work: list[Assignment], wanted: list[str]) -> date | None:
    among = [one for one in work if one.id in wanted] or work
    return min((one.from_day for one in among if one.from_day), default=None)


def _due(case: Case, client: str) -> Iterable[Due]:
    rows = CertificationRow.objects.using(case.using).filter(
        client=client, from_day__lte=case.day, until_day__gte=case.day, closed_down_on=None
    )
    for row in rows.order_by("next_on", "dossier"):
        yield Due(row.dossier, row.pack, row.standing, row.next_what, row.next_on, row.last_day)


def _pieces(case: Case, work: list[Assignment], wanted: list[str], days: tuple[date, ...]) -> Iterable[Piece]:
    people = captions_in(case, {member.person for one in work for member in one.serving_members})
    names: Mapping[str, str] = captions_in(case, [one.id for one in work])
    for one in work:
        first = one.from_day or case.day
        last = one.to_day or first
        yield Piece(
            one.id,
            names[one.id],
            one.what,
            one.pin.pack if one.pin else "",
            first,
            last,
            one.sites,
            tuple(people[member.person] for member in one.serving_members),
            one.announced == "unannounced",
            one.confirmed_on is not None,
            strip(days, (first, last), (), ()),
            one.id in wanted,
        )


def _busy(case: Case, work: list[Assignment], days: tuple[date, ...]) -> Iterable[Busy]:
    """Everybody on the chosen work: one name, its days together, what else they are engaged in."""
    people = sorted({member.person for one in work for member in one.serving_members})
    elsewhere = about.engaged(people, [one.id for one in work], days[0], case.using)
    names = captions_in(case, people)
    first = min((one.from_day for one in work if one.from_day), default=case.day)
    last = max((one.to_day for one in work if one.to_day), default=first)
    for person in people:
        engaged = elsewhere.get(person, ())
        yield Busy(names[person], engaged, strip(days, (first, last), engaged, ()))
