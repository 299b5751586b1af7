"""Authorisations over time: bars where they are in force, cut where they rested; who holds which function on a day."""

from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from building import building, found_body, propose, record
from certwright.core.dossiers import Person
from certwright.core.dossiers.person_parts import Authorisation, Rest
from certwright.core.functions import Function
from certwright.web.authorisations.bars import WIDTH, drawing
from certwright.web.authorisations.on_day import held_on
from certwright.web.viewing import viewer_of
from signing_in import account_of, signed_in
from small_body import ANNA, BEN, act
from web.acting_cases import play, text

TODAY = date(2026, 7, 1)


def person(*held: Authorisation) -> Person:
    return Person(id="person:p", authorisations=held)


def test_nobody_without_authorisation_is_drawn() -> None:
    assert drawing(person(), TODAY) is None


def test_a_rest_cuts_a_bar_in_two_and_tones_tell_when() -> None:
    rested = Authorisation(
        "a", Function.AUDITING, ("iso-9001",), ("17",), date(2024, 1, 1), date(2028, 12, 31),
        (Rest(date(2026, 1, 1), date(2026, 12, 31)),),
    )  # fmt: skip
    drawn = drawing(person(rested), TODAY)
    assert drawn is not None
    line = drawn.lines[0]
    assert line.label == "Auditing · ISO 9001 · 17"
    assert [bar.tone for bar in line.bars] == ["quiet", "info"]
    assert line.bars[0].left == 0
    assert line.bars[1].left + line.bars[1].width == pytest.approx(WIDTH, abs=0.5)
    assert "1 January 2024 to 31 December 2025" in line.says
    assert "0 of them in force" in drawn.says


def test_years_and_today_stand_where_they_are() -> None:
    held = Authorisation("a", Function.REVIEW, (), (), date(2025, 3, 1), None)
    drawn = drawing(person(held), TODAY)
    assert drawn is not None
    assert [mark.label for mark in drawn.years] == ["2025", "2026", "2027"]
    assert drawn.years[0].left == 0
    assert drawn.years[1].left < drawn.today.left < drawn.years[2].left
    assert drawn.lines[0].bars[0].tone == "good"


@pytest.mark.django_db
def test_the_page_of_a_person_draws_them_beside_the_table(tmp_path: Path) -> None:
    play("helmets-0-evaluated", tmp_path)
    page = text(signed_in("person:anna").get("/d/person/eva/"))
    assert 'class="bars"' in page
    assert "Evaluation" in page
    assert "style=" not in page


@pytest.mark.django_db
def test_who_holds_a_function_on_a_day_by_authorisation_or_by_the_founding_act(tmp_path: Path) -> None:
    here = building(tmp_path)
    found_body(here)
    granted = act(
        "person.grant-authorisation", function="planning", packs=[], areas=[], valid_from="2026-03-10",
        valid_until="2026-12-31", evidence="Interview.",
    )  # fmt: skip
    record(here, propose(here, BEN, granted, by=ANNA))
    who = viewer_of(account_of(ANNA))
    for day, holders in ((date(2026, 3, 9), []), (date(2026, 3, 10), [BEN]), (date(2027, 1, 1), [])):
        held = {one.function: [each.person for each in one.people] for one in held_on(day, who)}
        assert held[Function.PLANNING] == holders
        assert held[Function.COMPETENCE_EVALUATION]
    page = text(signed_in(ANNA).get("/functions/?on=2026-03-10"))
    assert "On 10 March 2026" in page
    assert "by the founding act" in page
    assert "is no day" in text(signed_in(ANNA).get("/functions/?on=never"))


@pytest.mark.django_db
def test_the_day_asks_few_questions(tmp_path: Path) -> None:
    play("helmets-0-evaluated", tmp_path)
    browser = signed_in("person:anna")
    browser.get("/functions/")
    with CaptureQueriesContext(connection) as queries:
        assert browser.get("/functions/").status_code == 200
    assert len(queries) <= 12, "\n".join(one["sql"][:200] for one in queries)
