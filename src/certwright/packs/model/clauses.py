"""A clause pack: the auditable clauses of an accreditation standard, by number, in our own titles and words.

It is the left column of the clause matrix: rules cite clauses, and the matrix shows what of each clause is enforced.
A clause pack never holds the wording of the standard.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from certwright.packs.model.base import Confidence, Item, LanguageCode, Line, Pack, PackModel, Prose, Term, Word

ClauseNumber = Annotated[str, StringConstraints(pattern=r"^([1-9][0-9]?|[A-Z])(\.[1-9][0-9]?)*( [a-z])?$")]
"""A clause as people cite it: ``7.6.2``, ``4.1.2.2 k`` (list item), ``A.2`` (annex)."""


class Answer(StrEnum):
    """How a program best answers a clause. Whether this one does is told by the live matrix, not by the pack."""

    ENFORCE = "enforce"  # it refuses what the clause forbids
    COMPUTE = "compute"  # it works the answer out
    RECORD = "record"  # it keeps the evidence
    REMIND = "remind"  # it tells people in time
    PUBLISH = "publish"  # it shows it to the public or on request
    DOCUMENT = "document"  # a procedure of the body; the program keeps the document


class Clause(PackModel):
    """One auditable clause.

    ``asks``, ``evidence`` and ``control`` are our words for what it demands, what an assessor would look at, and what
    a program can do about it. ``unsure`` says what of the entry nobody could confirm: a number, a letter, a reading.
    """

    id: ClauseNumber
    title: dict[LanguageCode, Line] = Field(min_length=1)
    theme: Word
    asks: Prose
    evidence: tuple[Line, ...]
    control: Prose
    answer: Answer
    confidence: Confidence
    note: Prose | None = None
    unsure: Prose | None = None


class ClausePack(Pack):
    """The clauses of one edition of one accreditation standard, in the standard's order.

    ``cited_as`` is how rules name standard and edition before a clause number: ``17065:2012``.
    """

    kind: Literal["clauses"]
    standard: Line
    cited_as: Annotated[str, StringConstraints(pattern=r"^[0-9]+(-[0-9]+)?:[0-9]{4}$")]
    clauses: tuple[Clause, ...] = Field(min_length=1)

    def items(self) -> Iterator[Item]:
        """Every clause, by its number."""
        return (Item(clause.id, ("clauses", at, "id")) for at, clause in enumerate(self.clauses))

    def terms(self) -> Iterator[Term]:
        """The theme of every clause."""
        return (Term(("clauses", at, "theme"), "theme", clause.theme) for at, clause in enumerate(self.clauses))
