"""Checkpoints: what the log says it is, signed (C2SP tlog-checkpoint). It never signs a tree that forgets anything."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from certwright.credentials.encoding.base64_strict import from_base64, to_base64
from certwright.credentials.flaws import Flawed
from certwright.credentials.log.hashing import HASH_BYTES
from certwright.credentials.log.note import Note, NoteKey, read_note, signed_note
from certwright.credentials.log.tree import Tree
from certwright.credentials.signing.purpose import Purpose
from certwright.credentials.signing.signer import Signer, held_for

_SIZE = re.compile(r"^(0|[1-9][0-9]{0,18})$")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The log named ``origin`` has ``size`` entries and this root hash."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The text that is signed."""
        return f"{self.origin}\n{self.size}\n{to_base64(self.root)}\n"


def read_checkpoint(note: Note) -> Checkpoint:
    """What a note says, signed or not. Extension lines are read over. Raises :class:`Flawed` if it is no checkpoint."""
    lines = note.text.removesuffix("\n").split("\n")
    if len(lines) < 3 or not all(lines) or not _SIZE.match(lines[1]):
        raise Flawed("not-a-checkpoint")
    origin, size, root = lines[:3]
    value = from_base64(root)
    if len(value) != HASH_BYTES:
        raise Flawed("not-a-checkpoint")
    return Checkpoint(origin, int(size), value)


def opened_checkpoint(text: str, origin: str, keys: Sequence[NoteKey]) -> tuple[Checkpoint, Note]:
    """The checkpoint of a note that one of the log's ``keys`` signed.

    Raises :class:`Flawed` if none of them did, or it is of another log.
    """
    note = read_note(text)
    note.check(keys)
    found = read_checkpoint(note)
    if found.origin != origin:
        raise Flawed("checkpoint-of-another-log", origin=origin, found=found.origin)
    return found, note


def next_checkpoint(last: Checkpoint | None, tree: Tree, origin: str, signer: Signer) -> Note:
    """The signed checkpoint of ``tree``, after ``last``, the last one ever signed (``None``: the first one).

    Raises :class:`Flawed`, and signs nothing, if the tree is smaller than it was or its beginning is another: a log
    restored from an old backup stops here instead of telling two stories.
    """
    if last is not None:
        if tree.size < last.size:
            raise Flawed("log-would-shrink", size=tree.size, was=last.size)
        if Tree(last.size, tree.read).root() != last.root:
            raise Flawed("log-would-fork", size=tree.size, was=last.size)
    root = tree.root()
    return signed_note(Checkpoint(origin, tree.size, root).text, origin, held_for(signer, Purpose.CHECKPOINT))
