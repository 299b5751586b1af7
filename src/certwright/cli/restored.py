"""A backup's database opened beside the installation's own, in a temporary place, and removed afterwards."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.management import call_command
from django.db import Error, connections

from certwright.cli.backup_database import POSTGRESQL, SQLITE, run_postgresql
from certwright.cli.database_beside import database_beside
from certwright.cli.outcome import Unavailable

ALIAS = "restored"


@contextmanager
def restored(backup: Path) -> Iterator[str]:
    """Restore the database of ``backup`` to a temporary place, and give the alias under which it can be read.

    Raises:
        Unavailable: there is no room or no server to restore it on.
    """
    opened = _sqlite(backup / SQLITE) if (backup / SQLITE).exists() else _postgresql(backup / POSTGRESQL)
    with opened as described, database_beside(ALIAS, described) as alias:
        yield alias


def bring_to_this_release(alias: str) -> None:
    """Make the tables of the restored copy those of this release; the backup itself is not touched."""
    call_command("migrate", database=alias, verbosity=0, interactive=False)


@contextmanager
def _sqlite(copy: Path) -> Iterator[dict[str, Any]]:
    with TemporaryDirectory(prefix="certwright-restored-") as folder:
        try:
            shutil.copyfile(copy, Path(folder) / SQLITE)
        except OSError as error:
            raise Unavailable(f"{copy} cannot be restored to {folder}: {error.strerror}.") from error
        yield {"ENGINE": "django.db.backends.sqlite3", "NAME": str(Path(folder) / SQLITE)}


@contextmanager
def _postgresql(dump: Path) -> Iterator[dict[str, Any]]:
    server = connections["default"]
    if server.vendor != "postgresql":
        raise Unavailable("The backup is of PostgreSQL: set CERTWRIGHT_DATABASE to a server it can be restored on.")
    name = f"certwright_restored_{secrets.token_hex(4)}"
    described = {**server.settings_dict, "NAME": name, "CONN_MAX_AGE": 0}
    try:
        with server.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name} TEMPLATE template0")
    except Error as error:
        raise Unavailable(f"No temporary database can be made: {str(error).strip()}.") from error
    try:
        run_postgresql(["pg_restore", "--no-owner", "--exit-on-error", f"--dbname={name}", str(dump)], described)
        yield described
    finally:
        with suppress(Error), server.cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
