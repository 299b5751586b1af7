"""Cosignatures: a witness says when it saw a checkpoint that continues all it saw (C2SP tlog-cosignature, v1)."""

from dataclasses import dataclass
from datetime import UTC, datetime

from certwright.credentials.flaws import Flawed
from certwright.credentials.log.note import COSIGNATURE_V1, Note, NoteKey, Signature
from certwright.credentials.signing.public_key import SIGNATURE_BYTES
from certwright.credentials.signing.signer import Signer

_TIME_BYTES = 8


@dataclass(frozen=True, slots=True)
class Cosigned:
    """A witness, and the moment it vouches for."""

    witness: str
    at: datetime


def cosigned(note: Note, name: str, signer: Signer, at: datetime) -> Signature:
    """The signature line of the witness ``name`` on the checkpoint in ``note``."""
    seconds = int(at.timestamp())
    key = NoteKey(name, signer.public, COSIGNATURE_V1)
    return Signature(name, key.id, seconds.to_bytes(_TIME_BYTES) + signer.sign(_message(note, seconds)))


def check_cosignature(note: Note, witness: NoteKey, now: datetime) -> Cosigned | None:
    """When ``witness`` saw the checkpoint; the earliest time if it signed several times, ``None`` if it did not.

    Raises :class:`Flawed` if a line of this witness is wrong or lies in the future.
    """
    seen = [_checked(note, witness, one, now) for one in note.by(witness)]
    return min(seen, key=lambda one: one.at, default=None)


def _checked(note: Note, witness: NoteKey, one: Signature, now: datetime) -> Cosigned:
    seconds, value = int.from_bytes(one.value[:_TIME_BYTES]), one.value[_TIME_BYTES:]
    if len(value) != SIGNATURE_BYTES or not witness.key.verifies(_message(note, seconds), value):
        raise Flawed("signature-wrong", key=witness.name)
    if seconds > now.timestamp():
        raise Flawed("cosigned-in-the-future", witness=witness.name)
    return Cosigned(witness.name, datetime.fromtimestamp(seconds, UTC))


def _message(note: Note, seconds: int) -> bytes:
    return f"cosignature/v1\ntime {seconds}\n{note.text}".encode()
