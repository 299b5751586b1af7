"""Who decides: authorised under the pack and in its areas, of the body, as the scheme says; and who signs it."""

from datetime import date
from typing import Any

import pytest

import certification_cases as cases
import product_cases as product
import system_case as system
from certification_cases import CASE, DORA, EVA, RITA, TEST
from certwright.core.acts.act import Act
from certwright.core.acts.finding import Verify
from certwright.core.dossiers import Dossier
from certwright.core.judge import Judgement
from certwright.packs.model.base import Pack
from product_cases import HELD, HELMETS, STANDARD, answers, case, decide, results, review, scheme
from small_body import BEN, NOTHING, TODAY, act, dossier, evidence, judged, person, ready, said

COMPETENT, MAKER = "decision.deciders-are-competent", "decision.made-as-the-scheme-says"


def under(**changes: Any) -> dict[str, Pack]:
    """The scheme of helmets with another decision maker."""
    maker = scheme().decision_maker
    assert maker is not None
    changed = scheme().model_copy(update={"decision_maker": maker.model_copy(update=changes)})
    return {cases.volume(HELMETS).digest: changed}


def judgement(
    what: Act, gathered: dict[str, Dossier], by: str = DORA, packs: dict[str, Pack] | None = None, **how: Any
) -> Judgement:
    return judged(what, gathered[CASE], by=by, gathered=gathered, packs=packs or cases.packs(HELMETS), **how)


def granted(*grants: dict[str, Any]) -> Dossier:
    """Dora, authorised to decide only as these say."""
    plain = {"function": "decision", "valid_from": "2026-01-01", "evidence": "Interview."}
    made = [act("person.grant-authorisation", **plain, **grant) for grant in grants]
    return dossier(DORA, act("person.register", basis="employment", since="2026-01-01"), *made, *ready())


def test_R34_authorised_for_another_scheme_is_not_authorised_for_this_one() -> None:
    other = judgement(decide(), case(review(), **{DORA: granted({"packs": ["organic-food"]})}))
    assert evidence(other, COMPETENT) == [
        {"person": DORA, "function": "decision", "pack": HELMETS, "areas": "all areas", "day": TODAY.isoformat()}
    ]
    both = case(review(), **{DORA: granted({"packs": ["organic-food", HELMETS]})})
    assert said(judgement(decide(), both)) == NOTHING


def test_R34_authorised_in_all_areas_of_the_certification() -> None:
    products = [{"code": "h1", "name": "Helmet", "category": "helmets"}]
    opened = cases.opening(HELMETS, STANDARD, "product", products=products, areas=["plastics", "textiles"])
    about = dossier(CASE, opened, cases.plan(HELMETS, (TEST, "test")), review())
    one = judgement(decide(), case(**{CASE: about, DORA: granted({"areas": ["plastics"]})}))
    assert [each["areas"] for each in evidence(one, COMPETENT)] == ["plastics, textiles"]
    both = case(**{CASE: about, DORA: granted({"areas": ["plastics"]}, {"areas": ["textiles"]})})
    assert evidence(judgement(decide(), both), COMPETENT) == []


def test_R24_what_ties_the_decider_to_the_body_is_told() -> None:
    def tie(*registered: Act) -> list[dict[str, str]]:
        grant = act("person.grant-authorisation", function="decision", valid_from="2026-01-01", evidence="Interview.")
        found = judgement(decide(), case(review(), **{DORA: dossier(DORA, *registered, grant, *ready())}))
        return evidence(found, "decision.deciders-belong-to-the-body")

    assert tie(act("person.register", basis="outside", since="2026-01-01")) == [{"person": DORA, "basis": "outside"}]
    assert tie() == [{"person": DORA, "basis": "nothing"}]


@pytest.mark.parametrize(("whom", "refused"), [(DORA, False), (EVA, True), (None, True)])
def test_a_decision_is_entered_for_one_who_decided(whom: str | None, refused: bool) -> None:
    ben = {BEN: person(BEN, "decision")}
    found = judgement(decide(), case(review(), **ben), by=BEN, on_behalf=whom)
    assert said(found) == ([("decision.decider-signs", "decision-signed-by-another")] if refused else NOTHING)


def test_R21_whoever_decides_is_told() -> None:
    both = {EVA: person(EVA, "evaluation", "decision")}
    found = judgement(decide(deciders=[DORA, EVA]), case(review(), **both))
    assert evidence(found, "decision.independent-of-evaluation") == [{"person": EVA}]


