"""A list as a file: CSV as it is read, XLSX row by row, never more than a thousand rows in memory.

What a program that opens the file could take for a formula is written so that none does.
"""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from typing import IO

import xlsxwriter

from certwright.answers.lists.cell import Column
from certwright.answers.lists.page import Line

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class _Passing:
    """Gives back what is written to it: the csv module wants something to write to."""

    def write(self, text: str) -> str:
        return text


def csv_rows(columns: Iterable[Column], lines: Iterable[Line]) -> Iterator[str]:
    """The file line by line, beginning with a byte order mark, which spreadsheets know UTF-8 by."""
    writer = csv.writer(_Passing())
    yield "\ufeff" + writer.writerow([guarded(str(column.label)) for column in columns])
    for line in lines:
        yield writer.writerow([_written(cell.plain) for cell in line.cells])


def _written(value: str | date | int) -> str:
    return guarded(value) if isinstance(value, str) else str(value)


def guarded(text: str) -> str:
    """A text no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{text}" if text.startswith(_BEGINS_A_FORMULA) else text


def write_xlsx(target: IO[bytes], title: str, columns: Iterable[Column], lines: Iterable[Line]) -> None:
    """Write the workbook into ``target``. Texts are written as texts, whatever they begin with."""
    with xlsxwriter.Workbook(target, {"constant_memory": True}) as book:
        sheet = book.add_worksheet(_sheet_name(title))
        head, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        for place, column in enumerate(columns):
            sheet.write_string(0, place, str(column.label), head)
        sheet.freeze_panes(1, 0)
        for number, line in enumerate(lines, 1):
            for place, cell in enumerate(line.cells):
                value = cell.plain
                if isinstance(value, date):
                    sheet.write_datetime(number, place, value, day)
                elif isinstance(value, int):
                    sheet.write_number(number, place, value)
                else:
                    sheet.write_string(number, place, value)


def _sheet_name(title: str) -> str:
    return "".join(letter for letter in title if letter not in "[]:*?/\\")[:31] or "List"
