"""Copying the database at one moment, while people work: by SQLite's own backup, or by ``pg_dump`` on a snapshot."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from certwright.cli.outcome import Unavailable

SQLITE, POSTGRESQL = "database.sqlite3", "database.pgdump"

_TAIL = "SELECT position, hash, recorded_at FROM journal_tail"

Ends = tuple[int, str, str]
"""Where the journal in the copy ends: position, hash over all envelopes, time of the last act in ISO 8601."""


def copy_database(folder: Path) -> Ends:
    """Copy the database into ``folder``, and say where the journal in the copy ends.

    Raises:
        Unavailable: the database or the program that copies it does not serve.
    """
    return _copy_sqlite(folder / SQLITE) if connection.vendor == "sqlite" else _dump_postgresql(folder / POSTGRESQL)


def _copy_sqlite(copy: Path) -> Ends:
    connection.ensure_connection()
    try:
        with closing(sqlite3.connect(copy)) as target:
            connection.connection.backup(target)
            # One file that needs no write-ahead log beside it, and is whole on disk.
            target.execute("PRAGMA journal_mode=DELETE")
            ends = target.execute(_TAIL).fetchone()
    except sqlite3.Error as error:
        raise Unavailable(f"The database cannot be copied: {error}.") from error
    with copy.open("rb") as file:
        os.fsync(file.fileno())
    return _ends(ends)


def _dump_postgresql(copy: Path) -> Ends:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        cursor.execute(_TAIL)
        ends = cursor.fetchone()
        run_postgresql(
            ["pg_dump", "--format=custom", "--no-owner", f"--snapshot={snapshot}", f"--file={copy}"],
            connection.settings_dict,
        )
    return _ends(ends)


def run_postgresql(command: list[str], settings: Mapping[str, Any]) -> None:
    """Run a program of PostgreSQL against a database as Django describes it. Raises Unavailable."""
    name, *arguments = command
    program = shutil.which(name)
    if program is None:
        raise Unavailable(f"There is no {name} on this machine. On Debian: apt-get install postgresql-client")
    given = {
        "PGHOST": settings["HOST"],
        "PGPORT": settings["PORT"],
        "PGUSER": settings["USER"],
        "PGPASSWORD": settings["PASSWORD"],
        "PGDATABASE": settings["NAME"],
    }
    environment = {**os.environ, **{name: str(value) for name, value in given.items() if value}}
    done = subprocess.run([program, *arguments], env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Unavailable(f"{name} failed: {done.stderr.strip()}")


def _ends(row: tuple[Any, ...] | None) -> Ends:
    if row is None:
        return 0, "", ""
    position, journal_hash, recorded_at = row
    return position, journal_hash, recorded_at if isinstance(recorded_at, str) else recorded_at.isoformat()
