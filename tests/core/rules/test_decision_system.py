"""Decision on a management system: ISO 9001, by name of the papers' rules (17021-1-rules.md, corrections.md)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

import certification_cases as cases
import small_body
from certification_cases import CASE, DORA, EVA, LIMITS, STAGE_1, STAGE_2
from certwright.core.acts.act import Act
from certwright.core.acts.finding import JudgeResponse, Respond, Verify
from certwright.core.dossiers import Dossier, fold
from certwright.core.dossiers.certification import Certification, Standing
from small_body import NOTHING, act, dossier, entry, judged, person, ready, said

QMS, STANDARD = "iso-9001", "iso-iec-17021-1"
DECIDED = date(2025, 4, 10)
ENDED = date(2025, 3, 14)
"""The dates of vector V1: stage 2 ended 2025-03-14, decision 2025-04-10."""


def granted_on(day: date) -> Act:
    return decide(last_day=cycle_end(day).isoformat())


def cycle_end(day: date) -> date:
    """The last day of a cycle begun on ``day``, read as the day before the anniversary."""
    return day.replace(year=day.year + 3, day=day.day - 1)


def case(
    *acts: Act, decided: tuple[Act, date] | None = None, beside: Mapping[str, Dossier] | None = None
) -> dict[str, Dossier]:
    """Everything a decision on ISO 9001 looks at, both stages reported."""
    opened = cases.opening(QMS, STANDARD, "management-system")
    planned = cases.plan(QMS, (STAGE_1, "stage-1"), (STAGE_2, "stage-2"))
    entries = [entry(CASE, seq, made) for seq, made in enumerate([opened, planned, *acts], 1)]
    if decided:
        entries.append(entry(CASE, len(entries) + 1, decided[0], effective_on=decided[1]))
    return {
        **cases.people(),
        CASE: fold(CASE, entries),
        cases.APPLICATION: cases.application(QMS, STANDARD, "management-system"),
        cases.AGREEMENT: cases.agreement(QMS, valid_from="2025-01-07"),
        cases.CLIENT: dossier(cases.CLIENT, act("client.register", **small_body.CLIENT)),
        f"pack:{QMS}": cases.adopted(QMS),
        f"pack:{LIMITS}": cases.adopted(LIMITS),
        STAGE_1: cases.assignment(STAGE_1, QMS, STANDARD, "stage-1", date(2025, 2, 10)),
        STAGE_2: cases.assignment(STAGE_2, QMS, STANDARD, "stage-2", ENDED),
        DORA: decider(),
        **(beside or {}),
    }


def decider() -> Dossier:
    grant = act("person.grant-authorisation", function="decision", valid_from="2025-01-01", evidence="Interview.")
    return dossier(DORA, act("person.register", basis="employment", since="2025-01-01"), grant, *ready())


def review(**changes: Any) -> Act:
    fields = {
        "pack": QMS,
        "reviewer": cases.RITA,
        "recommendation": "grant",
        "rests_on": [STAGE_1, STAGE_2],
        "answers": [{"question": "complete", "answer": "yes"}],
    }
    return act("certification.review", **{**fields, **changes})


def decide(**changes: Any) -> Act:
    fields = {
        "pack": QMS,
        "limits": LIMITS,
        "kind": "grant",
        "deciders": [DORA],
        "application": cases.APPLICATION,
        "client": cases.CLIENT,
        "agreement": cases.AGREEMENT,
        "rests_on": [STAGE_1, STAGE_2],
        "review": "act-c-1-003",
        "reasons": "The system works.",
        "last_day": "2028-04-09",
    }
    return act("certification.decide", **{**fields, **changes})


def says(said_act: Act, gathered: dict[str, Dossier], on: date = DECIDED) -> list[tuple[str, str]]:
    packs = cases.packs(QMS, LIMITS)
    found = judged(said_act, gathered[CASE], by=DORA, on=on, today=on, gathered=gathered, packs=packs)
    return said(found)


def finding(grade: str, *acts: Act, about: str = STAGE_2) -> dict[str, Dossier]:
    """A finding of stage 2, which the report names."""
    raised = cases.finding("finding:f-1", about, QMS, STANDARD, grade, *acts)
    reported = cases.assignment(STAGE_2, QMS, STANDARD, "stage-2", ENDED, findings=["finding:f-1"])
    return {"finding:f-1": raised, STAGE_2: reported}


ANSWER = Respond.model_validate(
    {"received_on": "2025-03-20", "cause": "No training.", "correction": "Redone.", "corrective_action": "Training."}
)
ACCEPTED = JudgeResponse.model_validate({"outcome": "accepted", "verified_by": "documents"})


def verified(on: date) -> Act:
    return Verify.model_validate(
        {
            "verified_on": on,
            "verified_by": EVA,
            "method": "documents",
            "outcome": "effective",
            "evidence": "Records of training.",
        }
    )


REVIEWED = review(findings=["finding:f-1"])
WITH_FINDING = {"findings": ["finding:f-1"]}


def test_V1_the_cycle_counts_from_the_decision() -> None:
    """TR01, TR02: decided 2025-04-10, certified until 2028-04-09 and not a day longer."""
    assert says(decide(), case(review())) == NOTHING
    assert says(decide(last_day="2028-04-08"), case(review())) == NOTHING
    late = says(decide(last_day="2028-04-10"), case(review()))
    assert late == [("validity.expiry-is-computed", "expiry-too-late")]
    assert says(decide(last_day=None), case(review())) == [("validity.expiry-is-computed", "expiry-missing")]


def test_SD01_no_member_of_any_audit_team_decides() -> None:
    both = {EVA: person(EVA, "auditing", "decision")}
    gathered = case(review(), beside=both)
    found = judged(
        decide(deciders=[DORA, EVA]),
        gathered[CASE],
        by=DORA,
        on=date(2026, 3, 2),
        gathered=gathered,
        packs=cases.packs(QMS, LIMITS),
    )
    assert ("decision.independent-of-evaluation", "decider-evaluated") in said(found)


def test_SD02_whoever_decides_is_employed_by_the_body_or_under_contract() -> None:
    """9.5.1.2; a controlled entity's people are registered with the contract that binds them."""
    allowed = {}
    for basis in ("employment", "contract", "committee", "client", "outside"):
        granted = act("person.grant-authorisation", function="decision", valid_from="2025-01-01", evidence="Interview.")
        dora = dossier(DORA, act("person.register", basis=basis, since="2025-01-01"), granted, *ready())
        allowed[basis] = says(decide(), case(review(), beside={DORA: dora}))
    outside = [("decision.deciders-belong-to-the-body", "decider-outside-the-body")]
    assert allowed == {
        "employment": NOTHING,
        "contract": NOTHING,
        "committee": outside,
        "client": outside,
        "outside": outside,
    }


