"""Reports: T9, T10, T11, T12, T08, SD11, SD12 as breaches; the eighteen items and three statements."""

from typing import Any

import pytest

from assignment_cases import (
    ADAM,
    BEFORE,
    EVA,
    FIRST,
    LAST,
    OLAF,
    TODAY,
    XENA,
    all_items,
    appoint,
    assignment,
    breached,
    carry_out,
    dated,
    judged,
    raise_finding,
    refused,
    report,
    results,
    skilled,
)
from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier
from certwright.core.report_items import ITEMS, STAGE_1_OBJECTIVES, STATEMENTS
from small_body import NOTHING, act

FINDING = "finding:f-1"
BOTH = [
    {"requirement": "shock-crown", "verdict": "met", "value": "4.1", "sample": "sample:s-1"},
    {"requirement": "penetration", "verdict": "met", "value": "0", "sample": "sample:s-1"},
]


def held(kind: str, *more: Act, **changes: Any) -> Dossier:
    """An assignment carried out as planned; a test with its results."""
    made = [(carry_out(), LAST), *((each, LAST) for each in more)]
    if kind == "test" and not more:
        made.append((results(*BOTH), LAST))
    return assignment(kind, *made, **changes)


def found(said: Act, about: Dossier, kind: str, **given: Any) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    judgement = judged(said, about, kind, **given)
    return refused(judgement, "report"), breached(judgement, "report")


def finding(kind: str, *more: Act, **changes: Any) -> Dossier:
    return dated(FINDING, [(raise_finding(kind, **changes), LAST), *((each, LAST) for each in more)])


@pytest.mark.parametrize("kind", ["stage-2", "surveillance", "test"])
def test_T11_T12_a_complete_report(kind: str) -> None:
    assert found(report(kind), held(kind), kind) == (NOTHING, NOTHING)


def test_a_report_is_of_its_own_assignment() -> None:
    belongs = "report.belongs-to-its-assignment"
    about = held("test")
    assert found(report("test"), assignment("test", (results(*BOTH), LAST)), "test")[0] == [
        (belongs, "not-carried-out")
    ]
    assert found(report("test", pack="iso-9001"), about, "test")[0] == [(belongs, "named-otherwise")]
    assert found(report("test", certification="certification:other"), about, "test")[0] == [
        (belongs, "named-otherwise")
    ]
    of_another = finding("test", assignment="assignment:other")
    assert found(report("test", findings=[FINDING]), about, "test", beside=(of_another,))[0] == [
        (belongs, "finding-of-another")
    ]


@pytest.mark.parametrize(
    ("kind", "conclusion", "allowed"),
    [
        ("stage-1", "ready-for-stage-2", True),
        ("stage-1", "positive", False),
        ("stage-2", "ready-for-stage-2", False),
        ("stage-2", "negative", True),
        ("test", "repeat-stage-1", False),
    ],
)
def test_T08_stage_1_concludes_on_readiness(kind: str, conclusion: str, allowed: bool) -> None:
    expected = NOTHING if allowed else [("report.concludes-what-was-asked", "conclusion-of-another-kind")]
    assert found(report(kind, conclusion=conclusion), held(kind), kind)[0] == expected


@pytest.mark.parametrize(
    ("role", "kind", "allowed"),
    [
        ("technical-expert", "surveillance", False),
        ("observer", "test", False),
        ("auditor", "surveillance", True),
        ("evaluator", "test", True),
        ("sampler", "test", True),
    ],
)
def test_SD11_SD12_the_author_evaluated(role: str, kind: str, allowed: bool) -> None:
    results_of_test = [results(*BOTH)] if kind == "test" else []
    about = assignment(
        kind,
        (appoint(XENA, role, accompanied_by=EVA), BEFORE),
        (carry_out(), LAST),
        *((each, LAST) for each in results_of_test),
    )
    expected = NOTHING if allowed else [("report.by-somebody-who-evaluated", "author-did-not-evaluate")]
    assert found(report(kind, author=XENA), about, kind) == (NOTHING, expected)


def test_T11_the_leader_answers_for_the_report_of_an_audit() -> None:
    adam = (skilled(ADAM, "auditing", "audit-team-leading", "evaluation"),)
    about = assignment("surveillance", (appoint(ADAM, "auditor"), BEFORE), (carry_out(), LAST))
    said = report("surveillance", author=ADAM)
    missing = [("report.leader-answers-for-it", "not-the-leader")]
    assert found(said, about, "surveillance", by=EVA) == (NOTHING, NOTHING)
    assert found(said, about, "surveillance", by=ADAM, beside=adam) == (NOTHING, missing)
    assert found(said, about, "surveillance", by=ADAM, beside=adam, on_behalf=EVA) == (NOTHING, NOTHING)
    assert found(report("test"), held("test"), "test", by=ADAM, beside=adam) == (NOTHING, NOTHING)


