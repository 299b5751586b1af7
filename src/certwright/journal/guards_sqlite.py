"""The triggers in SQLite's words.

``INSERT OR REPLACE`` and ``UPDATE OR REPLACE`` remove the row in the way without firing its delete trigger, so they
are caught on their way in. The row in the way may also be found by SQLite's own ``rowid``, which any statement may
give; where it was not given, ``NEW.rowid`` is −1 and no row has it.
"""

from collections.abc import Iterator

from certwright.journal.guards import (
    BACKWARDS,
    CONTENT,
    NEVER_REMOVED,
    OUT_OF_TURN,
    STILL_WANTED,
    TABLES,
    WRITTEN_ONCE,
    Table,
)


def triggers() -> dict[str, str]:
    """Each trigger by its name, as the statement that makes it."""
    return dict(_triggers())


def _triggers() -> Iterator[tuple[str, str]]:
    for table in WRITTEN_ONCE:
        yield _trigger(table, "no_update", "BEFORE UPDATE", "1", "is never changed")
    for table in NEVER_REMOVED:
        yield _trigger(table, "no_delete", "BEFORE DELETE", "1", "is never removed")
    yield _trigger(CONTENT, "no_delete", "BEFORE DELETE", STILL_WANTED, "is removed by an erasure act only")
    for table in TABLES:
        yield _trigger(table, "no_replace", "BEFORE INSERT", _taken(table), "UNIQUE constraint failed, not replaced")
    for table, (says, condition) in OUT_OF_TURN.items():
        yield _trigger(table, "in_turn", "BEFORE INSERT", condition, says)
    for table, condition in BACKWARDS.items():
        condition = f"{condition} OR NEW.rowid <> OLD.rowid"
        yield _trigger(table, "only_forward", "BEFORE UPDATE", condition, "only goes forward")


def _taken(table: Table) -> str:
    same = [" AND ".join(f"{column} = NEW.{column}" for column in columns) for columns in (*table.unique, ("rowid",))]
    return " OR ".join(f"EXISTS (SELECT 1 FROM {table.name} WHERE {place})" for place in same)


def _trigger(table: Table, what: str, event: str, when: str, says: str) -> tuple[str, str]:
    name = f"{table.name}_{what}"
    return name, (
        f"CREATE TRIGGER {name} {event} ON {table.name} WHEN {when} "
        f"BEGIN SELECT RAISE(ABORT, 'certwright: {table.name} {says}'); END"
    )
