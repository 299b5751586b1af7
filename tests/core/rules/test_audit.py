"""When audits are held: T08, T08b, TR04 to TR07, TR20, the vectors V1 to V4, and the corrections 2 and 13."""

from datetime import date, timedelta
from typing import Any

import pytest

import certification_cases as cases
from assignment_cases import (
    BEFORE,
    CASE,
    FIRST,
    QMS,
    WORK,
    assignment,
    breached,
    carry_out,
    certification,
    create,
    dated,
    judged,
    piece,
    refused,
    report,
)
from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier
from small_body import NOTHING, act

STAGE_1 = "assignment:stage-1"
EARLIER = date(2026, 2, 10)


def plan(*pieces: dict[str, Any], purpose: str = "initial") -> Act:
    return act("certification.plan", pack=QMS, purpose=purpose, assignments=list(pieces))


def stage_1(
    conclusion: str = "ready-for-stage-2", *, held: date = EARLIER, concluded: date = EARLIER, **changes: Any
) -> Dossier:
    """A stage 1 of one day with its conclusions."""
    day = held.isoformat()
    made = [
        (create("stage-1", from_day=day, to_day=day), BEFORE),
        (carry_out(from_day=day, to_day=day, closing_meeting_on=None), held),
        (
            report("stage-1", **{"conclusion": conclusion, "sent_to_client_on": concluded.isoformat(), **changes}),
            concluded,
        ),
    ]
    return dated(STAGE_1, made)


