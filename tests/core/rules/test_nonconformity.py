"""What a scheme's decision rule wants, and the client's wish, by name of the papers' rules: R-08, R-09, T9 to T12."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

import certification_cases as cases
from certification_cases import CASE, EVA, TEST
from certwright.core.acts.act import Act
from certwright.core.acts.determination import RecordResults
from certwright.core.acts.finding import JudgeResponse, NotifyFinding, Respond
from certwright.core.dossiers import Dossier
from certwright.packs.model.product import ProductScheme
from product_cases import HELD, HELMETS, STANDARD, case, decide, results, review, says, scheme
from small_body import ANNA, BEN, NOTHING, TODAY, act, dossier, judged, person, said

RULE, FINDING = "nonconformity.decision-rule-of-the-scheme-holds", "finding:f-1"
FIRST_REQUIREMENT = scheme().requirements[0].id


def lines(verdicts: Mapping[str, str], **more: Any) -> Act:
    """Results: every requirement met, but those given otherwise."""
    made = [{"requirement": each.id, "verdict": verdicts.get(each.id, "met"), **more} for each in scheme().requirements]
    return RecordResults.model_validate({"whose": EVA, "examined_on": HELD, "lines": made})


def work(*made: Act, name: str = TEST, held: date = HELD) -> dict[str, Dossier]:
    return {name: cases.assignment(name, HELMETS, STANDARD, "test", held, *made)}


@pytest.mark.parametrize(
    ("verdict", "refused"),
    [
        ("met", NOTHING),
        ("not-applicable", NOTHING),
        ("not-met", [(RULE, "requirement-failed")]),
        ("not-examined", [(RULE, "requirement-without-result")]),
    ],
)
def test_R08_T12_every_requirement_has_a_verdict_and_is_met(verdict: str, refused: list[tuple[str, str]]) -> None:
    assert says(decide(), case(review(), **work(lines({FIRST_REQUIREMENT: verdict})))) == refused


AGAIN = "assignment:again"


@pytest.mark.parametrize(("again_on", "cured"), [(date(2026, 2, 20), True), (date(2026, 1, 20), False)])
def test_R08_of_two_results_the_later_work_counts(again_on: date, cured: bool) -> None:
    """Whatever the order in which the decision names them."""
    planned = cases.plan(HELMETS, (AGAIN, "test"), purpose="special")
    both = {**work(lines({FIRST_REQUIREMENT: "not-met"})), **work(results(), name=AGAIN, held=again_on)}
    for order in ([TEST, AGAIN], [AGAIN, TEST]):
        about = case(review(rests_on=order), planned, **both)
        assert says(decide(rests_on=order), about) == (NOTHING if cured else [(RULE, "requirement-failed")])


def test_R08_a_sample_that_did_not_pass_is_told_apart() -> None:
    failed = lines({FIRST_REQUIREMENT: "not-met"}, sample="sample:s-1")
    assert says(decide(), case(review(), **work(failed))) == [
        (RULE, "requirement-failed"),
        (RULE, "sampling-not-accepted"),
    ]


def test_R08_results_of_before_the_application_count_once_somebody_answers_for_them() -> None:
    old = lines({}).model_dump(mode="json") | {"taken_over": "Laboratory report of 2025."}
    used = work(RecordResults.model_validate(old))
    assert says(decide(), case(review(), **used)) == [(RULE, "prior-results-not-accepted")]


PACKAGING = "eco-labelled-packaging"


def packaging(accepted: bool) -> list[tuple[str, str]]:
    """A packaging with an open nonconformity of class control, which that scheme leaves to an accepted plan."""
    pack = cases.volume(PACKAGING).pack
    assert isinstance(pack, ProductScheme)
    requirement = next(each.id for each in pack.requirements if each.nonconformity_class == "control")
    answered = (
        Respond.model_validate(
            {"received_on": "2026-02-10", "cause": "-", "correction": "-", "corrective_action": "-"}
        ),
        JudgeResponse.model_validate({"outcome": "accepted", "verified_by": "next-audit"}),
    )
    raised = act(
        "finding.raise",
        certification=CASE,
        client=cases.CLIENT,
        assignment=TEST,
        standard=STANDARD,
        pack=PACKAGING,
        edition=pack.edition,
        text=cases.volume(PACKAGING).digest,
        raised_by=EVA,
        raised_on="2026-02-02",
        requirement=requirement,
        grade="not-met",
        scheme_class="control",
        statement="The list is not kept.",
        evidence="Seen.",
    )
    made = [
        {"requirement": each.id, "verdict": "not-met" if each.id == requirement else "met"}
        for each in pack.requirements
    ]
    found = RecordResults.model_validate({"whose": EVA, "examined_on": HELD, "lines": made})
    opened = cases.opening(PACKAGING, STANDARD, "product")
    gathered = case(
        **{
            CASE: dossier(CASE, opened, cases.plan(PACKAGING, (TEST, "test"))),
            f"pack:{PACKAGING}": cases.adopted(PACKAGING),
            TEST: cases.assignment(TEST, PACKAGING, STANDARD, "test", HELD, found, findings=[FINDING]),
            FINDING: dossier(FINDING, raised, *(answered if accepted else ())),
        }
    )
    granting = decide(pack=PACKAGING, findings=[FINDING])
    judgement = judged(granting, gathered[CASE], by="person:dora", gathered=gathered, packs=cases.packs(PACKAGING))
    return [each for each in said(judgement) if each[0].startswith("nonconformity.")]


def test_R08_R09_an_accepted_plan_is_enough_only_where_the_scheme_says_so() -> None:
    assert packaging(accepted=True) == NOTHING
    assert ("nonconformity.product-requirements-are-met", "requirement-not-met") in packaging(accepted=False)


def wish(said_: str) -> Act:
    return act("certification.client-answers", wish=said_, told_on="2026-02-20", findings=[FINDING])


def told(**fields: Any) -> Dossier:
    notified = NotifyFinding.model_validate({"told_on": "2026-02-20", **fields})
    return cases.finding(FINDING, TEST, HELMETS, STANDARD, "not-met", notified)


def breaches(what: Act, finding: Dossier) -> list[tuple[str, str]]:
    gathered = case(**{FINDING: finding, ANNA: person(ANNA, "client-administration")})
    found = judged(what, gathered[CASE], by=BEN, on=TODAY, gathered=gathered, packs=cases.packs(HELMETS))
    assert found.refusals == ()
    return [(breach.rule, breach.says) for breach in found.breaches]


def test_T9_T10_T11_a_client_answers_after_it_was_told_what_comes_next() -> None:
    """What the client said is a fact: recorded, and a breach where the body had not told it before."""
    assert breaches(wish("continues"), told(further_evaluation="The test again, with twice the helmets.")) == []
    untold = breaches(wish("continues"), told())
    assert untold == [("nonconformity.client-was-told", "further-evaluation-untold")]
    assert breaches(wish("does-not-continue"), told()) == []
    late = told(told_on="2026-02-21", further_evaluation="The test again.")
    assert breaches(wish("continues"), late) == [("nonconformity.client-was-told", "client-not-told")]


def test_T11_the_nonconformities_are_those_of_the_certification() -> None:
    unknown = says(wish("continues"), case(), by=BEN)
    assert ("nonconformity.answered-of-its-certification", "finding-of-other-certification") in unknown
