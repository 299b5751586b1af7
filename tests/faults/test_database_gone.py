"""The database goes away under a program at work: it says so, nothing is lost, and it works again when it is back."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection

import postgres_cluster
from faults.killing import TESTS

on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="about SQLite's file")
on_postgresql = pytest.mark.skipif(connection.vendor == "sqlite", reason="about PostgreSQL's server")


@dataclass(frozen=True)
class Program:
    """The program at work (``steadfast.py``)."""

    process: "subprocess.Popen[str]"

    def register(self, client: str, **order: Any) -> dict[str, Any]:
        """Let it register a client. With ``stop``, it stops before that statement."""
        return self._ask({"client": f"client:{client}", "id": f"registers-{client}", **order})

    def go_on(self) -> dict[str, Any]:
        """Let it go on, and hear what came of it."""
        return self._ask({})

    def must_be_sound(self) -> None:
        """Let it look whether its record is sound."""
        assert self._ask({"sound": True}) == {"sound": True}

    def _ask(self, order: dict[str, Any]) -> dict[str, Any]:
        assert self.process.stdin
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        return self.hear()

    def hear(self) -> dict[str, Any]:
        """What it says next."""
        assert self.process.stdout
        heard: dict[str, Any] = json.loads(self.process.stdout.readline())
        return heard


@contextmanager
def program(database: str, folder: Path) -> Iterator[Program]:
    """The program, with a founded body in ``database``."""
    environment = os.environ | {
        "CERTWRIGHT_DATABASE": database,
        "CERTWRIGHT_DATA": str(folder),
        "PYTHONPATH": os.pathsep.join([str(TESTS), str(TESTS.parent / "src")]),
    }
    command = [sys.executable, "-m", "faults.steadfast"]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=folder
    ) as process:
        started = Program(process)
        assert started.hear() == {"ready": True}
        yield started
        assert process.stdin
        process.stdin.close()
        assert process.wait(10) == 0


MOVED = {"unavailable": "the database file is no longer in its place", "unknown": False}


@on_sqlite
def test_the_file_is_moved_away_in_the_middle(tmp_path: Path) -> None:
    """SQLite would go on writing to the file wherever it lies, and nobody would look for it there."""
    database, away = tmp_path / "certwright.sqlite3", tmp_path / "away.sqlite3"
    with program(str(database), tmp_path) as at_work:
        for position, stop in enumerate((1, 7, 13), 11):  # before it begins, half-way, before the last row
            assert at_work.register(f"oak{stop}", stop=stop) == {"stopped": True}
            database.rename(away)
            assert at_work.go_on() == MOVED
            away.rename(database)
            assert at_work.register(f"oak{stop}") == {"position": position, "repeated": False}
        at_work.must_be_sound()


@on_sqlite
def test_the_file_is_removed(tmp_path: Path) -> None:
    database = tmp_path / "certwright.sqlite3"
    with program(str(database), tmp_path) as at_work:
        assert at_work.register("oak")["position"] == 11
        database.unlink()
        assert at_work.register("elm") == MOVED
        assert at_work.register("elm") == MOVED
        assert not database.exists()


@on_sqlite
def test_the_tables_are_not_there(tmp_path: Path) -> None:
    """As after starting beside the place where the database should be."""
    database = tmp_path / "certwright.sqlite3"
    with program(str(database), tmp_path) as at_work:
        assert at_work.register("oak", reconnect=True)["position"] == 11
        for name in ("", "-wal", "-shm"):
            Path(f"{database}{name}").unlink(missing_ok=True)
        told = at_work.register("elm", reconnect=True)
        assert told == {
            "unavailable": "the tables of the record are not there (no such table: journal_envelope)",
            "unknown": False,
        }


@on_sqlite
def test_a_backup_is_put_in_the_place_of_the_file(tmp_path: Path) -> None:
    """Until it is started again, the program records nothing: neither in the file it holds nor in the new one."""
    database, backup = tmp_path / "certwright.sqlite3", tmp_path / "backup.sqlite3"
    with program(str(database), tmp_path) as at_work:
        with closing(sqlite3.connect(database)) as copying:
            copying.execute("VACUUM INTO ?", [str(backup)])
        assert at_work.register("oak")["position"] == 11
        backup.replace(database)
        as_restored = database.read_bytes()
        for _ in range(2):
            assert at_work.register("elm") == MOVED
        assert database.read_bytes() == as_restored


@on_postgresql
def test_the_server_is_stopped_in_the_middle(tmp_path: Path) -> None:
    with postgres_cluster.cluster() as address, program(address, tmp_path) as at_work:
        for position, stop in enumerate((1, 9), 11):  # before it begins, half-way
            assert at_work.register(f"oak{stop}", stop=stop) == {"stopped": True}
            _server(address, "--mode", "immediate", "stop")
            try:
                told = [at_work.go_on(), at_work.register(f"oak{stop}")]
            finally:
                _server(address, "start")
            assert [one["unknown"] for one in told] == [False, False]
            assert all(one["unavailable"].startswith("the database cannot be reached (") for one in told)
            assert at_work.register(f"oak{stop}") == {"position": position, "repeated": False}
        at_work.must_be_sound()


def _server(address: str, *command: str) -> None:
    """Stop or start the server of a private cluster."""
    folder = Path(parse_qs(urlsplit(address).query)["host"][0])
    options = " ".join(f"-c {name}='{value}'" for name, value in postgres_cluster.SERVER_OPTIONS.items())
    control = (str(postgres_cluster.programs() / "pg_ctl"), "--pgdata", str(folder / "data"), "--wait")
    logged = ("--log", str(folder / "server.log"), "--options", f"-k {folder} {options}") if "start" in command else ()
    postgres_cluster.called(postgres_cluster.unprivileged(), *control, *logged, *command)
