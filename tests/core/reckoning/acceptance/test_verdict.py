"""The verdict on a lot, at each boundary."""

import pytest

from certwright.core.reckoning.acceptance.aql import AqlRequest, plan_by_aql
from certwright.core.reckoning.acceptance.plan import Counting, Plan
from certwright.core.reckoning.acceptance.verdict import Judgement, verdict
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.say import Language, sentence
from certwright.packs.model.acceptance_sampling import AqlScheme, Severity


def plan(scheme: AqlScheme, severity: Severity, counting: Counting = Counting.ITEMS) -> Plan:
    return plan_by_aql(scheme, AqlRequest(lot_size=5000, level="II", aql="0.65", severity=severity, counting=counting))


@pytest.mark.parametrize(
    ("counted", "judgement"),
    [(0, Judgement.ACCEPTED), (3, Judgement.ACCEPTED), (4, Judgement.NOT_ACCEPTED), (200, Judgement.NOT_ACCEPTED)],
)
def test_ac_and_re_side_by_side(iso: AqlScheme, counted: int, judgement: Judgement) -> None:
    """200 items, Ac 3, Re 4."""
    found = verdict(plan(iso, Severity.NORMAL), counted)
    assert found.judgement is judgement
    assert found.accepted == (counted <= 3)


@pytest.mark.parametrize(
    ("counted", "judgement"),
    [
        (1, Judgement.ACCEPTED),
        (2, Judgement.ACCEPTED_BACK_TO_NORMAL),
        (3, Judgement.ACCEPTED_BACK_TO_NORMAL),
        (4, Judgement.NOT_ACCEPTED),
    ],
)
def test_the_gap_of_reduced_plans(z14: AqlScheme, counted: int, judgement: Judgement) -> None:
    """80 items, Ac 1, Re 4: in between the lot is accepted and the next one inspected normally."""
    found = verdict(plan(z14, Severity.REDUCED), counted)
    assert found.judgement is judgement
    assert found.accepted == (counted < 4)
    assert found.step.source.clause == "10.1.4"


@pytest.mark.parametrize("counted", [-1, 201])
def test_a_count_that_cannot_be(iso: AqlScheme, counted: int) -> None:
    with pytest.raises(CannotReckon) as refused:
        verdict(plan(iso, Severity.NORMAL), counted)
    assert (refused.value.says, refused.value.field) == ("acceptance-sampling.impossible-count", "counted")


def test_one_item_may_have_several_nonconformities(iso: AqlScheme) -> None:
    counting = plan(iso, Severity.NORMAL, Counting.NONCONFORMITIES)
    assert verdict(counting, 201).judgement is Judgement.NOT_ACCEPTED


def test_the_step_shows_the_numbers(iso: AqlScheme) -> None:
    step = verdict(plan(iso, Severity.NORMAL), 4).step
    assert (step.says, step.value) == ("acceptance-sampling.not-accepted", 4)
    assert dict(step.inputs) == {"counted": 4, "n": 200, "ac": 3, "re": 4}


def test_every_verdict_can_be_told(z14: AqlScheme) -> None:
    told = [sentence(verdict(plan(z14, Severity.REDUCED), counted).step, Language.ENGLISH) for counted in (1, 2, 4)]
    assert told == [
        "1 counted in 80 items, accepted up to 1: the lot is accepted.",
        "2 counted in 80 items lies between 1 and 4: the lot is accepted, and the next one is inspected normally.",
        "4 counted in 80 items, not accepted from 4 on: the lot is not accepted.",
    ]
