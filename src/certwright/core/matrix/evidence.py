"""Which controlled documents of the body answer which clause (ISO/IEC 17065 8.3; ISO/IEC 17021-1 10.2.3)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from certwright.core.dossiers import ControlledDocument
from certwright.packs.citation import UnknownClause, cited
from certwright.packs.model.clauses import ClausePack


@dataclass(frozen=True, slots=True)
class Registered:
    """A controlled document that was registered for a clause. ``version`` is in force on the day; ``None``: none is."""

    document: str
    title: str
    version: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What of the body's documents answers a standard: clause number → documents; ``whole``: the standard at large."""

    clauses: Mapping[str, tuple[Registered, ...]]
    whole: tuple[Registered, ...]

    def of(self, clause: str) -> tuple[Registered, ...]:
        """The documents registered for a clause itself."""
        return self.clauses.get(clause, ())


def documents_of(pack: ClausePack, documents: Iterable[ControlledDocument], day: date) -> Evidence:
    """Which of ``documents`` answer which clause of a standard on ``day``.

    A document registered for a heading answers all clauses below it; one registered for the standard alone answers no
    clause by itself. A document that was withdrawn before the day is left out.
    """
    clauses: dict[str, list[Registered]] = defaultdict(list)
    whole: list[Registered] = []
    for document in sorted(documents, key=lambda one: (one.title, one.id)):
        if not document.is_open or (document.last_day is not None and document.last_day < day):
            continue
        found = Registered(document.id, document.title, document.version_on(day))
        if pack.cited_as in document.answers:
            whole.append(found)
        for clause in sorted({clause for answer in document.answers for clause in _meant(answer, pack)}):
            clauses[clause].append(found)
    return Evidence({clause: tuple(found) for clause, found in clauses.items()}, tuple(whole))


def _meant(answer: str, pack: ClausePack) -> frozenset[str]:
    try:
        return frozenset(clause.id for clause in cited(answer, [pack]))
    except UnknownClause:
        return frozenset()  # a clause of the other standard, or the standard alone
