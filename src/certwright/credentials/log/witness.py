"""A witness: it remembers one checkpoint for each log and cosigns only what continues it (C2SP tlog-witness).

The answer is a function of the request and of what is remembered. Whoever serves it keeps both steps in one
transaction: remembers ``remember`` if the remembered size is still the same, and only then answers.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from certwright.credentials.encoding.base64_strict import from_base64, to_base64
from certwright.credentials.flaws import Flawed
from certwright.credentials.log.checking import check_consistency
from certwright.credentials.log.checkpoint import Checkpoint, read_checkpoint
from certwright.credentials.log.cosignature import check_cosignature, cosigned
from certwright.credentials.log.note import Note, NoteKey, Signature, read_note, signature_lines
from certwright.credentials.signing.signer import Signer

MOST_HASHES = 63
_OLD = re.compile(r"^old (0|[1-9][0-9]{0,18})$")


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer. ``remember`` is what the witness must have kept before it gives it."""

    status: int
    body: str = ""
    media_type: str = "text/plain; charset=utf-8"
    remember: Checkpoint | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A request to cosign: the size the log thinks we remember, the proof from there, the signed checkpoint."""

    old: int
    proof: tuple[bytes, ...]
    note: Note

    @property
    def written(self) -> str:
        """The body to POST to ``add-checkpoint``."""
        return "\n".join([f"old {self.old}", *map(to_base64, self.proof), "", self.note.written])


def read_request(text: str) -> Request:
    """The request that a body is. Raises :class:`Flawed` if it is none."""
    head, gap, rest = text.partition("\n\n")
    first, *lines = head.split("\n")
    old = _OLD.match(first)
    if not gap or old is None or len(lines) > MOST_HASHES:
        raise Flawed("not-a-witness-request")
    return Request(int(old[1]), tuple(map(from_base64, lines)), read_note(rest))


@dataclass(frozen=True, slots=True)
class Witness:
    """A witness by its name and key, and the logs it watches: origin → their keys."""

    name: str
    signer: Signer
    logs: Mapping[str, Sequence[NoteKey]]

    def add_checkpoint(self, body: str, remembered: Mapping[str, Checkpoint], now: datetime) -> Answer:
        """What to answer to ``body``; ``remembered`` holds the last checkpoint cosigned for each origin."""
        try:
            request = read_request(body)
            new = read_checkpoint(request.note)
        except Flawed:
            return Answer(400)
        if new.origin not in self.logs:
            return Answer(404)
        try:
            request.note.check(self.logs[new.origin])
        except Flawed:
            return Answer(403)
        if request.old > new.size:
            return Answer(400)
        last = remembered.get(new.origin)
        if request.old != (last.size if last else 0):
            return Answer(409, f"{last.size if last else 0}\n", "text/x.tlog.size")
        return self._continued(last, new, request, now)

    def _continued(self, last: Checkpoint | None, new: Checkpoint, request: Request, now: datetime) -> Answer:
        if last is not None and last.size == new.size and last.root != new.root:
            return Answer(409, f"{last.size}\n", "text/x.tlog.size")
        try:
            if last is not None and last.size:
                check_consistency(last.size, new.size, request.proof, last.root, new.root)
            elif request.proof:
                return Answer(422)
        except Flawed:
            return Answer(422)
        return Answer(200, cosigned(request.note, self.name, self.signer, now).line, remember=new)


def accepted(note: Note, body: str, witnesses: Sequence[NoteKey], now: datetime) -> Note:
    """The checkpoint with the cosignatures a witness answered, as far as they are of ``witnesses`` and right.

    Raises :class:`Flawed` if a line of a known witness is wrong.
    """
    answered = Note(note.text, signature_lines(body))
    right: list[Signature] = []
    for witness in witnesses:
        if check_cosignature(answered, witness, now) is not None:
            right += answered.by(witness)
    return note.with_signatures(right)
