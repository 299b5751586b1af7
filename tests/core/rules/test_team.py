"""Putting people on an assignment: R-34, SD10, SD11, SD12, SD14, T6, T07 and the team arithmetic (corrections, 19)."""

from datetime import date, timedelta
from typing import Any

import pytest

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
    SENT,
    TINA,
    XENA,
    appoint,
    assignment,
    confirm,
    create,
    dated,
    judged,
    lead,
    refused,
    skilled,
)
from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier
from certwright.core.functions import Function
from small_body import CARA, NOTHING, act


def appointing(
    said: Act, kind: str = "stage-2", *, team: Dossier | None = None, beside: tuple[Dossier, ...] = ()
) -> list[tuple[str, str]]:
    return refused(judged(said, team or assignment(kind), kind, by=PAUL, beside=beside), "team")


UNAUTHORISED = [("team.authorised-on-every-day", "not-authorised-for-pack")]


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (FIRST, LAST, NOTHING),
        (FIRST + timedelta(days=1), None, UNAUTHORISED),
        (FIRST, LAST - timedelta(days=1), UNAUTHORISED),
    ],
)
def test_R34_authorised_on_all_planned_days(since: date, until: date | None, expected: list[tuple[str, str]]) -> None:
    adam = skilled(ADAM, "auditing", packs=[QMS], since=since, until=until)
    assert appointing(appoint(ADAM, "auditor"), beside=(adam,)) == expected


def test_R34_a_gap_in_the_middle_is_a_day_without() -> None:
    adam = dated(
        ADAM,
        [
            (act("person.register", basis="employment", since="2020-01-01"), BEFORE),
            *(
                (
                    act(
                        "person.grant-authorisation", function="auditing", valid_from=a, valid_until=b, evidence="File."
                    ),
                    BEFORE,
                )
                for a, b in (("2026-01-01", "2026-02-22"), ("2026-02-24", "2026-03-31"))
            ),
        ],
    )
    refusals = judged(appoint(ADAM, "auditor"), assignment("stage-2"), "stage-2", by=PAUL, beside=(adam,)).refusals
    lacking = [each for each in refusals if each.rule == "team.authorised-on-every-day"]
    assert [(each.evidence["day"], each.could and each.could.function) for each in lacking] == [
        ("2026-02-23", Function.AUDITING)
    ]


@pytest.mark.parametrize(
    ("functions", "packs", "role", "kind", "expected"),
    [
        (["auditing"], [QMS], "auditor", "stage-2", NOTHING),
        (["auditing"], ["iso-14001"], "auditor", "stage-2", UNAUTHORISED),
        (["auditing"], [QMS], "auditor", "stage-1", NOTHING),
        (["evaluation"], [HELMETS], "evaluator", "test", NOTHING),
        (["auditing"], [HELMETS], "evaluator", "test", UNAUTHORISED),
        (["evaluation"], [HELMETS], "sampler", "test", NOTHING),
        ([], [], "observer", "test", NOTHING),
        ([], [], "guide", "stage-2", NOTHING),
    ],
)
def test_R34_the_function_of_the_role_for_this_pack(
    functions: list[str], packs: list[str], role: str, kind: str, expected: list[tuple[str, str]]
) -> None:
    adam = skilled(ADAM, *functions, packs=packs)
    assert appointing(appoint(ADAM, role), kind, beside=(adam,)) == expected


def test_R34_and_for_the_areas() -> None:
    adam = skilled(ADAM, "evaluation", areas=["metal"])
    in_areas = assignment("test", areas=list(AREAS))
    assert appointing(appoint(ADAM, "evaluator", areas=["metal"]), "test", team=in_areas, beside=(adam,)) == NOTHING
    assert (
        appointing(appoint(ADAM, "evaluator", areas=["plastics"]), "test", team=in_areas, beside=(adam,))
        == UNAUTHORISED
    )
    assert appointing(appoint(ADAM, "evaluator"), "test", team=in_areas, beside=(adam,)) == [
        ("team.areas-are-the-assignments", "evaluator-without-area")
    ]
    assert appointing(
        appoint(EVA, "evaluator", areas=["food"]), "test", team=dated("assignment:work", [(create("test"), BEFORE)])
    ) == [("team.areas-are-the-assignments", "area-not-asked-for")]


@pytest.mark.parametrize(
    ("role", "kind"),
    [("auditor", "test"), ("team-leader", "inspection"), ("evaluator", "stage-2"), ("sampler", "ms-audit")],
)
def test_S6_nobody_is_put_on_the_other_standards_work(role: str, kind: str) -> None:
    both = skilled(ADAM, "auditing", "audit-team-leading", "evaluation")
    found = appointing(
        appoint(ADAM, role), kind, team=dated("assignment:work", [(create(kind), BEFORE)]), beside=(both,)
    )
    assert found == [("team.role-fits-the-work", "role-of-other-work")]


