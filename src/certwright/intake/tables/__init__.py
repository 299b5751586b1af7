"""Rows of named cells, from each format that is read. Every reader yields :class:`~.row.Row` in the file's order."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from certwright.intake.limits import USUAL, Limits
from certwright.intake.opening import Opened
from certwright.intake.tables.delimited import delimited_rows
from certwright.intake.tables.json_lines import json_rows
from certwright.intake.tables.junit import junit_rows
from certwright.intake.tables.row import Row
from certwright.intake.tables.workbook import workbook_rows

_READERS: Mapping[str, Callable[[Opened, str | None, Limits], Iterator[Row]]] = MappingProxyType(
    {"csv": delimited_rows, "xlsx": workbook_rows, "json-lines": json_rows, "xml": junit_rows}
)


def rows_of(opened: Opened, encoding: str | None = None, limits: Limits = USUAL) -> Iterator[Row]:
    """The rows of a file, one after the other; a row that could not be read holds a problem instead of cells.

    Raises:
        FileRefused: it is no table of its format.
    """
    return _READERS[opened.format](opened, encoding, limits)


__all__ = ["Row", "rows_of"]
