"""Taking turns at SQLite's one write lock, first come, first served.

SQLite lets whoever happens to ask in the right moment write next; who has waited long asks ever more rarely. Beside a
few greedy writers a person then waits for seconds. So writers stand in a line of their own first. There is a place at
its head (``.next``) and one at the desk (``.turn``): only whoever stands at the head waits for the desk, and frees the
head when the desk is theirs. A writer that comes back at once finds the head taken, and is served after the others.

The line is a courtesy, not a safeguard: what protects the record is the database's own lock. The operating system
takes a place back when a process dies; one that does not move at the desk is waited for as long as the database would
be, and then the database itself says that it is busy. Where the files of the line cannot be made, everything works
without it.
PostgreSQL serves its waiters in order by itself.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.sqlite3.base import DatabaseWrapper as SQLite

PATIENCE = 5.0
"""Seconds, where the settings of the database do not say how long it waits."""
LOOK_AGAIN = 0.001
"""Seconds between two looks at the desk of whoever stands at the head of the line."""


@contextmanager
def in_turn(using: str) -> Iterator[None]:
    """A transaction that waits for its turn to write; within another transaction, a savepoint of that one."""
    connection = connections[using]
    with ExitStack() as places:
        if _stands_in_line(connection):
            patience = float(connection.settings_dict["OPTIONS"].get("timeout", PATIENCE))
            _wait(Path(str(connection.settings_dict["NAME"])), patience, places)
        with transaction.atomic(using=using):
            yield


def _stands_in_line(connection: BaseDatabaseWrapper) -> bool:
    if connection.in_atomic_block or not isinstance(connection, SQLite):
        return False
    return not connection.is_in_memory_db()


def _wait(database: Path, patience: float, places: ExitStack) -> None:
    """Stand in line for ``database``; ``places`` gives the place at the desk back when it is closed.

    Whoever stands at the head waits for the desk at most ``patience`` seconds, and then takes their chance without it.
    """
    try:
        desk = _opened(database, ".turn", places)
        with ExitStack() as line:
            fcntl.flock(_opened(database, ".next", line), fcntl.LOCK_EX)
            _take(desk, patience)
    except OSError:
        return  # nobody can stand in line here, such as in a folder that is read-only


def _take(desk: int, patience: float) -> None:
    until = monotonic() + patience
    while monotonic() < until:
        with suppress(BlockingIOError):
            fcntl.flock(desk, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        sleep(LOOK_AGAIN)


def _opened(database: Path, suffix: str, places: ExitStack) -> int:
    # Opened anew each time: a place belongs to whoever opened the file, so that threads of one process wait, too.
    file = os.open(f"{database}{suffix}", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    places.callback(os.close, file)
    return file
