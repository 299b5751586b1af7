"""Attachments: files kept outside the database under their SHA-256, so that an altered one shows.

A file is in the folder, whole and synced, before any act that names it is recorded; a file no act names yet does no
harm and is listed by ``certwright doctor``. Another storage (S3) comes in as a Django storage under the same names.
"""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, BinaryIO, Protocol

CHUNK = 1 << 20
_ID = re.compile(r"sha256:([0-9a-f]{64})")


class AttachmentTooLarge(ValueError):
    """The file is larger than the body allows."""


class Attachments(Protocol):
    """Where attachments are kept."""

    def put(self, source: BinaryIO, limit: int) -> tuple[str, int]:
        """Keep a file and give back its id (``sha256:…``) and size in bytes; :class:`AttachmentTooLarge` beyond."""

    def open(self, attachment: str) -> BinaryIO:
        """Open a kept file for reading; :class:`FileNotFoundError` if there is none."""

    def remove(self, attachment: str) -> None:
        """Remove a file whose content was erased."""

    def ids(self) -> Iterator[str]:
        """The ids of all files kept."""


def name_in_store(attachment: str) -> str:
    """The name a file is kept under: ``ab/abcdef…``. Nothing but a digest names a file.

    Raises:
        FileNotFoundError: ``attachment`` is not the id of an attachment, so there can be none.
    """
    found = _ID.fullmatch(attachment)
    if not found:
        raise FileNotFoundError(attachment)
    return f"{found[1][:2]}/{found[1]}"


def receive(source: BinaryIO, target: IO[bytes], limit: int) -> tuple[str, int]:
    """Copy ``source`` to ``target`` and give back its id and size; :class:`AttachmentTooLarge` beyond ``limit``."""
    seen, size = sha256(), 0
    while chunk := source.read(CHUNK):
        size += len(chunk)
        if size > limit:
            raise AttachmentTooLarge(f"larger than {limit} bytes")
        seen.update(chunk)
        target.write(chunk)
    return f"sha256:{seen.hexdigest()}", size


class Folder:
    """Attachments in a local folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, source: BinaryIO, limit: int) -> tuple[str, int]:
        """Write to a temporary file, sync, rename, sync the folders: a crash leaves the whole file or none."""
        self.root.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self.root, prefix="incoming-", delete=False) as target:
            arrived = Path(target.name)
            try:
                attachment, size = receive(source, target, limit)
                target.flush()
                os.fsync(target.fileno())
            except BaseException:
                with suppress(OSError):
                    arrived.unlink()
                raise
        path = self.root / name_in_store(attachment)
        path.parent.mkdir(exist_ok=True)
        arrived.replace(path)
        _sync(path.parent)
        _sync(self.root)
        return attachment, size

    def open(self, attachment: str) -> BinaryIO:
        """Open the file."""
        return (self.root / name_in_store(attachment)).open("rb")

    def remove(self, attachment: str) -> None:
        """Remove the file; that it is gone already is no error."""
        (self.root / name_in_store(attachment)).unlink(missing_ok=True)

    def ids(self) -> Iterator[str]:
        """The ids of all whole files in the folder."""
        yield from (
            f"sha256:{path.name}" for path in sorted(self.root.glob("??/*")) if _ID.match(f"sha256:{path.name}")
        )


def _sync(folder: Path) -> None:
    """Make a rename in a folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def faults(attachments: Attachments, wanted: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each wanted attachment that is missing or altered, with ``missing`` or ``altered``."""
    for attachment in sorted(wanted):
        try:
            with attachments.open(attachment) as file:
                found = sha256()
                while chunk := file.read(CHUNK):
                    found.update(chunk)
        except FileNotFoundError:
            yield attachment, "missing"
        else:
            if f"sha256:{found.hexdigest()}" != attachment:
                yield attachment, "altered"
