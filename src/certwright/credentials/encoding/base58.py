"""Base58 with the Bitcoin alphabet, as multibase ``z`` uses it (W3C Controlled Identifiers 1.0, section 2.4)."""

from certwright.credentials.flaws import Flawed

_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)}
LONGEST = 200
"""Characters: keys and signatures have fewer; the time to read grows with the square."""


def to_base58(value: bytes) -> str:
    """The text of ``value``: leading zero bytes are written as ``1``."""
    number, letters = int.from_bytes(value), ""
    while number:
        number, rest = divmod(number, 58)
        letters = _ALPHABET[rest] + letters
    return "1" * (len(value) - len(value.lstrip(b"\0"))) + letters


def from_base58(text: str) -> bytes:
    """The bytes of a base58 text. Raises :class:`Flawed` if it is none, or longer than any key or signature."""
    if len(text) > LONGEST or not _VALUES.keys() >= set(text):
        raise Flawed("not-base58")
    number = 0
    for letter in text:
        number = number * 58 + _VALUES[letter]
    zeros = len(text) - len(text.lstrip("1"))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8)
