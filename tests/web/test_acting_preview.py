"""Who decides or issues sees what the certificate would say, and which rules were asked, before it is recorded."""

from datetime import date
from pathlib import Path

import pytest
from time_machine import travel

from certwright.journal.models import Envelope
from web.acting_cases import Desk, play, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def granted(db: None, tmp_path: Path) -> None:
    play("helmets-1-granted", tmp_path)


def test_a_checked_certificate_is_shown_in_words_and_nothing_is_recorded() -> None:
    before = Envelope.objects.count()
    with travel(date(2026, 8, 3), tick=True):
        desk = Desk("person:dora", "certification:helmets", "certification.issue")
        page = text(desk.press("check", languages="en", signed_by="Dora"))
    assert "This can be recorded." in page
    assert "What the certificate would say" in page
    assert "Helmets &amp; Sons" in page
    assert "PC-0001, version 2" in page
    assert "17065:2012 7.7.1 a" in page
    assert "In place of PC-0001, 1" in page
    assert "not there yet" not in page
    assert "attestation.versions-count-up" in page
    assert Envelope.objects.count() == before
