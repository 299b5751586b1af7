"""How work was carried out. It is recorded whatever was wrong: T8, T09, T11, T5, T05, R-34, SD10–SD12 as breaches."""

from datetime import date, timedelta
from typing import Any

import pytest

import certification_cases as cases
from assignment_cases import (
    ADAM,
    AREAS,
    BEFORE,
    EVA,
    FIRST,
    HELMETS,
    LAST,
    OLAF,
    PAUL,
    QMS,
    SEND,
    SENT,
    TINA,
    WORK,
    XENA,
    appoint,
    assignment,
    breached,
    carry_out,
    confirm,
    create,
    dated,
    judged,
    lead,
    refused,
    skilled,
)
from certwright.core.acts.act import Act
from certwright.core.dossiers import Assignment, Dossier
from small_body import NOTHING, TODAY, act

EACH_KIND = pytest.mark.parametrize("kind", ["stage-1", "surveillance", "special", "test", "ms-audit"])


def breaches(
    said: Act, kind: str = "surveillance", *, about: Dossier | None = None, beside: tuple[Dossier, ...] = ()
) -> list[tuple[str, str]]:
    return breached(judged(said, about or assignment(kind), kind, by=PAUL, beside=beside), "conduct")


@EACH_KIND
def test_T8_work_done_as_planned_is_no_breach(kind: str) -> None:
    judgement = judged(carry_out(), assignment(kind), kind)
    assert (refused(judgement, "conduct", "assignment", "audit"), breached(judgement, "conduct")) == (NOTHING, NOTHING)


def test_it_is_recorded_even_when_everything_was_wrong() -> None:
    """DESIGN, 1: a program that refuses to write down what happened makes people keep a second record."""
    bare = dated(WORK, [(create("surveillance"), BEFORE)])
    said = carry_out(present=[OLAF], agreement=None, closing_meeting_on=None, audit_days=None, to_day=FIRST.isoformat())
    judgement = judged(said, bare, "surveillance", by=PAUL)
    assert refused(judgement, "conduct", "team", "assignment", "audit") == NOTHING
    assert {rule for rule, _ in breached(judgement, "conduct")} == {
        "conduct.as-planned-or-explained",
        "conduct.by-its-team",
        "conduct.client-was-told-names-and-plan",
        "conduct.closed-with-a-meeting",
        "conduct.team-was-confirmed",
        "conduct.under-an-agreement",
    }


def test_it_is_carried_out_once_unless_it_was_interrupted() -> None:
    held = (carry_out(to_day=FIRST.isoformat()), FIRST)
    stop = act(
        "assignment.interrupt", on=FIRST.isoformat(), reason="No access to the works", told_client_on=FIRST.isoformat()
    )
    again = carry_out(from_day=LAST.isoformat(), present=[ADAM])
    twice = judged(again, assignment("surveillance", held), "surveillance")
    assert refused(twice, "conduct") == [("conduct.carried-out-once", "already-carried-out")]
    interrupted = assignment("surveillance", held, (stop, FIRST))
    assert refused(judged(again, interrupted, "surveillance"), "conduct") == NOTHING
    carried_on = assignment("surveillance", held, (stop, FIRST), (again, LAST))
    assert isinstance(carried_on, Assignment)
    assert (carried_on.held_from, carried_on.held_to, carried_on.present) == (FIRST, LAST, (EVA, ADAM))
    assert (carried_on.actual_days, carried_on.interrupted_on) == (4, None)


def test_it_is_of_its_own_certification() -> None:
    other = judged(carry_out(certification="certification:other"), assignment("test"), "test")
    assert refused(other, "conduct") == [("conduct.carried-out-once", "named-otherwise")]


@pytest.mark.parametrize(
    ("appointed", "expected"),
    [
        (FIRST, NOTHING),
        (FIRST + timedelta(days=1), [("conduct.by-its-team", "not-appointed-then")]),
    ],
)
def test_T8_whoever_took_part_was_appointed_before(appointed: date, expected: list[tuple[str, str]]) -> None:
    later = assignment("test", (appoint(ADAM, "evaluator"), appointed))
    evaluator = (skilled(ADAM, "evaluation"),)
    assert breaches(carry_out(present=[EVA, ADAM]), "test", about=later, beside=evaluator) == expected


