"""What a dossier says after its acts, one module per kind."""

from certwright.core.dossiers.body import BODY, Body
from certwright.core.dossiers.client import Client
from certwright.core.dossiers.dossier import KINDS, Dossier, advance, before, empty, fold
from certwright.core.dossiers.founding import holds_by_founding
from certwright.core.dossiers.pack import PackDossier
from certwright.core.dossiers.person import Person

__all__ = [
    "BODY",
    "KINDS",
    "Body",
    "Client",
    "Dossier",
    "PackDossier",
    "Person",
    "advance",
    "before",
    "empty",
    "fold",
    "holds_by_founding",
]