def test_R11_verifying_a_finding_is_evaluation_of_a_product() -> None:
    """Corrections, 10: the two standards draw the circle differently."""
    requirement = scheme().requirements[0].id
    cured = Verify.model_validate(
        {
            "verified_on": "2026-02-20",
            "verified_by": DORA,
            "method": "repeated-test",
            "outcome": "effective",
            "evidence": "Report 2.",
            "new_determination": TEST,
        }
    )
    finding = cases.finding("finding:f-1", TEST, HELMETS, STANDARD, "not-met", cured, requirement=requirement)
    tested = cases.assignment(TEST, HELMETS, STANDARD, "test", HELD, results(), findings=["finding:f-1"])
    gathered = case(review(findings=["finding:f-1"]), **{TEST: tested, "finding:f-1": finding})
    refused = said(judgement(decide(findings=["finding:f-1"]), gathered))
    assert refused == [("decision.independent-of-evaluation", "decider-evaluated")]


def test_SD01_verifying_a_finding_does_not_make_a_member_of_the_audit_team() -> None:
    begun = [*system.begun()[:2], (system.review(findings=[system.FINDING]), date(2025, 3, 20))]
    about = system.certification(first=begun)
    stage_2 = system.audit(system.STAGE_2, "stage-2", system.STAGE_2_ENDED, system.FINDING)
    verified = system.finding("minor", system.verified("2025-04-01", by=DORA), about=system.STAGE_2)
    beside = {system.FINDING: verified, system.STAGE_2: stage_2}
    refused = system.says(system.grant(findings=[system.FINDING]), about, system.DECIDED, beside)
    assert ("decision.independent-of-evaluation", "decider-evaluated") not in refused


def reviewed_by(*reviewers: str) -> dict[str, Dossier]:
    """Reviews by several people, as acts 3, 4 and so on; Rita may decide, too."""
    people = {each: person(each, "review", "decision") for each in (RITA, BEN)}
    return case(*(review(reviewer=each) for each in reviewers), **people)


def test_R22_R23_a_scheme_may_ask_for_two_people() -> None:
    refused = [("decision.reviewer-may-decide", "reviewer-decides")]
    packs = under(reviewer_may_decide=False)
    by_rita = decide(deciders=[RITA])
    assert said(judgement(decide(), reviewed_by(RITA), packs=packs)) == NOTHING
    found = judgement(by_rita, reviewed_by(RITA), by=RITA, packs=packs)
    assert (said(found), evidence(found, refused[0][0])) == (refused, [{"person": RITA, "pack": HELMETS}])
    at_once = decide(deciders=[RITA], review=None, answers=answers())
    assert said(judgement(at_once, reviewed_by(RITA), by=RITA, packs=packs)) == refused
    assert said(judgement(by_rita, reviewed_by(RITA), by=RITA, packs=under(reviewer_may_decide=True))) == NOTHING


def test_R23_whoever_made_another_review_than_the_one_it_rests_on_may_decide() -> None:
    packs = under(reviewer_may_decide=False)
    rests_on_bens = decide(deciders=[RITA], review="act-c-1-004")
    assert said(judgement(rests_on_bens, reviewed_by(RITA, BEN), by=RITA, packs=packs)) == NOTHING
    rests_on_ritas = decide(deciders=[RITA], review="act-c-1-003")
    found = judgement(rests_on_ritas, reviewed_by(RITA, BEN), by=RITA, packs=packs)
    assert said(found) == [("decision.reviewer-may-decide", "reviewer-decides")]


@pytest.mark.parametrize("kind", ["grant", "refuse"])
def test_7_6_2_a_scheme_may_ask_for_several_deciders(kind: str) -> None:
    packs = under(people=2)
    ben = {BEN: person(BEN, "decision")}
    alone = judgement(decide(kind=kind, deciders=[DORA]), case(review(), **ben), packs=packs)
    assert evidence(alone, MAKER) == [{"pack": HELMETS, "needed": "2", "given": "1"}]
    together = judgement(decide(kind=kind, deciders=[DORA, BEN]), case(review(), **ben), packs=packs)
    assert evidence(together, MAKER) == []


@pytest.mark.parametrize("kind", ["grant", "refuse"])
def test_7_6_2_a_scheme_may_ask_for_a_committee(kind: str) -> None:
    packs = under(who="committee")
    alone = judgement(decide(kind=kind), case(review()), packs=packs)
    assert (MAKER, "committee-must-decide") in said(alone)
    assert evidence(alone, MAKER) == [{"pack": HELMETS}]
    committee = judgement(decide(kind=kind, committee="committee:helmets"), case(review()), packs=packs)
    assert evidence(committee, MAKER) == []
    assert evidence(judgement(decide(kind=kind), case(review()), packs=under(who="person")), MAKER) == []


def test_7_6_2_what_the_scheme_says_of_deciders_is_about_granting_and_refusing() -> None:
    given = product.granted()
    found = judgement(decide(kind="suspend", review=None, last_day=None), given, packs=under(who="committee", people=3))
    assert evidence(found, MAKER) == []
