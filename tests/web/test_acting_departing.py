"""A rule of the body's choice may be departed from, with a reason and an approver; what is refused can be passed on."""

from pathlib import Path

import pytest

from certwright.drafts.models import Draft
from signing_in import account_of
from web.acting_cases import Desk, play, text

pytestmark = pytest.mark.django_db
RULE = "threat.is-treated-first"


@pytest.fixture(autouse=True)
def threatened(db: None, tmp_path: Path) -> None:
    play("helmets-0-evaluated", tmp_path)
    threat = Desk("person:anna", "body:self", "body.identify-threat")
    told = threat.press(kind="familiarity", source="Ten years with the same people.", client="client:helmets")
    assert told.status_code == 302, text(told)


def refused() -> tuple[Desk, str]:
    desk = Desk("person:rob", "application:helmets", "application.accept")
    desk.press("all:answers,answer,yes")
    page = text(desk.press(conflict_screen="clear", areas="helmets-type-1", first_time="Ten years of testing."))
    assert desk.page.status_code == 409, page
    return desk, page


def test_a_deviation_is_offered_where_the_body_chose_the_rule() -> None:
    desk, page = refused()
    assert RULE in page
    assert "around.deviations.0" not in page
    desk.press(f"deviate:{RULE}")
    assert desk.sent["around.deviations.0.rule"] == [RULE]
    desk.sent["around.deviations.0.reason"] = ["Looked at by the committee last week."]
    desk.sent["around.deviations.0.approver"] = ["person:anna"]
    told = text(desk.press())
    assert f'class="rule-id">{RULE}<' not in told


def test_what_is_refused_is_passed_on_as_a_draft() -> None:
    desk, _ = refused()
    other = account_of("person:ben")
    answer = desk.browser.post(desk.url, {"do": "pass", "to": "person:ben"})
    assert answer.status_code == 302
    passed = Draft.objects.get(user=other)
    assert (passed.dossier, passed.act, passed.passed_by) == ("application:helmets", "application.accept", "Rob")
    assert "Rob passed it on to you" in text(Desk("person:ben", "application:helmets", "application.accept").page)
