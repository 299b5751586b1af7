"""The chain of envelopes: positions without gaps, each dossier's own chain, what each act looked at, the running hash.

An envelope whose text still has the hash it is stored with is believed; its columns are held against it. Where text
and hash differ, the columns are believed for the place, and what follows is not blamed for it.
"""

from collections.abc import Mapping
from hashlib import sha256
from operator import itemgetter
from typing import Any

from pydantic_core import from_json

from certwright.journal.envelope import FORMAT
from certwright.journal.verifying.fault import Faults, Place, What
from certwright.journal.verifying.missing import Missing

Fields = dict[str, Any]
Standing = tuple[int, str | None, int]
"""Sequence number, hash (``None``: in doubt) and position of a dossier's last envelope so far."""

_UNOPENED: Standing = (0, "", 0)
_named = itemgetter("format", "position", "act", "dossier", "seq", "previous", "recorded_at")
_sealed = itemgetter("content", "form", "proof")


def as_bytes(text: object) -> bytes | None:
    """The bytes of a stored text, also where they are not UTF-8; ``None`` if it is no text at all."""
    return text.encode("utf-8", "surrogateescape") if isinstance(text, str) else None


class Chain:
    """Follows the envelopes in the order of their positions."""

    def __init__(self, faults: Faults, wanted: frozenset[int]) -> None:
        self.faults = faults
        self.missing = Missing()
        self.heads: dict[str, Standing] = {}
        self.acts = 0
        self.position = 0
        self.running = ""
        self.recorded_at = ""
        self.marks: dict[int, str] = {0: ""}  # the running hash at the positions wanted
        self.whole = True  # whether every envelope so far stands where it was recorded, as it was recorded
        self.in_doubt: set[int] = set()  # positions of which an envelope is altered, or out of place
        self.acts_in_doubt: set[str] = set()
        self.place = Place()  # of the envelope followed last
        self._wanted = wanted
        self._doubted: set[str] = set()
        self._replaced: set[int] = set()

    @property
    def end(self) -> int:
        """The position of the last act that is there, in its place or out of it."""
        return max(self.position, self.missing.furthest)

    def follow(self, position: int, act: str, seq: int, dossier: str, stored: str, text: str) -> Fields | None:
        """Take the next envelope; give back what it says, or ``None`` if it is not to be believed or out of place."""
        self.acts += 1
        self.running = sha256(f"{self.running}\n{stored}".encode("utf-8", "replace")).hexdigest()
        if position in self._wanted:
            self.marks[position] = self.running
        raw = as_bytes(text)
        envelope = _read(raw) if raw is not None and sha256(raw).hexdigest() == stored else None
        if envelope is None:
            self._not_believed(position, act, seq, dossier, stored, raw)
            return None
        _, its_position, its_act, its_dossier, its_seq, previous, recorded_at = _named(envelope)
        self.place = place = Place(its_position, None, its_dossier, its_seq, its_act)
        if its_position != position or its_seq != seq:
            self._fault(What.REORDERED, place, position_column=position, seq_column=seq)
            if its_position != position:
                self._misplaced(place, position)
                return None
        if its_act != act or its_dossier != dossier:
            self._fault(What.ALTERED, place, act_column=act, dossier_column=dossier)
        self._look(envelope["proof"]["read"], place)
        self._stand(position, its_dossier, its_seq, previous, stored)
        if recorded_at < self.recorded_at:
            self._fault(What.BACKWARDS, place, recorded_at=recorded_at, before=self.recorded_at)
        self.recorded_at = recorded_at
        return envelope

    def _not_believed(self, position: int, act: str, seq: int, dossier: str, stored: str, raw: bytes | None) -> None:
        """Text and hash differ, or the text is no envelope: its columns say where it stands."""
        self.place = place = Place(position, None, dossier, seq, act)
        found = sha256(raw).hexdigest() if raw is not None else "no text"
        if found == stored:
            self._fault(What.UNREADABLE, place)
        else:
            self._fault(What.ALTERED, place, stored_hash=stored, hash_of_text=found)
        self.in_doubt.add(position)
        self.acts_in_doubt.add(act)
        if isinstance(position, int) and isinstance(seq, int):
            self._stand(position, dossier, seq, None, None)

    def _misplaced(self, place: Place, position: int) -> None:
        """The act is there, at a position that is not its own."""
        assert place.position is not None
        assert place.seq is not None
        self.missing.found(place.position, place.dossier, place.seq)
        self.in_doubt |= {position, place.position}
        self.acts_in_doubt.add(place.act)
        self._doubted.add(place.dossier)

    def _stand(self, position: int, dossier: str, seq: int, previous: str | None, found: str | None) -> None:
        """Put the envelope behind those of the journal and of its dossier."""
        if position != self.position + 1:
            if position <= self.position:  # zero or less: no act was ever recorded there
                self._fault(What.REORDERED, Place(position, None, dossier, seq), position=position)
            else:
                self._gap(self.position + 1, position - 1)
        self.position = max(position, self.position)
        last_seq, last_hash, last_position = self.heads.get(dossier, _UNOPENED)
        if seq == last_seq + 1:
            if previous is not None and last_hash is not None and previous != last_hash:
                place = Place(last_position, None, dossier, last_seq) if last_seq else Place(position, None, dossier, 1)
                self._replacement(place, last_hash, previous, f"{dossier} {seq}")
        elif seq > last_seq:
            self.whole = False
            self.missing.lost(dossier, last_seq + 1, seq - 1, last_position, position)
        else:
            self._fault(What.REORDERED, Place(position, None, dossier, seq), follows=last_seq)
            return
        self.heads[dossier] = (seq, found, position)

    def _gap(self, first: int, last: int) -> None:
        self.whole = False
        self.missing.gap(first, last)

    def _look(self, read: Mapping[str, tuple[int, str]], by: Place) -> None:
        """Hold what an act was judged on against the dossiers as the journal says they stood then."""
        for dossier, (seq, stood) in read.items():
            last_seq, last_hash, last_position = self.heads.get(dossier, _UNOPENED)
            if (last_seq == seq and last_hash in (stood, None)) or dossier in self._doubted:
                continue
            self._doubted.add(dossier)
            if seq > last_seq:
                self.whole = False
                self.missing.lost(dossier, last_seq + 1, seq, last_position, by.position)
            elif seq == last_seq:
                self._replacement(Place(last_position, None, dossier, seq), last_hash, stood, f"{by.dossier} {by.seq}")
            else:
                self._fault(What.REORDERED, by, looked_at=f"{dossier} {seq}", stood_at=last_seq)

    def _replacement(self, place: Place, stored: str | None, witnessed: str, witness: str) -> None:
        if place.position not in self._replaced:
            self._replaced.add(place.position or 0)
            self._fault(What.REPLACED, place, stored_hash=stored, witnessed_hash=witnessed, witness=witness)

    def _fault(self, what: What, place: Place, **evidence: object) -> None:
        self.whole = False
        self.faults.add(what, place, **evidence)


def _read(raw: bytes) -> Fields | None:
    """What an envelope says, if it is one of our format."""
    try:
        envelope = from_json(raw)
        written, position, _, dossier, seq, _, recorded_at = _named(envelope)
        _, _, proof = _sealed(envelope)
        sound = (
            written == FORMAT and type(position) is int and type(seq) is int
            and isinstance(dossier, str) and isinstance(recorded_at, str)
            and all(len(standing) == 2 for standing in proof["read"].values())
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return envelope if sound else None