def stage_2(
    before: Dossier | None, *, purpose: str = "initial", named: str | None = STAGE_1, departs: str | None = None
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Refusals and breaches of a stage 2 from 23 February."""
    planned = (plan(piece("stage-1", STAGE_1)), BEFORE)
    case = certification("stage-2", planned, purpose=purpose)
    said = carry_out(stage_1=named)
    beside = [case, *([before] if before else [])]
    judgement = judged(said, assignment("stage-2"), "stage-2", beside=beside, departs=departs)
    return refused(judgement, "audit"), breached(judgement, "audit")


READY = "audit.stage-2-starts-when-stage-1-says-ready"


@pytest.mark.parametrize(
    ("concluded", "expected"),
    [
        (FIRST, NOTHING),
        (FIRST + timedelta(days=1), [(READY, "stage-1-not-concluded")]),
    ],
)
def test_T08_stage_2_starts_after_the_conclusions_of_stage_1(concluded: date, expected: list[tuple[str, str]]) -> None:
    """On their day at the earliest; corrections, 13: booked it may be before."""
    assert stage_2(stage_1(concluded=concluded)) == (NOTHING, expected)


@pytest.mark.parametrize("conclusion", ["postpone-stage-2", "repeat-stage-1"])
def test_T08b_a_client_that_is_not_ready_has_no_stage_2(conclusion: str) -> None:
    assert stage_2(stage_1(conclusion)) == (NOTHING, [(READY, "stage-1-not-ready")])


def test_T08_the_client_has_the_conclusions() -> None:
    late = (FIRST + timedelta(days=1)).isoformat()
    for sent, expected in ((FIRST.isoformat(), NOTHING), (late, [(READY, "stage-1-conclusions-not-sent")])):
        assert stage_2(stage_1(sent_to_client_on=sent)) == (NOTHING, expected)
    assert stage_2(stage_1(sent_to_client_on=None)) == (NOTHING, [(READY, "stage-1-conclusions-not-sent")])


def test_T08_no_stage_2_without_a_stage_1_of_this_certification() -> None:
    missing = (NOTHING, [(READY, "no-stage-1")])
    assert stage_2(None, named=None) == missing
    not_concluded = dated(STAGE_1, [(create("stage-1"), BEFORE)])
    assert stage_2(not_concluded) == (NOTHING, [(READY, "stage-1-not-concluded")])
    foreign = dated(STAGE_1, [(create("stage-1", certification="certification:other"), BEFORE)])
    assert stage_2(foreign) == missing
    no_stage_1 = dated(STAGE_1, [(create("surveillance"), BEFORE)])
    assert stage_2(no_stage_1) == missing


def test_T08b_a_repeated_stage_1_takes_the_place_of_the_first() -> None:
    again = (plan(piece("stage-1", "assignment:again")), BEFORE)
    case = certification("stage-2", (plan(piece("stage-1", STAGE_1)), BEFORE), again)
    judgement = judged(carry_out(stage_1=STAGE_1), assignment("stage-2"), "stage-2", beside=[case, stage_1()])
    assert refused(judgement, "audit") == [("audit.stage-2-builds-on-the-last-stage-1", "not-the-last-stage-1")]


def test_T22_a_stage_2_that_opens_a_new_cycle_needs_no_stage_1() -> None:
    assert stage_2(None, purpose="recertification", named=None) == (NOTHING, NOTHING)


INTERVAL = "audit.stage-1-still-speaks"


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (date(2025, 8, 23), NOTHING),
        (date(2025, 8, 22), [(INTERVAL, "stage-1-long-ago")]),
    ],
)
def test_TR20_last_day_and_one_day_after(held: date, expected: list[tuple[str, str]]) -> None:
    """Six months from stage 1 to 23 February 2026, unless the body set another time: a warning, no refusal."""
    assert stage_2(stage_1(held=held, concluded=held)) == (NOTHING, expected)


def test_TR20_somebody_judged_that_stage_1_still_holds() -> None:
    old = stage_1(held=date(2025, 1, 10), concluded=date(2025, 1, 10))
    assert stage_2(old, departs=INTERVAL) == (NOTHING, NOTHING)


def test_audits_against_the_clock_name_their_time_limits() -> None:
    for kind, refusals in (("surveillance", True), ("stage-1", False), ("special", False)):
        judgement = judged(carry_out(limits=None), assignment(kind), kind)
        assert bool(refused(judgement, "audit")) == refusals


def decide(kind: str, on: date, last: date, **changes: Any) -> tuple[Act, date]:
    fields = {
        "pack": QMS,
        "kind": kind,
        "deciders": [cases.DORA],
        "application": cases.APPLICATION,
        "client": cases.CLIENT,
        "reasons": "The system works.",
        "last_day": last.isoformat(),
    }
    return act("certification.decide", **{**fields, **changes}), on


def audited(name: str, kind: str, on: date, **changes: Any) -> Dossier:
    """An earlier audit that was held on one day."""
    day = on.isoformat()
    held = carry_out(from_day=day, to_day=day, closing_meeting_on=day, certification=CASE)
    return dated(name, [(create(kind, from_day=day, to_day=day, **changes), on), (held, on)])


def late(
    decisions: list[tuple[Act, date]], *earlier: Dossier, held: date, kind: str = "surveillance"
) -> list[tuple[str, str | None]]:
    """The breaches of time of an audit that ended on ``held``: rule and the last day it should have been."""
    day = held.isoformat()
    case = dated(CASE, [(cases.opening(QMS, "iso-iec-17021-1", "management-system"), BEFORE), *decisions])
    said = carry_out(from_day=day, to_day=day, closing_meeting_on=day, earlier=[each.id for each in earlier])
    about = dated(WORK, [(create(kind, from_day=day, to_day=day), BEFORE)])
    judgement = judged(said, about, kind, on=held, today=held, beside=[case, *earlier])
    assert refused(judgement, "audit") == NOTHING
    found = [each for each in judgement.breaches if each.rule.startswith("audit.")]
    return [(each.rule.removeprefix("audit."), each.evidence["last_day"]) for each in found]


V1 = [decide("grant", date(2025, 4, 10), date(2028, 4, 9))]
FIRST_YEAR = "first-surveillance-within-twelve-months"
CALENDAR, WINDOW = "surveillance-in-each-calendar-year", "surveillance-in-its-window"


@pytest.mark.parametrize(
    ("held", "expected"), [(date(2026, 4, 10), []), (date(2026, 4, 11), [(FIRST_YEAR, "2026-04-10")])]
)
def test_TR04_last_day_and_one_day_after(held: date, expected: list[tuple[str, str]]) -> None:
    assert late(V1, held=held) == expected


def test_V2_three_days_late_is_a_breach_although_in_the_calendar_year() -> None:
    """17021-1-rules, V2; corrections, 2: recorded with its true date, never refused."""
    assert late(V1, held=date(2026, 4, 13)) == [(FIRST_YEAR, "2026-04-10")]


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (date(2027, 4, 10), []),
        (date(2027, 12, 31), [(WINDOW, "2027-04-10")]),
        (date(2028, 1, 1), [(CALENDAR, "2027-12-31"), (WINDOW, "2027-04-10")]),
    ],
)
def test_V3_TR05_TR06_the_second_surveillance(held: date, expected: list[tuple[str, str]]) -> None:
    """17021-1-rules, V3: the window warns first, the calendar year is the standard's."""
    first = audited("assignment:s1", "surveillance", date(2026, 2, 10))
    assert sorted(late(V1, first, held=held)) == expected


def test_V4_both_time_rules_kept() -> None:
    granted = [decide("grant", date(2024, 1, 15), date(2027, 1, 14))]
    first = audited("assignment:s1", "surveillance", date(2025, 1, 10))
    assert late(granted, held=date(2025, 1, 10)) == []
    assert late(granted, first, held=date(2025, 12, 1)) == []
    second = audited("assignment:s2", "surveillance", date(2025, 12, 1))
    assert late(granted, first, second, held=date(2026, 11, 2), kind="recertification") == []


def test_TR05_a_missed_year_shows_at_the_recertification_once() -> None:
    first = audited("assignment:s1", "surveillance", date(2026, 2, 10))
    assert sorted(late(V1, first, held=date(2028, 2, 1), kind="recertification")) == [
        (CALENDAR, "2027-12-31"),
        (WINDOW, "2027-04-10"),
    ]
    after = audited("assignment:s2", "surveillance", date(2028, 2, 1))
    assert late(V1, first, after, held=date(2028, 3, 1), kind="recertification") == []


def test_TR07_in_later_cycles_only_the_calendar_years_count() -> None:
    renewed = [*V1, decide("renew", date(2028, 1, 20), date(2031, 4, 9))]
    recertified = audited("assignment:r1", "recertification", date(2027, 11, 5))
    assert late(renewed, recertified, held=date(2028, 12, 31)) == []
    assert late(renewed, recertified, held=date(2029, 1, 1)) == [(CALENDAR, "2028-12-31")]
    assert late(renewed, held=date(2029, 12, 31)) == []


def test_an_audit_of_another_certification_keeps_no_time_here() -> None:
    foreign = audited("assignment:s1", "surveillance", date(2026, 2, 10), certification="certification:other")
    assert late(V1, foreign, held=date(2026, 4, 11)) == [(FIRST_YEAR, "2026-04-10")]


def test_what_is_not_granted_yet_has_no_surveillance_to_be_late() -> None:
    assert late([], held=date(2026, 4, 11)) == []
    assert late(V1, held=date(2026, 8, 1), kind="special") == []


def test_T08b_a_stage_1_that_was_left_out_takes_nobodys_place() -> None:
    again = plan(piece("stage-1", "assignment:again"))
    left_out = act("certification.omit", assignment="assignment:again", reason="The first one was enough")
    case = certification("stage-2", (plan(piece("stage-1", STAGE_1)), BEFORE), (again, BEFORE), (left_out, BEFORE))
    judgement = judged(carry_out(stage_1=STAGE_1), assignment("stage-2"), "stage-2", beside=[case, stage_1()])
    assert (refused(judgement, "audit"), breached(judgement, "audit")) == (NOTHING, NOTHING)


def test_TR05_the_cycle_ends_where_the_decision_said() -> None:
    """A cycle cut short to the end of 2026 asks for no surveillance in its last year."""
    short = [decide("grant", date(2025, 4, 10), date(2026, 12, 31))]
    first = audited("assignment:s1", "surveillance", date(2025, 12, 1))
    assert late(short, first, held=date(2027, 1, 4), kind="recertification") == []
