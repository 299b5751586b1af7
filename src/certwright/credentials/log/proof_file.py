"""The ``.tlog-proof`` file: index, inclusion proof and checkpoint in one text, checked offline (C2SP tlog-proof)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from certwright.credentials.encoding.base64_strict import from_base64, to_base64
from certwright.credentials.flaws import Flawed
from certwright.credentials.log.checking import check_inclusion
from certwright.credentials.log.checkpoint import Checkpoint, opened_checkpoint
from certwright.credentials.log.hashing import leaf_hash
from certwright.credentials.log.note import LONGEST, Note, NoteKey

MEDIA_TYPE = "text/plain"
_HEAD = "c2sp.org/tlog-proof@v1"
_INDEX = re.compile(r"^index (0|[1-9][0-9]{0,18})$")
_MOST_HASHES = 63


@dataclass(frozen=True, slots=True)
class LogProof:
    """That an entry stands at ``index``. ``extra`` is not authenticated: here it is the entry itself."""

    index: int
    hashes: tuple[bytes, ...]
    checkpoint: str
    extra: bytes = b""

    @property
    def written(self) -> str:
        """The file."""
        extra = [f"extra {to_base64(self.extra)}"] if self.extra else []
        lines = [_HEAD, *extra, f"index {self.index}", *map(to_base64, self.hashes), "", self.checkpoint]
        return "\n".join(lines)

    def check(self, entry: bytes, origin: str, keys: Sequence[NoteKey]) -> tuple[Checkpoint, Note]:
        """The checkpoint that ``entry`` is proven under. Raises :class:`Flawed` if it is not, or not by this log."""
        checkpoint, note = opened_checkpoint(self.checkpoint, origin, keys)
        check_inclusion(leaf_hash(entry), self.index, checkpoint.size, self.hashes, checkpoint.root)
        return checkpoint, note


def read_proof(text: str) -> LogProof:
    """The proof a file holds. Raises :class:`Flawed` if it is none."""
    if len(text) > 2 * LONGEST:
        raise Flawed("too-large", bytes=len(text), most=2 * LONGEST)
    head, gap, checkpoint = text.partition("\n\n")
    first, *lines = head.split("\n")
    if not gap or first != _HEAD or not lines:
        raise Flawed("not-a-log-proof")
    extra = from_base64(lines.pop(0).removeprefix("extra ")) if lines[0].startswith("extra ") else b""
    index = _INDEX.match(lines.pop(0)) if lines else None
    if index is None or len(lines) > _MOST_HASHES:
        raise Flawed("not-a-log-proof")
    return LogProof(int(index[1]), tuple(map(from_base64, lines)), checkpoint, extra)
