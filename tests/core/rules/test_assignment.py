"""Opening an assignment as planned: T6, T06, T07, T29, R-04 and the corrections 1 and 13."""

from datetime import date, timedelta
from typing import Any

import pytest

import system_case as system
from assignment_cases import (
    BEFORE,
    CASE,
    EVA,
    FIRST,
    LAST,
    PAUL,
    SENT,
    TODAY,
    WORK,
    XENA,
    appoint,
    assignment,
    breached,
    carry_out,
    certification,
    create,
    judged,
    refused,
    report,
    results,
)
from certwright.core.dossiers import Dossier
from small_body import NOTHING, act


def says(kind: str, *, beside: tuple[Dossier, ...] = (), **changes: Any) -> list[tuple[str, str]]:
    return refused(judged(create(kind, **changes), WORK, kind, by=PAUL, beside=beside), "assignment")


@pytest.mark.parametrize("kind", ["stage-1", "stage-2", "test"])
def test_T6_what_is_planned_is_assigned(kind: str) -> None:
    assert says(kind) == NOTHING


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"client": "client:other"}, "client"),
        ({"standard": "iso-iec-17065"}, "standard"),
        ({"pack": "iso-14001"}, "pack"),
        ({"edition": "2026"}, "edition"),
        ({"text": "sha256:" + "0" * 64}, "text"),
    ],
)
def test_T6_an_assignment_is_for_what_its_certification_is_pinned_to(changes: dict[str, str], what: str) -> None:
    judgement = judged(create("stage-2", **changes), WORK, "stage-2", by=PAUL)
    found = [each for each in judgement.refusals if each.rule == "assignment.belongs-to-its-certification"]
    assert [(each.says, each.evidence["what"]) for each in found] == [("named-otherwise", what)]


def test_T06_only_a_planned_piece_is_assigned() -> None:
    other = judged(create("stage-2"), "assignment:other", "stage-2", by=PAUL)
    assert refused(other, "assignment") == [("assignment.was-planned", "evaluation-not-planned")]
    decided_on = certification("stage-2", (act("certification.omit", assignment=WORK, reason="Not needed now"), SENT))
    assert says("stage-2", beside=(decided_on,)) == [("assignment.was-planned", "evaluation-not-planned")]


def test_surveillance_is_planned_before_the_grant_and_assigned_after_it() -> None:
    barred = [("assignment.surveillance-follows-the-grant", "assigned-before-the-grant")]
    granted = (system.grant(), BEFORE)
    for purpose in ("surveillance", "recertification"):
        assert says("surveillance", beside=(certification("surveillance", purpose=purpose),)) == barred
        assert says("surveillance", beside=(certification("surveillance", granted, purpose=purpose),)) == NOTHING
    assert says("stage-2", beside=(certification("stage-2", purpose="initial"),)) == NOTHING


def test_T06_it_is_assigned_as_the_kind_it_is_planned_as() -> None:
    as_stage_1 = judged(create("stage-1"), WORK, "stage-2", by=PAUL)
    assert refused(as_stage_1, "assignment") == [("assignment.was-planned", "planned-as-another-kind")]


def test_T06_nothing_planned_is_left_out_and_more_may_be_looked_at() -> None:
    assert says("stage-2", requirements=["4", "8"]) == NOTHING
    assert says("stage-2", requirements=["8"]) == [("assignment.was-planned", "planned-but-left-out")]
    assert says("stage-2", sites=[]) == [("assignment.was-planned", "planned-but-left-out")]


def test_work_ends_no_earlier_than_it_begins() -> None:
    assert says("test", to_day=FIRST.isoformat()) == NOTHING
    before = (FIRST - timedelta(days=1)).isoformat()
    assert says("test", to_day=before) == [("assignment.runs-forward", "piece-ends-before-it-begins")]
    held = judged(carry_out(to_day=before, closing_meeting_on=None), assignment("test"), "test")
    assert ("assignment.runs-forward", "piece-ends-before-it-begins") in refused(held, "assignment")


def test_T07_it_says_in_which_areas_competence_is_needed() -> None:
    two = (certification("stage-2", areas=("metal", "plastics")),)
    assert says("stage-2", beside=two, areas=["metal"]) == NOTHING
    assert says("stage-2", beside=two) == [("assignment.areas-are-the-certifications", "areas-not-said")]
    assert says("stage-2", beside=two, areas=["metal", "food"]) == [
        ("assignment.areas-are-the-certifications", "area-not-certified")
    ]


@pytest.mark.parametrize(("requirement", "known"), [("4", True), ("4.1", True), ("8.3.2", True), ("11", False)])
def test_requirements_are_clauses_of_the_standard(requirement: str, known: bool) -> None:
    expected = NOTHING if known else [("assignment.requirements-are-the-packs", "requirement-unknown")]
    assert says("stage-2", requirements=["4", requirement]) == expected


def test_requirements_are_those_of_the_scheme() -> None:
    assert says("test", requirements=["shock-crown", "penetration", "colour"]) == [
        ("assignment.requirements-are-the-packs", "requirement-unknown")
    ]


