"""Finding the text of a pack: the one the body adopted by that edition, else the one that comes with the program."""

from dataclasses import dataclass

from django.http import Http404

from certwright.core.dossiers import PackDossier
from certwright.core.dossiers.pack import Adoption
from certwright.office.gathering import pack_texts
from certwright.office.standing import dossiers
from certwright.packs.library import UnknownPack, Volume
from certwright.packs.shipped import library


@dataclass(frozen=True, slots=True)
class Found:
    """A text with its adoption, if the body adopted it; ``newer`` is the edition adopted after it, if one was."""

    volume: Volume
    adoption: Adoption | None
    newer: str = ""


def found(pack: str, edition: str, using: str = "default") -> Found:
    """The text of ``pack`` in ``edition``. Raises ``Http404`` if it was neither adopted nor shipped."""
    name = f"pack:{pack}"
    dossier = dossiers([name], using)[name]
    adoptions = dossier.adoptions if isinstance(dossier, PackDossier) else ()
    own = [made for made in adoptions if made.edition == edition]
    if own:
        volume = pack_texts(using).volume(own[-1].text)
        if isinstance(volume, Volume):
            return Found(volume, own[-1], adoptions[-1].edition if adoptions[-1].edition != edition else "")
    try:
        return Found(library().get(pack, edition), None, adoptions[-1].edition if adoptions else "")
    except UnknownPack as unknown:
        raise Http404(str(unknown)) from unknown
