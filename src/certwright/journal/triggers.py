"""Triggers that forbid changing the record, on both databases (DESIGN section 5.12).

SQLite drops triggers silently when it rebuilds a table, so they are made again after every migration and looked for
at every start. They stop a mistaken statement and a careless administrator; whoever removes them on purpose is found
by ``journal verify`` and by the signed roots that left the machine.
"""

from collections.abc import Iterator
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

PERMANENT = {
    "journal_envelope": ("position", "act_id"),
    "journal_erasure": ("position",),
    "journal_text": ("digest",),
    "journal_attachment": ("digest",),
}
"""Tables whose rows are never changed or removed, and the unique columns that must not be replaced."""

REMOVABLE = "journal_content"
STANDINGS = {"journal_head": "dossier", "journal_tail": "id"}


def names() -> frozenset[str]:
    """The names of all triggers the record needs."""
    return frozenset(name for name, _ in _sqlite())


def missing(connection: BaseDatabaseWrapper) -> frozenset[str]:
    """The triggers that are not there."""
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    )
    wanted = names() if connection.vendor == "sqlite" else frozenset(name for name, _ in _postgresql())
    with connection.cursor() as cursor:
        cursor.execute(query)
        return wanted - {name for (name,) in cursor.fetchall()}


def make(connection: BaseDatabaseWrapper) -> None:
    """Make every trigger anew."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for name, statement in _sqlite():
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
                cursor.execute(statement)
        else:
            cursor.execute(_POSTGRESQL_FUNCTIONS)
            for name, statement in _postgresql():
                table = statement.split(" ON ", 1)[1].split(" ", 1)[0]
                cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
                cursor.execute(statement)


def make_after_migration(using: str, **_: Any) -> None:
    """Signal receiver: make the triggers of the database that was just migrated."""
    connection = connections[using]
    if "journal_tail" in connection.introspection.table_names():
        make(connection)


def _sqlite() -> Iterator[tuple[str, str]]:
    for table, unique in PERMANENT.items():
        yield _sqlite_guard(table, "no_update", "BEFORE UPDATE", "1", "is never changed")
        yield _sqlite_guard(table, "no_delete", "BEFORE DELETE", "1", "is never removed")
        for column in unique:
            yield _sqlite_replacement(table, column)
    yield _sqlite_replacement("journal_envelope", "seq", "dossier = NEW.dossier AND seq = NEW.seq")
    yield _sqlite_guard(REMOVABLE, "no_update", "BEFORE UPDATE", "1", "is never changed")
    unlawful = "NOT EXISTS (SELECT 1 FROM journal_erasure WHERE position = OLD.position)"
    yield _sqlite_guard(REMOVABLE, "no_delete", "BEFORE DELETE", unlawful, "is removed by an erasure act only")
    yield _sqlite_replacement(REMOVABLE, "position")
    for table, key in STANDINGS.items():
        number = "seq" if table == "journal_head" else "position"
        backwards = f"NEW.{number} <= OLD.{number} OR NEW.{key} <> OLD.{key}"
        yield _sqlite_guard(table, "only_forward", "BEFORE UPDATE", backwards, "only goes forward")
        yield _sqlite_guard(table, "no_delete", "BEFORE DELETE", "1", "is never removed")
        yield _sqlite_replacement(table, key)


def _sqlite_guard(table: str, what: str, event: str, when: str, says: str) -> tuple[str, str]:
    name = f"{table}_{what}"
    return name, (
        f"CREATE TRIGGER {name} {event} ON {table} WHEN {when} "
        f"BEGIN SELECT RAISE(ABORT, 'certwright: {table} {says}'); END"
    )


def _sqlite_replacement(table: str, what: str, same: str = "") -> tuple[str, str]:
    # INSERT OR REPLACE removes the old row without firing the delete trigger, so it is caught on its way in.
    exists = f"EXISTS (SELECT 1 FROM {table} WHERE {same or f'{what} = NEW.{what}'})"
    return _sqlite_guard(table, f"no_replace_{what}", "BEFORE INSERT", exists, "UNIQUE constraint failed, not replaced")


_POSTGRESQL_FUNCTIONS = """
CREATE OR REPLACE FUNCTION certwright_forbid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'certwright: % is never changed or removed', TG_TABLE_NAME; END $$;
CREATE OR REPLACE FUNCTION certwright_erased_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM journal_erasure WHERE position = OLD.position) THEN
    RAISE EXCEPTION 'certwright: journal_content is removed by an erasure act only';
  END IF;
  RETURN OLD;
END $$;
CREATE OR REPLACE FUNCTION certwright_head_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq <= OLD.seq OR NEW.dossier <> OLD.dossier THEN
    RAISE EXCEPTION 'certwright: journal_head only goes forward';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION certwright_tail_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.position <= OLD.position OR NEW.id <> OLD.id THEN
    RAISE EXCEPTION 'certwright: journal_tail only goes forward';
  END IF;
  RETURN NEW;
END $$;
"""


def _postgresql() -> Iterator[tuple[str, str]]:
    def guard(table: str, what: str, event: str, function: str, each: str = "ROW") -> tuple[str, str]:
        name = f"{table}_{what}"
        return name, f"CREATE TRIGGER {name} {event} ON {table} FOR EACH {each} EXECUTE FUNCTION {function}()"

    for table in PERMANENT:
        yield guard(table, "no_change", "BEFORE UPDATE OR DELETE", "certwright_forbid")
    yield guard(REMOVABLE, "no_update", "BEFORE UPDATE", "certwright_forbid")
    yield guard(REMOVABLE, "no_delete", "BEFORE DELETE", "certwright_erased_only")
    yield guard("journal_head", "only_forward", "BEFORE UPDATE", "certwright_head_forward")
    yield guard("journal_tail", "only_forward", "BEFORE UPDATE", "certwright_tail_forward")
    for table in STANDINGS:
        yield guard(table, "no_delete", "BEFORE DELETE", "certwright_forbid")
    for table in (*PERMANENT, REMOVABLE, *STANDINGS):
        yield guard(table, "no_truncate", "BEFORE TRUNCATE", "certwright_forbid", "STATEMENT")
