"""What a rule may see beside the act and its dossier. It is all gathered before judging; a rule never searches."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from certwright.core.dossiers import BODY, Body, Dossier, Person, holds_by_founding
from certwright.core.entry import Proposal
from certwright.core.functions import Function
from certwright.core.gathered import Gathered
from certwright.core.reckoning.kept import KeptReckoning
from certwright.packs.model.base import Pack


@dataclass(frozen=True, slots=True)
class Known(Gathered):
    """The proposal, the body's calendar day, the gathered dossiers and the packs they pin, by digest.

    ``packs`` holds what this act reads: the text it adopts, or the texts its dossiers are pinned to. A text that could
    not be read stands with the problems found in ``faulty``. ``reckonings`` holds the texts named as
    reckonings, by digest: ``None`` for one that is none. A digest that is missing there is not in store.
    """

    proposal: Proposal
    today: date
    gathered: Mapping[str, Dossier] = field(default_factory=lambda: MappingProxyType({}))
    packs: Mapping[str, Pack] = field(default_factory=lambda: MappingProxyType({}))
    faulty: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    reckonings: Mapping[str, KeptReckoning | None] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def body(self) -> Body:
        """The certification body; an empty one before it is founded."""
        found = self.gathered.get(BODY)
        return found if isinstance(found, Body) else Body(id=BODY)

    def person(self, person_id: str) -> Person:
        """A gathered person; an empty one if there is no such dossier."""
        found = self.gathered.get(person_id)
        return found if isinstance(found, Person) else Person(id=person_id)

    @property
    def actor(self) -> Person:
        """Who proposes the act."""
        return self.person(self.proposal.actor)

    def holds(self, person_id: str, function: Function, day: date) -> bool:
        """Whether a gathered person may do ``function`` on ``day``: by authorisation, or by the founding act."""
        person = self.person(person_id)
        return any(person.authorised(function, day)) or holds_by_founding(self.body, person, function)
