"""Rules of the record: accepted, refused, and the day on which it turns."""

from dataclasses import replace
from typing import Any

import pytest

import small_body as case
from certwright.core.acts.act import Nature
from certwright.core.dossiers import BODY, fold
from certwright.core.entry import Breach, Deviation
from certwright.core.rules.rule import POLICY, RULES, Rule, refusal
from small_body import ANNA, BEN, CARA, NOTHING, TODAY, TOMORROW, YESTERDAY, act, judged, said

REGISTER = act("client.register", **case.CLIENT)
PARTICULARS = act("person.state-particulars", name="Ben Example")


def test_nothing_is_recorded_before_the_body_is_founded() -> None:
    assert ("record.body-is-founded", "body-not-founded") in said(judged(REGISTER, "client:c-1", by=BEN, gathered={}))
    assert said(judged(REGISTER, "client:c-1", by=BEN)) == NOTHING


def test_the_founding_act_needs_nobody_on_record_but_is_done_once() -> None:
    founding = act("body.found", **case.FOUNDING)
    assert said(judged(founding, BODY, by="person:founder", gathered={})) == NOTHING
    again = judged(founding, case.founded()[BODY], by="person:founder")
    assert said(again) == [("record.dossier-is-opened-once", "dossier-already-open")]


def test_a_client_is_registered_once() -> None:
    registered = case.dossier("client:c-1", REGISTER)
    assert said(judged(REGISTER, registered, by=BEN)) == [("record.dossier-is-opened-once", "dossier-already-open")]


def test_a_client_whose_registration_was_annulled_can_be_registered_again() -> None:
    first = case.entry("client:c-1", 1, REGISTER)
    annulled = case.entry("client:c-1", 2, act("record.annul", act=first.id, reason="Entered twice by mistake"))
    dossier = fold("client:c-1", [first, annulled])
    assert said(judged(REGISTER, dossier, by=BEN)) == NOTHING


def test_particulars_are_stated_of_somebody_registered() -> None:
    assert said(judged(PARTICULARS, case.founded()[BEN])) == NOTHING
    assert said(judged(PARTICULARS, "person:nobody")) == [("record.dossier-is-open", "dossier-not-open")]


def test_nobody_writes_behind_an_act_of_a_later_release() -> None:
    unknown = fold(
        "person:ben",
        [
            case.entry(BEN, 1, case.act("person.register", basis="contract", since="2026-01-01")),
            case.entry(BEN, 2, None),
        ],
    )
    assert said(judged(PARTICULARS, unknown)) == [("record.dossier-is-readable", "dossier-from-later-release")]


def test_named_dossiers_exist() -> None:
    sole = {**case.CLIENT, "status": "sole-trader", "proprietor": CARA}
    assert said(judged(act("client.register", **sole), "client:c-1", by=BEN)) == NOTHING
    nobody = {**sole, "proprietor": "person:nobody"}
    refused = judged(act("client.register", **nobody), "client:c-1", by=BEN)
    assert said(refused) == [("record.named-dossiers-exist", "named-dossier-unknown")]
    assert dict(refused.refusals[0].evidence) == {"dossier": "person:nobody"}


def test_whoever_acts_is_on_record_but_for_the_first_authoriser() -> None:
    register = act("person.register", basis="employment", since="2026-03-01")
    before_anybody = {BODY: case.founded()[BODY]}
    assert said(judged(register, ANNA, by=ANNA, gathered=before_anybody)) == NOTHING
    refused = said(judged(register, "person:dan", by="person:stranger"))
    assert ("record.actor-is-registered", "actor-not-registered") in refused


def test_no_act_is_dated_tomorrow() -> None:
    assert said(judged(PARTICULARS, case.founded()[BEN], on=TODAY)) == NOTHING
    refused = said(judged(PARTICULARS, case.founded()[BEN], on=TOMORROW))
    assert refused == [("record.day-has-come", "day-not-come")]


def test_acts_of_authority_are_not_back_dated_but_facts_may_be() -> None:
    assert said(judged(REGISTER, "client:c-1", by=BEN, on=TODAY)) == NOTHING
    refused = said(judged(REGISTER, "client:c-1", by=BEN, on=YESTERDAY))
    assert refused == [("record.authority-is-not-back-dated", "authority-back-dated")]
    assert PARTICULARS.spec.nature is Nature.FACT
    assert said(judged(PARTICULARS, case.founded()[BEN], on=YESTERDAY)) == NOTHING


ANNUL = {"act": "act-c-1-001", "reason": "It was the wrong client"}


