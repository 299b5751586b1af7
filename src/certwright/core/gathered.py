"""What follows from gathered dossiers and the packs they pin: the same for judging an act and for showing a dossier."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from certwright.core.dossiers import Dossier, PackDossier
from certwright.core.dossiers.pin import Pin
from certwright.core.reckoning.choices import choices_of_scheme, choices_of_standard
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.limits import Choice, Limits
from certwright.packs.adoption import NotSettled, Value, settled
from certwright.packs.model.base import Pack
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.time_limits import TimeLimitPack

D = TypeVar("D", bound=Dossier)


class Gathered:
    """Base of what holds gathered dossiers by id and the packs they pin by the digest of their text."""

    __slots__ = ()
    gathered: Mapping[str, Dossier]
    packs: Mapping[str, Pack]

    def pack_of(self, dossier: Dossier) -> Pack | None:
        """The pack a dossier is pinned to, as its text stands; ``None`` if it is pinned to none that can be read."""
        return next((self.packs[pin.text] for pin in dossier.pinned if pin.text in self.packs), None)

    def settled(self, pin: Pin) -> Mapping[str, Value]:
        """What the values mean that the body set when it adopted a pinned text, by name of the value."""
        dossier = self.gathered.get(f"pack:{pin.pack}")
        adoptions = dossier.adoptions if isinstance(dossier, PackDossier) else ()
        adopted = next((made for made in adoptions if made.text == pin.text), None)
        pack = self.packs.get(pin.text)
        if adopted is None or pack is None:
            return {}
        try:
            return settled(pack, {value.name: value.value for value in adopted.values})
        except NotSettled:
            return {}

    def adopted(self, name: str) -> Pack | None:
        """The pack ``name`` by the text the body adopted last; ``None`` if there is none that can be read."""
        dossier = self.gathered.get(f"pack:{name}")
        adoptions = dossier.adoptions if isinstance(dossier, PackDossier) else ()
        return self.packs.get(adoptions[-1].text) if adoptions else None

    def limits(self, name: str | None, case: Dossier | None = None) -> Limits | None:
        """The time limits the body adopted last under the pack ``name``; ``None`` if there are none.

        With a ``case``, what its scheme or its standard's sector document chooses among them is taken in, too.
        """
        dossier = self.gathered.get(f"pack:{name}")
        if not isinstance(dossier, PackDossier) or not dossier.adoptions:
            return None
        last = dossier.adoptions[-1]
        pack = self.packs.get(last.text)
        if not isinstance(pack, TimeLimitPack):
            return None
        try:
            chosen = self._chosen(case) if case is not None else {}
        except CannotReckon:
            return None
        return Limits(pack, self.settled(Pin(name or "", last.edition, last.text)), chosen)

    def _chosen(self, case: Dossier) -> Mapping[str, Choice]:
        pack = self.pack_of(case)
        settled_values = self.settled(case.pinned[0]) if case.pinned else {}
        if isinstance(pack, ManagementStandard):
            return choices_of_standard(pack, settled_values)
        return choices_of_scheme(pack, settled_values) if isinstance(pack, ProductScheme) else {}

    def of(self, kind: type[D], ids: Iterable[str]) -> tuple[D, ...]:
        """The gathered dossiers of a kind among ``ids``, in that order; those that are not on record are left out."""
        found = (self.gathered.get(each) for each in ids)
        return tuple(dossier for dossier in found if isinstance(dossier, kind) and dossier.is_open)

    def all_of(self, kind: type[D]) -> tuple[D, ...]:
        """Every gathered dossier of a kind that is on record."""
        return self.of(kind, self.gathered)

    def one(self, kind: type[D], dossier_id: str | None) -> D | None:
        """A gathered dossier of a kind, if it is on record."""
        return next(iter(self.of(kind, [dossier_id] if dossier_id else [])), None)
