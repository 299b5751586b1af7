"""Attachments: files kept outside the database under their SHA-256, so that an altered one shows.

A file is in the folder, whole and synced, before any act that names it is recorded; a file no act names yet does no
harm and is listed by ``certwright doctor``. Another storage (S3) comes in as a Django storage under the same names.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO, Protocol

CHUNK = 1 << 20


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


class Folder:
    """Attachments in a local folder: ``ab/abcdef…`` below ``root``."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def _path(self, attachment: str) -> Path:
        name = attachment.removeprefix("sha256:")
        return self.root / name[:2] / name

    def put(self, source: BinaryIO, limit: int) -> tuple[str, int]:
        """Write to a temporary file, sync, then rename: a crash leaves either the whole file or none."""
        self.root.mkdir(parents=True, exist_ok=True)
        seen, size = sha256(), 0
        with NamedTemporaryFile(dir=self.root, prefix="incoming-", delete=False) as target:
            try:
                while chunk := source.read(CHUNK):
                    size += len(chunk)
                    if size > limit:
                        raise AttachmentTooLarge(f"larger than {limit} bytes")
                    seen.update(chunk)
                    target.write(chunk)
                target.flush()
                os.fsync(target.fileno())
            except BaseException:
                with suppress(OSError):
                    os.unlink(target.name)
                raise
        attachment = f"sha256:{seen.hexdigest()}"
        path = self._path(attachment)
        path.parent.mkdir(exist_ok=True)
        os.replace(target.name, path)
        return attachment, size

    def open(self, attachment: str) -> BinaryIO:
        """Open the file."""
        return self._path(attachment).open("rb")

    def remove(self, attachment: str) -> None:
        """Remove the file; that it is gone already is no error."""
        self._path(attachment).unlink(missing_ok=True)

    def ids(self) -> Iterator[str]:
        """The ids of all whole files in the folder."""
        if self.root.is_dir():
            for path in sorted(self.root.glob("??/*")):
                yield f"sha256:{path.name}"


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