def test_an_act_that_stands_is_annulled_by_somebody_who_could_have_done_it_or_by_quality_management() -> None:
    client = case.dossier("client:c-1", REGISTER)
    for who in (BEN, CARA):
        assert said(judged(act("record.annul", **ANNUL), client, by=who)) == NOTHING
    refused = judged(act("record.annul", **ANNUL), client, by=ANNA)
    assert said(refused) == [("record.correction-by-somebody-authorised", "actor-lacks-function")]
    assert refused.refusals[0].could is not None


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"act": "act-c-1-009"}, "act-not-in-dossier"),
        ({"form": "person.register@1"}, "correction-of-another-kind"),
    ],
)
def test_a_correction_meets_an_act_it_can_correct(wrong: dict[str, Any], says: str) -> None:
    client = case.dossier("client:c-1", REGISTER)
    right = {**ANNUL, "form": "client.register@1", "fields": case.CLIENT}
    assert said(judged(act("record.put-right", **right), client, by=BEN)) == NOTHING
    refused = judged(act("record.put-right", **{**right, **wrong}), client, by=CARA)
    assert said(refused) == [("record.correction-meets-a-correctable-act", says)]


def test_the_founding_act_and_corrections_themselves_cannot_be_corrected() -> None:
    annul = act("record.annul", act="act-self-001", reason="No longer wanted here")
    refused = judged(annul, case.founded()[BODY], by=CARA)
    assert said(refused) == [("record.correction-meets-a-correctable-act", "act-cannot-be-corrected")]


def test_an_annulled_act_is_not_corrected_again() -> None:
    client = case.dossier("client:c-1", REGISTER, act("record.annul", **ANNUL))
    refused = judged(act("record.annul", **ANNUL), client, by=CARA)
    assert said(refused) == [("record.correction-meets-a-correctable-act", "act-already-annulled")]


def test_an_erased_act_is_not_corrected() -> None:
    registered = case.entry(BEN, 1, act("person.register", basis="contract", since="2026-01-01"))
    erased = case.entry(BEN, 2, None, erased=True, form="person.state-particulars@1")
    erasure = act("person.erase-particulars", ground="recorded-unlawfully", reason="Never his name", acts=(erased.id,))
    ben = fold(BEN, [registered, erased, case.entry(BEN, 3, erasure)])
    refused = judged(act("record.annul", act=erased.id, reason="Was never his name"), ben, by=CARA)
    assert said(refused) == [("record.correction-meets-a-correctable-act", "act-content-erased")]


@pytest.fixture
def policy(monkeypatch: pytest.MonkeyPatch) -> str:
    """A POLICY rule on registering clients that always objects."""
    rule = Rule(
        "client.no-helmets",
        ("17065:2012 7.1.1",),
        POLICY,
        (),
        1,
        (),
        "No helmets.",
        frozenset({type(REGISTER)}),
        type(case.dossier("client:c-1", REGISTER)),
        (),
        lambda: iter([refusal("overtaken")]),
    )
    monkeypatch.setitem(RULES, rule.id, rule)
    monkeypatch.setattr("certwright.core.judge._rules_for", {})
    return rule.id


def test_a_policy_is_departed_from_with_a_reason_and_somebody_elses_approval(policy: str) -> None:
    assert said(judged(REGISTER, "client:c-1", by=BEN)) == [(policy, "overtaken")]
    approved = judged(
        REGISTER, "client:c-1", by=BEN, deviations=(Deviation(policy, "Known client of the group", CARA),)
    )
    assert (said(approved), approved.deviations) == (NOTHING, (policy,))


@pytest.mark.parametrize(("approver", "says"), [(BEN, "deviation-approved-by-actor"), (ANNA, "actor-lacks-function")])
def test_a_deviation_needs_an_authorised_other(policy: str, approver: str, says: str) -> None:
    refused = judged(REGISTER, "client:c-1", by=BEN, deviations=(Deviation(policy, "Known client", approver),))
    assert said(refused) == [("record.deviation-is-approved", says)]


def test_no_deviation_from_what_the_standard_demands() -> None:
    hard = Deviation("record.authority-is-not-back-dated", "It would be convenient", CARA)
    refused = said(judged(REGISTER, "client:c-1", by=BEN, on=YESTERDAY, deviations=(hard,)))
    assert ("record.deviation-is-approved", "rule-not-a-policy") in refused
    assert ("record.authority-is-not-back-dated", "authority-back-dated") in refused


def test_against_a_fact_the_same_rule_is_a_breach(policy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(REGISTER), "spec", replace(REGISTER.spec, nature=Nature.FACT))
    found = judged(REGISTER, "client:c-1", by=BEN)
    assert (said(found), found.breaches) == (NOTHING, (Breach(policy, "overtaken"),))
