"""Attachments in a Django storage behave as in a folder; S3 is one such storage."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage, InMemoryStorage, Storage
from pytest_django import Settings

from certwright.journal.attachments import Attachments, AttachmentTooLarge, Folder, faults
from certwright.journal.stored import IN_MEMORY, Stored
from certwright.office import installation

SAID = b"Minutes of 2 March."
ID = f"sha256:{sha256(SAID).hexdigest()}"


@pytest.fixture(params=["folder", "files", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Attachments:
    """The same tests for each place attachments may be kept in."""
    if request.param == "folder":
        return Folder(tmp_path / "kept")
    storage: Storage = FileSystemStorage(tmp_path / "kept") if request.param == "files" else InMemoryStorage()
    return Stored(storage)


def kept(store: Attachments, attachment: str) -> bytes:
    with store.open(attachment) as file:
        return file.read()


def test_what_is_put_is_kept_under_its_digest(store: Attachments) -> None:
    assert store.put(BytesIO(SAID), limit=1_000) == (ID, len(SAID))
    assert kept(store, ID) == SAID
    assert list(store.ids()) == [ID]
    assert list(faults(store, [ID])) == []


def test_putting_it_twice_keeps_it_once(store: Attachments) -> None:
    store.put(BytesIO(SAID), limit=1_000)
    assert store.put(BytesIO(SAID), limit=1_000) == (ID, len(SAID))
    assert list(store.ids()) == [ID]
    assert kept(store, ID) == SAID


def test_one_that_is_too_large_leaves_nothing(store: Attachments) -> None:
    with pytest.raises(AttachmentTooLarge):
        store.put(BytesIO(SAID), limit=len(SAID) - 1)
    assert store.put(BytesIO(SAID), limit=len(SAID))
    assert list(store.ids()) == [ID]


def test_one_that_does_not_fit_into_memory(store: Attachments) -> None:
    large = b"x" * (IN_MEMORY + 1)
    attachment, size = store.put(BytesIO(large), limit=len(large))
    assert size == len(large)
    assert attachment == f"sha256:{sha256(large).hexdigest()}"
    assert list(faults(store, [attachment])) == []


def test_what_is_removed_is_missing_and_removing_it_again_is_no_error(store: Attachments) -> None:
    store.put(BytesIO(SAID), limit=1_000)
    store.remove(ID)
    store.remove(ID)
    assert list(faults(store, [ID])) == [(ID, "missing")]
    with pytest.raises(FileNotFoundError):
        store.open(ID)


def test_an_altered_one_shows(tmp_path: Path) -> None:
    store = Stored(FileSystemStorage(tmp_path))
    store.put(BytesIO(SAID), limit=1_000)
    next(path for path in tmp_path.rglob("*") if path.is_file()).write_bytes(b"other")
    assert list(faults(store, [ID])) == [(ID, "altered")]


def test_the_settings_say_where_they_are_kept(settings: Settings, tmp_path: Path) -> None:
    settings.CERTWRIGHT_ATTACHMENTS = tmp_path
    folder = installation.attachments()
    assert isinstance(folder, Folder)
    assert folder.root == tmp_path
    settings.CERTWRIGHT_STORAGE = "s3"
    settings.STORAGES = {**settings.STORAGES, "attachments": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    assert isinstance(installation.attachments(), Stored)