@pytest.mark.parametrize("item", all_items())
def test_T11_each_item_of_the_report_is_asked_for(item: str) -> None:
    """17021-1-rules, 7: eighteen items and three statements, and what ISO 9001 adds."""
    said = report("stage-2", items=[each for each in all_items() if each != item])
    assert found(said, held("stage-2"), "stage-2") == (NOTHING, [("report.holds-all-items", "report-item-missing")])


def test_T11_eighteen_and_three() -> None:
    assert (len(ITEMS), len(STATEMENTS), len(STAGE_1_OBJECTIVES)) == (18, 3, 7)


def test_T08_stage_1_answers_seven_objectives_and_nothing_more() -> None:
    ready = {"conclusion": "ready-for-stage-2"}
    complete = report("stage-1", items=list(STAGE_1_OBJECTIVES), **ready)
    assert found(complete, held("stage-1"), "stage-1") == (NOTHING, NOTHING)
    for objective in STAGE_1_OBJECTIVES:
        items = [each for each in STAGE_1_OBJECTIVES if each != objective]
        assert found(report("stage-1", items=items, **ready), held("stage-1"), "stage-1") == (
            NOTHING,
            [("report.stage-1-answers-its-objectives", "report-item-missing")],
        )


@pytest.mark.parametrize(("conclusion", "fits"), [("positive", False), ("negative", True)])
def test_T10_what_was_interrupted_is_not_positive(conclusion: str, fits: bool) -> None:
    stop = act(
        "assignment.interrupt", on=FIRST.isoformat(), reason="No access to the works", told_client_on=FIRST.isoformat()
    )
    expected = NOTHING if fits else [("report.interrupted-work-is-not-positive", "interrupted-yet-positive")]
    said = report("surveillance", conclusion=conclusion)
    assert found(said, held("surveillance", stop), "surveillance") == (NOTHING, expected)


@pytest.mark.parametrize(
    ("lines", "missing"),
    [
        (BOTH, 0),
        (BOTH[:1], 1),
        ([BOTH[0], {"requirement": "penetration", "verdict": "not-examined", "remark": "No specimen left."}], 1),
        ([BOTH[0], {"requirement": "penetration", "verdict": "not-applicable", "remark": "No such part."}], 0),
    ],
)
def test_T12_every_requirement_of_a_product_has_a_verdict(lines: list[dict[str, Any]], missing: int) -> None:
    expected = [("report.every-requirement-has-a-verdict", "requirement-without-result")] * missing
    assert found(report("test"), held("test", results(*lines)), "test") == (NOTHING, expected)


FAILED = [{**BOTH[0], "verdict": "not-met", "value": "6"}, BOTH[1]]


def test_T9_every_requirement_not_met_is_raised() -> None:
    about = held("test", results(*FAILED))
    expected = [("report.what-is-not-met-was-raised", "not-met-but-not-raised")]
    assert found(report("test"), about, "test") == (NOTHING, expected)
    assert found(report("test", findings=[FINDING]), about, "test", beside=(finding("test"),)) == (NOTHING, NOTHING)
    of_something_else = finding("test", requirement="penetration")
    assert found(report("test", findings=[FINDING]), about, "test", beside=(of_something_else,)) == (NOTHING, expected)


def test_T9_the_client_knows_every_nonconformity_with_the_report_at_the_latest() -> None:
    told = act("finding.notify", told_on=LAST.isoformat())
    about = held("surveillance")
    not_sent = report("surveillance", findings=[FINDING], sent_to_client_on=None)
    sent = report("surveillance", findings=[FINDING], sent_to_client_on=TODAY.isoformat())
    open_one, told_one = finding("surveillance"), finding("surveillance", told)
    expected = [("report.client-knows-the-nonconformities", "finding-not-told")]
    assert found(not_sent, about, "surveillance", beside=(open_one,)) == (NOTHING, expected)
    assert found(not_sent, about, "surveillance", beside=(told_one,)) == (NOTHING, NOTHING)
    assert found(sent, about, "surveillance", beside=(open_one,)) == (NOTHING, NOTHING)


def test_an_observer_is_no_author() -> None:
    about = assignment("surveillance", (appoint(OLAF, "observer"), BEFORE), (carry_out(), LAST))
    assert found(report("surveillance", author=OLAF), about, "surveillance")[1] == [
        ("report.by-somebody-who-evaluated", "author-did-not-evaluate")
    ]


@pytest.mark.parametrize("kind", ["stage-1", "test"])
def test_what_was_interrupted_is_neither_positive_nor_ready(kind: str) -> None:
    conclusion = "ready-for-stage-2" if kind == "stage-1" else "positive"
    broken_off = act(
        "assignment.interrupt", on=LAST.isoformat(), reason="The works caught fire.", told_client_on=LAST.isoformat()
    )
    results_ = [results(*BOTH)] if kind == "test" else []
    told = ("report.interrupted-work-is-not-positive", "interrupted-yet-positive")
    whole, part = held(kind, *results_), held(kind, *results_, broken_off)
    assert told in found(report(kind, conclusion=conclusion), part, kind)[1]
    assert told not in found(report(kind, conclusion=conclusion), whole, kind)[1]
    assert told not in found(report(kind, conclusion="negative"), part, kind)[1]
