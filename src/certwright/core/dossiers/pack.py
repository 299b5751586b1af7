"""What the dossier of a pack says: which texts of it the body adopted, and what it set where the pack was unsure."""

from dataclasses import dataclass
from datetime import date

from certwright.core.acts.pack import AdoptPack, RecordExperience, SetValue
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.dossiers.replacing import replace
from certwright.core.entry import Entry


@dataclass(frozen=True, slots=True)
class Adoption:
    """One text of the pack, adopted on a day, with the values the body set."""

    act: str
    edition: str
    text: str
    values: tuple[SetValue, ...]
    adopted_on: date


@dossier_kind("pack")
@dataclass(frozen=True, slots=True, kw_only=True)
class PackDossier(Dossier):
    """A standard, scheme or table of the body: every text of it that was adopted, oldest first.

    ``experience`` is since when the body has certified under it, by category or area (``""``: as a whole).
    """

    adoptions: tuple[Adoption, ...] = ()
    experience: tuple[tuple[str, date], ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether any text of the pack is adopted."""
        return bool(self.adoptions)

    def experienced_in(self, area: str, day: date) -> bool:
        """Whether the body had experience with ``area`` (``""``: the pack as a whole) on ``day`` (17065 7.3.2)."""
        return any(known == area and since <= day for known, since in self.experience)

    @property
    def name(self) -> str:
        """The pack's name, which is the second half of the dossier's id."""
        return self.id.partition(":")[2]


@moves(PackDossier, AdoptPack)
def _adopted(pack: PackDossier, act: AdoptPack, entry: Entry) -> PackDossier:
    adopted = Adoption(entry.id, act.edition, act.text, act.values, entry.effective_on)
    return replace(pack, adoptions=(*pack.adoptions, adopted))


@moves(PackDossier, RecordExperience)
def _experienced(pack: PackDossier, act: RecordExperience, entry: Entry) -> PackDossier:
    gained = tuple((area, entry.effective_on) for area in act.areas or ("",))
    return replace(pack, experience=(*pack.experience, *gained))
