"""Every dossier of one kind, for kinds of which a body has few: its packs, documents, accreditations."""

from collections.abc import Iterator, Sequence

from certwright.core.dossiers import Dossier, fold
from certwright.journal import reading
from certwright.rows.models import DossierRow

PORTION = 200
"""How many dossiers a database is asked for at once."""


def all_of(kind: str, using: str = "default") -> tuple[Dossier, ...]:
    """The dossiers of a kind as they stand, in the order of their ids."""
    rows = DossierRow.objects.using(using).filter(kind=kind).order_by("dossier")
    ids = [*rows.values_list("dossier", flat=True)]
    return tuple(found for some in _portions(ids) for found in _folded(some, using))


def _portions(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[at : at + PORTION] for at in range(0, len(ids), PORTION))


def _folded(ids: Sequence[str], using: str) -> Iterator[Dossier]:
    entries = reading.entries(dict.fromkeys(ids, 0), using)
    return (fold(name, entries[name]) for name in ids)
