"""What the acts say: each content against the salted digest in its envelope, each that is gone against its erasure."""

from collections import defaultdict
from dataclasses import dataclass, field
from hashlib import sha256

from pydantic_core import from_json

from certwright.core.acts import ACTS, UnknownAct, read_act
from certwright.core.acts.act import Act
from certwright.journal.verifying.chain import Chain, Fields, as_bytes
from certwright.journal.verifying.fault import Place, What

ERASING = frozenset(name for name, act in ACTS.items() if act.erases is not Act.erases)
"""The names of the acts that remove the content of others."""


@dataclass
class Contents:
    """Follows the contents, beside the chain of the envelopes.

    ``erasures`` maps the position of each act erased to that of the act that erased it. Where an envelope is in doubt,
    nothing is said of a content or an erasure that hangs on it.
    """

    chain: Chain
    erasures: dict[int, int]
    present: int = 0
    _gone_by: defaultdict[int, list[Place]] = field(default_factory=lambda: defaultdict(list))
    _not_gone: list[tuple[Place, int]] = field(default_factory=list)

    def follow(self, envelope: Fields | None, place: Place, salt: str | None, said: str | None) -> None:
        """Take the content (``None``: gone) of an envelope (``None``: in doubt)."""
        if said is None and salt is None:
            self._gone(place)
            return
        self.present += 1
        if envelope is None:
            return
        raw = as_bytes(f"{salt}\n{said}") if isinstance(said, str) else None
        if raw is None or (found := sha256(raw).hexdigest()) != envelope["content"]:
            self.chain.in_doubt.add(place.position or 0)
            self.chain.faults.add(
                What.CONTENT_ALTERED, place, sealed=envelope["content"], found=found if raw else "no text"
            )
        elif envelope["form"].partition("@")[0] in ERASING:
            self._erasing(envelope["form"], str(said), place)

    def _gone(self, place: Place) -> None:
        position = place.position or 0
        by = self.erasures.pop(position, None)
        if by is not None:
            self._gone_by[by].append(place)
        elif position not in self.chain.in_doubt:
            self._unexplained(place, None, "no erasure is on record")

    def _erasing(self, form: str, said: str, by: Place) -> None:
        """Hold the contents gone through an erasing act against those it names."""
        position = by.position or 0
        try:
            named = set(read_act(form, from_json(said)["fields"]).erases())
        except (UnknownAct, ValueError):  # a later release wrote it; what it erased cannot be told
            self.chain.in_doubt.add(position)
            return
        for place in self._gone_by.pop(position, []):
            if place.dossier == by.dossier and place.act in named:
                named.discard(place.act)
            else:
                self._unexplained(place, position, "the act said to have erased it names others")
        self._not_gone.extend((Place(dossier=by.dossier, act=act), position) for act in sorted(named))

    def finish(self) -> None:
        """Name the contents whose erasing act never came, and the erasures that removed nothing."""
        doubt = self.chain.in_doubt
        gone = {place.position for places in self._gone_by.values() for place in places}
        for by, places in self._gone_by.items():
            for place in places:
                # An erasing act whose own content is gone is named for that, and what it erased is not held against it.
                told = by in doubt or place.position in doubt or (by in gone and by > (place.position or 0))
                if not told:
                    self._unexplained(place, by, "the act said to have erased it erases nothing, or came before it")
        for place, by in self._not_gone:
            if place.act not in self.chain.acts_in_doubt:
                self.chain.faults.add(What.ERASURE_UNDONE, place, by=by)
        for position, by in self.erasures.items():
            if position not in doubt:
                self.chain.faults.add(What.ERASURE_UNDONE, Place(position=position), by=by)

    def _unexplained(self, place: Place, by: int | None, reason: str) -> None:
        if by is None:
            self.chain.in_doubt.add(place.position or 0)
        self.chain.faults.add(What.UNEXPLAINED_ERASURE, place, reason=reason, by=by)
