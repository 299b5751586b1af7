"""The forms of acts ask the database few questions, however much stands around the act."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from signing_in import signed_in
from web.acting_cases import address, play

pytestmark = pytest.mark.django_db
MOST_QUESTIONS = 12
FORMS = {
    "helmets-0-evaluated": (
        ("rita", "certification:helmets", "certification.review"),
        ("dora", "certification:helmets", "certification.decide"),
        ("paul", "certification:helmets", "certification.plan"),
        ("rob", "application:helmets", "application.accept"),
    ),
    "iso-9001-0-audited": (
        ("rita", "certification:gears", "certification.review"),
        ("dora", "certification:gears", "certification.decide"),
        ("ben", "certification:gears", "certification.issue"),
        ("paul", "certification:gears", "certification.plan"),
        ("rob", "application:gears", "application.accept"),
        ("lea", "assignment:stage-2", "assignment.report"),
        ("lea", "finding:major", "finding.judge-response"),
        ("ben", "agreement:gears", "agreement.amend"),
    ),
}


@pytest.mark.parametrize("story", FORMS)
def test_a_form_asks_few_questions(story: str, tmp_path: Path) -> None:
    play(story, tmp_path)
    asked = {}
    for person, dossier, act in FORMS[story]:
        browser = signed_in(f"person:{person}")
        browser.get(address(dossier, act))
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(address(dossier, act)).status_code == 200
        asked[dossier, act] = [query["sql"][:300] for query in queries.captured_queries]
    assert {form: told for form, told in asked.items() if len(told) > MOST_QUESTIONS} == {}
