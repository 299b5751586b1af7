"""Triggers that forbid changing the record, on both databases (DESIGN section 5.12).

SQLite drops triggers silently when it rebuilds a table, so they are made again after every migration and looked for
at every start. They stop a mistaken statement and a careless administrator; whoever removes them on purpose is found
by ``journal verify`` and by the signed roots that left the machine.
"""

from collections.abc import Iterable
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations import Migration

from certwright.journal import guards_postgresql, guards_sqlite

REMEDY = (
    "Find out who removed or changed them, run “certwright journal verify”, then “certwright migrate --skip-checks”, "
    "which makes them again."
)
"""What to do where triggers are missing. Without ``--skip-checks`` Django stops at the very check that found it."""


def missing(connection: BaseDatabaseWrapper) -> frozenset[str]:
    """The triggers that are not in force: not there, switched off, or not as this release makes them."""
    found: set[str] = set()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            wanted_sqlite = guards_sqlite.triggers()
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            found.update(name for name, statement in cursor.fetchall() if wanted_sqlite.get(name) == statement)
            return frozenset(wanted_sqlite.keys() - found)
        wanted = guards_postgresql.triggers()
        cursor.execute(guards_postgresql.IN_FORCE)
        for name, *rest in cursor.fetchall():
            trigger = wanted.get(name)
            if trigger and rest == [trigger.table, trigger.type, trigger.body]:
                found.add(name)
        return frozenset(wanted.keys() - found)


def make(connection: BaseDatabaseWrapper) -> None:
    """Make every trigger anew."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for name, statement in guards_sqlite.triggers().items():
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
                cursor.execute(statement)
        else:
            for trigger in guards_postgresql.triggers().values():
                for statement in trigger.statements:
                    cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take every trigger away: before a migration, which makes them again, and in tests that forge a journal."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for name in guards_sqlite.triggers():
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        else:
            for trigger in guards_postgresql.triggers().values():
                cursor.execute(f"DROP TRIGGER IF EXISTS {trigger.name} ON {trigger.table}")


def step_aside_for_migration(using: str, plan: Iterable[tuple[Migration, bool]], **_: Any) -> None:
    """Signal receiver: SQLite cannot rebuild a table of the record while triggers of another table speak about it.

    Should the migration fail, they stay away, and the check at start says so.
    """
    if connections[using].vendor == "sqlite" and any(migration.app_label == "journal" for migration, _ in plan):
        remove(connections[using])


def make_after_migration(using: str, **_: Any) -> None:
    """Signal receiver: make the triggers of the database that was just migrated."""
    connection = connections[using]
    if "journal_tail" in connection.introspection.table_names():
        make(connection)
