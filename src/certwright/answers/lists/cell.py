"""What stands in a list: cells that say what they mean, and the columns that make them from a row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from django.utils.functional import Promise

from certwright.answers.pack_names import pack_said
from certwright.answers.words import said, tone
from certwright.rows.models import Row

CellKind = Literal["text", "name", "day", "state", "number", "code"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One value as it is shown. ``dossier`` is where it leads, ``tone`` how a state stands, ``day`` a calendar day."""

    kind: CellKind
    text: str = ""
    dossier: str = ""
    day: date | None = None
    tone: str = ""

    @property
    def plain(self) -> str | date | int:
        """The value as it is exported: a day, a whole number or a text."""
        if self.day is not None:
            return self.day
        return int(self.text) if self.kind == "number" and self.text else self.text


@dataclass(frozen=True, slots=True)
class Seen:
    """What cells may look at beside their row: the day, and what the dossiers named on the page are called."""

    today: date
    names: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Column:
    """A column. ``refers`` is the field whose dossiers are called by name; ``sorts`` the indexed field it sorts by.

    ``minor`` columns are shown when somebody chooses them.
    """

    name: str
    label: str | Promise
    cell: Callable[[Any, Seen], Cell]
    refers: str = ""
    sorts: str = ""
    minor: bool = False


def minor(column: Column) -> Column:
    """The same column, shown only when somebody chooses it."""
    return replace(column, minor=True)


def own(name: str, label: str | Promise, of: str, sorts: str = "") -> Column:
    """What the row is called; leads to its dossier."""
    return Column(name, label, lambda row, seen: _own(row, getattr(row, of)), sorts=sorts)


def _own(row: Row, text: str) -> Cell:
    return Cell("name", text or row.dossier.partition(":")[2], row.dossier)


def called(name: str, label: str | Promise, of: str) -> Column:
    """Another dossier, by its name of today."""

    def cell(row: Any, seen: Seen) -> Cell:
        dossier = getattr(row, of)
        return Cell("name", seen.names.get(dossier, dossier.partition(":")[2]), dossier) if dossier else Cell("text")

    return Column(name, label, cell, refers=of)


def everybody(name: str, label: str | Promise, of: str) -> Column:
    """Several dossiers by their names of today."""

    def cell(row: Any, seen: Seen) -> Cell:
        return Cell("text", ", ".join(seen.names.get(one, one.partition(":")[2]) for one in getattr(row, of)))

    return Column(name, label, cell, refers=of)


def text(name: str, label: str | Promise, of: str) -> Column:
    """A text as it stands."""
    return Column(name, label, lambda row, seen: Cell("text", str(getattr(row, of))))


def number(name: str, label: str | Promise, of: str) -> Column:
    """A whole number."""
    return Column(name, label, lambda row, seen: Cell("number", str(getattr(row, of))))


def word(name: str, label: str | Promise, of: str) -> Column:
    """A word of the vocabulary, as people say it."""
    return Column(name, label, lambda row, seen: Cell("text", said(getattr(row, of))))


def pack(name: str, label: str | Promise, of: str) -> Column:
    """A standard or scheme."""
    return Column(name, label, lambda row, seen: Cell("text", pack_said(getattr(row, of))))


def day(name: str, label: str | Promise, of: str, *, sorts: str = "") -> Column:
    """A calendar day."""
    return Column(name, label, lambda row, seen: Cell("day", day=getattr(row, of)), sorts=sorts)


def state(name: str, label: str | Promise, of: Callable[[Any, date], str | tuple[str | Promise, str]]) -> Column:
    """What the row is today: a word of the vocabulary with its own tone, or a label and a tone."""

    def cell(row: Any, seen: Seen) -> Cell:
        found = of(row, seen.today)
        label, how = (said(found), tone(found) or "info") if isinstance(found, str) else (str(found[0]), found[1])
        return Cell("state", label[:1].upper() + label[1:], tone=how)

    return Column(name, label, cell)
