"""XLSX: the first sheet, its values. Nothing is computed: a cell with a formula is told, not trusted."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zipfile import BadZipFile

import openpyxl

from certwright.intake.limits import Limits
from certwright.intake.opening import Opened
from certwright.intake.problem import FileRefused
from certwright.intake.tables.delimited import checked_heading
from certwright.intake.tables.row import Row


def workbook_rows(opened: Opened, encoding: str | None, limits: Limits) -> Iterator[Row]:
    """The rows below the heading of the first sheet; ``encoding`` has no meaning for a workbook."""
    try:
        book = openpyxl.load_workbook(io.BytesIO(opened.content), read_only=True, data_only=False, keep_links=False)
        lines = book.worksheets[0].iter_rows(values_only=True)
        first = next(lines, ())
    except (BadZipFile, KeyError, ValueError, IndexError, OSError) as error:
        raise FileRefused("file-cut-off", "The workbook cannot be read.", "Save it again as XLSX.") from error
    filled = [place for place, cell in enumerate(first) if cell is not None]
    width = filled[-1] + 1 if filled else 0
    if not width:
        raise FileRefused("table-without-heading", "The first sheet is empty.", "Put the table on the first sheet.")
    heading = checked_heading([str(cell or "").strip() for cell in first[:width]], limits)
    number = 0
    for line, cells in enumerate(lines, 2):
        values = [_plain(cell) for cell in cells[:width]]
        values += [""] * (width - len(values))
        if all(value == "" for value in values):
            continue
        number += 1
        formula = next((name for name, value in zip(heading, values, strict=True) if _is_formula(value)), None)
        if formula is not None:
            says = f"The cell “{formula}” holds a formula."
            yield Row.spoilt(number, line, "cell-is-a-formula", formula, says, "Paste its value in its place.")
        else:
            yield Row(number, line, dict(zip(heading, values, strict=True)))


def _is_formula(value: Any) -> bool:
    return isinstance(value, str) and value.startswith("=")


def _plain(cell: Any) -> Any:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, bool | date | int):
        return cell
    return format(cell, "g") if isinstance(cell, float) else str(cell)
