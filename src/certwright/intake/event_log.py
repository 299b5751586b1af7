"""The log of what changed in a register from day to day, played onto its table so that every day can be settled.

A log names the row (by the mapping's key), what happened to it (``added``, ``removed``, ``changed``) and, for a change,
column, old and new value. It does not tell the particulars of a row that was added: they are looked up in the later
tables at hand, and a row that is in none of them stays without.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby

from certwright.intake.deliveries import WholesaleChange, wholesale_changes
from certwright.intake.mapping import Mapping as TableMapping
from certwright.intake.problem import FileRefused
from certwright.intake.tables import Row

Key = tuple[str, ...]
Cells = Mapping[str, str]
_OWN = ("observed_at", "event", "field", "old", "new")
_ADDED = " until "
"""A row that was added says its state and its last day so: “active until 2023-03-21”."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of the log. ``column``, ``old`` and ``new`` are those of a change."""

    line: int
    day: date
    what: str
    key: Key
    column: str
    old: str
    new: str


def happened(rows: Iterable[Row], mapping: TableMapping) -> Iterator[Happened]:
    """The lines of a log.

    Raises:
        FileRefused: a column is missing, or a line says a day or an event that is none.
    """
    for row in rows:
        cells = row.cells
        missing = [name for name in (*_OWN, *mapping.key) if name not in cells]
        if missing:
            raise FileRefused(
                "column-missing", f"The log has no column “{missing[0]}”.", "Bring the log of the register."
            )
        try:
            day = datetime.fromisoformat(str(cells["observed_at"])).date()
        except ValueError as error:
            says = f"Line {row.line}: “{cells['observed_at']}” is not a moment."
            raise FileRefused("log-unreadable", says, "Correct the line.") from error
        if cells["event"] not in {"added", "removed", "changed"}:
            says = f"Line {row.line}: “{cells['event']}” is no event of a log."
            raise FileRefused("log-unreadable", says, "A row is added, removed or changed.")
        key = tuple(str(cells[name]).strip() for name in mapping.key)
        yield Happened(row.line, day, cells["event"], key, cells["field"], cells["old"], cells["new"])


def by_day(log: Iterable[Happened], after: date) -> Iterator[tuple[date, list[Happened]]]:
    """What happened on each day after ``after``, day by day."""
    later = sorted((each for each in log if each.day > after), key=lambda each: (each.day, each.line))
    for day, some in groupby(later, key=lambda each: each.day):
        yield day, list(some)


@dataclass(slots=True)
class Table:
    """A register's rows by their key, as they stand; ``later`` are tables of later days, for what a log leaves out."""

    mapping: TableMapping
    rows: dict[Key, dict[str, str]] = field(default_factory=dict)
    later: tuple[Mapping[Key, Cells], ...] = ()

    def wholesale(self, log: list[Happened]) -> tuple[WholesaleChange, ...]:
        """What of a day's changes looks like a change of the table's making, before it is played."""
        after = {key: dict(cells) for key, cells in self.rows.items()}
        for each in log:
            if each.what == "changed" and each.key in after:
                after[each.key][each.column] = each.new
        columns = sorted({each.column for each in log if each.what == "changed"})
        return tuple(wholesale_changes(self.rows, after, columns))

    def play(self, log: list[Happened]) -> None:
        """Change the table as a day's lines say. A change of a row that is not there is left out."""
        for each in log:
            if each.what == "removed":
                self.rows.pop(each.key, None)
            elif each.what == "added":
                self.rows[each.key] = self._added(each)
            elif each.key in self.rows:
                self.rows[each.key][each.column] = each.new

    def _added(self, each: Happened) -> dict[str, str]:
        known = next((table[each.key] for table in self.later if each.key in table), {})
        cells = {
            **dict.fromkeys(self.mapping.columns, ""),
            **known,
            **dict(zip(self.mapping.key, each.key, strict=True)),
        }
        state, told, last_day = each.new.partition(_ADDED)
        said, until = self.mapping.fields.get("said"), self.mapping.fields.get("last_day")
        if told and said and said.column and until and until.column:
            cells |= {said.column: state, until.column: last_day}
        return cells


def table_of(rows: Iterable[Row], mapping: TableMapping) -> dict[Key, dict[str, str]]:
    """The rows of a table by their key; of rows with the same key the first."""
    found: dict[Key, dict[str, str]] = {}
    for row in rows:
        if row.unreadable is None:
            key = tuple(str(row.cells.get(name, "")).strip() for name in mapping.key)
            found.setdefault(key, {name: str(value) for name, value in row.cells.items()})
    return found
