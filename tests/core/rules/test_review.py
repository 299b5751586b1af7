"""Review, by name of the papers' rules: R-20, R-34, T12, T13, SD03; acceptance tests 1 to 3 of section 10."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import certification_cases as cases
import system_case as system
from certification_cases import CASE, EVA, LIMITS, RITA, STAGE_1, STAGE_2, TEST
from certwright.core.dossiers import Assignment, Dossier
from certwright.core.entry import Deviation
from product_cases import HELD, HELMETS, STANDARD, answers, case, decide, results, review, says
from small_body import BEN, CARA, NOTHING, TODAY, YESTERDAY, act, dossier, evidence, judged, person, ready, said


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


def test_T13_a_finding_that_was_raised_and_not_reported_is_looked_at_too() -> None:
    found = cases.finding("finding:f-1", TEST, HELMETS, STANDARD, "not-met")
    elsewhere = cases.finding("finding:f-2", "assignment:other", HELMETS, STANDARD, "not-met")
    about = case(**{"finding:f-1": found})
    assert says(review(), about, by=RITA) == [("review.looks-at-every-finding", "finding-left-out")]
    assert says(review(findings=["finding:f-1"]), about, by=RITA) == NOTHING
    assert says(review(), case(**{"finding:f-2": elsewhere}), by=RITA) == NOTHING
    assert review().searches() == decide().searches() == {(TEST, "finding.raise")}


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


def rita(*grants: dict[str, Any]) -> Dossier:
    """Rita, authorised to review and to decide only as these say."""
    plain = {"valid_from": "2026-01-01", "evidence": "Interview."}
    functions = ("review", "decision")
    made = [act("person.grant-authorisation", function=each, **plain, **one) for each in functions for one in grants]
    return dossier(RITA, act("person.register", basis="employment", since="2026-01-01"), *made, *ready())


@pytest.mark.parametrize("at_once", [False, True])
def test_R34_reviewers_are_authorised_under_the_pack_in_all_its_areas(at_once: bool) -> None:
    products = [{"code": "h1", "name": "Helmet", "category": "helmets"}]
    opened = cases.opening(HELMETS, STANDARD, "product", products=products, areas=["plastics", "textiles"])
    about = dossier(CASE, opened, cases.plan(HELMETS, (TEST, "test")))
    what = decide(deciders=[RITA, BEN], review=None, answers=answers()) if at_once else review()
    rule = "review.at-once-by-a-reviewer" if at_once else "review.reviewer-is-competent"

    def lacking(*grants: dict[str, Any]) -> list[dict[str, str]]:
        gathered = case(**{CASE: about, RITA: rita(*grants), BEN: person(BEN, "decision")})
        return evidence(judged(what, about, by=RITA, gathered=gathered, packs=cases.packs(HELMETS)), rule)

    who = f"{RITA}, {BEN}" if at_once else RITA
    refused = {"person": who, "function": "review", "pack": HELMETS, "day": TODAY.isoformat()}
    assert lacking({"packs": ["organic-food"]}) == [{**refused, "areas": "plastics, textiles"}]
    assert lacking({"areas": ["plastics"]}) == [{**refused, "areas": "plastics, textiles"}]
    assert lacking({"packs": [HELMETS], "areas": ["plastics"]}, {"areas": ["textiles"]}) == []


def test_R34_without_areas_all_of_them_are_meant() -> None:
    gathered = case(**{RITA: rita({"packs": ["organic-food"]})})
    found = judged(review(), gathered[CASE], by=RITA, gathered=gathered, packs=cases.packs(HELMETS))
    assert [each["areas"] for each in evidence(found, "review.reviewer-is-competent")] == ["all areas"]


@pytest.mark.parametrize(("whom", "refused"), [(RITA, False), (EVA, True), (None, True)])
def test_a_review_is_entered_for_its_reviewer_with_the_evidence_named(whom: str | None, refused: bool) -> None:
    gathered = case(**{BEN: person(BEN, "review")})
    found = judged(review(), gathered[CASE], by=BEN, gathered=gathered, packs=cases.packs(HELMETS), on_behalf=whom)
    assert said(found) == ([("review.reviewer-signs", "review-signed-by-another")] if refused else NOTHING)


def test_T12_what_is_due_depends_on_what_is_recommended() -> None:
    """A recertification is reviewed on its own audit, not on the stages of three years ago."""
    recert = cases.plan(system.QMS, (system.RECERT, "recertification"), purpose="recertification")
    watched = cases.plan(system.QMS, (system.SURVEILLANCE, "surveillance"), purpose="surveillance")
    about = system.certification((recert, date(2027, 12, 1)), (watched, date(2027, 12, 1)))
    audited = {system.RECERT: system.audit(system.RECERT, "recertification", date(2028, 1, 20))}
    renewing = system.review(recommendation="renew", rests_on=[system.RECERT])
    assert system.says(renewing, about, "2028-02-01", audited, by=RITA) == NOTHING
    maintaining = system.review(recommendation="maintain", rests_on=[system.RECERT])
    left_out = ("review.rests-on-the-whole-evaluation", "evaluation-left-out")
    assert left_out in system.says(maintaining, about, "2028-02-01", audited, by=RITA)


def test_T12_every_piece_it_rests_on_is_reported() -> None:
    tested = cases.assignment(TEST, HELMETS, STANDARD, "test", HELD, results())
    assert isinstance(tested, Assignment)
    unreported = replace(tested, reports=())
    gathered = case(**{TEST: unreported})
    found = judged(review(), gathered[CASE], by=RITA, gathered=gathered, packs=cases.packs(HELMETS))
    rule = "review.rests-on-the-whole-evaluation"
    assert (rule, "evaluation-not-reported") in said(found)
    assert evidence(found, rule) == [{"assignment": TEST, "kind": "test"}]


def test_7_6_6_after_the_grant_a_refusal_rests_on_what_there_is() -> None:
    change = cases.plan(
        system.QMS, (system.SPECIAL, "special"), (system.SURVEILLANCE, "surveillance"), purpose="change"
    )
    audited = {system.SPECIAL: system.audit(system.SPECIAL, "special", date(2026, 2, 2))}
    left_out = ("decision.rests-on-the-whole-evaluation", "evaluation-left-out")
    refuse = system.decide("refuse", rests_on=[system.SPECIAL])
    granted = system.certification((change, date(2026, 1, 1)))
    assert left_out not in system.says(refuse, granted, "2026-03-02", audited)
    extend = system.decide("extend", rests_on=[system.SPECIAL])
    assert left_out in system.says(extend, granted, "2026-03-02", audited)
    begun = system.certification(first=system.begun())
    assert left_out in system.says(system.decide("refuse", rests_on=[system.STAGE_1]), begun, "2025-04-10")


def test_T13_a_finding_that_only_the_report_names_is_named_too() -> None:
    reported = cases.assignment(TEST, HELMETS, STANDARD, "test", HELD, results(), findings=["finding:f-9"])
    found = says(review(), case(**{TEST: reported}), by=RITA)
    assert ("review.looks-at-every-finding", "finding-left-out") in found
