"""The dossiers around the items of a committee, read in two questions, and who may stay for each item."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from certwright.answers.attendance import Attendance, Present, attendance
from certwright.core.dossiers import BODY, Body, Certification, Committee, Dossier, Matter, Person
from certwright.office.gathering import pack_texts
from certwright.office.standing import dossiers
from certwright.packs.library import Volume
from certwright.packs.model.product import ProductScheme


@dataclass(frozen=True, slots=True)
class Around:
    """A committee with its members, the items before it, and the work these rest on."""

    committee: Committee
    found: Mapping[str, Dossier]

    def attendance(self, item: str, on: date) -> Attendance:
        """Who may stay for an item on a day."""
        body, about = self.found[BODY], self.found[item]
        months = body.periods.distance if isinstance(body, Body) else 24
        people = {name: one for name, one in self.found.items() if isinstance(one, Person)}
        work = [self.found[name] for name in rests_on(about, self.found) if name in self.found]
        return attendance(self.committee, about, work, people, on, months, _quorum_of_scheme(about))

    def everybody(self, on: date) -> tuple[Present, ...]:
        """The members on a day, where there is no item they would have to leave."""
        return tuple(Present(seat) for seat in self.committee.members_on(on))


def around(committee: Committee, items: Iterable[str], day: date) -> Around:
    """Everything that is looked at for ``items`` of ``committee`` on ``day``."""
    members = {seat.person for seat in committee.members_on(day)}
    first = dossiers({*items, *members, BODY})
    work = {name for one in first.values() for name in rests_on(one, first)}
    found = {**first, **dossiers(work - first.keys() - {""})}
    more = {name for one in list(found.values()) for name in rests_on(one, found)} - found.keys()
    return Around(committee, {**found, **(dossiers(more) if more else {})})


def rests_on(item: Dossier, found: Mapping[str, Dossier]) -> tuple[str, ...]:
    """The dossiers an item rests on: the work that was reviewed last or is planned, and for a matter the case."""
    if isinstance(item, Matter) and item.received:
        case = item.received.about_certification or ""
        about = found.get(case)
        return (case, *(rests_on(about, found) if about else ())) if case else ()
    if not isinstance(item, Certification):
        return ()
    if item.reviews:
        return item.reviews[-1].rests_on
    return tuple(piece.assignment for piece in item.planned if not piece.omitted_by)


def _quorum_of_scheme(item: Dossier) -> int | None:
    """What the scheme of a certification asks of the committee that decides on it."""
    if not isinstance(item, Certification) or item.pin is None:
        return None
    text = pack_texts("default").volume(item.pin.text)
    scheme = text.pack if isinstance(text, Volume) else None
    maker = scheme.decision_maker if isinstance(scheme, ProductScheme) else None
    return maker.quorum if maker else None
