"""What the triggers forbid, table by table. How each database says it: ``guards_sqlite`` and ``guards_postgresql``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the record: the columns that say which row is which, each group unique."""

    name: str
    unique: tuple[tuple[str, ...], ...]


ENVELOPE = Table("journal_envelope", (("position",), ("act_id",), ("dossier", "seq")))
CONTENT = Table("journal_content", (("position",),))
ERASURE = Table("journal_erasure", (("position",),))
TEXT = Table("journal_text", (("digest",),))
HEAD = Table("journal_head", (("dossier",),))
TAIL = Table("journal_tail", (("id",),))

TABLES = (ENVELOPE, CONTENT, ERASURE, TEXT, HEAD, TAIL)
WRITTEN_ONCE = (ENVELOPE, CONTENT, ERASURE, TEXT)
"""Tables whose rows are never changed."""

NEVER_REMOVED = (ENVELOPE, ERASURE, TEXT, HEAD, TAIL)
"""Tables whose rows are never removed. A content is, once an erasure of it is on record."""

_BEHIND = """NEW.position <= (SELECT position FROM journal_tail WHERE id = 1)
OR NEW.seq <= (SELECT seq FROM journal_head WHERE dossier = NEW.dossier)"""
_NOT_JUST_RECORDED = """NOT EXISTS (SELECT 1 FROM journal_envelope WHERE position = NEW.position)
OR EXISTS (SELECT 1 FROM journal_erasure WHERE position = NEW.position)"""
_NOT_BY_A_LATER_ACT = """NOT EXISTS (SELECT 1 FROM journal_envelope erased JOIN journal_envelope erasing
ON erasing.dossier = erased.dossier AND erasing.position > erased.position
WHERE erased.position = NEW.position AND erasing.position = NEW."by")"""

OUT_OF_TURN = {
    ENVELOPE: ("stands behind all that is recorded", _BEHIND),
    CONTENT: ("comes with its act, and does not come back after an erasure", _NOT_JUST_RECORDED),
    ERASURE: ("names a later act of the same dossier", _NOT_BY_A_LATER_ACT),
}
"""When a row does not go in: what is said then, and the condition in SQL that both databases understand."""

BACKWARDS = {
    HEAD: "NEW.seq <= OLD.seq OR NEW.dossier <> OLD.dossier",
    TAIL: "NEW.position <= OLD.position OR NEW.id <> OLD.id OR NEW.recorded_at < OLD.recorded_at",
}
"""Heads and the tail change, but only forward: the condition under which they do not."""

STILL_WANTED = "NOT EXISTS (SELECT 1 FROM journal_erasure WHERE position = OLD.position)"
"""When a content is not removed."""
