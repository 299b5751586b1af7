"""Making every row anew from the journal, and looking whether they are what the journal says.

Rows are compared dossier by dossier, and only what differs is written: readers never meet an empty table, and people
go on working meanwhile. Folding and comparing hold no lock. What seems to differ is looked at once more with the heads
of those dossiers locked, because they may have moved in the meantime; only then it is reported, or put right.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from certwright.core.dossiers import KINDS, fold
from certwright.journal import heads, reading
from certwright.journal.models import Head, Tail
from certwright.journal.turns import in_turn
from certwright.rows.comparing import Difference, differences, stored
from certwright.rows.deriving import Rows, rows_of
from certwright.rows.keeping import overwrite

Progress = Callable[[int, int], None]
"""Takes how many acts have been gone through, and of how many."""

ACTS_AT_A_TIME = 2_000
"""About how many acts are folded between two looks at the rows: bounds memory, and how long a lock is held."""


def check(using: str = "default", progress: Progress = lambda done, of: None) -> tuple[Difference, ...]:
    """Every row that is not as the journal says."""
    found: list[Difference] = []
    for part in _parts(using, progress):
        suspects = part.suspects()
        if suspects:
            with in_turn(using):
                found += part.confirmed(suspects).differences()
    return tuple(found)


def rebuild(using: str = "default", progress: Progress = lambda done, of: None) -> int:
    """Make every row what the journal says. Gives back how many rows were removed or written."""
    changed = 0
    for part in _parts(using, progress):
        suspects = part.suspects()
        if suspects:
            with in_turn(using):
                confirmed = part.confirmed(suspects)
                changed += overwrite(confirmed.stored, confirmed.wanted, using)
    return changed


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The rows of some dossiers that stand still: as they are stored, and as they should be."""

    stored: Mapping[str, Rows]
    wanted: Mapping[str, Rows]

    def differences(self) -> Iterator[Difference]:
        """Every difference, by dossier."""
        for dossier in sorted(self.stored.keys() | self.wanted.keys()):
            yield from differences(dossier, self.stored.get(dossier, {}), self.wanted.get(dossier, {}))


class Part:
    """The dossiers whose ids come after one id, up to another (``None``: to the end), and all rows that say so."""

    def __init__(self, after: str, upto: str | None, using: str) -> None:
        self._using = using
        self._which = {"dossier__gt": after} | ({} if upto is None else {"dossier__lte": upto})
        entries = reading.entries_between(after, upto, using)
        folded = [fold(name, entries[name]) for name in entries if _is_known(name)]
        self._standings = {dossier.id: (dossier.seq, dossier.head) for dossier in folded}
        self._wanted: dict[str, Rows] = {dossier.id: rows_of(dossier) for dossier in folded}

    def suspects(self) -> list[str]:
        """The dossiers whose rows seem to differ."""
        kept = stored(self._which, self._using)
        known = (name for name in sorted(self._wanted.keys() | kept.keys()) if _is_known(name))
        return [name for name in known if self._wanted.get(name) != kept.get(name)]

    def confirmed(self, suspects: Sequence[str]) -> Confirmed:
        """The rows of the suspects, looked at again with their heads locked."""
        standings = heads.lock((), suspects, self._using)
        moved = [name for name in suspects if standings.get(name) != self._standings.get(name)]
        entries = reading.entries(dict.fromkeys(moved, 0), self._using)
        wanted = {name: self._wanted[name] for name in suspects if name in self._wanted}
        wanted |= {name: rows_of(fold(name, entries[name])) for name in moved}
        return Confirmed(stored({"dossier__in": suspects}, self._using), wanted)


def _parts(using: str, progress: Progress) -> Iterator[Part]:
    """The whole journal, a few dossiers at a time; the last part holds what lies behind the last dossier."""
    of = Tail.objects.using(using).values_list("position", flat=True).first() or 0
    after, done = "", 0
    while batch := _next(after, using):
        acts = 0
        for dossier, seq in batch:
            acts += seq
            upto = dossier
            if acts >= ACTS_AT_A_TIME:
                break
        yield Part(after, upto, using)
        after, done = upto, done + acts
        progress(done, max(of, done))
    yield Part(after, None, using)


def _next(after: str, using: str) -> list[tuple[str, int]]:
    found = Head.objects.using(using).filter(dossier__gt=after).order_by("dossier").values_list("dossier", "seq")
    return list(found[:ACTS_AT_A_TIME])


def _is_known(dossier_id: str) -> bool:
    """Whether this release knows the kind of dossier; rows of later releases are left alone."""
    return dossier_id.partition(":")[0] in KINDS
