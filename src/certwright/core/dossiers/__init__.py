"""What a dossier says after its acts, one module per kind."""

from certwright.core.dossiers.body import BODY, Body
from certwright.core.dossiers.client import Client
from certwright.core.dossiers.dossier import KINDS, Dossier, Mark, empty
from certwright.core.dossiers.folding import advance, before, fold, on_day
from certwright.core.dossiers.founding import holds_by_founding
from certwright.core.dossiers.pack import PackDossier
from certwright.core.dossiers.person import Person

__all__ = [
    "BODY",
    "KINDS",
    "Body",
    "Client",
    "Dossier",
    "Mark",
    "PackDossier",
    "Person",
    "advance",
    "before",
    "empty",
    "fold",
    "holds_by_founding",
    "on_day",
]
