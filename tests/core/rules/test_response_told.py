"""What is told of answers to findings: who may judge and verify, and what is incomplete."""

from typing import Any

import pytest

from assignment_cases import ADAM, EVA, LAST, WORK, dated, judged, raise_finding, skilled
from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier
from small_body import act, evidence

FINDING, QMS = "finding:f-1", "iso-9001"
TOLD = act("finding.notify", told_on=LAST.isoformat(), further_evaluation="Shock tests on eight helmets.")
ANSWER = act(
    "finding.respond",
    received_on=LAST.isoformat(),
    cause="No training.",
    correction="Done again.",
    corrective_action="Training each year.",
)
ACCEPTED = act("finding.judge-response", outcome="accepted", verified_by="documents")


def finding(kind: str, *more: Act) -> Dossier:
    return dated(FINDING, [(raise_finding(kind), LAST), *((each, LAST) for each in more)])


def told(rule: str, what: Act, *before: Act, kind: str = "stage-2", **how: Any) -> list[dict[str, str]]:
    return evidence(judged(what, finding(kind, *before), kind, **how), f"response.{rule}")


@pytest.mark.parametrize(
    ("kind", "pack", "functions"),
    [
        ("stage-2", QMS, "auditing or audit team leading or review"),
        ("test", "safety-helmets", "evaluation or auditing or audit team leading or review"),
    ],
)
def test_R34_whoever_could_judge_an_answer_is_told(kind: str, pack: str, functions: str) -> None:
    nobody = (skilled(ADAM, "planning"),)
    found = told("judged-by-somebody-competent", ACCEPTED, TOLD, ANSWER, kind=kind, by=ADAM, beside=nobody)
    assert [(each["pack"], each["areas"]) for each in found] == [(pack, "any area")]
    assert {*found[0]["function"].split(" or ")} == {*functions.split(" or ")}


@pytest.mark.parametrize(("areas", "may"), [([], True), (["metal"], True)])
def test_R34_in_whatever_area(areas: list[str], may: bool) -> None:
    """A finding belongs to a requirement, not to an area."""
    adam = (skilled(ADAM, "auditing", areas=areas),)
    found = told("judged-by-somebody-competent", ACCEPTED, TOLD, ANSWER, by=ADAM, beside=adam)
    assert (found == []) is may


def test_T13_every_part_that_is_incomplete_is_told() -> None:
    yet = act("finding.judge-response", outcome="accepted", incomplete=["cause", "correction"], verified_by="documents")
    found = told("judged-by-completeness-alone", yet, TOLD, ANSWER, by=EVA)
    assert [each["parts"] for each in found if "parts" in each] == ["cause, correction"]


def test_a_finding_is_regraded_in_the_assignment_it_belongs_to() -> None:
    again = act("finding.regrade", assignment="assignment:else", grade="major", reason="It happened three times.")
    assert told("regraded-anew", again, TOLD, by=EVA) == [
        {"dossier": FINDING, "what": "assignment", "own": WORK, "named": "assignment:else"}
    ]


def test_an_answer_to_what_was_not_told_yet() -> None:
    assert told("answers-a-finding-that-was-told", ANSWER, by=EVA) == [
        {"finding": FINDING, "day": LAST.isoformat(), "told": "not yet"}
    ]
