"""The triggers in PostgreSQL's words. They are enabled *always*: ``session_replication_role`` does not silence them."""

from collections.abc import Iterator
from dataclasses import dataclass

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

_EVENTS = {"INSERT": 4, "DELETE": 8, "UPDATE": 16, "TRUNCATE": 32}
_ROW, _BEFORE = 1, 2


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger before an event, and the function of the same name that it calls."""

    table: str
    name: str
    event: str
    condition: str
    says: str
    code: str

    @property
    def level(self) -> str:
        """Called for each row, or for the statement where there are no rows."""
        return "STATEMENT" if self.event == "TRUNCATE" else "ROW"

    @property
    def type(self) -> int:
        """The same as a number, as PostgreSQL's catalogue keeps it (``pg_trigger.tgtype``)."""
        return _EVENTS[self.event] | _BEFORE | (_ROW if self.level == "ROW" else 0)

    @property
    def body(self) -> str:
        """The text of the function (``pg_proc.prosrc``)."""
        row = {"DELETE": "OLD", "TRUNCATE": "NULL"}.get(self.event, "NEW")
        return (
            f"BEGIN IF {self.condition} THEN RAISE EXCEPTION 'certwright: {self.table} {self.says}' "
            f"USING ERRCODE = '{self.code}'; END IF; RETURN {row}; END"
        )

    @property
    def statements(self) -> Iterator[str]:
        """What makes the function and the trigger, anew or for the first time."""
        name, table = self.name, self.table
        yield f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $body${self.body}$body$"
        yield f"DROP TRIGGER IF EXISTS {name} ON {table}"
        yield (f"CREATE TRIGGER {name} BEFORE {self.event} ON {table} FOR EACH {self.level} EXECUTE FUNCTION {name}()")
        yield f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}"


IN_FORCE = """
SELECT t.tgname, c.relname, t.tgtype, f.prosrc
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc f ON f.oid = t.tgfoid
WHERE NOT t.tgisinternal AND t.tgenabled = 'A' AND t.tgqual IS NULL AND t.tgattr = ''::int2vector
AND pg_table_is_visible(c.oid)
"""
"""Name, table, type and function text of every trigger that always fires."""

_FORBIDDEN, _TAKEN = "23001", "23505"  # restrict_violation; unique_violation, after which the office judges again


def triggers() -> dict[str, Trigger]:
    """Each trigger by its name."""
    return {trigger.name: trigger for trigger in _triggers()}


def _triggers() -> Iterator[Trigger]:
    for table in WRITTEN_ONCE:
        yield _trigger(table, "no_update", "UPDATE", "TRUE", "is never changed")
    for table in NEVER_REMOVED:
        yield _trigger(table, "no_delete", "DELETE", "TRUE", "is never removed")
    yield _trigger(CONTENT, "no_delete", "DELETE", STILL_WANTED, "is removed by an erasure act only")
    for table in TABLES:
        yield _trigger(table, "no_truncate", "TRUNCATE", "TRUE", "is never emptied")
    for table, (says, condition) in OUT_OF_TURN.items():
        yield _trigger(table, "in_turn", "INSERT", condition, says, _TAKEN)
    for table, condition in BACKWARDS.items():
        yield _trigger(table, "only_forward", "UPDATE", condition, "only goes forward")


def _trigger(table: Table, what: str, event: str, condition: str, says: str, code: str = _FORBIDDEN) -> Trigger:
    return Trigger(table.name, f"{table.name}_{what}", event, condition, says, code)
