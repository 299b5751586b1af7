"""The database as Django wants it described, from a path or an address.

SQLite is the embedded default: one file on a local disk, one writer at a time. PostgreSQL is for more than one machine.
"""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SQLITE_OPTIONS = {
    # The write lock is taken when a transaction begins, so that none fails half-way because it must wait for it.
    "transaction_mode": "IMMEDIATE",
    "timeout": 5,
    # FULL: a recorded decision survives a power cut. secure_delete: what is erased is overwritten in the file, too.
    # The rest keeps reads off the disk and the log file small.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; "
    "PRAGMA mmap_size=134217728; PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-20000; "
    "PRAGMA temp_store=MEMORY;",
}


def described(database: str, default: Path) -> dict[str, Any]:
    """Django's description of ``database``; ``default`` is the SQLite file used when it is empty.

    Raises:
        ImproperlyConfigured: the address is of another kind of database or names no database.
    """
    if "://" not in database:
        return sqlite(Path(database) if database else default)
    address = urlsplit(database)
    if address.scheme not in {"postgresql", "postgres"}:
        raise ImproperlyConfigured(
            f"CERTWRIGHT_DATABASE: “{address.scheme}” databases are not supported. "
            "Give the path of an SQLite file, or an address that begins with postgresql://."
        )
    name = unquote(address.path.removeprefix("/"))
    if not name:
        raise ImproperlyConfigured("CERTWRIGHT_DATABASE: the address names no database. Put /name at its end.")
    options = dict(parse_qsl(address.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(address.username or ""),
        "PASSWORD": unquote(address.password or ""),
        "HOST": options.pop("host", "") or address.hostname or "",
        "PORT": str(address.port or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def sqlite(file: Path) -> dict[str, Any]:
    """Django's description of an SQLite file, with the options the record needs."""
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(file), "OPTIONS": dict(SQLITE_OPTIONS)}


class JobsAtHome:
    """Jobs have tables in the installation's own database only, not in one that a story or a check stands beside it.

    One of their migrations touches the installation's database whichever it was asked to migrate (0016 of
    django-tasks-db).
    """

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        """Whether the tables of an app are made in a database; nothing is said of other apps."""
        return db == "default" if app_label == "django_tasks_database" else None
