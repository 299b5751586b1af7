"""Who decides or issues sees what the certificate would say, and which rules were asked, before it is recorded."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from time_machine import travel

from certwright.core.acts.decision import Decide
from certwright.core.entry import Proposal
from certwright.journal.models import Envelope
from certwright.office.case import Case
from certwright.web.acting.preview import preview
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


def test_a_second_version_tells_what_the_first_said_otherwise() -> None:
    with travel(date(2026, 8, 3), tick=True):
        desk = Desk("person:dora", "certification:helmets", "certification.issue")
        page = text(desk.press("check", languages="en", signed_by="Dora"))
    assert "0 items change" in page  # it is renewed word by word
    assert "<del>" not in page


def test_a_decision_shows_the_certificate_it_leads_to_and_what_changes() -> None:
    case = Case("certification:helmets", "person:dora", date(2026, 8, 3), "default", {})
    certification = case.certification
    assert certification is not None
    said: dict[str, Any] = {
        "pack": "safety-helmets", "kind": "extend", "client": certification.client, "deciders": ["person:dora"],
        "scope": "Helmets H1 and H2.", "reasons": "Both were evaluated.",
    }  # fmt: skip
    known = {name: value for name, value in said.items() if name in Decide.model_fields}
    nothing: dict[str, Any] = dict.fromkeys(Decide.model_fields)
    decide = Decide.model_construct(**nothing | known)
    looked = preview(Proposal("x", "certification:helmets", decide, "person:dora", date(2026, 8, 3)), case)
    assert looked is not None
    scope = next(one for one in looked.items if one.clause == "17065:2012 7.7.1 d" and one.before)
    assert (scope.says, scope.before) == ("Helmets H1 and H2.", certification.scope)
    assert looked.changed == 1
    assert looked.missing == 0
