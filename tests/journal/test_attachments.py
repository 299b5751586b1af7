"""Attachments in a folder and in a Django storage: whole, under their digest, found out when altered."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, InMemoryStorage, Storage

from certwright.journal.attachments import Attachments, AttachmentTooLarge, Folder, faults
from certwright.journal.stored import Stored

REPORT = b"The helmet held."
REPORT_ID = "sha256:" + sha256(REPORT).hexdigest()
ELSEWHERE = "sha256:" + "0" * 64


@pytest.fixture(params=["folder", "storage in memory", "storage on disk"])
def attachments(request: pytest.FixtureRequest, tmp_path: Path) -> Attachments:
    if request.param == "folder":
        return Folder(tmp_path / "attachments")
    if request.param == "storage in memory":
        return Stored(InMemoryStorage())
    return Stored(FileSystemStorage(location=tmp_path / "attachments"))


def test_a_file_comes_back_as_it_was_put(attachments: Attachments) -> None:
    assert list(attachments.ids()) == []
    assert attachments.put(BytesIO(REPORT), limit=len(REPORT)) == (REPORT_ID, len(REPORT))
    with attachments.open(REPORT_ID) as file:
        assert file.read() == REPORT
    assert list(attachments.ids()) == [REPORT_ID]


def test_the_same_file_twice_is_one_file(attachments: Attachments) -> None:
    assert attachments.put(BytesIO(REPORT), limit=100) == attachments.put(BytesIO(REPORT), limit=100)
    assert list(attachments.ids()) == [REPORT_ID]


def test_a_file_too_large_by_one_byte_leaves_nothing_behind(attachments: Attachments, tmp_path: Path) -> None:
    with pytest.raises(AttachmentTooLarge):
        attachments.put(BytesIO(REPORT), limit=len(REPORT) - 1)
    assert list(attachments.ids()) == []
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_missing_file_is_named(attachments: Attachments) -> None:
    attachments.put(BytesIO(REPORT), limit=100)
    assert list(faults(attachments, {REPORT_ID, ELSEWHERE})) == [(ELSEWHERE, "missing")]
    attachments.remove(REPORT_ID)
    attachments.remove(REPORT_ID)
    assert list(faults(attachments, {REPORT_ID})) == [(REPORT_ID, "missing")]


@pytest.mark.parametrize("name", ["sha256:../../../etc/passwd", "/etc/passwd", "sha256:" + "A" * 64, ""])
def test_nothing_but_a_digest_names_a_file(attachments: Attachments, name: str) -> None:
    with pytest.raises(FileNotFoundError):
        attachments.open(name)
    with pytest.raises(FileNotFoundError):
        attachments.remove(name)


@pytest.mark.parametrize("kind", [Folder, FileSystemStorage])
def test_an_altered_file_is_named_and_put_right_by_putting_it_again(kind: type, tmp_path: Path) -> None:
    attachments: Attachments = Folder(tmp_path) if kind is Folder else Stored(FileSystemStorage(location=tmp_path))
    attachments.put(BytesIO(REPORT), limit=100)
    (path,) = (path for path in tmp_path.rglob("*") if path.is_file())
    path.write_bytes(REPORT.replace(b"held", b"held?"))
    assert list(faults(attachments, {REPORT_ID})) == [(REPORT_ID, "altered")]
    attachments.put(BytesIO(REPORT), limit=100)
    assert list(faults(attachments, {REPORT_ID})) == []
    assert list(attachments.ids()) == [REPORT_ID]


def test_two_who_store_the_same_file_at_once_leave_one() -> None:
    """A storage that does not overwrite finds another name for the later copy."""

    class Overtaken(InMemoryStorage):
        def get_available_name(self, name: str, max_length: int | None = None) -> str:
            self._save(name, ContentFile(REPORT))  # type: ignore[attr-defined]  # the other one was faster
            return super().get_available_name(name, max_length)

    storage: Storage = Overtaken()
    attachments = Stored(storage)
    attachments.put(BytesIO(REPORT), limit=100)
    assert list(attachments.ids()) == [REPORT_ID]


def test_a_file_half_written_when_the_machine_stopped_is_no_attachment(tmp_path: Path) -> None:
    class Cut(BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell():
                raise OSError("connection lost")
            return super().read(4)

    attachments = Folder(tmp_path)
    with pytest.raises(OSError, match="connection lost"):
        attachments.put(Cut(REPORT), limit=100)
    (tmp_path / "incoming-killed").write_bytes(b"The h")  # as a kill -9 would leave it
    assert list(attachments.ids()) == []
