"""What the record adds to the clause matrix: the standards the body works to, and its controlled documents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from certwright.core.dossiers import BODY, Body, ControlledDocument, fold
from certwright.journal import reading
from certwright.rows.models import DossierRow


@dataclass(frozen=True, slots=True)
class OfTheBody:
    """Standards in use, in the order in which the body named them, and every controlled document it registered.

    A body accredited to one standard sees no holes of the other (corrections, 20).
    """

    name: str
    time_zone: str
    standards_in_use: tuple[str, ...]
    documents: tuple[ControlledDocument, ...]


def of_the_body(using: str = "default") -> OfTheBody | None:
    """What the record of a database says; ``None`` if no body was founded in it."""
    body = fold(BODY, reading.entries({BODY: 0}, using)[BODY])
    if not isinstance(body, Body) or not body.is_open:
        return None
    return OfTheBody(body.title, body.time_zone, body.standards_in_use, _documents(using))


def _documents(using: str) -> tuple[ControlledDocument, ...]:
    ids = DossierRow.objects.using(using).filter(kind="document").order_by("dossier").values_list("dossier", flat=True)
    found = []
    for some in batched([*ids]):
        entries = reading.entries(dict.fromkeys(some, 0), using)
        found += [fold(document, entries[document]) for document in some]
    return tuple(one for one in found if isinstance(one, ControlledDocument))


def batched(ids: Sequence[str], size: int = 200) -> Iterator[Sequence[str]]:
    """The ids in portions that a database takes in one question."""
    return (ids[at : at + size] for at in range(0, len(ids), size))
