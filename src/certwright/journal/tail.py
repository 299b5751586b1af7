"""Where the whole journal ends: read, locked and moved. In plain statements, because every act waits for them."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connections

TAIL = 1
"""The id of the one row there is."""

_READ = f"SELECT position, hash, recorded_at FROM journal_tail WHERE id = {TAIL}"
_OPEN = f"INSERT INTO journal_tail (position, hash, recorded_at, id) VALUES (%s, %s, %s, {TAIL})"
_MOVE = f"UPDATE journal_tail SET position = %s, hash = %s, recorded_at = %s WHERE id = {TAIL}"


@dataclass(frozen=True, slots=True)
class End:
    """The last position, the running hash up to it, and when its act was recorded (UTC)."""

    position: int
    hash: str
    recorded_at: datetime


BEGINNING = End(0, "", datetime.min.replace(tzinfo=UTC))
"""The end of a journal that holds no act yet."""


def end(using: str) -> End:
    """Where the journal ends just now."""
    return _read(_READ, using)


def locked_end(using: str) -> End:
    """The same, and nobody else moves it before the transaction is over."""
    lock = " FOR UPDATE" if connections[using].features.has_select_for_update else ""
    return _read(_READ + lock, using)


def move(before: End, after: End, using: str) -> None:
    """Let the journal end further on."""
    connection = connections[using]
    moment = connection.ops.adapt_datetimefield_value(after.recorded_at)
    with connection.cursor() as cursor:
        cursor.execute(_OPEN if before is BEGINNING else _MOVE, [after.position, after.hash, moment])


def _read(query: str, using: str) -> End:
    with connections[using].cursor() as cursor:
        cursor.execute(query)
        found = cursor.fetchone()
    return End(found[0], found[1], _moment(found[2])) if found else BEGINNING


def _moment(stored: datetime) -> datetime:
    """SQLite keeps moments without a zone; they are UTC."""
    return stored if stored.tzinfo else stored.replace(tzinfo=UTC)
