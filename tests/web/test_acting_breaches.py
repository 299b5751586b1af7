"""What happened is recorded even where it broke a rule, but nobody records a breach unawares."""

from pathlib import Path

import pytest

from certwright.journal.models import Envelope
from certwright.office.standing import dossiers
from web.acting_cases import Desk, play, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def withdrawn(db: None, tmp_path: Path) -> None:
    play("helmets-2-withdrawn", tmp_path)


def test_a_breach_is_told_before_it_is_recorded_and_stands_when_it_is_confirmed() -> None:
    desk = Desk("person:ben", "certification:helmets", "certification.look-at-use")
    before = Envelope.objects.count()
    breaches = len(dossiers(["certification:helmets"])["certification:helmets"].breaches)
    page = text(
        desk.press(
            place="A shop.", medium="product", artwork="altered", claims="the-whole-company", wording="Best firm."
        )
    )
    assert "This will be recorded as a breach" in page
    assert Envelope.objects.count() == before
    assert desk.press().status_code == 302
    assert Envelope.objects.count() == before + 1
    assert len(dossiers(["certification:helmets"])["certification:helmets"].breaches) > breaches


def test_what_is_confirmed_is_what_was_seen() -> None:
    desk = Desk("person:ben", "certification:helmets", "certification.look-at-use")
    desk.press(place="A shop.", medium="product", artwork="altered", claims="the-whole-company", wording="Best.")
    page = text(desk.press(place="Another shop."))
    assert "This will be recorded as a breach" in page
