"""Holding the rows that are stored against the rows a dossier makes, field by field."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from certwright.rows.deriving import TABLES, Key, Rows, Values, fields_of


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that is not as its dossier says: ``missing``, ``extra``, or ``altered`` in one field."""

    table: str
    dossier: str
    key: str
    what: Literal["missing", "extra", "altered"]
    field: str = ""
    stored: str = ""
    wanted: str = ""

    def __str__(self) -> str:
        place = f"{self.table}, {self.dossier}" + (f" [{self.key}]" if self.key else "")
        if self.what != "altered":
            return f"{place}: {self.what}"
        return f"{place}: {self.field} is {self.stored}, should be {self.wanted}"


def stored(which: Mapping[str, Any], using: str) -> dict[str, dict[Key, Values]]:
    """The rows of the dossiers that a filter on ``dossier`` finds, by dossier."""
    found: dict[str, dict[Key, Values]] = defaultdict(dict)
    for table in TABLES:
        names = fields_of(table)
        places = [names.index(name) for name in table.KEY]
        of = names.index("dossier")
        for values in table._default_manager.using(using).filter(**which).values_list(*names):
            found[values[of]][table, tuple(values[place] for place in places)] = values
    return found


def differences(dossier: str, stored: Rows, wanted: Rows) -> Iterator[Difference]:
    """Every difference between the rows stored for a dossier and those it makes."""
    for key in sorted(stored.keys() | wanted.keys(), key=_in_order):
        table, values = key
        name, shown = table._meta.db_table, ", ".join(str(value) for value in values if value != dossier)
        if key not in stored:
            yield Difference(name, dossier, shown, "missing")
        elif key not in wanted:
            yield Difference(name, dossier, shown, "extra")
        else:
            for field, is_now, should_be in zip(fields_of(table), stored[key], wanted[key], strict=True):
                if is_now != should_be:
                    yield Difference(name, dossier, shown, "altered", field, repr(is_now), repr(should_be))


def _in_order(key: Key) -> tuple[int, str]:
    return TABLES.index(key[0]), repr(key[1])
