"""What a person's dossier says: the tie to the body, the particulars, and what the person is authorised for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from certwright.core.acts.person import (
    EndAuthorisation,
    EndTie,
    EraseParticulars,
    GrantAuthorisation,
    RegisterPerson,
    StateParticulars,
)
from certwright.core.acts.relation import (
    DeclareForCase,
    DeclareRelation,
    ExplainDeclaration,
    RecordMonitoring,
    RestoreAuthorisation,
    SignUndertaking,
    SuspendAuthorisation,
)
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.dossiers.person_parts import Authorisation, CaseDeclaration, Monitored, Relation, Undertaking
from certwright.core.dossiers.replacing import replace
from certwright.core.entry import Entry
from certwright.core.functions import Function


@dossier_kind("person")
@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Dossier):
    """A person: rules see the tie and the authorisations, never the particulars, which may be erased.

    ``ended_on`` is the last day of the tie to the body, once it is over. ``explanations`` are declarations, each with
    what was said about it; they are erased with the particulars, and no rule reads them.
    """

    basis: str = ""
    since: date | None = None
    ended_on: date | None = None
    particulars: StateParticulars | None = None
    particulars_erased: bool = False
    authorisations: tuple[Authorisation, ...] = ()
    relations: tuple[Relation, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
    declarations: tuple[CaseDeclaration, ...] = ()
    monitored: tuple[Monitored, ...] = ()
    explanations: tuple[tuple[str, str], ...] = ()

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

    def tied_to(self, clients: frozenset[str]) -> Iterator[Relation]:
        """What ties the person, or their employer, to one of ``clients``, now or in the past."""
        return (tie for tie in self.relations if tie.client in clients)

    def undertook_by(self, day: date) -> frozenset[str]:
        """What the person had undertaken in writing by ``day``."""
        return frozenset(what for signed in self.undertakings if signed.signed_on <= day for what in signed.covers)

    def declared_for(self, certification: str) -> CaseDeclaration | None:
        """The person's last declaration for a certification."""
        return next((made for made in reversed(self.declarations) if made.certification == certification), None)


@moves(Person, RegisterPerson)
def _registered(person: Person, act: RegisterPerson, entry: Entry) -> Person:
    return replace(person, basis=act.basis, since=act.since)


@moves(Person, StateParticulars)
def _particulars_stated(person: Person, act: StateParticulars, entry: Entry) -> Person:
    return replace(person, particulars=act, particulars_erased=False)


@moves(Person, EraseParticulars)
def _particulars_erased(person: Person, act: EraseParticulars, entry: Entry) -> Person:
    return replace(person, particulars=None, particulars_erased=True, explanations=())


@moves(Person, GrantAuthorisation)
def _authorised(person: Person, act: GrantAuthorisation, entry: Entry) -> Person:
    granted = Authorisation(entry.id, act.function, act.packs, act.areas, act.valid_from, act.valid_until)
    return replace(person, authorisations=(*person.authorisations, granted))


@moves(Person, EndAuthorisation)
def _authorisation_ended(person: Person, act: EndAuthorisation, entry: Entry) -> Person:
    return _changed(person, act.authorisation, lambda held: replace(held, valid_until=act.last_day))


@moves(Person, EndTie)
def _tie_ended(person: Person, act: EndTie, entry: Entry) -> Person:
    held = tuple(one.ended_by(act.last_day) for one in person.authorisations)
    return replace(person, ended_on=act.last_day, authorisations=held)


@moves(Person, SuspendAuthorisation)
def _authorisation_suspended(person: Person, act: SuspendAuthorisation, entry: Entry) -> Person:
    return _changed(person, act.authorisation, lambda held: held.suspended_from(act.from_day))


@moves(Person, RestoreAuthorisation)
def _authorisation_restored(person: Person, act: RestoreAuthorisation, entry: Entry) -> Person:
    return _changed(person, act.authorisation, lambda held: held.restored_from(act.from_day))


def _changed(person: Person, act_id: str, change: Callable[[Authorisation], Authorisation]) -> Person:
    """The person with one authorisation changed. It is looked for from the end: mostly it was granted not long ago."""
    held = person.authorisations
    place = next((place for place in reversed(range(len(held))) if held[place].act == act_id), None)
    if place is None:
        return person
    return replace(person, authorisations=(*held[:place], change(held[place]), *held[place + 1 :]))


@moves(Person, DeclareRelation)
def _relation_declared(person: Person, act: DeclareRelation, entry: Entry) -> Person:
    told = Relation(entry.id, act.client, act.kind, act.whose, act.from_day, act.until_day)
    kept = tuple(tie for tie in person.relations if not told.restates(tie))
    return replace(person, relations=(*kept, told))


@moves(Person, SignUndertaking)
def _undertaken(person: Person, act: SignUndertaking, entry: Entry) -> Person:
    return replace(person, undertakings=(*person.undertakings, Undertaking(entry.id, act.signed_on, act.covers)))


@moves(Person, DeclareForCase)
def _declared(person: Person, act: DeclareForCase, entry: Entry) -> Person:
    made = CaseDeclaration(entry.id, act.certification, act.conflict)
    return replace(person, declarations=(*person.declarations, made))


@moves(Person, ExplainDeclaration)
def _explained(person: Person, act: ExplainDeclaration, entry: Entry) -> Person:
    return replace(person, explanations=(*person.explanations, (act.declaration, act.words)))


@moves(Person, RecordMonitoring)
def _monitored(person: Person, act: RecordMonitoring, entry: Entry) -> Person:
    seen = Monitored(entry.id, act.on, act.method, act.packs, act.outcome)
    return replace(person, monitored=(*person.monitored, seen))
