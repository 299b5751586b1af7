"""Internal audits of the body's own work (R-31, SD07; 17065 8.6.4; 17021-1 10.2.6.4)."""

from datetime import date
from typing import Any

import pytest

import certification_cases as cases
import product_cases as product
from certification_cases import CASE, DORA, EVA, PAUL, RITA, TEST
from certwright.core.acts.act import Act
from certwright.core.acts.internal_audit import PlanInternalAudit, RecordInternalAudit
from certwright.core.dossiers import BODY, Body, Dossier, fold
from small_body import BEN, CARA, FOUNDING, NOTHING, TODAY, act, dossier, entry, judged, person, said

IDA = "person:ida"
OWN_WORK = [("internal.nobody-audits-own-work", "audits-own-work")]
FIELDS: dict[str, Any] = {
    "audit": "IA-2026-1",
    "auditors": [IDA],
    "clauses": ["17065:2012 7.6.2"],
    "sampled": [CASE, TEST],
}


def plan(**changes: Any) -> Act:
    days = {"from_day": TODAY, "to_day": TODAY}
    return PlanInternalAudit.model_validate({**FIELDS, **days, **changes})


def record(**changes: Any) -> Act:
    held = {"held_from": TODAY, "held_to": TODAY, "result": "Decisions are made as they should be."}
    return RecordInternalAudit.model_validate({**FIELDS, **held, **changes})


def world(**changes: Dossier) -> dict[str, Dossier]:
    """The helmets' certification: tested by Eva, reviewed by Rita, decided by Dora; all may audit internally, too."""
    everybody = {
        each: person(each, "internal-auditing", "evaluation", "review", "decision")
        for each in (EVA, RITA, DORA, PAUL, IDA)
    }
    return {**product.granted(), **everybody, **changes}


def rules(one: Act, about: Dossier | None = None, **changes: Dossier) -> list[tuple[str, str]]:
    seen = world(**changes)
    return said(judged(one, about or seen[BODY], by=CARA, gathered=seen))


def test_R31_SD07_somebody_who_took_no_part_audits() -> None:
    assert rules(plan()) == NOTHING
    assert rules(record()) == NOTHING


@pytest.mark.parametrize("person_id", [EVA, RITA, DORA])
def test_R31_SD07_nobody_audits_what_they_tested_reviewed_or_decided(person_id: str) -> None:
    assert rules(plan(auditors=[IDA, person_id])) == OWN_WORK


def test_SD07_nor_what_they_entered() -> None:
    """Evidence is the activity log: whoever acted in the dossier performed its work."""
    opened = cases.opening(product.HELMETS, product.STANDARD, "product")
    entered = fold(CASE, [entry(CASE, 1, opened, actor=IDA)])
    assert rules(plan(sampled=[CASE]), **{CASE: entered}) == OWN_WORK


def test_SD07_a_matter_is_audited_by_others_than_its_handlers() -> None:
    matter = dossier(
        "matter:m-1",
        act(
            "matter.receive",
            kind="complaint",
            standard=product.STANDARD,
            received_on="2026-02-20",
            origin="third-party",
            subject="It broke.",
        ),
        act("matter.assign-handler", handler=PAUL),
        act("matter.record-inquiry", by_whom=EVA, found="It did."),
    )
    sampled = {"sampled": ["matter:m-1"]}
    assert rules(plan(**sampled, auditors=[PAUL]), **{"matter:m-1": matter}) == OWN_WORK
    assert rules(plan(**sampled, auditors=[EVA]), **{"matter:m-1": matter}) == OWN_WORK
    assert rules(plan(**sampled), **{"matter:m-1": matter}) == NOTHING


def test_SD07_an_audit_of_own_work_that_was_held_is_a_breach() -> None:
    seen = world()
    found = judged(record(auditors=[DORA]), seen[BODY], by=CARA, gathered=seen)
    assert said(found) == NOTHING
    assert [breach.rule for breach in found.breaches] == ["internal.nobody-audits-own-work"]


def test_SD07_with_a_certification_its_evaluation_is_named() -> None:
    alone = rules(plan(sampled=[CASE]))
    assert alone == [("internal.sampled-with-its-evaluation", "assignment-not-sampled")]


def test_internal_auditors_are_authorised_on_the_days_of_the_audit() -> None:
    lacks = [("internal.auditors-are-competent", "actor-lacks-function")]
    assert rules(plan(auditors=[BEN])) == lacks
    until_today = {IDA: person(IDA, "internal-auditing", until=TODAY)}
    assert rules(plan(), **until_today) == NOTHING
    assert rules(plan(to_day=date(2026, 3, 3)), **until_today) == lacks


def test_an_audit_is_recorded_once_and_forwards() -> None:
    backwards = rules(plan(from_day=TODAY, to_day=date(2026, 3, 1)))
    assert ("internal.days-read-true", "internal-audit-ends-before-it-begins") in backwards
    founding = act("body.found", **FOUNDING)
    planned, held = dossier(BODY, founding, plan()), dossier(BODY, founding, plan(), record())
    assert rules(record(), planned, **{BODY: planned}) == NOTHING
    assert rules(record(), held, **{BODY: held}) == [("internal.days-read-true", "internal-audit-recorded-before")]
    assert isinstance(held, Body)
    assert [(one.audit, one.held_to) for one in held.internal_audits] == [("IA-2026-1", TODAY)]
