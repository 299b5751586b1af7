"""Results: T8, T12, R-34, SD11, SD12 as breaches."""

from datetime import date, timedelta
from typing import Any

import pytest

from assignment_cases import (
    ADAM,
    BEFORE,
    EVA,
    FIRST,
    LAST,
    OLAF,
    PAUL,
    XENA,
    appoint,
    assignment,
    breached,
    carry_out,
    judged,
    refused,
    results,
    skilled,
)
from certwright.core.acts.act import Act
from certwright.core.dossiers import Assignment, Dossier
from small_body import NOTHING, act


def breaches(said: Act, about: Dossier | None = None, kind: str = "test", **given: Any) -> list[tuple[str, str]]:
    return breached(judged(said, about or assignment(kind), kind, **given), "results")


MET = {"requirement": "shock-crown", "verdict": "met", "value": "4.1", "sample": "sample:s-1"}


def test_T8_a_result_of_a_member_on_a_day_of_the_work() -> None:
    judgement = judged(results(), assignment("test"), "test")
    assert (refused(judgement, "results"), breached(judgement, "results")) == (NOTHING, NOTHING)


def test_T8_results_are_those_of_members() -> None:
    assert breaches(results(whose=ADAM), by=EVA) == [("results.are-a-members", "not-on-the-team")]
    late = assignment("test", (appoint(ADAM, "evaluator"), LAST + timedelta(days=1)))
    evaluator = (skilled(ADAM, "evaluation"),)
    assert breaches(results(whose=ADAM), late, beside=evaluator) == [("results.are-a-members", "not-appointed-then")]


@pytest.mark.parametrize(
    ("role", "kind", "allowed"),
    [
        ("observer", "test", False),
        ("guide", "test", False),
        ("interpreter", "surveillance", False),
        ("technical-expert", "surveillance", False),
        ("technical-expert", "ms-audit", False),
        ("technical-expert", "test", True),
        ("auditor", "surveillance", True),
    ],
)
def test_SD11_SD12_who_has_results(role: str, kind: str, allowed: bool) -> None:
    who = skilled(XENA, "technical-expertise", "auditing")
    team = assignment(kind, (appoint(XENA, role, accompanied_by=EVA), BEFORE))
    said = results({"requirement": "4.1", "verdict": "met"}, whose=XENA)
    found = breached(judged(said, team, kind, beside=(who,)), "results")
    assert (("results.are-a-members", "role-finds-nothing") not in found) == allowed


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (LAST, NOTHING),
        (LAST - timedelta(days=1), [("results.by-somebody-authorised", "not-authorised-for-pack")]),
    ],
)
def test_R34_whoever_examined_was_authorised_that_day(until: date, expected: list[tuple[str, str]]) -> None:
    assert breaches(results(), beside=(skilled(EVA, "evaluation", until=until),)) == expected


def test_T8_results_are_recorded_by_or_for_members() -> None:
    def recording(**given: Any) -> list[tuple[str, str]]:
        team = assignment("test", (appoint(ADAM, "evaluator"), BEFORE))
        return refused(judged(results(), team, "test", **given), "results")

    assert recording(by=EVA) == NOTHING
    assert recording(by=ADAM) == NOTHING
    assert recording(by=PAUL) == [("results.recorded-by-the-team", "results-of-another")]
    assert recording(by=PAUL, on_behalf=EVA) == NOTHING


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (FIRST, NOTHING),
        (LAST, NOTHING),
        (FIRST - timedelta(days=1), [("results.from-days-of-the-work", "examined-outside-the-days")]),
        (LAST + timedelta(days=1), [("results.from-days-of-the-work", "examined-outside-the-days")]),
    ],
)
def test_T8_examined_on_days_of_the_work(day: date, expected: list[tuple[str, str]]) -> None:
    assert breaches(results(examined_on=day.isoformat())) == expected


