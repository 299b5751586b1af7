"""Evaluation by providers: refused when assigned or ordered, a breach when it happened (R-40 to R-45, R-58, T6).

Acceptance test 7: the scope of a laboratory that expires the day before the test bars it, the day after does not.
"""

from datetime import date, timedelta
from typing import Any

import pytest

import application_cases as cases
from application_cases import HELMETS, ISO_9001, LIMITS_17065, OBJECT_OF, STANDARD_OF
from certification_cases import APPLICATION, CASE, CLIENT, EVA, PAUL, opening, volume
from certwright.core.acts.act import Act
from certwright.core.acts.assignment import CreateAssignment
from certwright.core.acts.determination import RecordResults
from certwright.core.acts.provider import OrderEvaluation
from certwright.core.dossiers import Assignment, Dossier, Provider, fold
from certwright.core.entry import Deviation
from certwright.core.judge import Judgement
from certwright.core.schemes.performers import demands_accreditation
from certwright.packs.model.product import ProductScheme
from provider_cases import LAB, METHOD, approve, assessed, lost, register, state
from small_body import BEN, CARA, NOTHING, TODAY, TOMORROW, YESTERDAY, act, dossier, entry, judged

TEST = "assignment:test"
FIRST, LAST = TOMORROW, TOMORROW + timedelta(days=2)
TESTS = "shock-crown"


def requirement(task: str) -> str:
    """A requirement of the helmets scheme that a task determines."""
    scheme = volume(HELMETS).pack
    assert isinstance(scheme, ProductScheme)
    return next(each.id for each in scheme.requirements if each.task == task)


def create(pack: str = HELMETS, **changes: Any) -> CreateAssignment:
    """An assignment of type tests to the laboratory, tomorrow and the two days after."""
    fields = {
        "certification": CASE,
        "client": CLIENT,
        "standard": STANDARD_OF[pack],
        "pack": pack,
        "edition": volume(pack).pack.edition,
        "text": volume(pack).digest,
        "kind": "test",
        "requirements": [TESTS],
        "sites": ["1"],
        "areas": ["helmets-type-1"],
        "from_day": FIRST,
        "to_day": LAST,
        "provider": LAB,
        "method": METHOD,
        "objectives": "To see whether the shells hold.",
    }
    return CreateAssignment.model_validate({**fields, **changes})


def lab(*acts: Act, **changes: Any) -> Provider:
    """The laboratory, accredited to the end of 2029 and approved since January unless ``acts`` say otherwise."""
    plain = (state(), approve(valid_from="2026-01-01"))
    found = dossier(LAB, register(**changes), *(acts or plain))
    assert isinstance(found, Provider)
    return found


def judging(said_: Act, about: Dossier | str, by: str = PAUL, /, **more: Dossier) -> Judgement:
    certification = dossier(CASE, opening(HELMETS, STANDARD_OF[HELMETS], OBJECT_OF[HELMETS]))
    gathered = cases.world(**{"lab": lab(), "case": certification, **more})
    return judged(said_, about, by=by, gathered=gathered, packs=cases.texts())


def refused(said_: Act, about: Dossier | str = TEST, **more: Dossier) -> list[tuple[str, str]]:
    """What this theme refuses."""
    found = judging(said_, about, **more).refusals
    return [(item.rule, item.says) for item in found if item.rule.startswith("resources.")]


def breaches(said_: Act, about: Dossier | str, **more: Dossier) -> list[tuple[str, str]]:
    """What this theme records as a breach; nothing of it is refused."""
    found = judging(said_, about, EVA, **more)
    assert not [item for item in found.refusals if item.rule.startswith("resources.")]
    return [(item.rule, item.says) for item in found.breaches if item.rule.startswith("resources.")]


OUT_OF_SCOPE = ("resources.method-is-in-scope", "method-outside-scope")
NOT_APPROVED = ("resources.provider-is-approved", "provider-not-approved")


def test_T6_work_is_assigned_to_an_approved_laboratory_in_its_scope() -> None:
    assert refused(create()) == NOTHING
    assert refused(create(provider=None, method=None)) == NOTHING


@pytest.mark.parametrize(
    ("until", "barred"),
    [
        (LAST + timedelta(days=1), False),
        (LAST, False),
        (LAST - timedelta(days=1), True),
        (FIRST - timedelta(days=1), True),
    ],
)
def test_acceptance_7_scope_that_expires_before_the_test_bars_the_assignment(until: date, barred: bool) -> None:
    expiring = lab(state(until), approve(valid_from="2026-01-01"))
    assert refused(create(), lab=expiring) == ([OUT_OF_SCOPE] if barred else NOTHING)


@pytest.mark.parametrize(("begins", "barred"), [(FIRST, False), (FIRST + timedelta(days=1), True)])
def test_acceptance_7_scope_that_begins_during_the_test_bars_it_too(begins: date, barred: bool) -> None:
    beginning = lab(state(valid_from=begins.isoformat()), approve(valid_from="2026-01-01"))
    assert refused(create(), lab=beginning) == ([OUT_OF_SCOPE] if barred else NOTHING)


