"""What a rule may see beside the act and its dossier. It is all gathered before judging; a rule never searches."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from certwright.core.dossiers import BODY, Body, Dossier, PackDossier, Person, holds_by_founding
from certwright.core.dossiers.pin import Pin
from certwright.core.entry import Proposal
from certwright.core.functions import Function
from certwright.packs.model.base import Pack


@dataclass(frozen=True, slots=True)
class Known:
    """The proposal, the body's calendar day, the gathered dossiers and the packs they pin, by digest.

    ``packs`` holds what this act reads: the text it adopts, or the texts its dossiers are pinned to. A text that could
    not be read stands with the problems found in ``faulty``.
    """

    proposal: Proposal
    today: date
    gathered: Mapping[str, Dossier] = field(default_factory=lambda: MappingProxyType({}))
    packs: Mapping[str, Pack] = field(default_factory=lambda: MappingProxyType({}))
    faulty: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

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

    def pack_of(self, dossier: Dossier) -> Pack | None:
        """The pack a dossier is pinned to, as its text stands; ``None`` if it is pinned to none that can be read."""
        return next((self.packs[pin.text] for pin in dossier.pinned if pin.text in self.packs), None)

    def settled(self, pin: Pin) -> Mapping[str, str]:
        """What the body set when it adopted a pinned text, by name of the value."""
        dossier = self.gathered.get(f"pack:{pin.pack}")
        adoptions = dossier.adoptions if isinstance(dossier, PackDossier) else ()
        adopted = next((made for made in adoptions if made.text == pin.text), None)
        return {value.name: value.value for value in adopted.values} if adopted else {}