def test_T8_the_days_it_was_carried_out_on_count_when_they_are_known() -> None:
    one_day = assignment("test", (carry_out(to_day=FIRST.isoformat()), FIRST))
    assert breaches(results(), one_day) == [("results.from-days-of-the-work", "examined-outside-the-days")]
    assert breaches(results(examined_on=FIRST.isoformat()), one_day) == NOTHING


def test_T8_results_from_before_the_application_have_days_of_their_own() -> None:
    taken = results(examined_on="2025-06-01", taken_over="Report 17 of the laboratory, taken over after assessment.")
    assert breaches(taken) == NOTHING


@pytest.mark.parametrize(
    ("requirement", "asked"), [("4", True), ("4.1", True), ("4.4", True), ("8.1", False), ("44", False)]
)
def test_T8_results_answer_what_was_asked(requirement: str, asked: bool) -> None:
    said = results({"requirement": requirement, "verdict": "met"})
    expected = NOTHING if asked else [("results.answer-what-was-asked", "requirement-not-assigned")]
    assert breaches(said, kind="surveillance") == expected


@pytest.mark.parametrize("verdict", ["not-applicable", "not-examined"])
def test_T12_what_is_left_open_says_why(verdict: str) -> None:
    open_line = {"requirement": "shock-crown", "verdict": verdict}
    assert breaches(results(open_line)) == [("results.left-open-with-a-reason", "left-open-without-reason")]
    assert breaches(results({**open_line, "remark": "The model has no such part."})) == NOTHING


MEASURED = "results.measured-values-are-stated"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"value": "5"}, None),
        ({"value": "5.0 kN"}, None),
        ({"value": "5.01"}, "value-outside-its-limit"),
        ({"value": "5.01 kN"}, "value-outside-its-limit"),
        ({"value": "5.01", "verdict": "not-met"}, None),
        ({"value": None}, "value-not-stated"),
        ({"value": None, "verdict": "not-met"}, "value-not-stated"),
        ({"value": "see curve 3"}, None),
        ({"value": "1/0"}, None),
    ],
)
def test_T8_a_measured_value_is_stated_and_agrees_with_the_verdict(changes: dict[str, Any], says: str | None) -> None:
    """The force on the headform may be 5 kN; what is no plain number a person must judge."""
    expected = [(MEASURED, says)] if says else NOTHING
    assert breaches(results({**MET, **changes})) == expected


def test_T8_what_the_scheme_judges_needs_no_value() -> None:
    marking = {"requirement": "marking", "verdict": "met", "sample": "sample:s-1"}
    assert breaches(results(marking), assignment("inspection", requirements=["marking"]), "inspection") == NOTHING


def test_of_several_results_for_a_requirement_the_heaviest_counts() -> None:
    """T8: a result is locked; a failed specimen is not made good by the next one, only by a new determination."""
    lines = [
        {"requirement": "4.1", "verdict": each, "remark": "Seen."} for each in ("not-examined", "met", "not-met", "met")
    ]
    for count, verdict in ((1, "not-examined"), (2, "met"), (3, "not-met"), (4, "not-met")):
        held = assignment("surveillance", *[(results(line), LAST) for line in lines[:count]])
        assert isinstance(held, Assignment)
        assert held.verdicts() == {"4.1": verdict}


def test_interrupting_is_recorded() -> None:
    stop = act(
        "assignment.interrupt", on=FIRST.isoformat(), reason="No access to the works", told_client_on=FIRST.isoformat()
    )
    stopped = assignment("surveillance", (stop, FIRST))
    assert isinstance(stopped, Assignment)
    assert stopped.interrupted_on == FIRST
    assert refused(judged(stop, assignment("surveillance"), "surveillance", by=OLAF), "competence") == [
        ("competence.actor-is-authorised", "actor-lacks-function")
    ]


def test_T8_of_several_quantities_a_person_judges_the_value() -> None:
    cold = {"requirement": "extreme-temperature", "verdict": "met", "value": "9", "sample": "sample:s-1"}
    assert breaches(results(cold), assignment("test", requirements=["extreme-temperature"])) == NOTHING