def test_a_scheme_may_use_a_system_audit_and_then_auditors_hold_it() -> None:
    assert appointing(appoint(ADAM, "auditor"), "ms-audit") == NOTHING


def test_an_appointment_names_the_client_of_its_assignment() -> None:
    assert appointing(appoint(ADAM, "auditor", client="client:other")) == [
        ("team.client-is-the-assignments", "named-otherwise")
    ]


def test_a_person_has_one_place_and_a_team_one_leader() -> None:
    leader = skilled(ADAM, "audit-team-leading")
    assert appointing(appoint(EVA, "auditor")) == [("team.one-place-each", "already-on-the-team")]
    assert appointing(appoint(ADAM, "team-leader"), beside=(leader,)) == [("team.one-leader", "already-led")]
    released = assignment("stage-2", (act("assignment.release", person=EVA, reason="Fell ill this week"), SENT))
    assert appointing(appoint(ADAM, "team-leader"), team=released, beside=(leader,)) == NOTHING


@pytest.mark.parametrize("companion", [None, OLAF, TINA, ADAM])
def test_SD10_a_trainee_works_under_an_auditor_of_the_team(companion: str | None) -> None:
    team = assignment("stage-2", (appoint(OLAF, "observer"), BEFORE))
    alone = [("team.trainees-and-experts-are-accompanied", "nobody-accompanies")]
    assert appointing(appoint(TINA, "trainee", accompanied_by=EVA), team=team) == NOTHING
    assert appointing(appoint(TINA, "trainee", accompanied_by=companion), team=team) == alone


def test_SD11_an_expert_is_accompanied_by_an_auditor() -> None:
    alone = [("team.trainees-and-experts-are-accompanied", "nobody-accompanies")]
    assert appointing(appoint(XENA, "technical-expert", accompanied_by=EVA)) == NOTHING
    assert appointing(appoint(XENA, "technical-expert")) == alone
    assert appointing(appoint(XENA, "technical-expert"), "test") == NOTHING


def test_SD11_an_expert_has_the_competence_of_one() -> None:
    expert = appoint(XENA, "technical-expert", accompanied_by=EVA)
    assert appointing(expert, beside=(skilled(XENA, "auditing"),)) == UNAUTHORISED


def test_SD10_SD11_a_companion_stays() -> None:
    with_expert = assignment("stage-2", (appoint(XENA, "technical-expert", accompanied_by=EVA), BEFORE))
    release = act("assignment.release", person=EVA, reason="Fell ill this week")
    assert appointing(release) == NOTHING
    assert appointing(release, team=with_expert) == [("team.release-leaves-nobody-alone", "leaves-alone")]
    assert appointing(act("assignment.release", person=ADAM, reason="Fell ill this week")) == [
        ("team.released-is-on-the-team", "not-on-the-team")
    ]


def team_of(kind: str, *members: Act, **changes: Any) -> Dossier:
    return dated("assignment:work", [(create(kind, **changes), BEFORE), *((each, BEFORE) for each in members)])


def test_T07_a_confirmed_team_has_a_leader_and_does_the_work() -> None:
    adam = (ADAM, "2")
    assert appointing(confirm(), team=team_of("stage-2", lead("stage-2"))) == NOTHING
    assert appointing(confirm(adam), team=team_of("stage-2", appoint(ADAM, "auditor"))) == [
        ("team.suffices-together", "team-without-leader")
    ]
    only_a_guest = team_of("test", appoint(OLAF, "observer"))
    assert appointing(confirm((OLAF, "2")), "test", team=only_a_guest) == [
        ("team.suffices-together", "nobody-does-the-work")
    ]


def test_T07_the_team_covers_the_areas_together() -> None:
    """17021-1-rules, 10 no. 11: experts bring areas, trainees and observers do not."""
    leader = appoint(EVA, "team-leader", areas=["metal"])
    expert = appoint(XENA, "technical-expert", areas=["plastics"], accompanied_by=EVA)
    trainee = appoint(TINA, "trainee", areas=["plastics"], accompanied_by=EVA)
    lacking = [("team.suffices-together", "area-without-competence")]
    for members, expected in (((leader, expert), NOTHING), ((leader,), lacking), ((leader, trainee), lacking)):
        team = team_of("stage-2", *members, areas=list(AREAS))
        assert appointing(confirm(), team=team) == expected