def test_S1_R04_a_system_audit_gives_no_verdict_on_a_product() -> None:
    """Corrections, 1: the audit of the factory may judge what the scheme leaves to it, and no helmet."""
    planned = {"requirements": ["production-tests"]}
    audit = (certification("ms-audit", **planned),)
    assert says("ms-audit", beside=audit, **planned) == NOTHING
    assert says("ms-audit", beside=audit, requirements=["production-tests", "shock-crown"]) == [
        ("assignment.by-the-schemes-method", "not-the-schemes-method")
    ]
    recorded = results({"requirement": "shock-crown", "verdict": "met", "value": "4"})
    held = assignment("ms-audit", **planned)
    assert breached(judged(recorded, held, "ms-audit", beside=audit), "assignment") == [
        ("assignment.by-the-schemes-method", "not-the-schemes-method")
    ]


def test_T04_the_time_of_an_audit_is_determined_before() -> None:
    assert says("surveillance", audit_days="0.5") == NOTHING
    assert says("surveillance", audit_days=None) == [
        ("assignment.audit-time-is-determined", "audit-time-not-determined")
    ]
    assert says("test", audit_days=None) == NOTHING


def test_T29_a_special_audit_has_its_reason() -> None:
    assert says("special") == NOTHING
    assert says("special", because=None) == [("assignment.special-audit-has-a-reason", "special-audit-without-reason")]
    assert says("special", announced="unannounced", because="suspension") == NOTHING


def line(**changes: Any) -> dict[str, Any]:
    plain = {"on": FIRST.isoformat(), "at": "09:00", "site": "1", "about": "Leadership", "requirements": ["4"]}
    return {**plain, "member": EVA, **changes}


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ([line()], []),
        ([line(requirements=["4.1"]), line(requirements=[])], []),
        ([line(requirements=["8"])], ["planned-but-left-out"]),
        ([line(site=None)], ["planned-but-left-out"]),
        ([line(), line(member=XENA)], ["not-on-the-team"]),
        ([line(companion=XENA)], ["not-on-the-team"]),
    ],
)
def test_T09_the_plan_leaves_nothing_out_and_gives_its_lines_to_the_team(lines: list[Any], found: list[str]) -> None:
    send = act("assignment.send-plan", sent_on=SENT.isoformat(), lines=lines)
    judgement = judged(send, assignment("stage-2"), "stage-2", by=PAUL)
    assert breached(judgement, "assignment") == [("assignment.plan-says-what-it-must", each) for each in found]


def test_T8_T12_what_is_reported_stands_still() -> None:
    held = (carry_out(), LAST)
    open_still, reported = assignment("stage-2", held), assignment("stage-2", held, (report("stage-2"), LAST))
    for said in (
        appoint(XENA, "technical-expert", accompanied_by=EVA),
        act("assignment.release", person=EVA, reason="Fell ill on the way"),
        results({"requirement": "4.1", "verdict": "met"}),
        act(
            "assignment.interrupt",
            on=LAST.isoformat(),
            reason="No access to the works",
            told_client_on=LAST.isoformat(),
        ),
    ):
        closed = ("assignment.closed-by-its-report", "already-reported")
        assert closed not in refused(judged(said, open_still, "stage-2", by=PAUL), "assignment")
        assert closed in refused(judged(said, reported, "stage-2", by=PAUL), "assignment")


def test_what_is_stated_has_happened() -> None:
    tomorrow = TODAY + timedelta(days=1)
    for last, expected in ((TODAY, NOTHING), (tomorrow, [("record.stated-days-have-come", "day-not-come")] * 2)):
        said = carry_out(to_day=last.isoformat(), closing_meeting_on=last.isoformat())
        planned = assignment("stage-2", to_day=date(2026, 3, 31).isoformat())
        assert refused(judged(said, planned, "stage-2"), "record") == expected


def test_the_fold_remembers_what_was_planned() -> None:
    opened = assignment("special", announced="unannounced")
    assert (opened.certification, opened.what, opened.because, opened.announced) == (  # type: ignore[attr-defined]
        CASE,
        "special",
        "complaint",
        "unannounced",
    )
    assert BEFORE < FIRST


def move(**changes: Any) -> Any:
    fields = {"from_day": "2026-03-09", "to_day": "2026-03-10", "team": [EVA], "reason": "The works are shut then"}
    return act("assignment.reschedule", **{**fields, **changes})


def test_R10_what_was_not_held_yet_is_moved_with_its_team() -> None:
    rule, about, held = "assignment.moved-before-it-is-held", assignment("stage-2"), (carry_out(), LAST)
    assert refused(judged(move(), about, "stage-2", by=PAUL), "assignment") == NOTHING
    assert refused(judged(move(team=[]), about, "stage-2", by=PAUL), "assignment") == [(rule, "member-left-out")]
    gone = judged(move(), assignment("stage-2", held), "stage-2", by=PAUL)
    assert refused(gone, "assignment") == [(rule, "already-carried-out")]
    back = judged(move(to_day="2026-03-08"), about, "stage-2", by=PAUL)
    assert refused(back, "assignment") == [("assignment.runs-forward", "piece-ends-before-it-begins")]


def test_T09_a_moved_audit_is_told_to_the_client_anew() -> None:
    moved = assignment("surveillance", (move(from_day="2026-02-26", to_day="2026-02-26"), SENT))
    day = {"from_day": "2026-02-26", "to_day": "2026-02-26", "closing_meeting_on": "2026-02-26"}
    found = breached(judged(carry_out(**day), moved, "surveillance"), "conduct")
    assert found == [
        ("conduct.client-was-told-names-and-plan", "name-not-told"),
        ("conduct.client-was-told-names-and-plan", "plan-not-sent"),
    ]