@pytest.mark.parametrize(
    ("released", "expected"),
    [
        (LAST, NOTHING),
        (LAST - timedelta(days=1), [("conduct.by-its-team", "not-appointed-then")]),
    ],
)
def test_T8_and_not_released_while_it_lasted(released: date, expected: list[tuple[str, str]]) -> None:
    gone = act("assignment.release", person=ADAM, reason="Needed elsewhere now")
    team = assignment("test", (appoint(ADAM, "evaluator"), BEFORE), (gone, released))
    assert (
        breaches(carry_out(present=[EVA, ADAM]), "test", about=team, beside=(skilled(ADAM, "evaluation"),)) == expected
    )


def test_SD12_an_observer_was_agreed_before() -> None:
    assert breaches(carry_out(present=[EVA, OLAF]), "test") == [("conduct.by-its-team", "not-on-the-team")]
    agreed = assignment("test", (appoint(OLAF, "observer"), BEFORE))
    assert breaches(carry_out(present=[EVA, OLAF]), "test", about=agreed) == NOTHING


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (LAST, NOTHING),
        (LAST - timedelta(days=1), [("conduct.by-authorised-people", "not-authorised-for-pack")]),
    ],
)
def test_R34_authorised_on_every_day_of_the_work(until: date, expected: list[tuple[str, str]]) -> None:
    eva = skilled(EVA, "audit-team-leading", "evaluation", until=until)
    assert breaches(carry_out(), beside=(eva,)) == expected
    assert breaches(carry_out(), "test", beside=(eva,)) == expected


def test_SD10_SD11_the_companion_was_there() -> None:
    made = [
        (create("surveillance"), BEFORE),
        (lead("surveillance"), BEFORE),
        (appoint(ADAM, "auditor"), BEFORE),
        (appoint(XENA, "technical-expert", accompanied_by=ADAM), BEFORE),
        (appoint(TINA, "trainee", accompanied_by=ADAM), BEFORE),
        (confirm((EVA, "2")), BEFORE),
        (SEND, SENT),
    ]
    team = dated(WORK, made)
    assert breaches(carry_out(present=[EVA, ADAM, XENA, TINA]), about=team) == NOTHING
    alone = ("conduct.trainees-and-experts-were-accompanied", "companion-absent")
    assert breaches(carry_out(present=[EVA, XENA, TINA]), about=team) == [alone, alone]


def test_T07_those_who_were_there_covered_the_areas() -> None:
    made = [
        (create("test", areas=list(AREAS)), BEFORE),
        (appoint(EVA, "lead-evaluator", areas=["metal"]), BEFORE),
        (appoint(ADAM, "evaluator", areas=["plastics"]), BEFORE),
    ]
    both, evaluators = dated(WORK, made), (skilled(ADAM, "evaluation"),)
    assert breaches(carry_out(present=[EVA, ADAM]), "test", about=both, beside=evaluators) == NOTHING
    assert breaches(carry_out(), "test", about=both, beside=evaluators) == [
        ("conduct.all-areas-were-covered", "area-without-competence")
    ]


@pytest.mark.parametrize(("confirmed", "late"), [(FIRST, False), (FIRST + timedelta(days=1), True), (None, True)])
def test_T07_an_audit_begins_with_a_confirmed_team(confirmed: date | None, late: bool) -> None:
    made = [(create("surveillance"), BEFORE), (lead("surveillance"), BEFORE), (SEND, SENT)]
    team = dated(WORK, [*made, *([(confirm(), confirmed)] if confirmed else [])])
    expected = [("conduct.team-was-confirmed", "team-not-confirmed")] if late else NOTHING
    assert breaches(carry_out(), about=team) == expected
    product = dated(WORK, [(create("test"), BEFORE), (lead("test"), BEFORE)])
    assert breaches(carry_out(), "test", about=product) == NOTHING


def sent(on: date | None, **changes: Any) -> list[tuple[Act, date]]:
    fields = {"sent_on": on.isoformat(), "plan": "sha256:" + "1" * 64} if on else {}
    return [(act("assignment.send-plan", **{**fields, **changes}), on)] if on else []


NAME = ("conduct.client-was-told-names-and-plan", "name-not-told")
PLAN = ("conduct.client-was-told-names-and-plan", "plan-not-sent")


