"""Every act of the vocabulary has its form: nothing raw stands on it, and what it asks is what the act carries."""

import re
from pathlib import Path

import pytest

from certwright.core.acts import ACTS
from certwright.web.acting.questions import Question, questions
from certwright.web.acting.wording.acts import ACTS as DOING
from certwright.web.acting.wording.fields import label
from web.acting_cases import Desk, play, text

pytestmark = pytest.mark.django_db

WHERE = {
    "accreditation": "accreditation:none",
    "agreement": "agreement:helmets",
    "application": "application:helmets",
    "assignment": "assignment:tests",
    "body": "body:self",
    "certification": "certification:helmets",
    "client": "client:helmets",
    "enquiry": "enquiry:e-1",
    "finding": "finding:shock",
    "pack": "pack:safety-helmets",
    "person": "person:eva",
    "provider": "provider:lab",
    "sample": "sample:first",
}


@pytest.fixture(autouse=True)
def helmets(db: None, tmp_path: Path) -> None:
    play("helmets-0-evaluated", tmp_path)


def test_every_act_of_these_dossiers_shows_its_form() -> None:
    for name, model in ACTS.items():
        dossier = WHERE.get(model.spec.about.replace("*", "client"))
        if dossier is None or dossier == "accreditation:none":
            continue
        page = text(Desk("person:ben", dossier, name).page)
        assert "data-acting" in page, name
        shown = re.sub(r"<[^>]+>", " ", re.sub(r"<(code|script|textarea)[^>]*>.*?</\1>", " ", page, flags=re.S))
        assert not re.findall(r"\b[a-z]+_[a-z]+\b", shown), name


def test_every_act_is_called_something() -> None:
    assert not ACTS.keys() - DOING.keys()
    assert not DOING.keys() - ACTS.keys()


def test_no_field_is_called_by_its_name_in_the_program() -> None:
    def walk(act: str, asked: tuple[Question, ...]) -> None:
        for question in asked:
            told = label(act, question.name)
            assert "_" not in told, (act, question.name)
            assert told[:1].isupper(), (act, question.name)
            walk(act, question.parts)

    for name, model in ACTS.items():
        walk(name, questions(model))


def test_a_list_in_a_list_can_be_longer_and_shorter() -> None:
    desk = Desk("person:paul", "certification:helmets", "certification.plan")
    page = text(desk.press("add:assignments"))
    assert "act.assignments.0.kind" in page
    assert "act.assignments.1.kind" in page
    page = text(desk.press("remove:assignments.0"))
    assert "act.assignments.1.kind" not in page


def test_a_review_begins_with_its_questions_and_asks_for_every_answer() -> None:
    desk = Desk("person:rob", "application:helmets", "application.accept")
    page = text(desk.page)
    assert "Are all differences between client and body settled" in page
    told = text(desk.press(conflict_screen="clear"))
    assert desk.page.status_code == 422
    assert told.count("“Answer” is needed.") >= 12


def test_results_begin_with_the_requirements_of_the_assignment() -> None:
    page = text(Desk("person:eva", "assignment:tests", "assignment.record-results").page)
    assert "Shock absorption at the crown" in page
    assert 'value="shock-crown"' in page


def test_a_decision_is_made_with_everything_before_ones_eyes() -> None:
    page = text(Desk("person:dora", "certification:helmets", "certification.decide").page)
    for told in ("Evaluation", "not met", "Nonconformities", "Stands today"):
        assert told in page


def test_an_act_is_put_right_in_a_form_of_its_own_kind() -> None:
    client = Desk("person:ben", "client:helmets", "record.put-right", "?form=client.register@1")
    assert "act.fields.legal_entity.name" in text(client.page)


def test_what_is_not_answered_yet_is_answered_alike_and_the_rest_stays() -> None:
    desk = Desk("person:eva", "assignment:tests", "assignment.record-results")
    desk.sent["act.lines.0.verdict"] = ["not-met"]
    desk.press("all:lines,verdict,met")
    verdicts = [value[0] for name, value in desk.sent.items() if name.endswith(".verdict")]
    assert verdicts[0] == "not-met"
    assert set(verdicts[1:]) == {"met", "not-applicable"}
