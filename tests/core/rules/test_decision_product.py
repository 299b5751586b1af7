"""Review and decision on a product, judged by name of the papers' rules (17065-rules.md, corrections.md)."""

from datetime import date, timedelta

import pytest

import certification_cases as cases
from certification_cases import CASE, DORA, EVA, RITA, TEST
from certwright.core.acts.finding import Verify
from certwright.core.functions import Function
from product_cases import HELD, HELMETS, STANDARD, answers, case, decide, results, review, says, scheme
from small_body import BEN, NOTHING, TODAY, YESTERDAY, act, dossier, judged, person, ready


def test_R20_the_reviewer_took_no_part_in_the_evaluation() -> None:
    assert says(review(), case(), by=RITA) == NOTHING
    both = {EVA: person(EVA, "evaluation", "review")}
    assert says(review(reviewer=EVA), case(**both), by=EVA) == [
        ("review.reviewer-did-not-evaluate", "reviewer-evaluated")
    ]


def test_R21_nobody_who_evaluated_decides() -> None:
    assert says(decide(), case(review())) == NOTHING
    both = {EVA: person(EVA, "evaluation", "decision")}
    refused = says(decide(deciders=[EVA]), case(review(), **both), by=EVA)
    assert refused == [("decision.independent-of-evaluation", "decider-evaluated")]


def test_R21_each_of_several_deciders_counts() -> None:
    both = {EVA: person(EVA, "evaluation", "decision")}
    refused = says(decide(deciders=[DORA, EVA]), case(review(), **both))
    assert refused == [("decision.independent-of-evaluation", "decider-evaluated")]


def test_R22_reviewer_and_decider_may_be_one_and_do_both_at_once() -> None:
    """Acceptance test 2 of section 10, for a scheme that allows it (17065 7.5.2, 7.6.2)."""
    rita = {RITA: person(RITA, "review", "decision")}
    at_once = decide(deciders=[RITA], review=None, answers=answers())
    refused = says(at_once, case(**rita), by=RITA)
    allowed = scheme().decision_maker is not None and scheme().decision_maker.reviewer_may_decide  # type: ignore[union-attr]
    assert refused == (NOTHING if allowed else [("decision.reviewer-may-decide", "reviewer-decides")])


def test_R24_a_decider_belongs_to_the_body() -> None:
    outside = dossier(
        DORA,
        act("person.register", basis="outside", since="2026-01-01"),
        act("person.grant-authorisation", function="decision", valid_from="2026-01-01", evidence="Interview."),
        *ready(),
    )
    refused = says(decide(), case(review(), **{DORA: outside}))
    assert refused == [("decision.deciders-belong-to-the-body", "decider-outside-the-body")]


@pytest.mark.parametrize(("until", "refused"), [(TODAY, False), (YESTERDAY, True)])
def test_R34_authorised_on_the_day(until: date, refused: bool) -> None:
    dora = {DORA: person(DORA, "decision", until=until)}
    expected = [
        ("competence.actor-is-authorised", "actor-lacks-function"),
        ("decision.deciders-are-competent", "not-authorised-for-pack"),
    ]
    assert says(decide(), case(review(), **dora)) == (expected if refused else NOTHING)


def test_the_refusal_asks_who_could_decide() -> None:
    both = {EVA: person(EVA, "evaluation", "decision")}
    gathered = case(review(), **both)
    found = judged(decide(deciders=[EVA]), gathered[CASE], by=EVA, gathered=gathered, packs=cases.packs(HELMETS))
    assert [item.could.function for item in found.refusals if item.could] == [Function.DECISION]
    assert "17065:2012 7.6.2" in found.refusals[0].asks


def test_T12_everything_planned_is_reported_or_left_out_with_a_reason() -> None:
    second = "assignment:factory"
    unfinished = [("decision.rests-on-the-whole-evaluation", "evaluation-left-out")]
    more = cases.plan(HELMETS, (second, "inspection"), purpose="change")
    gathered = case(review(), more)
    assert says(decide(), gathered) == unfinished
    left_out = act("certification.omit", assignment=second, reason="The factory was inspected last month")
    assert says(decide(), case(review(), more, left_out)) == NOTHING


def test_T14_no_decision_without_a_review() -> None:
    assert says(decide(review=None), case()) == [("decision.rests-on-a-review", "decision-without-review")]
    of_other = review(findings=["finding:f-1"])
    assert says(decide(), case(of_other)) == [("decision.rests-on-a-review", "review-of-something-else")]


def test_R08_no_grant_with_an_unmet_requirement_whatever_was_promised() -> None:
    """Corrections, 3: neither a reason nor an accepted plan cures an unmet product requirement."""
    requirement = scheme().requirements[0].id
    open_finding = cases.finding("finding:f-1", TEST, HELMETS, STANDARD, "not-met", requirement=requirement)
    failed = cases.assignment(
        TEST, HELMETS, STANDARD, "test", HELD, results(failing=requirement), findings=["finding:f-1"]
    )
    reviewed = review(findings=["finding:f-1"])
    gathered = case(reviewed, **{TEST: failed, "finding:f-1": open_finding})
    assert says(decide(findings=["finding:f-1"]), gathered) == [
        ("nonconformity.decision-rule-of-the-scheme-holds", "requirement-failed"),
        ("nonconformity.product-requirements-are-met", "requirement-not-met"),
    ]