def test_SD03_the_reviewer_is_outside_the_team_unless_the_body_departs_from_its_policy() -> None:
    eva = {EVA: person(EVA, "auditing", "review")}
    gathered = case(beside=eva)
    found = judged(
        review(reviewer=EVA),
        gathered[CASE],
        by=EVA,
        gathered=gathered,
        packs=cases.packs(QMS),
    )
    assert said(found) == [("review.reviewer-outside-the-team", "reviewer-evaluated")]


@pytest.mark.parametrize(
    ("grade", "acts", "refused"),
    [
        ("major", (ANSWER, ACCEPTED), [("nonconformity.majors-are-verified", "major-not-verified")]),
        ("major", (ANSWER, ACCEPTED, verified(date(2025, 4, 1))), NOTHING),
        ("minor", (ANSWER,), [("nonconformity.minors-have-a-plan", "minor-without-plan")]),
        ("minor", (ANSWER, ACCEPTED), NOTHING),
    ],
)
def test_T13_majors_verified_minors_planned(grade: str, acts: tuple[Act, ...], refused: list[tuple[str, str]]) -> None:
    assert says(decide(**WITH_FINDING), case(REVIEWED, beside=finding(grade, *acts))) == refused


@pytest.mark.parametrize(
    ("on", "refused"),
    [
        (date(2025, 9, 14), NOTHING),
        (date(2025, 9, 15), [("nonconformity.stage-2-majors-within-six-months", "stage-2-must-be-repeated")]),
    ],
)
def test_TR08_last_day_and_one_day_after(on: date, refused: list[tuple[str, str]]) -> None:
    """Stage 2 ended on 14 March 2025: majors are verified until 14 September 2025."""
    gathered = case(REVIEWED, beside=finding("major", ANSWER, ACCEPTED, verified(on)))
    found = says(decide(**WITH_FINDING, last_day="2028-09-01"), gathered, on=date(2025, 10, 1))
    assert found == refused


