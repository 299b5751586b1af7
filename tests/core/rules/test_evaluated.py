"""What an evaluation came to, as a scheme weighs it: cures, samples, results taken over."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

import certification_cases as cases
from certification_cases import APPLICATION, CASE, DORA, EVA, TEST
from certwright.core.acts.act import Act
from certwright.core.acts.determination import RecordResults
from certwright.core.acts.finding import Verify
from certwright.core.dossiers import Application, Dossier, Finding
from certwright.core.rules.nonconformity import is_cured
from product_cases import HELD, HELMETS, STANDARD, case, decide, results, review, scheme
from small_body import act, dossier, evidence, judged

RULE, FINDING = "nonconformity.decision-rule-of-the-scheme-holds", "finding:f-1"
FIRST = scheme().requirements[0].id
EVERYTHING = tuple(each.id for each in scheme().requirements)


def told(*made: Act, kind: str = "grant", rule: str = RULE, **beside: Dossier) -> list[dict[str, str]]:
    """What is told of a decision on a test with these results."""
    tested = cases.assignment(TEST, HELMETS, STANDARD, "test", HELD, *made)
    gathered = case(review(), **{TEST: tested, **beside})
    found = judged(decide(kind=kind), gathered[CASE], by=DORA, gathered=gathered, packs=cases.packs(HELMETS))
    return evidence(found, rule)


def lines(verdicts: Mapping[str, str], taken_over: str | None = None, **more: Any) -> Act:
    made = [{"requirement": each, "verdict": verdicts.get(each, "met"), **more} for each in EVERYTHING]
    fields = {"whose": EVA, "examined_on": HELD, "lines": made, "taken_over": taken_over}
    return RecordResults.model_validate(fields)


@pytest.mark.parametrize("kind", ["grant", "renew"])
def test_R08_grants_and_renewals_are_weighed_alike(kind: str) -> None:
    assert told(results(failing=FIRST), kind=kind) == [{"requirement": FIRST}]
    assert told(results(failing=FIRST), kind="maintain") == []


def test_R08_samples_that_passed_are_accepted() -> None:
    assert told(lines({}, sample="sample:s-1")) == []


def application(pack: str, *requirements: str) -> dict[str, Dossier]:
    """The application, with an earlier result somebody took responsibility for under a pack."""
    taken = act(
        "application.accept-prior-result",
        pack=pack,
        reference="T-1",
        requirements=requirements,
        tested_on="2025-05-20",
        issuer_was="accredited",
        authenticity_confirmed_on="2026-01-03",
        product_is="identical",
        edition_is="current",
        assessment="Compared with the drawings.",
    )
    plain = cases.application(HELMETS, STANDARD, "product")
    assert isinstance(plain, Application)
    beside = dossier(APPLICATION, taken)
    assert isinstance(beside, Application)
    return {APPLICATION: replace(plain, prior_results=beside.prior_results)}


@pytest.mark.parametrize(
    ("pack", "requirements", "accepted"),
    [
        (HELMETS, EVERYTHING, True),
        (HELMETS, (*EVERYTHING, "colour"), True),
        (HELMETS, EVERYTHING[1:], False),
        ("organic-food", EVERYTHING, False),
    ],
)
def test_R41_results_taken_over_were_answered_for_under_this_scheme(
    pack: str, requirements: tuple[str, ...], accepted: bool
) -> None:
    found = told(lines({}, taken_over="Laboratory report of 2025."), **application(pack, *requirements))
    assert found == ([] if accepted else [{"application": APPLICATION}])


def verified(new_determination: str | None) -> Finding:
    fields = {
        "verified_on": "2026-02-20",
        "verified_by": EVA,
        "method": "documents",
        "outcome": "effective",
        "evidence": "Report 2.",
        "new_determination": new_determination,
    }
    made = cases.finding(FINDING, TEST, HELMETS, STANDARD, "not-met", Verify.model_validate(fields), requirement=FIRST)
    assert isinstance(made, Finding)
    return made


def test_R08_only_a_verified_new_determination_cures() -> None:
    assert is_cured(verified(TEST))
    assert not is_cured(verified(None))
    assert not is_cured(replace(verified(TEST), verified_on=None))
