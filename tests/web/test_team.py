"""Putting a team together: everybody who could, what speaks against them, what the team lacks; nothing by itself."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from time_machine import travel

from certwright.core.dossiers import Assignment
from certwright.core.dossiers.assignment_parts import Member
from certwright.journal.models import Envelope
from certwright.office.standing import dossiers
from certwright.web.team.coverage import coverage
from certwright.web.team.fortnight import Engaged, fortnight, monday_of, strip
from signing_in import has_reason
from web.acting_cases import Desk, play_until, text

pytestmark = pytest.mark.django_db
ACT = "assignment.appoint"
MOST_QUESTIONS = json.loads((Path(__file__).parent / "query_ledger.json").read_text())["assignment.appoint"]


@pytest.fixture(autouse=True)
def planned(db: None, tmp_path: Path) -> None:
    play_until("helmets-0-evaluated", ACT, "assignment:tests", tmp_path)


def desk(person: str = "person:paul") -> Desk:
    with travel(date(2026, 2, 24), tick=True):
        return Desk(person, "assignment:tests", ACT)


def work() -> Assignment:
    found = dossiers(["assignment:tests"])["assignment:tests"]
    assert isinstance(found, Assignment)
    return found


def test_whoever_holds_the_function_is_shown_with_what_they_bring_and_the_role_the_team_lacks_is_suggested() -> None:
    page = text(desk().page)
    assert 'value="person:eva"' in page
    assert '<option value="lead-evaluator" selected>' in page
    assert "Brings helmets-type-1" in page
    assert "1 of 1 fit" in page
    assert "2 things are lacking" in page  # nobody does the work, nobody brings the category


def test_whoever_would_be_refused_stays_in_sight_with_reason_and_clause() -> None:
    with travel(date(2026, 2, 24), tick=True):
        at = desk()
        page = text(at.press("look", role="lead-evaluator", person="person:rita"))
    assert 'value="person:rita" id="pick-1" checked' in page
    assert "reasons against it" in page
    assert "17065:2012 6.1.2.1 d" in page
    assert not work().members


def test_a_choice_shows_what_the_team_would_cover_and_records_nothing() -> None:
    before = Envelope.objects.count()
    with travel(date(2026, 2, 24), tick=True):
        at = desk()
        page = text(at.press("look", person="person:eva"))
    assert "Nothing is lacking" in page
    assert "with this choice" in page
    assert 'value="helmets-type-1" checked' in page
    assert Envelope.objects.count() == before


def test_htmx_gets_the_choice_and_what_it_covers_only() -> None:
    with travel(date(2026, 2, 24), tick=True):
        at = desk()
        sent = {**at.sent, "act.person": "person:eva", "do": "look"}
        page = text(at.browser.post(at.url, sent, headers={"HX-Request": "true"}))
    assert "<form" not in page
    assert 'id="team-choice"' in page
    assert 'id="team-now" hx-swap-oob="true"' in page


def test_choosing_ends_in_the_act_itself() -> None:
    with travel(date(2026, 2, 24), tick=True):
        at = desk()
        at.press("look", person="person:eva")
        page = at.press()
    assert page.status_code == 302, text(page)
    member = work().serving("person:eva")
    assert member is not None
    assert (member.role, member.areas) == ("lead-evaluator", ("helmets-type-1",))


def test_only_the_planner_can_record_it_and_whoever_else_is_told_why() -> None:
    has_reason("person:rob", "assignment:tests")
    with travel(date(2026, 2, 24), tick=True):
        at = desk("person:rob")
        page = text(at.press("check", person="person:eva", areas="helmets-type-1"))
    assert "competence.actor-is-authorised" in page


def test_candidates_cost_few_questions() -> None:
    at = desk()
    with travel(date(2026, 2, 24), tick=True), CaptureQueriesContext(connection) as queries:
        assert at.browser.get(at.url).status_code == 200
    assert len(queries) <= MOST_QUESTIONS, "\n".join(one["sql"][:260] for one in queries)


def test_a_strip_tells_the_same_in_words_as_in_squares() -> None:
    monday = monday_of(date(2026, 2, 25))
    other = Engaged("assignment:other", "test", date(2026, 3, 1), date(2026, 3, 2))
    drawn = strip(fortnight(monday), (date(2026, 2, 24), date(2026, 2, 25)), [other], [date(2026, 2, 23)])
    assert monday == date(2026, 2, 23)
    assert [one.at for one in drawn.squares if one.planned] == [1, 2]
    assert [one.at for one in drawn.squares if one.engaged] == [6, 7]
    assert drawn.says == "Engaged elsewhere: 1 March, 2 March. Not authorised: 23 February."


def test_a_bystander_covers_nothing_and_an_audit_wants_a_leader() -> None:
    audit = Assignment(id="assignment:a", what="stage-2", areas=("17",))
    observer = Member("person:o", "observer", ("17",), None, date(2026, 2, 1))
    leader = Member("person:l", "team-leader", ("17",), None, date(2026, 2, 1))
    assert coverage(audit, observer, {}).lacking == 3
    assert coverage(audit, leader, {"person:l": "Lea"}).lacking == 0