RENEWAL = {"kind": "renew", "rests_on": ["assignment:recert"], "review": "act-c-1-005"}


def expired(until: date, kind: str = "recertification") -> dict[str, Dossier]:
    """A certification that ends on ``until``, whose recertification was audited and reviewed."""
    first = entry(CASE, 4, decide(last_day=until.isoformat()), effective_on=date(2023, 7, 1))
    recert = cases.plan(QMS, ("assignment:recert", kind), purpose="recertification")
    reviewed = review(rests_on=["assignment:recert"], recommendation="renew")
    opened = cases.opening(QMS, STANDARD, "management-system")
    planned = cases.plan(QMS, (STAGE_1, "stage-1"), (STAGE_2, "stage-2"))
    entries = [
        entry(CASE, 1, opened),
        entry(CASE, 2, planned),
        entry(CASE, 3, review()),
        first,
        entry(CASE, 5, reviewed),
        entry(CASE, 6, recert),
    ]
    audited = cases.assignment("assignment:recert", QMS, STANDARD, kind, date(2026, 6, 20))
    return case(beside={CASE: fold(CASE, entries), "assignment:recert": audited})


OLD_END = date(2026, 6, 30)
"""The old expiry of vectors V6 to V8."""


def test_V6_renewed_in_time_the_new_cycle_counts_from_the_old_end() -> None:
    gathered = expired(OLD_END)
    assert says(decide(**RENEWAL, last_day="2029-06-30"), gathered, on=date(2026, 6, 10)) == NOTHING
    late = says(decide(**RENEWAL, last_day="2029-07-01"), gathered, on=date(2026, 6, 10))
    assert late == [("validity.expiry-is-computed", "expiry-too-late")]


def test_V7_restored_after_expiry_and_effective_no_earlier_than_decided() -> None:
    gathered, on = expired(OLD_END), date(2026, 9, 15)
    assert says(decide(**RENEWAL, last_day="2029-06-30"), gathered, on=on) == NOTHING
    back = says(decide(**RENEWAL, last_day="2029-06-30", effective_from="2026-07-01"), gathered, on=on)
    assert back == [("validity.effective-not-before-decision", "effective-before-decision")]


@pytest.mark.parametrize(
    ("on", "refused"),
    [(date(2026, 12, 30), NOTHING), (date(2026, 12, 31), [("validity.restored-within-the-door", "door-is-closed")])],
)
def test_V8_the_door_of_restoration_closes(on: date, refused: list[tuple[str, str]]) -> None:
    """TR12: six months after 2026-06-30; one day later at least a stage 2 is held."""
    assert says(decide(**RENEWAL, last_day="2029-06-30"), expired(OLD_END), on=on) == refused


def test_T22_after_the_door_a_stage_2_opens_a_new_cycle() -> None:
    gathered = expired(OLD_END, kind="stage-2")
    assert says(decide(**RENEWAL, last_day="2029-06-30"), gathered, on=date(2027, 1, 15)) == NOTHING


def test_TR11_it_expires_at_midnight_without_any_job() -> None:
    certification = expired(OLD_END)[CASE]
    assert isinstance(certification, Certification)
    assert certification.standing(OLD_END) is Standing.VALID
    assert certification.standing(date(2026, 7, 1)) is Standing.EXPIRED


def test_V10_suspension_does_not_stop_the_clock() -> None:
    decided = decide(kind="suspend", rests_on=[], review=None, last_day=None)
    granted = decide(last_day="2026-05-15", effective_from="2023-05-16")
    gathered = case(review(), granted, decided=(decided, date(2026, 2, 1)))
    certification = gathered[CASE]
    assert isinstance(certification, Certification)
    assert [certification.standing(day) for day in (date(2026, 2, 1), date(2026, 5, 15), date(2026, 5, 16))] == [
        Standing.SUSPENDED,
        Standing.SUSPENDED,
        Standing.EXPIRED,
    ]


def test_nothing_but_a_grant_or_a_renewal_moves_an_expiry() -> None:
    """I2; 9.6.3.2.4: there is no extension of validity."""
    granted = case(review(), decided=(decide(), DECIDED))
    extended = decide(kind="maintain", last_day="2030-01-01", rests_on=[], review=None)
    assert ("validity.only-beginnings-have-an-end", "expiry-not-to-be-moved") in says(
        extended, granted, on=date(2026, 2, 1)
    )
