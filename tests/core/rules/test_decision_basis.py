"""What a decision rests on: its review, an agreement in force, an accepted application, and its time."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import certification_cases as cases
import system_case as system
from certification_cases import AGREEMENT, APPLICATION, CASE, DORA
from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier
from product_cases import HELMETS, STANDARD, case, decide, review, says
from small_body import TODAY, TOMORROW, evidence, judged

REVIEW, IN_FORCE, ACCEPTED = (
    "decision.rests-on-a-review",
    "decision.agreement-is-in-force",
    "decision.application-was-accepted",
)


def told(rule: str, what: Act, gathered: dict[str, Dossier], **how: Any) -> list[dict[str, str]]:
    """What one rule refers to."""
    found = judged(what, gathered[CASE], by=DORA, gathered=gathered, packs=cases.packs(HELMETS), **how)
    return evidence(found, rule)


def test_T14_a_review_that_is_not_on_record() -> None:
    assert says(decide(review="act-c-1-099"), case(review())) == [(REVIEW, "review-unknown")]
    assert told(REVIEW, decide(review="act-c-1-099"), case(review())) == [{"act_id": "act-c-1-099", "dossier": CASE}]


def test_T14_the_review_of_the_same_evaluation_and_findings() -> None:
    of_more = review(findings=["finding:f-1"])
    assert told(REVIEW, decide(), case(of_more)) == [{"act_id": "act-c-1-003"}]
    assert told(REVIEW, decide(review="act-c-1-004"), case(of_more, review())) == []


@pytest.mark.parametrize(
    ("changes", "lacking"),
    [
        ({}, False),
        ({"valid_from": TODAY.isoformat()}, False),
        ({"valid_from": TOMORROW.isoformat()}, True),
        ({"client": "client:other"}, True),
        ({"client": "client:other", "valid_from": TOMORROW.isoformat()}, True),
    ],
)
def test_T16_an_agreement_with_this_client_in_force_on_the_day(changes: dict[str, Any], lacking: bool) -> None:
    found = told(IN_FORCE, decide(), case(review(), **{AGREEMENT: cases.agreement(HELMETS, **changes)}))
    assert found == ([{"client": cases.CLIENT, "day": TODAY.isoformat()}] if lacking else [])


def test_T16_pack_and_every_site_are_under_the_agreement() -> None:
    other = {AGREEMENT: cases.agreement("organic-food", sites=["2"])}
    assert told(IN_FORCE, decide(), case(review(), **other)) == [
        {"agreement": AGREEMENT, "pack": HELMETS},
        {"agreement": AGREEMENT, "site": "1"},
    ]
    both = {AGREEMENT: cases.agreement(HELMETS, sites=["1", "2"])}
    assert told(IN_FORCE, decide(sites=["1", "3"]), case(review(), **both)) == [{"agreement": AGREEMENT, "site": "3"}]


def test_T3_only_the_application_the_certification_was_opened_from_counts() -> None:
    other = replace(cases.application(HELMETS, STANDARD, "product"), id="application:other")
    elsewhere: dict[str, Dossier] = {other.id: other}
    named = decide(application="application:other")
    assert told(ACCEPTED, named, case(review(), **elsewhere)) == [{"application": "application:other", "pack": HELMETS}]
    assert told(ACCEPTED, decide(), case(review(), **elsewhere)) == []


def test_T3_accepted_for_this_pack_and_on_record() -> None:
    for_other = {APPLICATION: cases.application("organic-food", STANDARD, "product")}
    lacking = [{"application": APPLICATION, "pack": HELMETS}]
    assert told(ACCEPTED, decide(), case(review(), **for_other)) == lacking
    gathered = case(review())
    del gathered[APPLICATION]
    assert told(ACCEPTED, decide(), gathered) == lacking


def test_T15_a_refusal_may_name_an_application_of_its_own() -> None:
    other = {"application": "application:other", "last_day": None}
    rule = "decision.names-its-client-and-application"
    named = [{"named": "application:other", "dossier": CASE}]
    assert told(rule, decide(kind="refuse", **other), case(review())) == []
    assert told(rule, decide(kind="extend", **other), case(review())) == []
    assert told(rule, decide(kind="maintain", **other), case(review())) == named


def test_T26_what_ends_later_may_be_suspended_until_then() -> None:
    end_decided = ("decision.is-possible-now", "end-is-decided")
    ends = (system.decide("withdraw", effective_from="2026-06-30"), date(2026, 3, 2))
    about = system.certification(ends)
    assert end_decided not in system.says(system.suspend(limit=None), about, "2026-04-01")
    assert end_decided not in system.says(system.decide("withdraw"), about, "2026-04-01")
    assert end_decided in system.says(system.decide("reduce"), about, "2026-04-01")


def test_R10_what_a_decision_is_about_is_told() -> None:
    about = system.certification()
    found = judged(
        system.decide("restore"),
        about,
        by=DORA,
        on=date(2026, 3, 2),
        gathered=system.around(about),
        packs=cases.packs(system.QMS, cases.LIMITS),
    )
    assert evidence(found, "decision.is-possible-now") == [{"kind": "restore", "standing": "valid", "dossier": CASE}]
