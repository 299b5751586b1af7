"""The form of a report: in the order in which one is read, beside what it reports on, and the act everybody records."""

import re
from pathlib import Path

import pytest

from certwright.drafts.models import Draft
from web.acting_cases import Desk, play, text

pytestmark = pytest.mark.django_db


def plain(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


def test_stage_1_concludes_on_readiness_and_everything_else_does_not(tmp_path: Path) -> None:
    play("iso-9001-0-audited", tmp_path)
    first = text(Desk("person:lea", "assignment:stage-1", "assignment.report").page)
    second = text(Desk("person:lea", "assignment:stage-2", "assignment.report").page)
    assert 'value="ready-for-stage-2"' in first
    assert 'value="positive"' not in first
    assert 'value="positive"' in second
    assert 'value="ready-for-stage-2"' not in second
    assert "0 of 24 items are ticked" in plain(second)
    order = [plain(second).index(part) for part in ("What was found", "What it concludes", "What the report covers")]
    assert order == sorted(order)


def test_beside_it_stands_what_was_found_and_what_is_missing(tmp_path: Path) -> None:
    play("helmets-0-evaluated", tmp_path)
    said = plain(text(Desk("person:eva", "assignment:tests", "assignment.report").page))
    assert "Results" in said
    assert "not met 1" in said
    assert "Nonconformities Raised 1" in said
    assert "Not met, but not raised" not in said


def test_long_texts_are_kept_and_recorded_as_by_the_act_itself(tmp_path: Path) -> None:
    play("iso-9001-0-audited", tmp_path)
    desk = Desk("person:lea", "assignment:stage-2", "assignment.report")
    long = "The system works.\n" * 1_000
    desk.press("save", summary=long, conclusion="positive")
    assert Draft.objects.get().content["act"]["summary"] == long
    again = Desk("person:lea", "assignment:stage-2", "assignment.report")
    assert again.sent["act.summary"] == [long]
    wrong = again.press(conclusion="")
    assert wrong.status_code == 422
    assert long.strip() in text(wrong)
    assert "web/reports" not in text(wrong)
