"""A row told as a statement: every field read in its form, or the row refused with all that is wrong with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from certwright.intake.cells import CellRefused, meant
from certwright.intake.mapping import Cell
from certwright.intake.mapping import Mapping as TableMapping
from certwright.intake.problem import FileRefused, RowProblem
from certwright.intake.tables import Row


@dataclass(frozen=True, slots=True)
class Told:
    """What a row states: its key, as printed there, and the fields of the statement by their names.

    ``dropped`` says that the source lists the row no more.
    """

    row: Row
    key: tuple[str, ...]
    fields: Mapping[str, Any]
    dropped: bool = False


def told(row: Row, mapping: TableMapping) -> Told | tuple[RowProblem, ...]:
    """The statement of a row, or everything that is wrong with it."""
    if row.unreadable is not None:
        return (row.unreadable,)
    problems: list[RowProblem] = []
    fields: dict[str, Any] = {}
    for name, cell in mapping.fields.items():
        try:
            fields[name] = _field(row, name, cell)
        except CellRefused as refused:
            column = cell.column or name
            value = str(row.cells.get(column, ""))[:200]
            problem = RowProblem(refused.code, row.number, row.line, column, value, refused.says, refused.remedy)
            problems.append(problem)
    problems.extend(_backwards(row, mapping, fields))
    if problems:
        return tuple(problems)
    return Told(row, tuple(str(row.cells.get(column, "")).strip() for column in mapping.key), fields)


def _backwards(row: Row, mapping: TableMapping, fields: Mapping[str, Any]) -> Iterator[RowProblem]:
    """A row whose last day comes before its first is wrong by itself, whatever the others say."""
    first, last = fields.get("valid_from"), fields.get("last_day")
    if first is not None and last is not None and last < first:
        column = mapping.fields["last_day"].column or "last_day"
        says = f"It ends on {last}, before it begins on {first}."
        yield RowProblem("ends-before-it-begins", row.number, row.line, column, str(last), says, "Correct the days.")


def _field(row: Row, name: str, cell: Cell) -> Any:
    value = cell.constant if cell.column is None else meant(row.cells.get(cell.column), cell)
    if cell.needed and value in (None, ""):
        raise CellRefused("cell-empty", f"There is no {name.replace('.', ' ').replace('_', ' ')}.", "Fill the cell.")
    if isinstance(value, str) and len(value) > cell.longest:
        says = f"The cell has {len(value):,} characters; {cell.longest:,} are read at most."
        raise CellRefused("cell-too-long", says, "Shorten it.")
    return value


def unknown_columns(columns: tuple[str, ...], mapping: TableMapping) -> tuple[str, ...]:
    """The columns of a table that its mapping does not know: they are told, and not read.

    Raises:
        FileRefused: a column the mapping needs is missing.
    """
    missing = [name for name in mapping.columns if name not in columns]
    if missing:
        raise FileRefused(
            "column-missing",
            f"The table has no column “{missing[0]}”; the mapping “{mapping.mapping}” needs it.",
            f"The table has: {', '.join(columns)[:500]}. Bring the right table, or correct the mapping.",
        )
    return tuple(name for name in columns if name not in mapping.columns)
