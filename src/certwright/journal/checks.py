"""What is looked at before the program starts: a journal without its triggers is not a record."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections
from django.db.utils import OperationalError

from certwright.journal import triggers


@register(Tags.database)
def triggers_are_in_place(*, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Every trigger that forbids changing the record is there (run by ``migrate``, ``doctor`` and at start)."""
    found: list[CheckMessage] = []
    for alias in databases or []:
        connection = connections[alias]
        try:
            if "journal_tail" not in connection.introspection.table_names():
                continue
            missing = triggers.missing(connection)
        except OperationalError:
            continue  # Django says by itself that the database cannot be reached
        if missing:
            found.append(
                Error(
                    f"{len(missing)} triggers that protect the record are not in force: {', '.join(sorted(missing))}.",
                    hint=triggers.REMEDY,
                    id="journal.E001",
                )
            )
    return found
