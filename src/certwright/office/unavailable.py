"""Why the record cannot be written just now, in a sentence an administrator can act on, and what can be tried again."""

from collections.abc import Iterator, Mapping
from errno import EACCES, EDQUOT, EFBIG, ENOSPC, EPERM, EROFS

from django.db import Error

_SQLITE: Mapping[str, str] = {
    "SQLITE_BUSY": "another program holds the database, and did not let go of it in time",
    "SQLITE_LOCKED": "another program holds the database, and did not let go of it in time",
    "SQLITE_FULL": "the disk is full",
    "SQLITE_READONLY": "the database file must not be written to, or is no longer in its place",
    "SQLITE_PERM": "the database file must not be written to, or is no longer in its place",
    "SQLITE_CANTOPEN": "the database file cannot be opened",
    "SQLITE_IOERR": "the disk reports an error",
    "SQLITE_CORRUPT": "the database file is damaged",
    "SQLITE_NOTADB": "the database file is damaged",
}
"""By the first two words of the name SQLite gives its errors."""

_POSTGRESQL: Mapping[str, str] = {
    "08": "the connection to the database is lost",
    "25006": "the database can only be read (a replica?)",
    "28": "the database refuses the user",
    "3D": "there is no such database",
    "42P01": "the tables of the record are not there",
    "53100": "the disk of the database is full",
    "53": "the database has no room or connection left",
    "55P03": "others held the same dossiers for too long",
    "57": "the database is being shut down or started",
    "58": "the disk of the database reports an error",
}
"""By SQLSTATE, or the class of it."""

_OPERATING_SYSTEM: Mapping[int | None, str] = {
    ENOSPC: "the disk is full",
    EDQUOT: "the disk is full",
    EFBIG: "the disk takes no file as large as this",
    EACCES: "the folder of the attachments must not be read or written to",
    EPERM: "the folder of the attachments must not be read or written to",
    EROFS: "the folder of the attachments must not be read or written to",
}

MOVED = "the database file is no longer in its place"


def collided(error: Error | OSError) -> bool:
    """Whether somebody was in the way who has finished by now (PostgreSQL: serialisation failure, deadlock)."""
    return _state(error) in {"40001", "40P01"}


def connection_lost(error: Error | OSError) -> bool:
    """Whether an open connection broke: what became of a COMMIT is not known, and it may be opened again."""
    state = _state(error)
    if state is not None:
        return state.startswith("08") or state in {"57P01", "57P02", "57P05"}
    return type(error.__cause__).__module__.startswith("psycopg")  # the server went without a word


def plainly(error: Error | OSError) -> str:
    """What is wrong, in words, with the machine's own message in brackets."""
    told = next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
    return f"{_reason(error)} ({told.rstrip('.')})"


def _reason(error: Error | OSError) -> str:
    if isinstance(error, OSError):
        return _OPERATING_SYSTEM.get(error.errno, "the attachments cannot be reached")
    if name := getattr(error.__cause__, "sqlite_errorname", None):
        if "no such table" in str(error):
            return "the tables of the record are not there"
        return _SQLITE.get("_".join(name.split("_")[:2]), "the database does not take it")
    found = (_POSTGRESQL[start] for start in _starts(_state(error)) if start in _POSTGRESQL)
    return next(found, "the database does not take it" if _state(error) else "the database cannot be reached")


def _starts(state: str | None) -> Iterator[str]:
    yield from (state[:length] for length in (5, 2)) if state else ()


def _state(error: Error | OSError) -> str | None:
    state = getattr(error.__cause__, "sqlstate", None)
    return state if isinstance(state, str) else None
