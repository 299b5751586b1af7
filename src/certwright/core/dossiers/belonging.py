"""To which client and certification a dossier belongs, who works on it, and whether the client was told of it.

Confidentiality is asked for by ISO/IEC 17065 4.5 and ISO/IEC 17021-1 8.4: who may read a dossier follows from these
facts and from the functions of whoever looks.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from certwright.core.dossiers.agreement import Agreement
from certwright.core.dossiers.application import Application
from certwright.core.dossiers.assignment import Assignment
from certwright.core.dossiers.certification import Certification
from certwright.core.dossiers.client import Client
from certwright.core.dossiers.committee import Committee
from certwright.core.dossiers.dossier import Dossier
from certwright.core.dossiers.enquiry import Enquiry
from certwright.core.dossiers.finding import Finding
from certwright.core.dossiers.matter import Matter
from certwright.core.dossiers.person import Person
from certwright.core.dossiers.sample import Sample
from certwright.core.dossiers.visit import Visit

Parts = Mapping[str, date | None]
"""Person → the last day on which they have a part in the work; ``None``: they still have."""


@dataclass(frozen=True, slots=True)
class Belonging:
    """Where a dossier belongs. ``client`` and ``certification`` are empty where it belongs to none.

    ``told`` says whether the client knows of it: not of an unannounced visit before it began, nor of a finding or a
    complaint before it was put to them.
    """

    client: str = ""
    certification: str = ""
    told: bool = True
    parts: Parts = field(default_factory=dict)


def belonging(dossier: Dossier) -> Belonging:
    """Where ``dossier`` belongs, by its own acts alone. One whose opening was annulled belongs nowhere."""
    if not dossier.is_open:
        return Belonging(told=False)
    match dossier:
        case Client():
            return Belonging(client=dossier.id)
        case Enquiry():
            return Belonging(client=dossier.client or "")
        case Application() | Agreement():
            return Belonging(client=dossier.client)
        case Certification():
            return Belonging(dossier.client, dossier.id, parts=dict.fromkeys(_judges(dossier)))
        case Assignment():
            told = dossier.announced == "announced" or dossier.held_from is not None
            return Belonging(dossier.client, dossier.certification, told, _members(dossier))
        case Finding():
            return Belonging(dossier.client, dossier.certification, dossier.told_on is not None)
        case Sample():
            return Belonging(certification=dossier.certification)
        case Visit():
            return Belonging(client=dossier.client, told=False)  # its assignments tell the client what they may know
        case Matter():
            return _of_matter(dossier)
        case Committee():
            return Belonging(parts={seat.person: seat.last_day for seat in dossier.seats})
        case Person():
            return Belonging(parts={dossier.id: None})
        case _:
            return Belonging()


def _judges(certification: Certification) -> Iterator[str]:
    yield from (made.reviewer for made in certification.reviews)
    yield from (person for made in certification.decisions for person in made.deciders)


def _members(assignment: Assignment) -> Parts:
    """Whoever was appointed anew after a release has a part again: the last appointment counts."""
    return {member.person: member.released_on for member in assignment.members}


def _of_matter(matter: Matter) -> Belonging:
    received = matter.received
    assert received is not None  # it is open
    deciders = matter.decided.deciders if matter.decided else ()
    people = {*matter.handlers, *deciders, *(made.by_whom for made in matter.inquiries)}
    return Belonging(
        client=received.about_client or "",
        certification=received.about_certification or "",
        told=matter.referred_on is not None or received.origin == "client",
        parts=dict.fromkeys(people),
    )
