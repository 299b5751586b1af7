"""A master table of single sampling plans, as it is printed: one cell for each code letter and AQL, with its arrows."""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from certwright.packs.model.base import Line, PackModel, Source
from certwright.packs.model.lot_table import LotRange, Quality

Letter = Annotated[str, StringConstraints(pattern=r"^[A-HJ-NP-S]$")]
"""A sample size code letter; I and O do not exist, S stands in one cell of tightened inspection only."""

Cell = Annotated[str, StringConstraints(pattern=r"^(d|u|-|\?|[0-9]+/[0-9]+)$")]
"""``Ac/Re``; ``d`` or ``u``: take the next plan below or above; ``-``: no plan; ``?``: nobody could tell us."""

NO_PLAN: Cell = "-"
UNKNOWN: Cell = "?"
_STEP = {"d": 1, "u": -1}


class LetterRow(LotRange):
    """The code letters of one lot range, in the order of the pack's inspection levels."""

    letters: tuple[Letter, ...]


class LetterTable(PackModel):
    """Lot size and inspection level → code letter."""

    rows: tuple[LetterRow, ...] = Field(min_length=1)
    source: Source


class CellPlace(PackModel):
    """One cell of a master table."""

    letter: Letter
    aql: Quality


class Dispute(PackModel):
    """Cells for which the public sources disagree: the table holds one arrow, ``other`` is what the rest say."""

    cells: tuple[CellPlace, ...] = Field(min_length=1)
    other: Literal["d", "u"]
    source: Source


class MasterTable(PackModel):
    """Single sampling plans of one severity: the sample size of each letter, and one cell for each letter and AQL.

    ``needs`` names the uncertain value of the pack that the body must have set to *yes* before this table is used.
    """

    name: Line
    sizes: dict[Letter, Annotated[int, Field(ge=1)]]
    rows: dict[Letter, tuple[Cell, ...]] = Field(min_length=1)
    dispute: Dispute | None = None
    needs: str | None = None
    source: Source

    @cached_property
    def letters(self) -> tuple[Letter, ...]:
        """The letters of the table from the smallest sample to the largest, as printed."""
        return tuple(self.rows)

    def path(self, letter: Letter, column: int, reading: Literal["d", "u"] | None = None) -> tuple[Letter, ...]:
        """The letters whose cells are read, from ``letter`` along the arrows to the one that holds no arrow.

        ``column`` is the place of the AQL in the pack's series; ``reading`` replaces the first cell, where sources
        disagree about it. Raises ``ValueError`` for a letter the table does not have, and where the arrows lead out
        of the table or in a circle.
        """
        place = self.letters.index(letter)
        walked = [letter]
        while step := _STEP.get(reading or self.rows[walked[-1]][column]):
            place += step
            if not 0 <= place < len(self.letters) or self.letters[place] in walked:
                raise ValueError(f"the arrows from {letter} in column {column + 1} lead nowhere")
            walked.append(self.letters[place])
            reading = None
        return tuple(walked)

    @model_validator(mode="after")
    def _rows_and_sizes_match(self) -> "MasterTable":
        if list(self.sizes) != list(self.rows):
            raise ValueError("sizes and rows must name the same letters in the same order")
        for letter, row in self.rows.items():
            for ac, re in (cell.split("/") for cell in row if "/" in cell):
                if int(ac) >= int(re):
                    raise ValueError(f"letter {letter}: acceptance number {ac} is not below rejection number {re}")
        return self
