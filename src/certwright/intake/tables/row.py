"""A row as a file holds it: cells by the names of their columns, untouched, and where they stand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from certwright.intake.problem import RowProblem

NO_CELLS: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Row:
    """Row ``number`` of the table (from 1) that begins on ``line`` of the file (0: the format has no lines).

    Cells are text, or what the format itself tells apart: numbers and days of a workbook, lists and objects of JSON.
    A row that could not be read has no cells and says why in ``unreadable``.
    """

    number: int
    line: int
    cells: Mapping[str, Any] = field(default_factory=lambda: NO_CELLS)
    unreadable: RowProblem | None = None

    @classmethod
    def spoilt(cls, number: int, line: int, code: str, value: str, says: str, remedy: str) -> "Row":
        """A row that could not be read."""
        return cls(number, line, NO_CELLS, RowProblem(code, number, line, "", value[:200], says, remedy))
