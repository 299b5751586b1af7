"""Signed notes: text with signature lines (C2SP signed-note). Lines of keys we do not know are ignored."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from certwright.credentials.encoding.base64_strict import from_base64, to_base64
from certwright.credentials.flaws import Flawed
from certwright.credentials.signing.public_key import Algorithm, PublicKey
from certwright.credentials.signing.signer import Signer

ED25519 = 0x01
COSIGNATURE_V1 = 0x04
LONGEST = 100_000
MOST_SIGNATURES = 100
_NAME = re.compile(r"^[^\s+\x00-\x1f]+$")
_LINE = re.compile(r"^— (?P<name>[^\s+]+) (?P<signature>[A-Za-z0-9+/]+={0,2})$")


@dataclass(frozen=True, slots=True)
class NoteKey:
    """A public key by the name it signs notes with. ``kind`` is the signature type: 1 for logs, 4 for witnesses."""

    name: str
    key: PublicKey
    kind: int = ED25519

    def __post_init__(self) -> None:
        if not _NAME.match(self.name):
            raise Flawed("not-a-key-name", name=self.name)
        if self.key.algorithm is not Algorithm.ED25519:
            raise Flawed("key-not-supported", kind=self.key.algorithm.value)

    @property
    def id(self) -> bytes:
        """The four bytes that stand before each signature."""
        return sha256(f"{self.name}\n".encode() + bytes([self.kind]) + self.key.raw).digest()[:4]

    @property
    def written(self) -> str:
        """The key as people hand it on (vkey): ``name+33d7b496+AeHT…``."""
        return f"{self.name}+{self.id.hex()}+{to_base64(bytes([self.kind]) + self.key.raw)}"


def note_key(text: str) -> NoteKey:
    """The key a vkey names. Raises :class:`Flawed` if it is none, or its id is not that of its key."""
    name, _, rest = text.partition("+")
    key_id, _, encoded = rest.partition("+")
    value = from_base64(encoded)
    if len(value) != 33 or value[0] not in (ED25519, COSIGNATURE_V1):
        raise Flawed("key-not-supported", kind=value[:1].hex())
    key = NoteKey(name, PublicKey(Algorithm.ED25519, value[1:]), value[0])
    if key.id.hex() != key_id:
        raise Flawed("key-id-wrong", key=name)
    return key


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature line: ``value`` is what follows the four bytes of ``key_id``."""

    name: str
    key_id: bytes
    value: bytes

    @property
    def line(self) -> str:
        """The line as it stands in a note, with its end."""
        return f"— {self.name} {to_base64(self.key_id + self.value)}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it was read: its text (with its last line's end) and its signature lines, of whomever they are."""

    text: str
    signatures: tuple[Signature, ...]

    @property
    def written(self) -> str:
        """The whole note."""
        return f"{self.text}\n{''.join(one.line for one in self.signatures)}"

    def by(self, key: NoteKey) -> tuple[Signature, ...]:
        """The signature lines that claim to be this key's."""
        return tuple(one for one in self.signatures if (one.name, one.key_id) == (key.name, key.id))

    def check(self, keys: Sequence[NoteKey]) -> None:
        """Raise :class:`Flawed` unless at least one of ``keys`` signed, and every line of theirs is right."""
        claimed = [(key, one) for key in keys for one in self.by(key)]
        if not claimed:
            raise Flawed("note-not-signed", names=", ".join(sorted({one.name for one in self.signatures})))
        for key, one in claimed:
            if not key.key.verifies(self.text.encode(), one.value):
                raise Flawed("signature-wrong", key=key.name)

    def with_signatures(self, more: Sequence[Signature]) -> "Note":
        """The note with further signature lines; those it has already are not repeated."""
        return Note(self.text, (*self.signatures, *(one for one in more if one not in self.signatures)))


def read_note(text: str) -> Note:
    """The note that ``text`` is. Raises :class:`Flawed` if it is none, or larger than any of ours."""
    if len(text) > LONGEST:
        raise Flawed("too-large", bytes=len(text), most=LONGEST)
    body, gap, lines = text.rpartition("\n\n")
    if not gap or not lines.endswith("\n") or any(ord(sign) < 0x20 and sign != "\n" for sign in text):
        raise Flawed("not-a-note")
    return Note(body + "\n", signature_lines(lines))


def signature_lines(text: str) -> tuple[Signature, ...]:
    """The signatures of lines as they stand below a note. Raises :class:`Flawed` for a line that is none."""
    lines = text.split("\n")[:-1]
    if not lines or len(lines) > MOST_SIGNATURES:
        raise Flawed("not-a-note")
    return tuple(_signature(line) for line in lines)


def _signature(line: str) -> Signature:
    found = _LINE.match(line)
    value = from_base64(found["signature"]) if found else b""
    if found is None or len(value) < 5:
        raise Flawed("not-a-note")
    return Signature(found["name"], value[:4], value[4:])


def signed_note(text: str, name: str, signer: Signer) -> Note:
    """``text`` signed under ``name``."""
    key = NoteKey(name, signer.public)
    return Note(text, (Signature(name, key.id, signer.sign(text.encode())),))
