"""Files that acts name: by name where they are shown, and sent only to whoever may read the act that names them."""

import hashlib
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from certwright.accounts.models import Reading, User
from certwright.drafts.models import FileName
from certwright.office.installation import means
from signing_in import has_reason, signed_in
from web.acting_cases import Desk, play, text

pytestmark = pytest.mark.django_db

PHOTO = b"%PDF-1.7 what the laboratory photographed"
DIGEST = "sha256:" + hashlib.sha256(PHOTO).hexdigest()
NASTY = '<img src=x onerror=alert(1)> "שלום" 🪖.pdf'
WHERE = f"/d/finding/shock/files/{DIGEST}/"


@pytest.fixture(autouse=True)
def helmets(db: None, tmp_path: Path) -> None:
    play("helmets-0-evaluated", tmp_path)


def handed_in(name: str = "photographs.pdf", act: str = "finding.respond", dossier: str = "finding:shock") -> None:
    """The client's answer, entered with a file."""
    desk = Desk("person:eva" if dossier.startswith("finding") else "person:ben", dossier, act)
    field = "evidence" if act == "finding.respond" else "documents"
    file = SimpleUploadedFile(name, PHOTO, "application/pdf")
    sent = {**desk.sent, "act.what": "Papers.", "act.cause": "A batch of foam.", f"files.act.{field}": file}
    done = desk.browser.post(desk.url, {**sent, "do": "record"})
    assert done.status_code == 302, text(done)


def test_a_file_is_shown_by_its_name_and_sent_as_a_download_that_does_nothing() -> None:
    handed_in(NASTY)
    browser = signed_in("person:eva")
    page = text(browser.get("/d/finding/shock/"))
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert "<img src=x" not in page
    assert WHERE in page
    got = browser.get(WHERE)
    assert b"".join(got.streaming_content) == PHOTO  # type: ignore[attr-defined]
    assert got.headers["Content-Disposition"].startswith("attachment; filename")
    assert "\n" not in got.headers["Content-Disposition"]
    assert got.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert got.headers["X-Content-Type-Options"] == "nosniff"
    assert got.headers["Content-Length"] == str(len(PHOTO))
    assert "no-store" in got.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("asked", "status", "body", "told"),
    [
        ("bytes=0-3", 206, b"%PDF", f"bytes 0-3/{len(PHOTO)}"),
        ("bytes=9-", 206, PHOTO[9:], f"bytes 9-{len(PHOTO) - 1}/{len(PHOTO)}"),
        ("bytes=-12", 206, PHOTO[-12:], f"bytes {len(PHOTO) - 12}-{len(PHOTO) - 1}/{len(PHOTO)}"),
        (f"bytes=0-{10**14}", 206, PHOTO, f"bytes 0-{len(PHOTO) - 1}/{len(PHOTO)}"),
        (f"bytes={len(PHOTO)}-", 416, b"", f"bytes */{len(PHOTO)}"),
        ("bytes=-0", 416, b"", f"bytes */{len(PHOTO)}"),
        ("bytes=5-2", 200, PHOTO, ""),
        ("bytes=0-1,3-4", 200, PHOTO, ""),
        ("lines=1-2", 200, PHOTO, ""),
    ],
)
def test_a_part_of_a_file_can_be_asked_for(asked: str, status: int, body: bytes, told: str) -> None:
    handed_in()
    got = signed_in("person:eva").get(WHERE, headers={"Range": asked})
    assert got.status_code == status
    assert b"".join(got.streaming_content if got.streaming else [got.content]) == body  # type: ignore[attr-defined]
    assert got.headers.get("Content-Range", "") == told
    assert got.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_whoever_may_not_read_the_dossier_gets_nothing_and_reading_from_outside_is_recorded() -> None:
    handed_in()
    assert Client().get(WHERE).headers["Location"].startswith("/account/login/")
    stranger = signed_in("person:cara")
    assert "/why-read/" in stranger.get(WHERE).headers["Location"]
    has_reason("person:cara", "finding:shock")
    before = Reading.objects.count()
    got = stranger.get(WHERE)
    assert b"".join(got.streaming_content) == PHOTO  # type: ignore[attr-defined]
    assert Reading.objects.filter(person="person:cara", dossier="finding:shock").exists()
    assert Reading.objects.count() >= before
    assert client_of("client:another").get(WHERE).status_code == 404


def client_of(client: str) -> Client:
    browser = Client()
    account = User.objects.create_user("client@example.org", client=client)
    browser.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return browser


def test_a_client_reads_the_files_of_what_it_was_told_and_no_others() -> None:
    handed_in()
    handed_in(act="application.supplement", dossier="application:helmets")
    client = client_of("client:helmets")
    assert "photographs.pdf" in text(client.get("/d/finding/shock/"))
    assert b"".join(client.get(WHERE).streaming_content) == PHOTO  # type: ignore[attr-defined]
    assert client.get("/d/application/helmets/").status_code == 200
    assert client.get(f"/d/application/helmets/files/{DIGEST}/").status_code == 403


def test_a_file_is_only_where_it_is_named_and_no_other_name_reaches_the_store() -> None:
    handed_in()
    browser = signed_in("person:eva")
    assert browser.get(f"/d/certification/helmets/files/{DIGEST}/").status_code == 404
    for digest in ("sha256:" + "0" * 64, "sha256:..", "..", "x" * 300):
        assert browser.get(f"/d/finding/shock/files/{digest}/").status_code == 404


def test_a_file_that_is_missing_from_the_store_says_so() -> None:
    handed_in()
    means().attachments.remove(DIGEST)
    got = signed_in("person:eva").get(WHERE)
    assert got.status_code == 404
    assert "certwright doctor" in text(got)


def test_a_file_without_a_known_name_is_called_by_its_digest() -> None:
    handed_in()
    FileName.objects.all().delete()
    browser = signed_in("person:eva")
    assert f"File {DIGEST[7:19]}" in text(browser.get("/d/finding/shock/"))
    got = browser.get(WHERE)
    assert b"".join(got.streaming_content) == PHOTO  # type: ignore[attr-defined]
    assert f'filename="file-{DIGEST[7:19]}' in got.headers["Content-Disposition"]
