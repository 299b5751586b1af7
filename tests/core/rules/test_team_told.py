"""What is told of a team that may not be: whose client, which areas, where time is short, who leads already."""

from typing import Any

import pytest

from assignment_cases import ADAM, AREAS, BEFORE, EVA, OLAF, PAUL, WORK, appoint, assignment, judged, skilled
from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier
from certwright.core.judge import Judgement
from small_body import act, evidence

TIME = "team.has-the-audit-time"


def judgement(
    said: Act, kind: str = "stage-2", team: Dossier | None = None, beside: tuple[Dossier, ...] = ()
) -> Judgement:
    return judged(said, team or assignment(kind), kind, by=PAUL, beside=beside)


def test_the_client_is_told_apart_from_the_one_that_was_named() -> None:
    found = judgement(appoint(ADAM, "auditor", client="client:other"))
    assert evidence(found, "team.client-is-the-assignments") == [
        {"dossier": WORK, "what": "client", "own": "client:c-1", "named": "client:other"}
    ]


def test_R34_an_evaluator_chooses_among_the_areas_of_the_assignment() -> None:
    team = assignment("test", areas=list(AREAS))
    adam = skilled(ADAM, "evaluation")
    found = judgement(appoint(ADAM, "evaluator"), "test", team, (adam,))
    assert evidence(found, "team.areas-are-the-assignments") == [{"person": ADAM, "areas": "metal, plastics"}]
    chosen = judgement(appoint(ADAM, "evaluator", areas=["metal"]), "test", team, (adam,))
    assert evidence(chosen, "team.areas-are-the-assignments") == []


def test_T07_one_person_leads_an_evaluation_too() -> None:
    adam = skilled(ADAM, "evaluation")
    second = judgement(appoint(ADAM, "lead-evaluator"), "test", beside=(adam,))
    assert evidence(second, "team.one-leader") == [{"person": EVA, "assignment": WORK}]
    beside_her = judgement(appoint(ADAM, "evaluator"), "test", beside=(adam,))
    assert evidence(beside_her, "team.one-leader") == []


def confirming(*times: dict[str, Any], **changes: Any) -> list[dict[str, str]]:
    """What is told of the times of a team of Eva, who leads, and Adam."""
    team = assignment("stage-2", (appoint(ADAM, "auditor"), BEFORE), **changes)
    return evidence(judgement(act("assignment.confirm-team", times=list(times)), team=team), TIME)


def test_SD11_time_of_somebody_else_is_left_out_and_the_rest_still_counts() -> None:
    times = ({"person": OLAF, "on_site": "1"}, {"person": EVA, "on_site": "1"}, {"person": ADAM, "on_site": "1"})
    assert confirming(*times) == [{"person": OLAF, "assignment": WORK}]


@pytest.mark.parametrize(
    ("on_site", "needed_on_site", "told"),
    [
        ("1", "1.5", [{"planned": "1", "needed": "3/2", "where": "on site"}]),
        ("1", "1", []),
        ("0", None, []),
    ],
)
def test_SD11_too_little_on_site_is_told_apart(on_site: str, needed_on_site: str | None, told: list[Any]) -> None:
    assert confirming({"person": EVA, "on_site": on_site, "off_site": "2"}, on_site_days=needed_on_site) == told


def test_SD11_from_too_little_in_all() -> None:
    assert confirming({"person": EVA, "on_site": "1.5"}) == [{"planned": "3/2", "needed": "2", "where": "in all"}]
