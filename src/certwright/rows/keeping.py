"""Keeping rows in step with a dossier that has moved: only what differs is written."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q

from certwright.core.dossiers import Dossier
from certwright.rows.deriving import Rows, Values, fields_of, rows_of
from certwright.rows.models import ClaimRow, Row


@dataclass(eq=False, slots=True)
class ClaimTaken(Exception):
    """Something that may belong to one dossier only already belongs to ``holder``."""

    scope: str
    value: str
    holder: str


def keep(before: Dossier, after: Dossier, using: str) -> None:
    """Write the difference between the rows of one dossier before and after it moved.

    Raises:
        ClaimTaken: a row claims what another dossier holds.
        django.db.IntegrityError: it was claimed by somebody else in this very moment.
    """
    old, new = rows_of(before), rows_of(after)
    added: dict[type[Row], list[Values]] = defaultdict(list)
    changed: dict[type[Row], list[Values]] = defaultdict(list)
    for key, values in new.items():
        if key not in old:
            added[key[0]].append(values)
        elif old[key] != values:
            changed[key[0]].append(values)
    _claims_are_free([values for table, values in new.keys() - old.keys() if table is ClaimRow], using)
    for table, key_values in old.keys() - new.keys():
        table._default_manager.using(using).filter(**dict(zip(table.KEY, key_values, strict=True))).delete()
    for table, rows in added.items():
        _write(_insert(table), table, rows, using)
    for table, rows in changed.items():
        _write(_upsert(table), table, rows, using)


def overwrite(stored: Mapping[str, Rows], wanted: Mapping[str, Rows], using: str) -> int:
    """Make the rows of some dossiers what is wanted, whatever else claims to stand under their keys.

    Gives back how many rows were removed or written.
    """
    gone = 0
    made: dict[type[Row], list[Values]] = defaultdict(list)
    for dossier, rows in stored.items():
        for table, values in rows.keys() - wanted.get(dossier, {}).keys():
            given = dict(zip(table.KEY, values, strict=True)) | {"dossier": dossier}
            gone += table._default_manager.using(using).filter(**given).delete()[0]
    for dossier, rows in wanted.items():
        kept = stored.get(dossier, {})
        for key, values in rows.items():
            if kept.get(key) != values:
                made[key[0]].append(values)
    for table, new in made.items():
        _write(_upsert(table), table, new, using)
    return gone + sum(map(len, made.values()))


def _write(statement: str, table: type[Row], rows: Iterable[Values], using: str) -> None:
    connection = connections[using]
    prepared = _prepared(table)
    given = [list(values) for values in rows]
    for values in given:
        for place, prepare in prepared:
            values[place] = prepare(values[place], connection)
    with connection.cursor() as cursor:
        cursor.executemany(statement, given)


@cache
def _prepared(table: type[Row]) -> tuple[tuple[int, Callable[[Any, BaseDatabaseWrapper], Any]], ...]:
    """The fields whose values the database wants in a form of its own, by place. Texts and numbers go as they are."""
    fields = [field for field in table._meta.concrete_fields if field.name != "id"]
    plain = (models.CharField, models.IntegerField)
    return tuple((n, field.get_db_prep_save) for n, field in enumerate(fields) if not isinstance(field, plain))


@cache
def _insert(table: type[Row]) -> str:
    names = [f'"{name}"' for name in fields_of(table)]
    return f"INSERT INTO {table._meta.db_table} ({', '.join(names)}) VALUES ({', '.join(['%s'] * len(names))})"


@cache
def _upsert(table: type[Row]) -> str:
    """Insert, or write over the row with the same key; the same words on both databases."""
    key = ", ".join(f'"{name}"' for name in table.KEY)
    changes = ", ".join(f'"{name}" = excluded."{name}"' for name in fields_of(table) if name not in table.KEY)
    return f"{_insert(table)} ON CONFLICT ({key}) DO {f'UPDATE SET {changes}' if changes else 'NOTHING'}"


def _claims_are_free(claims: Collection[Values], using: str) -> None:
    """``claims`` are the values of ``ClaimRow.KEY``: scope and value."""
    if not claims:
        return
    wanted = Q()
    for scope, value in claims:
        wanted |= Q(scope=scope, value=value)
    if taken := ClaimRow.objects.using(using).filter(wanted).first():
        raise ClaimTaken(taken.scope, taken.value, taken.dossier)
