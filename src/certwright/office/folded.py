"""Dossiers already folded, kept in memory by their head: a dossier that has not moved is not read again.

Safe without invalidation: a fold is used only if the chain's head says that it is the fold of exactly this chain.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from threading import Lock

from certwright.core.dossiers import Dossier, advance, empty, fold
from certwright.core.entry import Entry
from certwright.journal import reading
from certwright.journal.heads import Standing

CAPACITY = 4_000
"""How many dossiers a process remembers per database."""


class Folded:
    """The dossiers used most recently, as they were last seen. One per process and database."""

    def __init__(self, using: str, capacity: int = CAPACITY) -> None:
        self._using = using
        self._capacity = capacity
        self._kept: OrderedDict[str, Dossier] = OrderedDict()
        self._lock = Lock()

    def at(self, standings: Mapping[str, Standing], wanted: Iterable[str]) -> dict[str, Dossier]:
        """The ``wanted`` dossiers as they stand; one that nothing is recorded in comes back empty."""
        found: dict[str, Dossier] = {}
        behind: dict[str, Dossier] = {}
        for dossier_id in wanted:
            standing = standings.get(dossier_id)
            kept = self._peek(dossier_id)
            if standing is None:
                found[dossier_id] = empty(dossier_id)
            elif kept is not None and (kept.seq, kept.head) == standing:
                found[dossier_id] = kept
            else:
                behind[dossier_id] = kept if kept is not None and kept.seq < standing[0] else empty(dossier_id)
        if behind:
            found |= self._catch_up(behind)
        self.keep(dossier for dossier in found.values() if dossier.exists)
        return found

    def keep(self, dossiers: Iterable[Dossier]) -> None:
        """Remember dossiers as they are now."""
        with self._lock:
            for dossier in dossiers:
                self._kept[dossier.id] = dossier
                self._kept.move_to_end(dossier.id)
            while len(self._kept) > self._capacity:
                self._kept.popitem(last=False)

    def _peek(self, dossier_id: str) -> Dossier | None:
        with self._lock:
            return self._kept.get(dossier_id)

    def _catch_up(self, behind: Mapping[str, Dossier]) -> dict[str, Dossier]:
        news = reading.entries({dossier_id: dossier.seq for dossier_id, dossier in behind.items()}, self._using)
        return {dossier_id: self._further(dossier, news[dossier_id]) for dossier_id, dossier in behind.items()}

    def _further(self, kept: Dossier, news: Sequence[Entry]) -> Dossier:
        if not kept.exists:
            return fold(kept.id, news)
        if not news or news[0].previous != kept.head:
            # What was kept is not the beginning of this chain (a backup was restored): begin anew.
            return fold(kept.id, self._entries(kept.id))
        return advance(kept, news, lambda: self._entries(kept.id)[: kept.seq])

    def _entries(self, dossier_id: str) -> list[Entry]:
        return reading.entries({dossier_id: 0}, self._using)[dossier_id]


_FOLDED: dict[str, Folded] = {}


def folded(using: str) -> Folded:
    """The folded dossiers of a database in this process."""
    return _FOLDED.setdefault(using, Folded(using))
