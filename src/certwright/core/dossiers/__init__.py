"""What a dossier says after its acts, one module per kind."""

from certwright.core.dossiers import (  # declare how further acts move a certification
    certification_taken_over,  # noqa: F401
    certification_use,  # noqa: F401
)
from certwright.core.dossiers.accreditation import OwnAccreditation
from certwright.core.dossiers.agreement import Agreement
from certwright.core.dossiers.application import Application
from certwright.core.dossiers.assignment import Assignment
from certwright.core.dossiers.body import BODY, Body
from certwright.core.dossiers.certification import Certification
from certwright.core.dossiers.client import Client
from certwright.core.dossiers.committee import Committee
from certwright.core.dossiers.document import ControlledDocument
from certwright.core.dossiers.dossier import KINDS, Dossier, Mark, empty
from certwright.core.dossiers.enquiry import Enquiry
from certwright.core.dossiers.finding import Finding
from certwright.core.dossiers.folding import advance, before, fold, on_day
from certwright.core.dossiers.founding import holds_by_founding
from certwright.core.dossiers.matter import Matter
from certwright.core.dossiers.pack import PackDossier
from certwright.core.dossiers.person import Person
from certwright.core.dossiers.provider import Provider
from certwright.core.dossiers.sample import Sample
from certwright.core.dossiers.visit import Visit

__all__ = [
    "BODY",
    "KINDS",
    "Agreement",
    "Application",
    "Assignment",
    "Body",
    "Certification",
    "Client",
    "Committee",
    "ControlledDocument",
    "Dossier",
    "Enquiry",
    "Finding",
    "Mark",
    "Matter",
    "OwnAccreditation",
    "PackDossier",
    "Person",
    "Provider",
    "Sample",
    "Visit",
    "advance",
    "before",
    "empty",
    "fold",
    "holds_by_founding",
    "on_day",
]
