"""Multibase and multihash, as far as W3C Controlled Identifiers 1.0 (sections 2.4, 2.5) and UNTP digests use them."""

from hashlib import sha256

from certwright.credentials.encoding.base58 import from_base58, to_base58
from certwright.credentials.encoding.base64_strict import from_base64url, to_base64url
from certwright.credentials.flaws import Flawed

_SHA2_256 = b"\x12\x20"
"""Multihash head: SHA2-256, 32 bytes."""


def multibase58(value: bytes) -> str:
    """``z`` and base58: the form of Multikey and of Data Integrity proofs."""
    return "z" + to_base58(value)


def multibase64url(value: bytes) -> str:
    """``u`` and base64url without padding: the form of status lists."""
    return "u" + to_base64url(value)


def from_multibase(text: str) -> bytes:
    """The bytes of a multibase text in base58 (``z``) or base64url (``u``). Raises :class:`Flawed` for others."""
    match text[:1]:
        case "z":
            return from_base58(text[1:])
        case "u":
            return from_base64url(text[1:])
        case _:
            raise Flawed("not-multibase")


def digest_multibase(value: bytes) -> str:
    """``digestMultibase`` of a file: its SHA-256 as multihash, in base58 (VC Data Model 2.0, section 5.3)."""
    return multibase58(_SHA2_256 + sha256(value).digest())
