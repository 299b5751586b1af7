"""The dossiers around an act that is being written, for filling in what follows from them. Read without locks: what is
filled in is judged like anything else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, TypeVar

from django.db.models import Q

from certwright.core.dossiers import (
    KINDS,
    Agreement,
    Application,
    Assignment,
    Certification,
    Dossier,
    Enquiry,
    Finding,
    PackDossier,
    empty,
)
from certwright.core.dossiers.pin import Pin
from certwright.journal import heads
from certwright.office.folded import folded
from certwright.office.gathering import pack_texts
from certwright.packs.library import Volume
from certwright.packs.model.base import Pack
from certwright.rows.models import LinkRow

Fields = Mapping[str, Any]
D = TypeVar("D", bound=Dossier)


@dataclass(frozen=True, slots=True)
class Case:
    """An act that is being written: in which dossier, by whom, for which day, with which ``fields`` so far.

    ``memory`` holds what was read of the record: nothing is asked twice about one act.
    """

    dossier: str
    actor: str
    day: date
    using: str
    fields: Fields
    memory: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def having(self, fields: Fields) -> "Case":
        """The same with other fields."""
        return replace(self, fields=fields)

    def at(self, dossier_id: object) -> Dossier | None:
        """A dossier as it stands; ``None`` if nothing is recorded in it."""
        if not isinstance(dossier_id, str) or dossier_id.partition(":")[0] not in KINDS:
            return None
        self.look_up([dossier_id])
        found: Dossier = self.memory[dossier_id]
        return found if found.exists else None

    def look_up(self, dossier_ids: Iterable[str]) -> None:
        """Read these dossiers at once, unless they are remembered."""
        memory = self.memory
        new = {one for one in dossier_ids if one not in memory and one.partition(":")[0] in KINDS}
        if new:
            memory.update(folded(self.using).at(heads.standings(sorted(new), self.using), new))

    def looked_up(self, dossier_ids: Iterable[str]) -> Mapping[str, Dossier]:
        """These dossiers as they stand, empty ones where nothing is recorded."""
        wanted = set(dossier_ids)
        self.look_up(wanted)
        return {one: self.memory[one] for one in wanted}

    def of(self, kind: type[D], field: str) -> D | None:
        """The act's own dossier if it is of ``kind``, else the one that ``field`` names."""
        own = self.at(self.dossier)
        found = own if isinstance(own, kind) else self.at(self.fields.get(field))
        return found if isinstance(found, kind) else None

    @property
    def assignment(self) -> Assignment | None:
        """The assignment it is about."""
        found = self.of(Assignment, "assignment")
        if found is None and (finding := self.of(Finding, "finding")):
            other = self.at(finding.assignment)
            found = other if isinstance(other, Assignment) else None
        return found

    @property
    def certification(self) -> Certification | None:
        """The certification it is about."""
        found = self.of(Certification, "certification")
        if found is None and (assignment := self.assignment):
            found = self.certification_of(assignment.certification)
        return found

    def certification_of(self, dossier_id: object) -> Certification | None:
        """A certification by its id."""
        found = self.at(dossier_id)
        return found if isinstance(found, Certification) else None

    @property
    def application(self) -> Application | None:
        """The application it is about."""
        found = self.of(Application, "application")
        if found is None and (certification := self.certification):
            other = self.at(certification.application)
            found = other if isinstance(other, Application) else None
        return found

    @property
    def enquiry(self) -> Enquiry | None:
        """The enquiry it goes back to."""
        return self.of(Enquiry, "enquiry")

    @property
    def pin(self) -> Pin | None:
        """The text the case is pinned to, or would be: of its certification, its acceptance, or the last adoption."""
        if certification := self.certification:
            return certification.pin
        name = self.fields.get("pack")
        application = self.application
        if application and isinstance(name, str) and name in application.accepted:
            return application.accepted[name].pin
        adopted = self.at(f"pack:{name}")
        if isinstance(adopted, PackDossier) and adopted.adoptions:
            return Pin(adopted.name, adopted.adoptions[-1].edition, adopted.adoptions[-1].text)
        return None

    @property
    def pack(self) -> Pack | None:
        """The pack the case is pinned to, as its text reads."""
        pin = self.pin
        found = pack_texts(self.using).volume(pin.text) if pin else None
        return found.pack if isinstance(found, Volume) else None

    @property
    def agreement(self) -> Agreement | None:
        """The client's agreement: of those that cover the pack the one in force on the day, else the last."""
        certification = self.certification
        client = certification.client if certification else self.fields.get("client")
        agreed = [found for found in self.linked(str(client), "agreement.conclude") if isinstance(found, Agreement)]
        pin = self.pin
        agreed.sort(key=lambda one: (bool(pin and pin.pack in one.packs), one.in_force_on(self.day), one.id))
        return agreed[-1] if agreed else None

    def linked(self, target: str, by: str) -> Sequence[Dossier]:
        """The dossiers whose act ``by`` names ``target``, in the order of their ids."""
        if not target:
            return []
        if (target, by) not in self.memory:
            self._look_up_links({(target, by), *self._often_linked()})
        linking: list[str] = self.memory[target, by]
        self.look_up(linking)
        found = (self.at(dossier) for dossier in linking)
        return [dossier for dossier in found if dossier is not None and dossier.is_open]

    def _look_up_links(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Ask at once which dossiers are linked by these pairs of a dossier and a kind of act."""
        found: dict[tuple[str, str], list[str]] = {pair: [] for pair in pairs if pair not in self.memory}
        asked = reduce(or_, (Q(target=target, by=by) for target, by in sorted(found)))
        rows = LinkRow.objects.using(self.using).filter(asked).order_by("dossier")
        for dossier, target, by in rows.values_list("dossier", "target", "by"):
            found[target, by].append(dossier)
        memory = self.memory
        memory.update(found)
        self.look_up(dossier for linking in found.values() for dossier in linking)

    def _often_linked(self) -> frozenset[tuple[str, str]]:
        """What acts about a certification ask for as a rule, so that it is asked for in one question."""
        certification = self.certification
        if certification is None or not certification.is_open:
            return frozenset()
        raised_in = {certification.id, *(piece.assignment for piece in certification.planned)}
        raised = {(dossier, "finding.raise") for dossier in raised_in}
        return frozenset({*raised, (certification.client, "agreement.conclude")})

    def opened(self) -> Dossier:
        """The act's own dossier, empty if nothing is recorded in it."""
        return self.at(self.dossier) or empty(self.dossier)
