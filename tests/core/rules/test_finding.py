"""Raising nonconformities: T9, R-09, SD11, SD12, TR19 and the correction 3."""

from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from assignment_cases import (
    ADAM,
    BEFORE,
    EVA,
    FIRST,
    LAST,
    OLAF,
    TODAY,
    XENA,
    appoint,
    assignment,
    breached,
    carry_out,
    dated,
    judged,
    raise_finding,
    refused,
)
from certwright.core.dossiers import Dossier, Finding
from small_body import NOTHING, act

FINDING = "finding:f-1"
Found = tuple[list[tuple[str, str]], list[tuple[str, str]]]


def found(kind: str, team: Dossier | None = None, *, departs: str | None = None, **changes: Any) -> Found:
    beside = [team or assignment(kind), dated("finding:old", [(raise_finding(kind), BEFORE)])]
    judgement = judged(raise_finding(kind, **changes), FINDING, kind, beside=beside, departs=departs)
    return refused(judgement, "finding"), breached(judgement, "finding")


@pytest.mark.parametrize("kind", ["stage-2", "surveillance", "test"])
def test_T9_a_nonconformity_is_raised(kind: str) -> None:
    assert found(kind) == (NOTHING, NOTHING)


@pytest.mark.parametrize("field", ["requirement", "statement", "evidence"])
def test_T9_it_has_requirement_statement_and_evidence(field: str) -> None:
    """9.4.5.3; 17021-1-rules, 10 no. 9: the act cannot even be written without them."""
    for missing in ("", None):
        with pytest.raises(ValidationError, match=field):
            raise_finding("stage-2", **{field: missing})


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"certification": "certification:other"}, "certification"),
        ({"client": "client:other"}, "client"),
        ({"standard": "iso-iec-17065", "grade": "not-met"}, "standard"),
        ({"pack": "iso-14001"}, "pack"),
        ({"edition": "2026"}, "edition"),
        ({"text": "sha256:" + "0" * 64}, "text"),
    ],
)
def test_it_is_raised_under_the_standard_of_its_assignment(changes: dict[str, str], what: str) -> None:
    judgement = judged(raise_finding("stage-2", **changes), FINDING, "stage-2", beside=[assignment("stage-2")])
    own = [each for each in judgement.refusals if each.rule == "finding.belongs-to-its-assignment"]
    assert [(each.says, each.evidence["what"]) for each in own] == [("named-otherwise", what)]


@pytest.mark.parametrize(
    ("kind", "grade", "fits"),
    [
        ("stage-2", "major", True),
        ("stage-2", "minor", True),
        ("stage-2", "not-met", False),
        ("test", "not-met", True),
        ("test", "major", False),
        ("test", "minor", False),
        ("ms-audit", "minor", False),
    ],
)
def test_R09_major_and_minor_are_of_management_systems(kind: str, grade: str, fits: bool) -> None:
    """Corrections, 3. The system audit of a product scheme grades as the scheme does."""
    expected = NOTHING if fits else [("finding.graded-as-its-standard-does", "grade-of-the-other-standard")]
    assert found(kind, grade=grade)[0] == expected


CLASS = [("finding.classed-as-its-scheme-does", "class-is-not-the-schemes")]


@pytest.mark.parametrize(
    ("kind", "requirement", "given", "expected"),
    [
        ("test", "shock-crown", "safety", NOTHING),
        ("test", "shock-crown", "factory", CLASS),
        ("test", "shock-crown", None, CLASS),
        ("test", "use of the mark", "information", NOTHING),
        ("test", "use of the mark", "invented", CLASS),
        ("test", "use of the mark", None, NOTHING),
        ("stage-2", "8.1", "safety", CLASS),
    ],
)
def test_R09_the_class_is_the_one_of_the_scheme(
    kind: str, requirement: str, given: str | None, expected: list[tuple[str, str]]
) -> None:
    assert found(kind, requirement=requirement, scheme_class=given)[0] == expected


