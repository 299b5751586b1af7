"""Triggers that are gone, changed or off are noticed at start, and every migration makes them again."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.apps import apps
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import OperationalError, connection, models, transaction
from django.db.migrations import Migration
from django.db.models.signals import pre_migrate

from certwright.journal import guards, triggers
from certwright.journal.models import Envelope, Erasure, Text

on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite rebuilds tables")
on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="a statement of PostgreSQL")
pytestmark = pytest.mark.django_db
NAME, FUNCTION = "journal_content_no_update", "EXECUTE FUNCTION journal_content_no_update()"


def messages() -> list[str]:
    return [f"{item.id}: {item.msg}" for item in run_checks(databases=["default"], tags=["database"])]


@contextmanager
def after(*statements: str) -> Iterator[None]:
    """What is done inside is done after the statements, and all of it is undone."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
        yield
        transaction.set_rollback(True)


def all_triggers() -> dict[str, str]:
    """Every trigger with its table."""
    with transaction.atomic():
        triggers.remove(connection)
        names = triggers.missing(connection)
        transaction.set_rollback(True)
    return {name: table.name for table in guards.TABLES for name in names if name.startswith(f"{table.name}_")}


def test_triggers_in_place_are_no_matter() -> None:
    assert triggers.missing(connection) == frozenset()
    assert messages() == []


def test_a_database_without_the_journal_is_no_matter() -> None:
    with transaction.atomic():
        triggers.remove(connection)
        with after("DROP TABLE journal_tail"):
            assert messages() == []
        transaction.set_rollback(True)


def test_each_dropped_trigger_is_named() -> None:
    on = " ON {}" if connection.vendor == "postgresql" else ""
    found = all_triggers()
    assert len(found) > 15
    for name, table in found.items():
        with after(f"DROP TRIGGER {name}{on.format(table)}"):
            (said,) = messages()
            assert said.startswith("journal.E001: 1 triggers")
            assert name in said
            triggers.make(connection)
            assert messages() == []


@on_sqlite
def test_a_trigger_that_does_nothing_any_more_is_named() -> None:
    idle = f"CREATE TRIGGER {NAME} BEFORE UPDATE ON journal_content WHEN 0 BEGIN SELECT 1; END"
    with after(f"DROP TRIGGER {NAME}", idle):
        assert triggers.missing(connection) == {NAME}


@on_postgresql
@pytest.mark.parametrize(
    "statement",
    [
        f"ALTER TABLE journal_content DISABLE TRIGGER {NAME}",
        f"ALTER TABLE journal_content ENABLE TRIGGER {NAME}",
        f"ALTER TABLE journal_content ENABLE REPLICA TRIGGER {NAME}",
        f"CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        f"CREATE OR REPLACE TRIGGER {NAME} BEFORE UPDATE ON journal_content FOR EACH ROW WHEN (false) {FUNCTION}",
        f"CREATE OR REPLACE TRIGGER {NAME} BEFORE UPDATE OF salt ON journal_content FOR EACH ROW {FUNCTION}",
        f"CREATE OR REPLACE TRIGGER {NAME} BEFORE INSERT ON journal_content FOR EACH ROW {FUNCTION}",
        f"CREATE OR REPLACE TRIGGER {NAME} AFTER UPDATE ON journal_content FOR EACH ROW {FUNCTION}",
    ],
    ids=["off", "not always", "replica", "idle function", "never true", "one column", "other event", "too late"],
)
def test_a_trigger_that_does_not_always_fire_is_named(statement: str) -> None:
    always = [f"ALTER TABLE journal_content ENABLE ALWAYS TRIGGER {NAME}"] if "CREATE" in statement else []
    with after(statement, *always):
        assert triggers.missing(connection) == {NAME}
        triggers.make(connection)
        assert triggers.missing(connection) == frozenset()


def rebuild(table: type[models.Model]) -> None:
    """Do what Django does on SQLite when a column changes: a new table, and the triggers go with the old one."""
    with connection.schema_editor() as editor:
        remake: Any = editor
        remake._remake_table(table)


def before_migrating(app: str) -> None:
    plan = [(Migration("0002_something", app), False)]
    pre_migrate.send(apps.get_app_config("journal"), using="default", plan=plan, verbosity=0, interactive=False)


@on_sqlite
@pytest.mark.django_db(transaction=True)
def test_a_rebuilt_table_has_lost_its_triggers_and_the_check_says_so() -> None:
    rebuild(Text)
    assert triggers.missing(connection) == {name for name, table in all_triggers().items() if table == "journal_text"}
    assert "journal.E001" in messages()[0]
    call_command("migrate", verbosity=0, skip_checks=True)
    assert messages() == []


@on_sqlite
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("table", [Envelope, Erasure])
def test_before_a_migration_of_the_journal_the_triggers_step_aside(table: type[models.Model]) -> None:
    """A table that triggers of other tables speak about could not be rebuilt otherwise."""
    with pytest.raises(OperationalError, match="error in trigger"):
        rebuild(table)
    before_migrating("journal")
    rebuild(table)
    call_command("migrate", verbosity=0, skip_checks=True)
    assert messages() == []


@pytest.mark.django_db(transaction=True)
def test_before_a_migration_of_another_app_they_stay() -> None:
    before_migrating("rows")
    assert messages() == []


@pytest.mark.django_db(transaction=True)
def test_migrating_makes_them_again() -> None:
    triggers.remove(connection)
    assert "journal.E001" in messages()[0]
    call_command("migrate", verbosity=0, skip_checks=True)
    assert messages() == []
