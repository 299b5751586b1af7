"""Planning a visit: what is due at the client and can be done together; the rules of a visit as everywhere."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from time_machine import travel

from certwright.core.dossiers import Visit
from certwright.office.standing import dossiers
from web.acting_cases import Desk, play_until, text

pytestmark = pytest.mark.django_db
MOST_QUESTIONS = json.loads((Path(__file__).parent / "query_ledger.json").read_text())["visit.plan"]
DAY = date(2026, 3, 6)
HERE = "visit:both"


@pytest.fixture(autouse=True)
def planned(db: None, tmp_path: Path) -> None:
    play_until("helmets-0-evaluated", "assignment.carry-out", "assignment:tests", tmp_path)


def desk(query: str = "?client=client:helmets", person: str = "person:paul") -> Desk:
    with travel(DAY, tick=True):
        return Desk(person, HERE, "visit.plan", query)


def chosen(at: Desk, *assignments: str) -> Desk:
    at.sent["act.assignments"] = list(assignments)
    return at


def test_what_is_due_and_planned_at_the_client_is_shown() -> None:
    page = text(desk().page)
    assert "What is done together at Helmets &amp; Sons" in page
    assert 'value="assignment:tests"' in page
    assert 'value="assignment:factory"' in page
    assert "Programme of the client" in page
    assert "not granted" in page


def test_what_was_held_is_not_offered() -> None:
    assert 'value="assignment:file"' not in text(desk().page)


def test_chosen_assignments_suggest_days_and_site_and_show_everybodys_two_weeks() -> None:
    with travel(DAY, tick=True):
        page = text(chosen(desk(), "assignment:marking", "assignment:factory").press("look"))
    assert "The team on these days" in page
    assert 'name="act.site" type="text" value="1"' in page
    assert 'name="act.from_day" type="date" value="2026-03-' in page


def test_a_visit_is_recorded_by_its_act_and_one_alone_is_refused_in_words() -> None:
    with travel(DAY, tick=True):
        at = chosen(desk(), "assignment:marking")
        assert "Give at least" in text(at.press("check", how="side-by-side"))
        at = chosen(desk(), "assignment:marking", "assignment:factory")
        at.press("look")
        at.sent["act.assignments"] = ["assignment:marking", "assignment:factory"]
        page = at.press(how="side-by-side")
    assert page.status_code == 302, re.findall(r'<div class="wrong"><p>(.*?)</p>', text(page))
    made = dossiers([HERE])[HERE]
    assert isinstance(made, Visit)
    assert set(made.assignments) == {"assignment:marking", "assignment:factory"}


def test_products_are_not_integrated_and_the_clause_says_so() -> None:
    with travel(DAY, tick=True):
        at = chosen(desk(), "assignment:marking", "assignment:factory")
        at.press("look")
        at.sent["act.assignments"] = ["assignment:marking", "assignment:factory"]
        page = text(at.press("check", how="integrated"))
    assert "visit.integrates-management-systems-only" in page
    assert "17021-1:2015 9.1.6" in page


def test_without_a_client_it_is_the_plain_form() -> None:
    assert "data-acting" in text(desk(query="").page)


def test_it_asks_few_questions() -> None:
    at = desk()
    with travel(DAY, tick=True), CaptureQueriesContext(connection) as queries:
        assert at.browser.get(at.url + "?client=client:helmets").status_code == 200
    assert len(queries) <= MOST_QUESTIONS, "\n".join(one["sql"][:260] for one in queries)
