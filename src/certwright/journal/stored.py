"""Attachments in a Django storage (S3 and what speaks its language), under the same names as in a folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import IO, BinaryIO, cast

from django.core.files import File
from django.core.files.storage import Storage

from certwright.journal.attachments import CHUNK, faults, name_in_store, receive

IN_MEMORY = 8 * CHUNK
"""Files up to this size wait in memory until their digest is known, larger ones on disk."""


@contextmanager
def _reached() -> Iterator[None]:
    """Whatever a storage's own library raises is an OSError: so a folder says that it cannot be reached, too."""
    try:
        yield
    except OSError:
        raise
    except Exception as error:
        raise OSError(str(error)) from error


class Stored:
    """Attachments as objects called ``ab/abcdef…`` after their SHA-256. An OSError says that the storage is away."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def put(self, source: BinaryIO, limit: int) -> tuple[str, int]:
        """Read the file to its end before anything is sent, so that the name is known and nothing half is stored.

        A file in store already stays; one that was altered there is replaced.
        """
        with SpooledTemporaryFile(max_size=IN_MEMORY) as waiting:
            attachment, size = receive(source, waiting, limit)
            name = name_in_store(attachment)
            for _, fault in faults(self, [attachment]):
                with _reached():
                    self._save(name, fault, waiting)
        return attachment, size

    def _save(self, name: str, fault: str, waiting: IO[bytes]) -> None:
        if fault == "altered":
            self._storage.delete(name)
        waiting.seek(0)
        kept = self._storage.save(name, File(waiting))
        if kept != name:  # somebody else stored the same file in this moment, and this is a copy of it
            self._storage.delete(kept)

    def open(self, attachment: str) -> BinaryIO:
        """Open the object; :class:`FileNotFoundError` if there is none."""
        name = name_in_store(attachment)
        with _reached():
            return cast(BinaryIO, self._storage.open(name, "rb"))

    def remove(self, attachment: str) -> None:
        """Remove the object; that it is gone already is no error."""
        name = name_in_store(attachment)
        with _reached():
            self._storage.delete(name)

    def ids(self) -> Iterator[str]:
        """The ids of all objects."""
        try:
            folders, _ = self._storage.listdir("")
        except FileNotFoundError:
            return  # nothing was stored yet
        for folder in sorted(folders):
            yield from (f"sha256:{name}" for name in sorted(self._storage.listdir(folder)[1]))