@pytest.mark.parametrize(
    ("kind", "on", "changes", "expected"),
    [
        ("surveillance", FIRST - timedelta(days=1), {}, NOTHING),
        ("surveillance", FIRST, {}, [NAME, PLAN]),
        ("surveillance", None, {}, [NAME, PLAN]),
        ("surveillance", SENT, {"plan": None}, [PLAN]),
        ("stage-1", SENT, {"plan": None}, NOTHING),
        ("stage-1", None, {}, [NAME]),
        ("test", None, {}, NOTHING),
    ],
)
def test_T09_names_and_plan_were_sent_before(
    kind: str, on: date | None, changes: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    """Corrections, 13: stage 1 needs no plan, and no click of the client is asked for."""
    team = dated(WORK, [(create(kind), BEFORE), (lead(kind), BEFORE), (confirm(), BEFORE), *sent(on, **changes)])
    assert breaches(carry_out(), kind, about=team) == expected


def test_T07_the_name_of_a_late_joiner_is_told_too() -> None:
    joined = [(appoint(ADAM, "auditor"), SENT), (confirm(), SENT)]
    present = carry_out(present=[EVA, ADAM])
    assert breaches(present, about=assignment("surveillance", *joined)) == [NAME]
    assert breaches(present, about=assignment("surveillance", *joined, (SEND, SENT))) == NOTHING


def test_T29_an_unannounced_audit_tells_nobody() -> None:
    made = [(create("special", announced="unannounced"), BEFORE), (lead("special"), BEFORE), (confirm(), BEFORE)]
    assert breaches(carry_out(), "special", about=dated(WORK, made)) == NOTHING


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"from_day": (FIRST - timedelta(days=1)).isoformat()}, "held-on-other-days"),
        (
            {"to_day": (LAST + timedelta(days=1)).isoformat(), "closing_meeting_on": TODAY.isoformat()},
            "held-on-other-days",
        ),
        ({"sites": ["2"]}, "site-otherwise"),
        ({"audit_days": "1.999"}, "audit-shorter-than-planned"),
        ({"audit_days": None}, "audit-shorter-than-planned"),
    ],
)
def test_T8_what_differs_from_the_plan_is_explained(changes: dict[str, Any], says: str) -> None:
    sites = cases.agreement(QMS, valid_from="2020-01-01", sites=["1", "2"])
    found = breaches(carry_out(**changes), beside=(sites,))
    assert set(found) == {("conduct.as-planned-or-explained", says)}
    explained = carry_out(**changes, deviations_from_plan="The works were shut on the day planned.")
    assert breaches(explained, beside=(sites,)) == NOTHING


@pytest.mark.parametrize(
    ("agreement", "says"),
    [
        (None, "no-agreement-in-force"),
        ({"valid_from": FIRST.isoformat()}, ""),
        ({"valid_from": (FIRST + timedelta(days=1)).isoformat()}, "no-agreement-in-force"),
        ({"client": "client:other"}, "no-agreement-in-force"),
        ({"packs": [HELMETS]}, "agreement-without-pack"),
        ({"sites": ["2"]}, "agreement-without-site"),
    ],
)
def test_T5_T05_evaluation_begins_under_an_agreement(agreement: dict[str, Any] | None, says: str) -> None:
    said = carry_out() if agreement is not None else carry_out(agreement=None)
    beside = (cases.agreement(QMS, **{"valid_from": "2020-01-01", **(agreement or {})}),)
    expected = [("conduct.under-an-agreement", says)] if says else NOTHING
    assert breaches(said, beside=beside) == expected


def test_T11_an_audit_ends_with_a_closing_meeting() -> None:
    without = carry_out(closing_meeting_on=None)
    assert breaches(without) == [("conduct.closed-with-a-meeting", "no-closing-meeting")]
    assert breaches(without, "stage-1") == NOTHING
    assert breaches(without, "test") == NOTHING


def test_T11_which_is_not_held_before_the_last_day() -> None:
    early = judged(carry_out(closing_meeting_on=FIRST.isoformat()), assignment("special"), "special")
    assert refused(early, "conduct") == [("conduct.on-days-of-the-work", "closed-before-the-end")]


def test_T8_sites_as_planned_and_time_in_parts() -> None:
    assert breaches(carry_out(sites=["1"])) == NOTHING
    assert breaches(carry_out(audit_days=None), "special", about=assignment("special", audit_days=None)) == NOTHING
    assert breaches(carry_out(audit_days=None), "test", about=assignment("test", audit_days="2")) == NOTHING
    stop = act("assignment.interrupt", on=FIRST.isoformat(), reason="No access to it", told_client_on=FIRST.isoformat())
    first = carry_out(to_day=FIRST.isoformat(), audit_days="0.5")
    halved = assignment("surveillance", (first, FIRST), (stop, FIRST))
    assert breaches(carry_out(from_day=LAST.isoformat(), audit_days="1.5"), about=halved) == NOTHING
    assert breaches(carry_out(from_day=LAST.isoformat(), audit_days="1.4"), about=halved) == [
        ("conduct.as-planned-or-explained", "audit-shorter-than-planned")
    ]
