"""Review, by name of the papers' rules: R-20, R-34, T12, T13, SD03; acceptance tests 1 to 3 of section 10."""

from datetime import date

import pytest

import certification_cases as cases
import system_case as system
from certification_cases import EVA, LIMITS, RITA, STAGE_1, STAGE_2, TEST
from certwright.core.entry import Deviation
from product_cases import HELD, HELMETS, STANDARD, answers, case, decide, results, review, says
from small_body import BEN, CARA, NOTHING, TODAY, YESTERDAY, judged, person, said


def test_acceptance_1_R20_an_evaluator_does_not_review() -> None:
    both = {EVA: person(EVA, "evaluation", "review")}
    assert says(review(reviewer=EVA), case(**both), by=EVA) == [
        ("review.reviewer-did-not-evaluate", "reviewer-evaluated")
    ]


def test_acceptance_2_R22_the_reviewer_decides_at_once_in_one_record() -> None:
    rita = {RITA: person(RITA, "review", "decision")}
    at_once = decide(deciders=[RITA], review=None, answers=answers())
    assert says(at_once, case(**rita), by=RITA) == NOTHING


def test_R22_R34_whoever_does_both_at_once_is_authorised_for_both() -> None:
    rita = {RITA: person(RITA, "decision")}
    at_once = decide(deciders=[RITA], review=None, answers=answers())
    assert says(at_once, case(**rita), by=RITA) == [("review.at-once-by-a-reviewer", "not-authorised-for-pack")]


def test_acceptance_3_R21_no_evaluator_among_those_who_decide() -> None:
    """The committee's side of it stands in the tests of committees."""
    both = {EVA: person(EVA, "evaluation", "decision")}
    refused = says(decide(deciders=["person:dora", EVA]), case(review(), **both))
    assert refused == [("decision.independent-of-evaluation", "decider-evaluated")]


@pytest.mark.parametrize(("until", "lapsed"), [(TODAY, False), (YESTERDAY, True)])
def test_R34_the_reviewer_is_authorised_on_the_day(until: date, lapsed: bool) -> None:
    rita = {RITA: person(RITA, "review", until=until)}
    found = says(review(), case(**rita), by=RITA)
    assert (("review.reviewer-is-competent", "not-authorised-for-pack") in found) is lapsed


def test_a_review_is_signed_by_its_reviewer() -> None:
    ben = {BEN: person(BEN, "review")}
    assert says(review(), case(**ben), by=BEN) == [("review.reviewer-signs", "review-signed-by-another")]


def test_T12_T13_a_review_looks_at_everything_that_was_planned_and_reported() -> None:
    second = "assignment:factory"
    more = cases.plan(HELMETS, (second, "inspection"))
    assert says(review(), case(more), by=RITA) == [("review.rests-on-the-whole-evaluation", "evaluation-left-out")]
    assert says(review(rests_on=["assignment:else"]), case(), by=RITA)[0][0] == "basis.what-is-named-is-there"


def test_T13_a_review_names_every_finding_of_the_evaluation() -> None:
    found = cases.finding("finding:f-1", TEST, HELMETS, STANDARD, "not-met")
    reported = cases.assignment(TEST, HELMETS, STANDARD, "test", HELD, results(), findings=["finding:f-1"])
    about = case(**{TEST: reported, "finding:f-1": found})
    assert says(review(), about, by=RITA) == [("review.looks-at-every-finding", "finding-left-out")]
    assert says(review(findings=["finding:f-1"]), about, by=RITA) == NOTHING


def test_a_review_belongs_to_the_pinned_scheme() -> None:
    pack = {"pack:organic-food": cases.adopted("organic-food")}
    found = says(review(pack="organic-food"), case(**pack), by=RITA)
    assert ("review.pack-is-the-pinned-one", "pack-is-not-the-pinned-one") in found


def test_SD03_a_member_of_the_team_reviews_only_by_an_approved_departure() -> None:
    """SD03 is the body's policy; a surveillance that was escalated is another matter (SD04, HARD)."""
    about = system.certification(first=system.begun()[:2])
    gathered = system.around(about, {EVA: person(EVA, "auditing", "review")})
    by_eva = system.review(reviewer=EVA, rests_on=[STAGE_1, STAGE_2])
    departure = Deviation("review.reviewer-outside-the-team", "Nobody else knows this technology well.", CARA)
    for deviations, refused in (
        ((), [("review.reviewer-outside-the-team", "reviewer-evaluated")]),
        ((departure,), NOTHING),
    ):
        found = judged(
            by_eva,
            about,
            by=EVA,
            gathered=gathered,
            packs=cases.packs(system.QMS, LIMITS),
            deviations=deviations,
        )
        assert said(found) == refused


def test_T23_an_application_of_its_own_is_named_by_an_extension_alone() -> None:
    other = decide(application="application:other")
    assert ("decision.names-its-client-and-application", "application-of-another") in says(other, case(review()))
    elsewhere = decide(client="client:other")
    assert ("decision.names-its-client-and-application", "client-of-another") in says(elsewhere, case(review()))
