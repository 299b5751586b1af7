"""Ordering evaluation from providers and using their results: refused, or a breach (R-41 to R-45, R-58, T6, T8)."""

from datetime import date, timedelta
from typing import Any

import pytest

import application_cases as cases
from application_cases import HELMETS, LIMITS_17065
from certification_cases import APPLICATION, EVA, PAUL
from certwright.core.acts.act import Act
from certwright.core.acts.determination import RecordResults
from certwright.core.acts.provider import OrderEvaluation
from certwright.core.dossiers import Assignment, Dossier, fold
from certwright.core.entry import Deviation
from outsourced_cases import FIRST, TEST, TESTS, breaches, create, judging, lab, refused
from provider_cases import LAB, METHOD, approve, lost, register, state
from small_body import BEN, CARA, NOTHING, TODAY, TOMORROW, YESTERDAY, act, dossier, entry, judged

OUT_OF_SCOPE = ("resources.method-is-in-scope", "method-outside-scope")
NOT_APPROVED = ("resources.provider-is-approved", "provider-not-approved")


def assigned(*acts: Act, **changes: Any) -> Assignment:
    found = dossier(TEST, create(**changes), *acts)
    assert isinstance(found, Assignment)
    return found


def order(**changes: Any) -> OrderEvaluation:
    """An order to the laboratory; five working days before 2 March 2026, a Monday, is 23 February."""
    fields = {
        "provider": LAB,
        "client_told_on": date(2026, 2, 23),
        "client_answer": "no-objection",
        "limits": LIMITS_17065,
    }
    return OrderEvaluation.model_validate({**fields, **changes})


def test_T6_the_work_is_ordered_after_the_client_was_told() -> None:
    assert refused(order(), assigned()) == NOTHING


def test_T6_not_ordered_when_the_client_objects() -> None:
    assert refused(order(client_answer="objected"), assigned()) == [
        ("resources.client-could-object", "client-objects-to-provider")
    ]


@pytest.mark.parametrize(
    ("told", "late"), [(date(2026, 2, 20), False), (date(2026, 2, 23), False), (date(2026, 2, 24), True)]
)
def test_R58_told_five_working_days_before_the_order(told: date, late: bool) -> None:
    expected = [("resources.client-told-in-time", "client-told-late")] if late else NOTHING
    assert refused(order(client_told_on=told), assigned()) == expected


def test_R58_is_the_bodys_own_rule_and_may_be_departed_from() -> None:
    rule = "resources.client-told-in-time"
    deviation = Deviation(rule, "The client asked for an earlier test in writing.", CARA)
    gathered = cases.world(lab=lab())
    found = judged(
        order(client_told_on=TODAY),
        assigned(),
        by=PAUL,
        gathered=gathered,
        packs=cases.texts(),
        deviations=(deviation,),
    )
    assert found.deviations == (rule,)
    assert not [item for item in found.refusals if item.rule.startswith("resources.")]


@pytest.mark.parametrize("limits", [None, cases.LIMITS_17021])
def test_R58_the_period_must_be_known(limits: str | None) -> None:
    assert refused(order(limits=limits), assigned()) == [("resources.client-told-in-time", "notice-period-unknown")]


def test_T6_the_client_was_told_on_a_day_that_has_come() -> None:
    found = judging(order(client_told_on=TOMORROW), assigned()).refusals
    assert ("record.stated-days-have-come", "day-not-come") in [(item.rule, item.says) for item in found]


def test_the_order_goes_to_the_provider_of_the_assignment() -> None:
    other = dossier("provider:other", register(), state(), approve(valid_from="2026-01-01"))
    assert refused(order(provider="provider:other"), assigned(), other=other) == [
        ("resources.ordered-as-assigned", "provider-not-assigned")
    ]


@pytest.mark.parametrize(("seen", "stale"), [("2025-03-02", False), ("2025-03-01", True)])
def test_R45_the_accreditation_was_looked_up_within_a_year_of_the_order(seen: str, stale: bool) -> None:
    provider = lab(state(looked_up_on=seen), approve(valid_from="2026-01-01"))
    expected = [("resources.status-was-looked-up", "status-not-looked-up")] if stale else NOTHING
    assert refused(order(), assigned(), lab=provider) == expected


def test_acceptance_7_the_order_is_judged_again_on_what_became_of_the_scope() -> None:
    provider = lab(state(), approve(valid_from="2026-01-01"), lost(FIRST))
    assert OUT_OF_SCOPE in refused(order(), assigned(), lab=provider)


EXAMINED = YESTERDAY


def results(**changes: Any) -> RecordResults:
    """Results of yesterday."""
    fields = {
        "whose": EVA,
        "examined_on": EXAMINED,
        "provider": LAB,
        "lines": [{"requirement": TESTS, "verdict": "met"}],
    }
    return RecordResults.model_validate({**fields, **changes})


def ordered(on: date = EXAMINED, **changes: Any) -> Dossier:
    """An assignment of yesterday, ordered on a day."""
    created = create(from_day=EXAMINED, to_day=EXAMINED, **changes)
    entries = [entry(TEST, 1, created), entry(TEST, 2, order(), effective_on=on)]
    return fold(TEST, entries)


def test_T8_results_of_the_laboratory_are_recorded() -> None:
    assert breaches(results(), ordered()) == NOTHING