@pytest.mark.parametrize(
    ("role", "kind", "allowed"),
    [
        ("technical-expert", "stage-2", False),
        ("technical-expert", "ms-audit", False),
        ("technical-expert", "test", True),
        ("observer", "stage-2", False),
        ("guide", "stage-2", False),
        ("interpreter", "test", False),
        ("trainee", "stage-2", True),
        ("auditor", "stage-2", True),
    ],
)
def test_SD11_SD12_who_raises_nonconformities(role: str, kind: str, allowed: bool) -> None:
    team = assignment(kind, (appoint(XENA, role, accompanied_by=EVA), BEFORE))
    expected = NOTHING if allowed else [("finding.raised-by-somebody-who-evaluates", "role-finds-nothing")]
    assert found(kind, team, raised_by=XENA) == (NOTHING, expected)


def test_T9_a_stranger_raises_nothing_and_whoever_was_there_is_recorded() -> None:
    assert found("stage-2", raised_by=ADAM)[0] == [("finding.belongs-to-its-assignment", "not-on-the-team")]
    there = assignment("stage-2", (carry_out(present=[EVA, OLAF]), LAST))
    assert found("stage-2", there, raised_by=OLAF) == (
        NOTHING,
        [("finding.raised-by-somebody-who-evaluates", "not-on-the-team")],
    )


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (FIRST, NOTHING),
        (FIRST - timedelta(days=1), [("finding.raised-while-it-was-looked-at", "raised-before-the-work")]),
    ],
)
def test_it_is_raised_once_the_work_has_begun(day: date, expected: list[tuple[str, str]]) -> None:
    assert found("stage-2", raised_on=day.isoformat()) == (NOTHING, expected)


@pytest.mark.parametrize(("requirement", "known"), [("8.1", True), ("8", True), ("8.5.1 c", True), ("11.1", False)])
def test_T9_it_cites_a_requirement_of_the_standard(requirement: str, known: bool) -> None:
    expected = NOTHING if known else [("finding.cites-a-requirement", "requirement-unknown")]
    assert found("stage-2", requirement=requirement) == (NOTHING, expected)


def test_TR19_the_client_is_given_a_time_for_its_answer() -> None:
    assert found("stage-2", answer_due=None) == (
        NOTHING,
        [("finding.answer-has-a-last-day", "answer-without-last-day")],
    )
    assert found("test", answer_due=None) == (NOTHING, NOTHING)
    next_day = LAST + timedelta(days=1)
    for due, expected in ((next_day, NOTHING), (LAST, [("finding.answer-lies-ahead", "answer-due-at-once")])):
        assert found("stage-2", answer_due=due.isoformat())[0] == expected


def test_a_minor_that_came_back_is_a_warning_the_body_may_answer() -> None:
    """17021-1-rules, 8: our policy, not the standard's."""
    again, policy = {"repeats": "finding:old"}, "finding.repeated-minor-is-looked-at"
    assert found("stage-2", **again) == (NOTHING, [(policy, "minor-came-back")])
    assert found("stage-2", grade="major", **again) == (NOTHING, NOTHING)
    assert found("stage-2", departs=policy, **again) == (NOTHING, NOTHING)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (LAST, NOTHING),
        (LAST - timedelta(days=1), [("finding.told-after-it-was-raised", "told-before-raised")]),
    ],
)
def test_T9_the_client_is_told_after_it_was_raised(told: date, expected: list[tuple[str, str]]) -> None:
    raised = dated(FINDING, [(raise_finding("test"), LAST)])
    said = act("finding.notify", told_on=told.isoformat())
    assert refused(judged(said, raised, "test"), "finding") == expected


def test_T10_what_is_evaluated_anew_may_be_told_later() -> None:
    told = act("finding.notify", told_on=LAST.isoformat())
    anew = act("finding.notify", told_on=TODAY.isoformat(), further_evaluation="Shock tests on eight helmets.")
    finding = dated(FINDING, [(raise_finding("test"), LAST), (told, LAST), (anew, TODAY)])
    assert isinstance(finding, Finding)
    assert (finding.told_on, finding.further_evaluation_told) == (LAST, True)


def test_R09_the_refusal_says_both_classes() -> None:
    for given, own in (("factory", "safety"), (None, "safety")):
        judgement = judged(raise_finding("test", scheme_class=given), FINDING, "test", beside=[assignment("test")])
        said = [each.evidence for each in judgement.refusals if each.says == "class-is-not-the-schemes"]
        assert [dict(each) for each in said] == [{"given": given or "none", "own": own}]