def test_T6_evaluators_of_a_product_cover_their_areas_and_no_expert_does_it_for_them() -> None:
    evaluator = appoint(EVA, "lead-evaluator", areas=["metal"])
    expert = appoint(XENA, "technical-expert", areas=["plastics"])
    both = appoint(EVA, "lead-evaluator", areas=list(AREAS))
    for members, expected in (
        ((both,), NOTHING),
        ((evaluator, expert), [("team.suffices-together", "area-without-competence")]),
    ):
        assert appointing(confirm(), "test", team=team_of("test", *members, areas=list(AREAS))) == expected


TOO_LITTLE = [("team.has-the-audit-time", "too-little-audit-time")]


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ([(EVA, "2")], NOTHING),
        ([(EVA, "1"), (ADAM, "1")], NOTHING),
        ([(EVA, "1.999")], TOO_LITTLE),
        ([(EVA, "1"), (XENA, "1")], TOO_LITTLE),
        ([(EVA, "1"), (TINA, "1")], TOO_LITTLE),
        ([(EVA, "1"), (OLAF, "1")], TOO_LITTLE),
        ([(EVA, "2"), (CARA, "1")], [("team.has-the-audit-time", "not-on-the-team")]),
    ],
)
def test_SD11_only_auditors_time_counts(times: list[tuple[str, str]], expected: list[tuple[str, str]]) -> None:
    team = assignment(
        "stage-2",
        (appoint(ADAM, "auditor"), BEFORE),
        (appoint(XENA, "technical-expert", accompanied_by=EVA), BEFORE),
        (appoint(TINA, "trainee", accompanied_by=EVA), BEFORE),
        (appoint(OLAF, "observer"), BEFORE),
    )
    assert appointing(confirm(*times), team=team) == expected


def test_time_on_the_inspection_of_a_product_is_no_audit_time() -> None:
    """Corrections, 19."""
    times = [
        {"person": EVA, "on_site": "1"},
        {"person": EVA, "on_site": "1", "activity": "product-inspection"},
    ]
    assert appointing(act("assignment.confirm-team", times=times)) == TOO_LITTLE


def test_little_time_on_site_has_its_reason() -> None:
    needs_site = assignment("stage-2", on_site_days="1.5")
    times = [{"person": EVA, "on_site": "1", "off_site": "1"}]
    assert appointing(act("assignment.confirm-team", times=times), team=needs_site) == TOO_LITTLE
    explained = act("assignment.confirm-team", times=times, little_on_site_because="Documents are seen remotely.")
    assert appointing(explained, team=needs_site) == NOTHING


def test_a_changed_team_is_confirmed_anew() -> None:
    """The fold forgets a confirmation when somebody joins or leaves."""
    joined = assignment("stage-2", (appoint(ADAM, "auditor"), SENT))
    left = assignment("stage-2", (act("assignment.release", person=EVA, reason="Fell ill this week"), SENT))
    unchanged = assignment("stage-2")
    confirmed = [team.confirmed_on for team in (unchanged, joined, left)]  # type: ignore[attr-defined]
    assert confirmed == [BEFORE, None, None]


@pytest.mark.parametrize(
    ("kind", "function"),
    [("stage-2", Function.AUDITING), ("ms-audit", Function.AUDITING), ("test", Function.EVALUATION)],
)
def test_who_could_is_asked_for_the_work_that_is_done(kind: str, function: Function) -> None:
    alone = judged(appoint(TINA, "trainee"), assignment(kind), kind, by=PAUL)
    lacking = judged(confirm(), team_of(kind, lead(kind), areas=["metal"]), kind, by=PAUL)
    for judgement, says in ((alone, "nobody-accompanies"), (lacking, "area-without-competence")):
        assert [each.could and each.could.function for each in judgement.refusals if each.says == says] == [function]


def test_time_is_added_up_where_it_was_determined() -> None:
    nobody = act("assignment.confirm-team", times=[])
    assert appointing(nobody, "special", team=assignment("special", audit_days=None)) == NOTHING
    assert appointing(nobody, "test", team=assignment("test", audit_days="2")) == NOTHING


def move(first: date, last: date, *team: str) -> Act:
    fields = {"from_day": first.isoformat(), "to_day": last.isoformat(), "team": list(team or (EVA,))}
    return act("assignment.reschedule", **fields, reason="The works are shut that week")


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (date(2026, 3, 10), NOTHING),
        (date(2026, 3, 9), [("team.authorised-on-the-new-days", "not-authorised-for-pack")]),
    ],
)
def test_R34_moved_to_days_on_which_the_team_is_authorised(until: date, expected: list[tuple[str, str]]) -> None:
    leader = (skilled(EVA, "audit-team-leading", until=until),)
    assert appointing(move(date(2026, 3, 9), date(2026, 3, 10)), beside=leader) == expected