@pytest.mark.parametrize(
    ("until", "breach"),
    [(EXAMINED + timedelta(days=1), False), (EXAMINED, False), (EXAMINED - timedelta(days=1), True)],
)
def test_acceptance_7_results_from_outside_the_scope_are_recorded_as_a_breach(until: date, breach: bool) -> None:
    expired = lab(state(until), approve(valid_from="2026-01-01"))
    assert breaches(results(), ordered(), lab=expired) == ([OUT_OF_SCOPE] if breach else NOTHING)


def test_R41_the_method_of_each_line_counts() -> None:
    lines = [
        {"requirement": TESTS, "verdict": "met"},
        {"requirement": "penetration", "verdict": "met", "method": "EN 397 penetration"},
    ]
    found = breaches(results(lines=lines), ordered())
    assert found == [OUT_OF_SCOPE, NOT_APPROVED]


def test_T6_results_without_an_order_mean_that_the_client_was_not_told() -> None:
    unordered = assigned(from_day=EXAMINED, to_day=EXAMINED)
    late = [("resources.results-come-as-ordered", "results-without-order")]
    assert breaches(results(), unordered) == late
    assert breaches(results(), ordered(TODAY)) == late
    assert breaches(results(), ordered(EXAMINED)) == NOTHING
    assert breaches(results(), unordered, lab=lab(independence="own-laboratory")) == NOTHING


def test_results_of_a_provider_nobody_assigned_are_a_breach() -> None:
    nobodys = assigned(from_day=EXAMINED, to_day=EXAMINED, provider=None)
    assert breaches(results(), nobodys) == [("resources.results-come-as-ordered", "provider-not-assigned")]


def test_our_own_results_need_no_order() -> None:
    assert breaches(results(provider=None), ordered()) == NOTHING
    assert breaches(results(provider=None), assigned(from_day=EXAMINED, to_day=EXAMINED)) == NOTHING


def told(said_: Act, about: Dossier | str, **more: Dossier) -> dict[str, dict[str, str]]:
    """What fills the sentences of refusals and breaches, by sentence."""
    found = judging(said_, about, **more)
    refused = {item.says: dict(item.evidence) for item in found.refusals}
    return refused | {item.says: dict(item.evidence) for item in found.breaches}


def test_refusals_say_what_they_mean() -> None:
    nobodys = assigned(from_day=EXAMINED, to_day=EXAMINED, provider=None)
    assert told(results(), nobodys)["provider-not-assigned"] == {"provider": LAB, "assigned": "none"}
    assert told(order(), nobodys)["provider-not-assigned"]["assigned"] == "none"
    other = dossier("provider:other", register(), state(), approve(valid_from="2026-01-01"))
    assert told(results(provider="provider:other"), ordered(), other=other)["provider-not-assigned"]["assigned"] == LAB
    bare = dossier(LAB, register())
    assert told(create(), TEST, lab=bare)["provider-not-approved"]["method"] == METHOD
    assert told(create(method=None), TEST, lab=bare)["provider-not-approved"]["method"] == "any method"
    unnamed = told(taken_over(prior_result=None), nobodys, application=prior(TESTS))["prior-result-not-accepted"]
    assert unnamed["reference"] == "without a reference"
    named = told(taken_over(prior_result="T-9"), nobodys, application=prior(TESTS))["prior-result-not-accepted"]
    assert named["reference"] == "T-9"


def prior(*requirements: str) -> Dossier:
    taken = act(
        "application.accept-prior-result",
        pack=HELMETS,
        reference="T-2024-118",
        requirements=requirements,
        tested_on="2025-05-20",
        issuer_was="accredited",
        product_is="identical",
        edition_is="current",
        assessment="Compared with the drawings.",
    )
    acts = (cases.submit(HELMETS), cases.accept(HELMETS), taken)
    entries = [entry(APPLICATION, seq, each, actor=EVA) for seq, each in enumerate(acts, 1)]
    return fold(APPLICATION, entries)


def taken_over(**changes: Any) -> RecordResults:
    fields = {
        "provider": None,
        "taken_over": "From the report of 2025.",
        "application": APPLICATION,
        "prior_result": "T-2024-118",
    }
    return results(**{**fields, **changes})


@pytest.mark.parametrize(
    ("change", "accepted"),
    [
        ({}, True),
        ({"prior_result": "T-9"}, False),
        ({"prior_result": None}, False),
        ({"application": None}, False),
        ({"whose": PAUL}, False),  # it is Eva who accepted it, and so evaluated
        ({"lines": [{"requirement": "penetration", "verdict": "met"}]}, False),
    ],
)
def test_7_4_5_only_results_the_body_took_responsibility_for_are_used(change: dict[str, Any], accepted: bool) -> None:
    about = assigned(from_day=EXAMINED, to_day=EXAMINED, provider=None)
    expected = NOTHING if accepted else [("resources.taken-over-results-were-accepted", "prior-result-not-accepted")]
    assert breaches(taken_over(**change), about, application=prior(TESTS)) == expected


def test_7_4_5_results_of_another_client_are_not_used() -> None:
    about = assigned(from_day=EXAMINED, to_day=EXAMINED, provider=None, client="client:c-2")
    other = dossier("client:c-2", act("client.register", **cases.CLIENT_FIELDS))
    found = breaches(taken_over(), about, application=prior(TESTS), other=other)
    assert found == [("resources.taken-over-results-were-accepted", "prior-result-not-accepted")]


def test_only_planning_orders() -> None:
    found = judging(order(), assigned(), BEN).refusals
    assert ("competence.actor-is-authorised", "actor-lacks-function") in [(item.rule, item.says) for item in found]
