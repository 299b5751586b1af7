"""Before a PDF of a stranger is opened: is it whole, how much does it unpack to, does it hold anything that acts?

What is refused here no certificate of ours has: stacked or rare filters, streams that unpack without end, scripts,
actions, encryption, forms that fetch. Nothing is executed and no address is followed.
"""

import re
import zlib
from io import BytesIO
from typing import Any

import pikepdf

from certwright.credentials.flaws import Flawed

LARGEST = 20_000_000
"""Bytes of a file."""
LARGEST_STREAM = 20_000_000
LARGEST_TOGETHER = 100_000_000
MOST_OBJECTS = 50_000
_BITE = 4_096
_STREAM = re.compile(rb"stream\r?\n")
_STACKED = re.compile(rb"/Filter\s*\[\s*/\w+\s*/\w+")
_RARE = re.compile(rb"/(LZWDecode|RunLengthDecode|JBIG2Decode|Crypt)\b")
_ACTS = frozenset(
    {"/JS", "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/Rendition", "/XFA", "/AA"}
)


def whole(pdf: bytes) -> None:
    """Raise :class:`Flawed` for a file that is none, too large, cut off, or unpacks to too much."""
    if len(pdf) > LARGEST:
        raise Flawed("too-large", bytes=len(pdf), most=LARGEST)
    if not pdf.startswith(b"%PDF-"):
        raise Flawed("not-a-pdf")
    if b"%%EOF" not in pdf[-64:]:
        raise Flawed("document-cut")
    if found := _STACKED.search(pdf) or _RARE.search(pdf):
        raise Flawed("document-packed-strangely", filter=found[0][:40].decode("latin-1"))
    worked = 0
    for found in _STREAM.finditer(pdf):
        worked += _unpacked(memoryview(pdf)[found.end() :])
        if worked > LARGEST_TOGETHER:
            raise Flawed("document-unpacks-too-large", most=LARGEST_TOGETHER)


def _unpacked(packed: memoryview) -> int:
    """How many bytes were read and made from a stream, in small bites, so that many tiny streams cost little.

    Whatever follows the word is tried, wherever it stands: a reader may be led to take any of them for a stream.
    """
    opener, read, made = zlib.decompressobj(), 0, 0
    try:
        while read < len(packed) and not opener.eof:
            bite = packed[read : read + _BITE]
            made += len(opener.decompress(bite, LARGEST_STREAM + 1 - made))
            read += len(bite)
            if made > LARGEST_STREAM:
                raise Flawed("document-unpacks-too-large", most=LARGEST_STREAM)
    except zlib.error:
        pass  # not packed with Flate: not larger than the file
    return read + made


def opened(pdf: bytes) -> pikepdf.Pdf:
    """The file, opened without repair. Raises :class:`Flawed` if it is damaged, encrypted, or holds what acts."""
    try:
        found = pikepdf.open(BytesIO(pdf), attempt_recovery=False, suppress_warnings=True)
        if found.is_encrypted:
            raise Flawed("document-encrypted")
        if len(found.objects) > MOST_OBJECTS:
            raise Flawed("document-too-many-objects", most=MOST_OBJECTS)
        for one in found.objects:
            _check_quiet(one, 0)
    except Flawed:
        raise
    except pikepdf.PasswordError as why:
        raise Flawed("document-encrypted") from why
    except Exception as why:  # damaged names and numbers come as errors of many kinds
        raise Flawed("document-unreadable") from why
    return found


def _check_quiet(one: Any, depth: int) -> None:
    """Raise :class:`Flawed` for anything that acts, in the object or right inside it."""
    if depth > 20:
        raise Flawed("too-deep", most=20)
    if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        items = dict(one.stream_dict if isinstance(one, pikepdf.Stream) else one).items()
        for name, value in items:
            if name in _ACTS or (name == "/S" and str(value) in _ACTS):
                raise Flawed("document-acts", what=name if name in _ACTS else str(value))
            if not getattr(value, "is_indirect", False):
                _check_quiet(value, depth + 1)
    elif isinstance(one, pikepdf.Array):
        for value in one:
            if not getattr(value, "is_indirect", False):
                _check_quiet(value, depth + 1)