def test_R08_a_repeated_test_cures_it() -> None:
    requirement = scheme().requirements[0].id
    verified = Verify.model_validate(
        {
            "verified_on": "2026-02-20",
            "verified_by": EVA,
            "method": "repeated-test",
            "outcome": "effective",
            "evidence": "Report 2.",
            "new_determination": TEST,
        }
    )
    cured = cases.finding("finding:f-1", TEST, HELMETS, STANDARD, "not-met", verified, requirement=requirement)
    passed = cases.assignment(TEST, HELMETS, STANDARD, "test", HELD, results(), findings=["finding:f-1"])
    gathered = case(review(findings=["finding:f-1"]), **{TEST: passed, "finding:f-1": cured})
    assert says(decide(findings=["finding:f-1"]), gathered) == NOTHING


@pytest.mark.parametrize(("later", "refused"), [(1, False), (0, True), (-1, True)])
def test_R08_the_latest_result_counts_and_of_one_day_the_worst(later: int, refused: bool) -> None:
    """Tested a second time without a finding to cure: on the same day a good result does not outweigh a bad one."""
    again, requirement = "assignment:again", scheme().requirements[0].id
    failed = cases.assignment(TEST, HELMETS, STANDARD, "test", HELD, results(failing=requirement))
    passed = cases.assignment(again, HELMETS, STANDARD, "test", HELD + timedelta(days=later), results())
    planned, both = cases.plan(HELMETS, (again, "test")), [TEST, again]
    about = case(planned, review(rests_on=both), **{TEST: failed, again: passed})
    found = says(decide(rests_on=both, review="act-c-1-004"), about)
    failing = [("nonconformity.decision-rule-of-the-scheme-holds", "requirement-failed")]
    assert found == (failing if refused else NOTHING)


def test_a_finding_cannot_be_left_out() -> None:
    requirement = scheme().requirements[0].id
    open_finding = cases.finding("finding:f-1", TEST, HELMETS, STANDARD, "not-met", requirement=requirement)
    reported = cases.assignment(TEST, HELMETS, STANDARD, "test", HELD, results(), findings=["finding:f-1"])
    gathered = case(review(), **{TEST: reported, "finding:f-1": open_finding})
    assert says(decide(), gathered) == [("review.looks-at-every-finding", "finding-left-out")]


def test_T16_no_grant_without_an_agreement_for_pack_and_site() -> None:
    assert says(decide(agreement=None), case(review())) == [("decision.agreement-is-in-force", "no-agreement-in-force")]
    other = {cases.AGREEMENT: cases.agreement("organic-food", sites=["2"])}
    assert says(decide(), case(review(), **other)) == [
        ("decision.agreement-is-in-force", "agreement-without-pack"),
        ("decision.agreement-is-in-force", "agreement-without-site"),
    ]


def test_R56_effective_on_the_day_of_the_decision_or_later() -> None:
    assert says(decide(effective_from=TODAY.isoformat()), case(review())) == NOTHING
    refused = says(decide(effective_from=YESTERDAY.isoformat()), case(review()))
    assert ("validity.effective-not-before-decision", "effective-before-decision") in refused


def test_R66_the_last_day_is_the_schemes_and_may_only_be_earlier() -> None:
    gathered = case(review())
    found = says(decide(last_day=None), gathered)
    assert found in ([("validity.expiry-is-computed", "expiry-missing")], NOTHING)
    if found:
        far = says(decide(last_day="2099-01-01"), gathered)
        assert far == [("validity.expiry-is-computed", "expiry-too-late")]
    before = (TODAY - timedelta(days=5)).isoformat()
    assert ("validity.expiry-is-computed", "expiry-before-effective") in says(decide(last_day=before), gathered)


def test_R10_granted_once() -> None:
    granted = case(review(), decide())
    refused = says(decide(), granted, on=TODAY)
    assert ("decision.is-possible-now", "decision-not-possible-now") in refused


def test_every_question_of_the_scheme_is_answered_and_no_says_why() -> None:
    without = review(answers=answers()[1:])
    assert says(without, case(), by=RITA) == [("review.checklist-is-answered", "question-not-answered")]
    no = [{**answers()[0], "answer": "no"}, *answers()[1:]]
    assert says(review(answers=no), case(), by=RITA) == [("review.checklist-is-answered", "no-without-remark")]


def test_signed_by_whoever_decides() -> None:
    ben = {BEN: person(BEN, "decision")}
    refused = says(decide(), case(review(), **ben), by=BEN)
    assert refused == [("decision.decider-signs", "decision-signed-by-another")]
