"""Whether SQLite still writes to the file that stands in its place.

SQLite goes on writing to a file that was removed, moved or replaced under it and says nothing. What is recorded then
is gone when the program ends, so the office looks before it commits.
"""

import os
from typing import Any
from weakref import WeakKeyDictionary

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

_File = tuple[int, int]
_opened: "WeakKeyDictionary[BaseDatabaseWrapper, _File]" = WeakKeyDictionary()


def remember(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Signal receiver: keep in mind which file a connection was just opened to."""
    if file := _file(connection):
        _opened[connection] = file


def in_place(using: str) -> bool:
    """Whether the file the connection writes to is the one under the database's name. Always so but for SQLite."""
    connection = connections[using]
    return connection not in _opened or _file(connection) == _opened[connection]


def _file(connection: BaseDatabaseWrapper) -> _File | None:
    if connection.vendor != "sqlite":
        return None
    try:
        found = os.stat(connection.settings_dict["NAME"])  # noqa: PTH116  # the name may be one of SQLite's own
    except (OSError, ValueError):
        return None  # in memory, or gone
    return found.st_dev, found.st_ino
