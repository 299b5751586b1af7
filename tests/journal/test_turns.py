"""Writers of an SQLite database take turns; whoever comes back at once does not overtake who waits."""

import fcntl
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from django.db import connection, connections

from certwright.journal import turns
from certwright.journal.turns import in_turn

ON_SQLITE = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL serves its waiters in order")
PATIENCE = 10.0


def is_taken(place: Path) -> bool:
    """Whether somebody holds a place in the line."""
    file = os.open(place, os.O_RDWR | os.O_CREAT)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    else:
        return False
    finally:
        os.close(file)


def wait_until_taken(place: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not is_taken(place):
        assert time.monotonic() < end, f"nobody came to {place}"
        time.sleep(0.005)


HOLD = """
import fcntl, os, sys, time
file = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT)
fcntl.flock(file, fcntl.LOCK_EX)
print(flush=True)
time.sleep(60)
"""


def place(suffix: str) -> Path:
    return Path(str(connection.settings_dict["NAME"]) + suffix)


@ON_SQLITE
@pytest.mark.django_db(transaction=True)
def test_a_greedy_writer_is_served_after_the_one_who_waits() -> None:
    served: list[str] = []

    def patient() -> None:
        with in_turn("default"):
            served.append("patient")
        connections["default"].close()

    waiting = threading.Thread(target=patient)
    with in_turn("default"):
        served.append("greedy")
        waiting.start()
        wait_until_taken(place(".next"))
    with in_turn("default"):
        served.append("greedy")
    waiting.join(PATIENCE)
    assert served == ["greedy", "patient", "greedy"]
    assert not is_taken(place(".next"))
    assert not is_taken(place(".turn"))


@ON_SQLITE
@pytest.mark.django_db(transaction=True)
def test_places_are_given_back_when_a_turn_ends_badly() -> None:
    def end_badly() -> None:
        with in_turn("default"):
            assert is_taken(place(".turn"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        end_badly()
    assert not is_taken(place(".turn"))


@ON_SQLITE
@pytest.mark.django_db(transaction=True)
def test_a_turn_within_a_turn_is_a_savepoint_and_does_not_wait_for_itself() -> None:
    with in_turn("default"), in_turn("default"):
        assert connection.in_atomic_block
        assert connection.savepoint_ids != []


@ON_SQLITE
@pytest.mark.django_db(transaction=True)
def test_a_writer_that_was_killed_blocks_nobody() -> None:
    with subprocess.Popen([sys.executable, "-c", HOLD, str(place(".turn"))], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        assert is_taken(place(".turn"))
        holder.kill()
    with in_turn("default"):
        assert connection.in_atomic_block


@ON_SQLITE
@pytest.mark.django_db(transaction=True)
def test_where_nobody_can_stand_in_line_writing_works_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(turns, "_opened", refused)
    with in_turn("default"):
        assert connection.in_atomic_block


@pytest.mark.django_db(transaction=True)
def test_other_databases_have_no_line(monkeypatch: pytest.MonkeyPatch) -> None:
    if connection.vendor == "sqlite":
        monkeypatch.setattr(connection, "is_in_memory_db", lambda: True)
    monkeypatch.setattr(turns, "_wait", lambda *_: pytest.fail("stood in line"))
    with in_turn("default"):
        assert connection.in_atomic_block
