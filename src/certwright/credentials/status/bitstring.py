"""The bits: at least 131,072 of them, GZIP, multibase base64url; the first index is the left-most bit (section 3.2)."""

import gzip
import zlib
from collections.abc import Iterable

from certwright.credentials.encoding.multiformats import from_multibase, multibase64url
from certwright.credentials.flaws import Flawed

SIZE = 131_072
"""Entries of a list: the least that hides which of them is asked about (section 6.1), 16 KiB."""
LARGEST = 8 * SIZE


def encoded(marked: Iterable[int], size: int = SIZE) -> str:
    """The list with the bits of ``marked`` set, always the same text for the same bits.

    Raises ``ValueError`` for an index outside, or a size that is no multiple of 8 or below :data:`SIZE`.
    """
    if size < SIZE or size % 8:
        raise ValueError(f"a list of {size} entries")
    bits = bytearray(size // 8)
    for index in marked:
        if not 0 <= index < size:
            raise ValueError(f"index {index} in a list of {size}")
        bits[index // 8] |= 0x80 >> index % 8
    return multibase64url(gzip.compress(bytes(bits), mtime=0))


def decoded(text: str) -> bytes:
    """The bits of an encoded list.

    Raises :class:`Flawed` if it is none, too short to hide anybody, or unpacks to more than any list has.
    """
    if not text.startswith("u") or len(text) > LARGEST:
        raise Flawed("status-list-unreadable")
    packed, opener = from_multibase(text), zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        bits = opener.decompress(packed, LARGEST // 8 + 1)
    except zlib.error as why:
        raise Flawed("status-list-unreadable") from why
    if len(bits) > LARGEST // 8 or not opener.eof or opener.unused_data:
        raise Flawed("status-list-unreadable")
    if len(bits) < SIZE // 8:
        raise Flawed("status-list-too-short", least=SIZE)
    return bits


def is_set(bits: bytes, index: int) -> bool:
    """Whether the bit of ``index`` is set. Raises :class:`Flawed` for an index outside the list."""
    if not 0 <= index < len(bits) * 8:
        raise Flawed("status-index-outside", index=index, size=len(bits) * 8)
    return bool(bits[index // 8] & 0x80 >> index % 8)