def test_acceptance_7_a_gap_in_the_middle_is_found() -> None:
    middle = FIRST + timedelta(days=1)
    gap = lab(
        state(FIRST),
        state(valid_from=(middle + timedelta(days=1)).isoformat(), number="L-8"),
        approve(valid_from="2026-01-01"),
    )
    assert refused(create(), lab=gap) == [OUT_OF_SCOPE]


@pytest.mark.parametrize(
    ("approval", "barred"),
    [
        ({"valid_until": LAST.isoformat()}, False),
        ({"valid_until": (LAST - timedelta(days=1)).isoformat()}, True),
        ({"valid_from": FIRST.isoformat()}, False),
        ({"valid_from": (FIRST + timedelta(days=1)).isoformat()}, True),
        ({"methods": ["EN 397 penetration"]}, True),
    ],
)
def test_R44_approved_for_the_method_on_every_day(approval: dict[str, Any], barred: bool) -> None:
    provider = lab(state(), approve(**{"valid_from": "2026-01-01", **approval}))
    assert refused(create(), lab=provider) == ([NOT_APPROVED] if barred else NOTHING)


def test_R41_the_method_is_named() -> None:
    assert refused(create(method=None)) == [("resources.method-is-named", "method-missing")]


@pytest.mark.parametrize(("task", "barred"), [("type-test", True), ("factory-audit", False)])
def test_R42_own_assessment_does_where_the_scheme_demands_no_accreditation(task: str, barred: bool) -> None:
    """Corrections, 11: type tests of helmets are accredited; a factory audit may rest on our own assessment."""
    by_us = approve(valid_from="2026-01-01", assessed=[assessed(on=date(2026, 1, 1))])
    kind = "laboratory" if task == "type-test" else "audit-body"
    provider = dossier(LAB, register(kind=kind), by_us)
    assert refused(create(requirements=[requirement(task)]), lab=provider) == ([OUT_OF_SCOPE] if barred else NOTHING)


@pytest.mark.parametrize(("by_task", "by_resource"), [(True, False), (False, True), (False, False)])
def test_R42_accreditation_is_demanded_by_the_task_or_by_the_resource(by_task: bool, by_resource: bool) -> None:
    scheme = volume(HELMETS).pack
    assert isinstance(scheme, ProductScheme)
    tasks = [task.model_copy(update={"accreditation_demanded": by_task}) for task in scheme.tasks]
    accreditation = "demanded" if by_resource else "or-own-assessment"
    resources = [resource.model_copy(update={"accreditation": accreditation}) for resource in scheme.resources]
    changed = scheme.model_copy(update={"tasks": tuple(tasks), "resources": tuple(resources)})
    assert demands_accreditation(changed, [TESTS]) is (by_task or by_resource)


@pytest.mark.parametrize(("until", "barred"), [(LAST, False), (LAST - timedelta(days=1), True)])
def test_R41_own_assessment_counts_to_its_last_day(until: date, barred: bool) -> None:
    by_us = approve(valid_from="2026-01-01", assessed=[assessed(until, on=date(2026, 1, 1))])
    provider = dossier(LAB, register(kind="audit-body"), by_us)
    found = refused(create(requirements=[requirement("factory-audit")]), lab=provider)
    assert found == ([OUT_OF_SCOPE] if barred else NOTHING)


def test_R42_a_requirement_the_scheme_does_not_know_is_judged_strictly() -> None:
    by_us = approve(valid_from="2026-01-01", assessed=[assessed(on=date(2026, 1, 1))])
    assert OUT_OF_SCOPE in refused(create(requirements=["all"]), lab=lab(by_us))


@pytest.mark.parametrize(
    ("task", "provider", "barred"),
    [
        ("type-test", {"kind": "laboratory"}, False),
        ("type-test", {"kind": "audit-body"}, True),
        ("factory-audit", {"kind": "audit-body"}, False),
        ("factory-audit", {"kind": "laboratory"}, True),
        ("type-test", {"independence": "client-laboratory"}, False),  # with the controls that the scheme names
        ("factory-audit", {"kind": "audit-body", "independence": "client-laboratory"}, True),
        ("design-appraisal", {"kind": "laboratory"}, True),
        ("factory-audit", {"kind": "agent"}, False),
    ],
)
def test_R40_R43_done_by_whom_the_scheme_lets_do_it(task: str, provider: dict[str, str], barred: bool) -> None:
    found = refused(create(requirements=[requirement(task)]), lab=lab(**provider))
    assert found == ([("resources.performer-is-the-schemes", "performer-not-the-schemes")] if barred else NOTHING)


def test_7_5_an_outsourced_audit_needs_approval_and_no_method() -> None:
    audit = {"kind": "stage-2", "requirements": ["8"], "method": None, "areas": ["17"]}
    body = lab(kind="audit-body")
    assert refused(create(ISO_9001, **audit), lab=body) == NOTHING
    unapproved = dossier(LAB, register(kind="audit-body"))
    assert refused(create(ISO_9001, **audit), lab=unapproved) == [NOT_APPROVED]


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
