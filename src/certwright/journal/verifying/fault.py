"""What may be wrong with a journal, as data: what happened, where, and what shows it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class What(StrEnum):
    """The kinds of faults. The value is the id of the sentence."""

    ALTERED = "altered"
    MISSING = "missing"
    REORDERED = "reordered"
    REPLACED = "replaced"
    CUT = "cut"
    BACKWARDS = "recorded-backwards"
    UNREADABLE = "envelope-unreadable"
    CONTENT_ALTERED = "content-altered"
    CONTENT_UNKNOWN = "content-of-no-act"
    UNEXPLAINED_ERASURE = "unexplained-erasure"
    ERASURE_UNDONE = "erasure-undone"
    HEAD_DIFFERS = "head-differs"
    TAIL_DIFFERS = "tail-differs"
    TEXT_ALTERED = "text-altered"
    TEXT_MISSING = "text-missing"
    ATTACHMENT_MISSING = "attachment-missing"
    ATTACHMENT_ALTERED = "attachment-altered"
    ATTACHMENT_UNREADABLE = "attachment-unreadable"
    ROOT_DIFFERS = "root-differs"
    ROOT_UNTRUSTED = "root-untrusted"
    DAMAGED = "database-damaged"


SENTENCES: Mapping[What, str] = {
    What.ALTERED: "The envelope of this act was altered.",
    What.MISSING: "An act is missing here.",
    What.REORDERED: "This act does not stand where it was recorded.",
    What.REPLACED: "This act is not the one that stood here when a later act was recorded behind it.",
    What.CUT: "The journal was cut off: these acts were recorded and are gone.",
    What.BACKWARDS: "This act says it was recorded before the act that precedes it.",
    What.UNREADABLE: "This envelope cannot be read.",
    What.CONTENT_ALTERED: "What this act says was altered.",
    What.CONTENT_UNKNOWN: "There is a content that belongs to no act.",
    What.UNEXPLAINED_ERASURE: "What this act says is gone, and no erasure act removed it.",
    What.ERASURE_UNDONE: "An erasure of what this act says is on record, and it is not gone.",
    What.HEAD_DIFFERS: "Where the dossier is said to stand is not where its acts end.",
    What.TAIL_DIFFERS: "Where the journal is said to stand is not where its acts end.",
    What.TEXT_ALTERED: "A stored text is not the one its digest names.",
    What.TEXT_MISSING: "A text this act refers to is not in store.",
    What.ATTACHMENT_MISSING: "An attachment of this act is not in store.",
    What.ATTACHMENT_ALTERED: "An attachment of this act was altered.",
    What.ATTACHMENT_UNREADABLE: "An attachment of this act is in store and cannot be read.",
    What.ROOT_DIFFERS: "A signed root shows another journal than this one.",
    What.ROOT_UNTRUSTED: "A file is not a root signed by a key of this body.",
    What.DAMAGED: "The database cannot be read any further.",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the journal: by position (``last`` if it is more than one), by dossier and sequence number, by act."""

    position: int | None = None
    last: int | None = None
    dossier: str = ""
    seq: int | None = None
    act: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. ``evidence`` is what was compared, by name."""

    what: What
    place: Place
    evidence: Mapping[str, str] = field(default_factory=dict)

    @property
    def says(self) -> str:
        """The sentence for a person, without the place."""
        return SENTENCES[self.what]


LIMIT = 1_000
"""How many faults are named one by one. Of a journal with more, the first ones and the number of each kind tell all."""


@dataclass
class Faults:
    """The faults found so far."""

    named: list[Fault] = field(default_factory=list)
    counts: Counter[What] = field(default_factory=Counter)

    def add(self, what: What, place: Place, **evidence: object) -> None:
        """Note a fault."""
        self.counts[what] += 1
        if len(self.named) < LIMIT:
            self.named.append(Fault(what, place, {name: str(value) for name, value in evidence.items()}))
