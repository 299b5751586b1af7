"""The side-by-side pack: which clauses of two accreditation standards meet, and how they differ."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from certwright.packs.model.base import Confidence, Item, Line, Pack, PackId, PackModel, Prose, Reference, Term, Word
from certwright.packs.model.clauses import ClauseNumber


class Relation(StrEnum):
    """How the two sides of a row relate."""

    SHARED = "shared"  # one mechanism serves both
    SIMILAR = "similar"  # the same topic, different demands
    ONLY_LEFT = "only-left"  # the right standard has no such demand; its clauses, if any, are the nearest to it
    ONLY_RIGHT = "only-right"  # likewise for the left standard


class Edition(PackModel):
    """The clause pack that a side of the matrix is about."""

    pack: PackId
    edition: Line


class Side(PackModel):
    """One standard's clauses in a row; ``note`` says what of them is meant, or why there are none."""

    clauses: tuple[ClauseNumber, ...] = ()
    note: Prose | None = None


class Row(PackModel):
    """A topic on which the two standards are compared. ``differs`` tells the difference in our words.

    ``unsure`` marks a row whose clause numbers nobody could confirm; the head of the pack says which those are.
    """

    id: Annotated[str, StringConstraints(pattern=r"^S[0-9]{2,3}$")]
    theme: Word
    relation: Relation
    left: Side
    right: Side
    differs: Prose
    confidence: Confidence
    unsure: bool = False


class Figure(PackModel):
    """A number in which the two standards differ, as people ask for it."""

    topic: Line
    left: Prose
    right: Prose


class SideBySide(Pack):
    """Two accreditation standards compared, row by row. Validity is that of the comparison."""

    kind: Literal["side-by-side"]
    left: Edition
    right: Edition
    rows: tuple[Row, ...] = Field(min_length=1)
    figures: tuple[Figure, ...] = ()

    def items(self) -> Iterator[Item]:
        """Every row, by its number."""
        return (Item(row.id, ("rows", at, "id")) for at, row in enumerate(self.rows))

    def references(self) -> Iterator[Reference]:
        """The two clause packs, and every clause of every row."""
        for name, of in (("left", self.left), ("right", self.right)):
            yield Reference((name, "pack"), of.pack, kind="clauses", edition=of.edition)
            for at, row in enumerate(self.rows):
                side = row.left if name == "left" else row.right
                for position, clause in enumerate(side.clauses):
                    path = ("rows", at, name, "clauses", position)
                    yield Reference(path, of.pack, clause, "clauses", of.edition)

    def terms(self) -> Iterator[Term]:
        """The theme of every row."""
        return (Term(("rows", at, "theme"), "theme", row.theme) for at, row in enumerate(self.rows))
