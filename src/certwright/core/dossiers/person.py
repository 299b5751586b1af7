"""What a person's dossier says: the tie to the body, the particulars, and what the person is authorised for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from certwright.core.acts.person import (
    EndAuthorisation,
    EraseParticulars,
    GrantAuthorisation,
    RegisterPerson,
    StateParticulars,
)
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.entry import Entry
from certwright.core.functions import Function


@dataclass(frozen=True, slots=True)
class Authorisation:
    """A function somebody may do, for which packs and areas (empty: not bound to any), between two days included."""

    act: str
    function: Function
    packs: tuple[str, ...]
    areas: tuple[str, ...]
    valid_from: date
    valid_until: date | None

    def holds_on(self, day: date) -> bool:
        """Whether the authorisation is valid on ``day``."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


@dossier_kind("person")
@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Dossier):
    """A person: rules see the tie and the authorisations, never the particulars, which may be erased."""

    basis: str = ""
    since: date | None = None
    particulars: StateParticulars | None = None
    particulars_erased: bool = False
    authorisations: tuple[Authorisation, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the person was registered and the registration still stands."""
        return self.basis != ""

    @property
    def title(self) -> str:
        """The person's name, or the id once the particulars are erased or before they are stated."""
        return self.particulars.name if self.particulars else self.id

    def authorised_for(self, function: Function, pack: str, areas: frozenset[str], day: date) -> bool:
        """Whether authorisations together cover ``function`` for ``pack`` and all of ``areas`` on ``day``."""
        held = [one for one in self.authorised(function, day) if not one.packs or pack in one.packs]
        if any(not one.areas for one in held):
            return True
        return bool(held) and areas <= frozenset(area for one in held for area in one.areas)

    def authorised(self, function: Function, day: date) -> Iterator[Authorisation]:
        """The authorisations for ``function`` valid on ``day``."""
        return (held for held in self.authorisations if held.function is function and held.holds_on(day))


@moves(Person, RegisterPerson)
def _registered(person: Person, act: RegisterPerson, entry: Entry) -> Person:
    return replace(person, basis=act.basis, since=act.since)


@moves(Person, StateParticulars)
def _particulars_stated(person: Person, act: StateParticulars, entry: Entry) -> Person:
    return replace(person, particulars=act, particulars_erased=False)


@moves(Person, EraseParticulars)
def _particulars_erased(person: Person, act: EraseParticulars, entry: Entry) -> Person:
    return replace(person, particulars=None, particulars_erased=True)


@moves(Person, GrantAuthorisation)
def _authorised(person: Person, act: GrantAuthorisation, entry: Entry) -> Person:
    granted = Authorisation(entry.id, act.function, act.packs, act.areas, act.valid_from, act.valid_until)
    return replace(person, authorisations=(*person.authorisations, granted))


@moves(Person, EndAuthorisation)
def _authorisation_ended(person: Person, act: EndAuthorisation, entry: Entry) -> Person:
    return replace(
        person,
        authorisations=tuple(
            replace(held, valid_until=act.last_day) if held.act == act.authorisation else held
            for held in person.authorisations
        ),
    )
