"""Results as a table: values judged at their place, nothing lost, one act at the end, without script as with it."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from certwright.core.dossiers import Assignment
from certwright.office.standing import dossiers
from web.acting_cases import Desk, Inputs, play_until, text

pytestmark = pytest.mark.django_db
ACT = "assignment.record-results"
MOST_QUESTIONS = json.loads((Path(__file__).parent / "query_ledger.json").read_text())["assignment.record-results"]


@pytest.fixture(autouse=True)
def evaluated(db: None, tmp_path: Path) -> None:
    play_until("helmets-0-evaluated", ACT, "assignment:tests", tmp_path)


def desk(assignment: str = "assignment:tests", person: str = "person:eva") -> Desk:
    return Desk(person, assignment, ACT)


def fill(at: Desk, requirement: str, *values: str) -> None:
    """Type values into the cells of a requirement, in their order."""
    lines = [name.removesuffix(".requirement") for name, value in at.sent.items() if value == [requirement]]
    for line, value in zip(lines, values, strict=False):
        at.sent[f"{line}.value"] = [value]


def recorded(assignment: str = "assignment:tests") -> Assignment:
    found = dossiers([assignment])[assignment]
    assert isinstance(found, Assignment)
    return found


def test_each_specimen_has_its_cell_with_limit_and_unit() -> None:
    page = text(desk().page)
    assert page.count('value="shock-crown"') == 4
    assert "transmitted force ≤ 5 kN" in page
    assert "specimen 4 (kN)" in page
    assert "Asked of helmets-type-2 only." in page


def test_values_are_judged_where_they_stand_and_say_why() -> None:
    at = desk()
    fill(at, "shock-crown", "4.1", "4,4", "3.9", "5.2")
    fill(at, "flame", "abc")
    fill(at, "penetration", "0", "0", "0", "0")
    page = text(at.press("look"))
    assert "Specimen 4: 5.2 kN is outside transmitted force ≤ 5 kN." in page
    assert "Specimen 2: 4.4 kN is within transmitted force ≤ 5 kN." in page
    assert "“abc” is no figure in s." in page
    assert "simple acceptance" in page
    assert "1 requirement not met" in page
    assert 'value="4,4"' in page  # as it was typed


def test_htmx_gets_only_what_changed() -> None:
    at = desk()
    fill(at, "flame", "3")
    page = at.browser.post(at.url, {**at.sent, "do": "look"}, headers={"HX-Request": "true"})
    assert "<form" not in text(page)
    assert 'id="verdict-flame"' in text(page)
    assert 'id="results-state"' in text(page)


def test_one_act_holds_the_values_with_unit_limit_and_verdict_and_no_empty_line() -> None:
    before = len(recorded().results)
    at = desk()
    for line in [name for name in at.sent if name.endswith((".verdict", ".remark"))]:
        at.sent[line] = [""]
    fill(at, "flame", "3")
    fill(at, "shock-crown", "4.1", "4.4", "3.9", "4,0")
    page = at.press(examined_on="2026-03-13")
    if page.status_code == 200:  # the breaches are confirmed
        page = at.press(examined_on="2026-03-13")
    assert page.status_code == 302, re.findall(r'<div class="wrong"><p>(.*?)</p>', text(page))
    made = recorded().results
    assert len(made) == before + 1
    told = [(line.requirement, line.verdict, line.value, line.limit) for line in made[-1].lines]
    assert ("flame", "met", "3 s", "burning after removal ≤ 5 s") in told
    assert ("shock-crown", "met", "4.0 kN (specimen 4)", "transmitted force ≤ 5 kN") in told
    assert len(told) == 5
    assert made[-1].examined_on == date(2026, 3, 13)


def test_what_lacks_specimens_asks_for_its_verdict_and_nothing_is_lost() -> None:
    at = desk()
    for line in [name for name in at.sent if name.endswith((".verdict", ".remark"))]:
        at.sent[line] = [""]
    fill(at, "shock-crown", "4.1", "4.4")
    page = at.press(examined_on="2026-03-13")
    assert page.status_code == 422
    assert "2 missing" in text(page)
    assert 'value="4.1"' in text(page)
    assert text(page).count('value="shock-crown"') == 4


def test_a_draft_of_every_cell_comes_back_cell_by_cell() -> None:
    at = desk()
    fill(at, "shock-crown", "4.1", "", "3.9")
    fill(at, "lateral-rigidity", "38", "12")
    at.press("save")
    again = Inputs(text(desk().page)).sent
    typed = {name: value for name, value in again.items() if name.endswith(".value") and value != [""]}
    assert sorted(value[0] for value in typed.values()) == ["12", "3.9", "38", "4.1"]
    limits = {again[name.replace(".value", ".limit")][0] for name, value in typed.items() if value[0] in {"38", "12"}}
    assert len(limits) == 2


def test_a_refusal_appears_with_its_clause() -> None:
    at = desk(person="person:paul")
    fill(at, "flame", "3")
    page = text(at.press("check", examined_on="2026-03-13"))
    assert "competence.actor-is-authorised" in page
    assert "17065:2012 6.1.2" in page


def test_requirements_that_a_person_judges_are_a_checklist() -> None:
    page = text(desk("assignment:factory").page)
    assert "Answer the rest with “Met”" in page
    assert "specimen" not in page


def test_it_asks_few_questions() -> None:
    at = desk()
    with CaptureQueriesContext(connection) as queries:
        page = at.browser.get(at.url)
    assert page.status_code == 200
    assert len(queries) <= MOST_QUESTIONS, [one["sql"][:200] for one in queries]
