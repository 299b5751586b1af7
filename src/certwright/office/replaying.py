"""Dossiers as they stood just before an act was recorded: by replaying the journal, or by reading a few dossiers."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Protocol

from certwright.core.dossiers import Dossier, advance, empty, fold
from certwright.core.entry import Entry
from certwright.journal import reading


class Standings(Protocol):
    """The dossiers as they stood just before an act was recorded."""

    def dossier(self, dossier_id: str) -> Dossier:
        """The dossier; an empty one if nothing was recorded in it yet."""

    def earlier(self, dossier_id: str) -> Sequence[Entry]:
        """The entries the dossier had, as they read now."""

    def rests_on_erased(self, dossier_id: str) -> bool:
        """Whether the content of one of those entries has been erased."""


CAPACITY = 8_000
"""How many dossiers a replay keeps folded. One that has lain still for long is read again when it is looked at."""


class Replay:
    """The whole journal played again, entry by entry, with the dossiers folded so far kept in memory."""

    def __init__(self, using: str, capacity: int = CAPACITY) -> None:
        self._using = using
        self._capacity = capacity
        self._kept: OrderedDict[str, Dossier] = OrderedDict()
        self._seqs: dict[str, int] = {}
        self._with_erased: set[str] = set()
        self._earlier: tuple[str, int, list[Entry]] = ("", 0, [])

    def go_on(self, entry: Entry) -> None:
        """The act is recorded."""
        dossier = advance(self.dossier(entry.dossier), [entry], lambda: self.earlier(entry.dossier))
        self._seqs[dossier.id] = dossier.seq
        self._keep(dossier)
        if entry.erased:
            self._with_erased.add(dossier.id)

    def dossier(self, dossier_id: str) -> Dossier:
        """The dossier as folded so far."""
        found = self._kept.get(dossier_id)
        if found is not None:
            self._kept.move_to_end(dossier_id)
            return found
        if dossier_id not in self._seqs:
            return empty(dossier_id)
        found = fold(dossier_id, self.earlier(dossier_id))
        self._keep(found)
        return found

    def earlier(self, dossier_id: str) -> Sequence[Entry]:
        """The entries the dossier was folded from. They are read again: few acts ask for them."""
        seq = self._seqs.get(dossier_id, 0)
        if self._earlier[:2] != (dossier_id, seq):
            entries = reading.entries({dossier_id: 0}, self._using)[dossier_id]
            self._earlier = (dossier_id, seq, entries[:seq])
        return self._earlier[2]

    def rests_on_erased(self, dossier_id: str) -> bool:
        """Whether the content of an entry folded so far has been erased."""
        return dossier_id in self._with_erased

    def _keep(self, dossier: Dossier) -> None:
        self._kept[dossier.id] = dossier
        self._kept.move_to_end(dossier.id)
        if len(self._kept) > self._capacity:
            self._kept.popitem(last=False)


class AsRecorded:
    """Only the dossiers that are asked for, read from the journal, as they stood before a position."""

    def __init__(self, using: str) -> None:
        self._using = using
        self._position = 0
        self._entries: dict[str, list[Entry]] = {}
        self._dossiers: dict[str, Dossier] = {}

    def go_to(self, position: int) -> None:
        """Stand just before ``position``, which is not before the last one."""
        self._position = position

    def dossier(self, dossier_id: str) -> Dossier:
        """The dossier before the position."""
        kept = self._dossiers.get(dossier_id) or empty(dossier_id)
        entries = self.earlier(dossier_id)
        found = advance(kept, entries[kept.seq :], lambda: entries[: kept.seq])
        self._dossiers[dossier_id] = found
        return found

    def earlier(self, dossier_id: str) -> Sequence[Entry]:
        """The entries before the position."""
        if dossier_id not in self._entries:
            self._entries[dossier_id] = reading.entries({dossier_id: 0}, self._using)[dossier_id]
        return [entry for entry in self._entries[dossier_id] if entry.position < self._position]

    def rests_on_erased(self, dossier_id: str) -> bool:
        """Whether the content of an entry before the position has been erased."""
        return any(entry.erased for entry in self.earlier(dossier_id))
