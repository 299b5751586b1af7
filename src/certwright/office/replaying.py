"""Dossiers as they stood just before an act was recorded: by replaying the journal, or by reading a few dossiers."""

from collections.abc import Sequence
from typing import Protocol

from certwright.core.dossiers import Dossier, advance, empty
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


class Replay:
    """The whole journal played again, entry by entry. All dossiers so far are kept folded in memory."""

    def __init__(self, using: str) -> None:
        self._using = using
        self._dossiers: dict[str, Dossier] = {}
        self._with_erased: set[str] = set()
        self._earlier: tuple[str, int, list[Entry]] = ("", 0, [])

    def go_on(self, entry: Entry) -> None:
        """The act is recorded."""
        dossier = self.dossier(entry.dossier)
        self._dossiers[entry.dossier] = advance(dossier, [entry], lambda: self.earlier(entry.dossier))
        if entry.erased:
            self._with_erased.add(entry.dossier)

    def dossier(self, dossier_id: str) -> Dossier:
        """The dossier as folded so far."""
        found = self._dossiers.get(dossier_id)
        return empty(dossier_id) if found is None else found

    def earlier(self, dossier_id: str) -> Sequence[Entry]:
        """The entries the dossier was folded from. They are read again: few acts ask for them."""
        seq = self.dossier(dossier_id).seq
        if self._earlier[:2] != (dossier_id, seq):
            entries = reading.entries({dossier_id: 0}, self._using)[dossier_id]
            self._earlier = (dossier_id, seq, entries[:seq])
        return self._earlier[2]

    def rests_on_erased(self, dossier_id: str) -> bool:
        """Whether the content of an entry folded so far has been erased."""
        return dossier_id in self._with_erased


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
