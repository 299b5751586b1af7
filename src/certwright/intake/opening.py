"""A file is what its first bytes say, whatever its name says: gzip is unpacked, archives are looked into, once.

A name that says something else is told, because somebody mistook a file for another. Nothing is run, and nothing is
unpacked beyond the limits: a small file that grows without end is recognised while it grows.
"""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from certwright.intake.limits import USUAL, Limits
from certwright.intake.problem import FileRefused

FORMATS = {"csv": "a table of text (CSV)", "xlsx": "a workbook (XLSX)", "json-lines": "JSON Lines", "xml": "XML"}
_BY_NAME = {
    **dict.fromkeys((".csv", ".tsv", ".txt"), "csv"),
    ".xlsx": "xlsx",
    **dict.fromkeys((".jsonl", ".ndjson"), "json-lines"),
    ".xml": "xml",
}
_STEP = 1 << 20


@dataclass(frozen=True, slots=True)
class Opened:
    """A file's bytes after unpacking, and the format they turned out to have."""

    name: str
    format: str
    content: bytes


def opened(name: str, stored: bytes, limits: Limits = USUAL) -> Opened:
    """The file as it can be read.

    Raises:
        FileRefused: it is empty, cut off, too large, a bomb, holds macros, is of a kind not read here, or its name
            says that it is something else.
    """
    if len(stored) > limits.stored:
        raise FileRefused("file-too-large", f"The file has more than {limits.stored:,} bytes.", "Bring it in parts.")
    content, inner = stored, PurePath(name)
    if stored.startswith(b"\x1f\x8b"):
        content = b"".join(_unpacked(stored, limits))
        inner = PurePath(inner.stem) if inner.suffix.lower() == ".gz" else inner
    if not content.strip():
        raise FileRefused("file-empty", "The file is empty.", "Export it again.")
    found = _format(content, limits)
    expected = _BY_NAME.get(inner.suffix.lower())
    if expected is not None and expected != found:
        raise FileRefused(
            "file-is-another-format",
            f"By its name {name} is {FORMATS[expected]}, but it holds {FORMATS[found]}.",
            "Give it the name of what it is, or bring the file that was meant.",
        )
    return Opened(name, found, content)


def _unpacked(stored: bytes, limits: Limits) -> Iterator[bytes]:
    size, most = 0, min(limits.unpacked, max(len(stored) * limits.ratio, _STEP))
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(stored)) as packed:
            while piece := packed.read(_STEP):
                size += len(piece)
                if size > most:
                    raise FileRefused(
                        "file-unpacks-without-end",
                        f"Unpacked, the file has more than {most:,} bytes.",
                        "Bring it unpacked and in parts.",
                    )
                yield piece
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise FileRefused(
            "file-cut-off", "The packed file is cut off or damaged.", "Fetch it again; nothing was read of it."
        ) from error


def _format(content: bytes, limits: Limits) -> str:
    if content.startswith(b"PK"):
        return _archive(content, limits)
    if content.startswith((b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"\x7fELF", b"MZ")):
        raise FileRefused(
            "file-is-no-table",
            "The file is no table: an old workbook, a document, a picture or a program.",
            "Save the table as CSV or XLSX and bring that.",
        )
    start = content[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"{"):
        return "json-lines"
    return "xml" if start.startswith(b"<") else "csv"


def _archive(content: bytes, limits: Limits) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile as error:
        raise FileRefused("file-cut-off", "The workbook is cut off or damaged.", "Save it again.") from error
    names = {part.filename for part in parts}
    unpacked = sum(part.file_size for part in parts)
    if unpacked > min(limits.unpacked, max(len(content) * limits.ratio, 10 * _STEP)):
        raise FileRefused(
            "file-unpacks-without-end", f"Unpacked, the workbook has {unpacked:,} bytes.", "Save the table as CSV."
        )
    if any(name.endswith("vbaProject.bin") for name in names):
        raise FileRefused(
            "file-has-macros", "The workbook holds macros.", "Save it as a workbook without macros (XLSX)."
        )
    if "xl/workbook.xml" not in names:
        raise FileRefused("file-is-no-table", "The archive is no workbook.", "Unpack it and bring the table in it.")
    return "xlsx"
