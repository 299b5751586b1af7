"""Base64 that reads one text only for each value: no missing padding, no stray characters, no spare bits set.

Without this, the last character of a signature could be changed and the signature would still verify.
"""

from base64 import b64decode, b64encode, urlsafe_b64decode, urlsafe_b64encode
from binascii import Error

from certwright.credentials.flaws import Flawed


def to_base64(value: bytes) -> str:
    """Base64 with padding (RFC 4648 section 4)."""
    return b64encode(value).decode("ascii")


def from_base64(text: str) -> bytes:
    """The bytes of a base64 text. Raises :class:`Flawed` unless it is exactly what :func:`to_base64` writes."""
    try:
        value = b64decode(text, validate=True)
    except (Error, ValueError) as why:
        raise Flawed("not-base64", why=why) from why
    if to_base64(value) != text:
        raise Flawed("not-base64", why="another text stands for the same bytes")
    return value


def to_base64url(value: bytes) -> str:
    """Base64url without padding (RFC 7515 section 2)."""
    return urlsafe_b64encode(value).rstrip(b"=").decode("ascii")


def from_base64url(text: str) -> bytes:
    """The bytes of a base64url text. Raises :class:`Flawed` unless it is exactly what :func:`to_base64url` writes."""
    try:
        value = urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
    except (Error, ValueError) as why:
        raise Flawed("not-base64", why=why) from why
    if to_base64url(value) != text:
        raise Flawed("not-base64", why="another text stands for the same bytes")
    return value
