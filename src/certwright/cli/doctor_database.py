"""The database of an installation: whether it answers, has the tables of this release, and keeps the record safe."""

from collections.abc import Iterator

from django.db import connection

from certwright.cli.doctor_finding import Finding, fail, ok, warn
from certwright.journal import triggers
from certwright.office.tables import unapplied

FULL = 2
"""SQLite's number for ``synchronous=FULL``."""


def look() -> Iterator[Finding]:
    """Raises Django's ``DatabaseError`` where the database does not answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    yield ok("database", f"{_described()} answers")
    yield from _safety()
    if missing := unapplied():
        remedy = "Run “certwright init” for a new installation, “certwright upgrade” for one that was used."
        yield fail("tables", f"{len(missing)} migrations are missing, the first is {missing[0]}", remedy)
        return
    yield ok("tables", "are those of this release")
    if gone := triggers.missing(connection):
        says = f"{len(gone)} that protect the record are missing: {', '.join(sorted(gone))}"
        yield fail("triggers", says, triggers.REMEDY)
    else:
        yield ok("triggers", "all that protect the record are in force")


def _described() -> str:
    name = connection.settings_dict["NAME"]
    return f"SQLite {name}" if connection.vendor == "sqlite" else f"PostgreSQL “{name}”"


def _safety() -> Iterator[Finding]:
    """Whether a recorded act survives a power cut, and what was erased does not linger in the file."""
    asked = (
        {"PRAGMA journal_mode": "wal", "PRAGMA synchronous": FULL, "PRAGMA secure_delete": 1}
        if connection.vendor == "sqlite"
        else {"SHOW fsync": "on", "SHOW synchronous_commit": "on", "SHOW full_page_writes": "on"}
    )
    with connection.cursor() as cursor:
        for question, wanted in asked.items():
            cursor.execute(question)
            (found,) = cursor.fetchone()
            if found != wanted:
                name = question.split()[1]
                remedy = "Set it as installed: else a power cut may lose acts, or erased words stay in the file."
                yield warn("durability", f"{name} is {found}, not {wanted}", remedy)
                return
    yield ok("durability", "what is recorded survives a power cut, what is erased is gone")
