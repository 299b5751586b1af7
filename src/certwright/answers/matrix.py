"""What the record adds to the clause matrix: the standards the body works to, and its controlled documents."""

from dataclasses import dataclass

from certwright.answers.kind_of_dossier import all_of
from certwright.core.dossiers import BODY, Body, ControlledDocument, fold
from certwright.journal import reading


@dataclass(frozen=True, slots=True)
class OfTheBody:
    """Standards in use, in the order in which the body named them, and every controlled document it registered.

    A body accredited to one standard sees no holes of the other (corrections, 20).
    """

    name: str
    standards_in_use: tuple[str, ...]
    documents: tuple[ControlledDocument, ...]


def of_the_body(using: str = "default") -> OfTheBody | None:
    """What the record of a database says; ``None`` if no body was founded in it."""
    body = fold(BODY, reading.entries({BODY: 0}, using)[BODY])
    if not isinstance(body, Body) or not body.is_open:
        return None
    documents = tuple(one for one in all_of("document", using) if isinstance(one, ControlledDocument))
    return OfTheBody(body.title, body.standards_in_use, documents)
