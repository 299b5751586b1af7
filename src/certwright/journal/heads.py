"""Where dossiers stand, and the locks that keep them there until an act is recorded (DESIGN section 5.3).

Every act locks all dossiers it looks at, in the order of their ids, before it reads the clock: its own for writing,
the others for reading. Without that, a decision could be recorded after a forbidding fact had been.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import groupby

from django.db import connections

from certwright.journal.models import Head
from certwright.journal.tail import end

Standing = tuple[int, str]
"""Sequence number and hash of a dossier's last envelope."""

PATIENCE = 10.0
"""Seconds PostgreSQL waits for a lock in this transaction. Somebody who holds one so long does not move any more."""


class Overtaken(Exception):
    """A dossier that was not there when it was looked at has been opened in the meantime."""


def lock(written: Iterable[str], looked_at: Iterable[str], using: str) -> Mapping[str, Standing]:
    """Lock the heads of dossiers, in one fixed order, and say where those that exist stand.

    SQLite takes its one write lock when the transaction begins; there the rows are only read.

    Raises:
        django.db.OperationalError: somebody held one of them for longer than ``PATIENCE``.
    """
    own = frozenset(written)
    wanted = sorted(own | frozenset(looked_at))
    if connections[using].vendor == "sqlite":
        return _read("SELECT dossier, seq, hash FROM journal_head WHERE dossier IN ({})", wanted, using)
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [f"{PATIENCE}s"])
    found: dict[str, Standing] = {}
    for is_own, run in groupby(wanted, key=own.__contains__):
        strength = "UPDATE" if is_own else "SHARE"
        query = "SELECT dossier, seq, hash FROM journal_head WHERE dossier IN ({}) ORDER BY dossier FOR " + strength
        found.update(_read(query, list(run), using))
    return found


def standing(dossier: str, using: str) -> Standing | None:
    """Where a dossier stands, without locking it."""
    return Head.objects.using(using).filter(dossier=dossier).values_list("seq", "hash").first()


def standings(dossiers: Iterable[str], using: str) -> Mapping[str, Standing]:
    """Where those of the dossiers that exist stand, without locking them."""
    return _read("SELECT dossier, seq, hash FROM journal_head WHERE dossier IN ({})", sorted(set(dossiers)), using)


def last_moment(using: str) -> datetime:
    """When the last act of the whole journal was recorded; the beginning of time before the first."""
    return end(using).recorded_at


def must_still_be_absent(dossiers: Iterable[str], using: str) -> None:
    """See to it that dossiers which were not there, and so could not be locked, have not been opened meanwhile.

    Whoever holds the tail of the journal is certain of it until the end of the transaction.

    Raises:
        Overtaken: one of them has been.
    """
    absent = sorted(dossiers)
    if absent and Head.objects.using(using).filter(dossier__in=absent).exists():
        raise Overtaken(*absent)


def move(moved: Iterable[str], before: Mapping[str, Standing], after: Mapping[str, Standing], using: str) -> None:
    """Let the heads of dossiers stand where they stand ``after``; those that did not stand anywhere are opened."""
    opened = [(dossier, *after[dossier]) for dossier in sorted(moved) if dossier not in before]
    others = [(*after[dossier], dossier) for dossier in sorted(moved) if dossier in before]
    with connections[using].cursor() as cursor:
        if opened:
            cursor.executemany("INSERT INTO journal_head (dossier, seq, hash) VALUES (%s, %s, %s)", opened)
        if others:
            cursor.executemany("UPDATE journal_head SET seq = %s, hash = %s WHERE dossier = %s", others)


def _read(query: str, dossiers: list[str], using: str) -> dict[str, Standing]:
    if not dossiers:
        return {}
    with connections[using].cursor() as cursor:
        cursor.execute(query.format(", ".join(["%s"] * len(dossiers))), dossiers)
        return {dossier: (seq, head) for dossier, seq, head in cursor.fetchall()}
