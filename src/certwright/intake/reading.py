"""A file read with a mapping: what each row states, or what is wrong with it, in the order of the file."""

from collections.abc import Iterator

from certwright.intake.limits import USUAL, Limits
from certwright.intake.mapping import Mapping
from certwright.intake.opening import opened
from certwright.intake.problem import FileRefused
from certwright.intake.repeats import Read, without_repeats
from certwright.intake.tables import Row, rows_of
from certwright.intake.telling import told, unknown_columns


def read(name: str, stored: bytes, mapping: Mapping, limits: Limits = USUAL) -> Iterator[Read]:
    """Every row of the file ``name``, read by ``mapping``.

    Raises:
        FileRefused: the file is no table, or not the one the mapping is for. It is raised before the first row.
    """
    rows = rows_of(opened(name, stored, limits), mapping.encoding, limits)
    first = next(rows, None)
    if first is None:
        raise FileRefused("table-without-rows", "The table has a heading and no rows.", "Export it again.")
    if first.unreadable is None:
        unknown_columns(tuple(first.cells), mapping)
    return without_repeats(told(row, mapping) for row in _with(first, rows))


def _with(first: Row, rest: Iterator[Row]) -> Iterator[Row]:
    yield first
    yield from rest
