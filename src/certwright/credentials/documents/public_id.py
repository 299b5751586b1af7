"""The id behind the QR code: random, so that nobody counts through certificates; short, so that people can type it.

Crockford's base 32 leaves out letters that are read as others; small letters and those read in their place are taken.
"""

from collections.abc import Callable

from certwright.credentials.flaws import Flawed

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("OIL", "011")
LENGTHS = range(10, 14)
"""Characters: 50 to 65 random bits."""


def new_id(below: Callable[[int], int], length: int = 12) -> str:
    """A new id. ``below(n)`` gives a random whole number from 0 to n − 1 (``secrets.randbelow``).

    Raises ``ValueError`` for a length outside :data:`LENGTHS`.
    """
    if length not in LENGTHS:
        raise ValueError(f"an id of {length} characters")
    return "".join(_ALPHABET[below(len(_ALPHABET))] for _ in range(length))


def read_id(typed: str) -> str:
    """The id a person typed, with hyphens or spaces, small letters, O for 0. Raises :class:`Flawed` if it is none."""
    text = typed.replace("-", "").replace(" ", "").upper().translate(_READ_AS)
    if len(text) not in LENGTHS or not set(text) <= set(_ALPHABET):
        raise Flawed("not-an-id")
    return text
