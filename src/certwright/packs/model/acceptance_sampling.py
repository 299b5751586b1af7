"""Acceptance sampling by attributes for a series of lots, indexed by AQL, as data: ISO 2859-1, ANSI/ASQ Z1.4.

What an arrow of a master table leads to is reckoned in :mod:`certwright.core.reckoning.acceptance`; here it is only
made sure that every arrow leads to a plan.
"""

from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Literal

from pydantic import Field, model_validator

from certwright.packs.model.base import Line, Pack, PackModel, Source
from certwright.packs.model.lot_table import Quality, check_leave, check_ranges
from certwright.packs.model.master_table import NO_PLAN, UNKNOWN, Dispute, LetterTable, MasterTable
from certwright.packs.model.switching_rules import Switching


class Severity(StrEnum):
    """How strictly a lot is inspected. The code letter never depends on it."""

    NORMAL = "normal"
    TIGHTENED = "tightened"
    REDUCED = "reduced"


class SchemeClauses(PackModel):
    """Where the document says what is no number of its tables."""

    inspection_level: Source
    quality_series: Source
    counting: Source
    whole_lot: Source
    several_classes: Source
    acceptability: Source
    reduced_gap: Source | None = None


class AqlScheme(Pack):
    """A sampling scheme indexed by acceptance quality limit, for a continuing series of lots.

    ``document`` is the standard with its edition, as plans cite it. Above ``items_up_to`` an AQL can only be counted
    in nonconformities per 100 items.
    """

    kind: Literal["aql-scheme"]
    document: Line
    aql_series: tuple[Quality, ...] = Field(min_length=1)
    items_up_to: Quality
    inspection_levels: tuple[Line, ...] = Field(min_length=1)
    default_level: Line
    code_letters: LetterTable
    tables: dict[Severity, MasterTable]
    switching: Switching
    clauses: SchemeClauses

    @cached_property
    def columns(self) -> dict[Decimal, int]:
        """AQL as a number → its place in the series."""
        return {Decimal(aql): place for place, aql in enumerate(self.aql_series)}

    @model_validator(mode="after")
    def _series_rise(self) -> "AqlScheme":
        if list(self.columns) != sorted(set(self.columns)) or len(self.columns) != len(self.aql_series):
            raise ValueError("aql_series must rise")
        if self.default_level not in self.inspection_levels:
            raise ValueError(f"default_level {self.default_level} is no inspection level")
        check_ranges(self.code_letters.rows)
        if any(len(row.letters) != len(self.inspection_levels) for row in self.code_letters.rows):
            raise ValueError("each row of code_letters needs one letter for each inspection level")
        return self

    @model_validator(mode="after")
    def _tables_are_whole(self) -> "AqlScheme":
        for severity, table in self.tables.items():
            _check_table(self, table, f"table of {severity} inspection")
        return self


def _check_table(scheme: AqlScheme, table: MasterTable, where: str) -> None:
    """Every row is whole, every letter that a lot can have is there, and every arrow ends at a plan."""
    check_leave(scheme, table.source, table.needs)
    width = len(scheme.aql_series)
    if any(len(row) != width for row in table.rows.values()):
        raise ValueError(f"{where}: each row needs {width} cells")
    for letter in sorted({letter for row in scheme.code_letters.rows for letter in row.letters}):
        if letter not in table.rows:
            raise ValueError(f"{where}: letter {letter} is missing")
        for column in range(width):
            if table.rows[table.path(letter, column)[-1]][column] == NO_PLAN:
                raise ValueError(f"{where}: letter {letter} in column {column + 1} ends at a cell without a plan")
    if table.dispute is not None:
        _check_dispute(scheme, table, table.dispute, where)


def _check_dispute(scheme: AqlScheme, table: MasterTable, dispute: Dispute, where: str) -> None:
    """Every disputed cell exists, and its other reading leads to a plan too."""
    for cell in dispute.cells:
        if cell.letter not in table.rows or cell.aql not in scheme.aql_series:
            raise ValueError(f"{where}: the disputed cell {cell.letter} at {cell.aql} does not exist")
        column = scheme.aql_series.index(cell.aql)
        if table.rows[table.path(cell.letter, column, dispute.other)[-1]][column] in (NO_PLAN, UNKNOWN):
            raise ValueError(f"{where}: the other reading of {cell.letter} at {cell.aql} leads to no plan")
