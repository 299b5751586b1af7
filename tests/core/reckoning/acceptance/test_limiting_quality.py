"""Plans for isolated lots: the table, the risk beside each plan, and what is refused."""

from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any

import pytest

from certwright.core.reckoning.acceptance.characteristic import Hypergeometric
from certwright.core.reckoning.acceptance.limiting_quality import LqRequest, plan_by_limiting_quality
from certwright.core.reckoning.acceptance.plan import Index, Plan
from certwright.core.reckoning.derivation import CannotReckon
from certwright.packs.model.base import Confidence
from certwright.packs.model.limiting_quality import LqPlans


def plan(plans: LqPlans, lot: int, lq: str, **settled: object) -> Plan:
    return plan_by_limiting_quality(plans, LqRequest(lot_size=lot, limiting_quality=lq), settled)


def risk_of(found: Plan) -> Decimal:
    step = found.derivation.steps[-1]
    assert (step.says, step.unit) == ("acceptance-sampling.consumer-risk", "per cent")
    assert isinstance(step.value, Decimal)
    return step.value


def test_the_packs_hold_the_paper(lq_1985: LqPlans, lq_2020: LqPlans, paper: Any) -> None:
    for pack in (lq_1985, lq_2020):
        assert list(pack.lq_series) == paper["lq"]["lq_series"]
        told = [[[each.n, each.ac] if each else None for each in row.plans] for row in pack.rows]
        assert told == [row["plans"] for row in paper["lq"]["rows"] if row["plans"] != "UNSURE"]


@pytest.mark.parametrize(
    ("lot", "lq", "n", "ac"),
    [(500, "5.0", 50, 0), (501, "5.0", 80, 1), (1200, "5.0", 80, 1), (500_000, "32.0", 80, 18)],
)
def test_both_ends_of_a_range(lq_1985: LqPlans, lot: int, lq: str, n: int, ac: int) -> None:
    found = plan(lq_1985, lot, lq)
    assert (found.n, found.ac, found.re) == (n, ac, ac + 1)
    assert (found.identity.index, found.identity.quality, found.identity.table) == (Index.LQ, lq, "Table A A")


def test_where_the_table_has_no_plan_every_item_is_inspected(lq_1985: LqPlans) -> None:
    found = plan(lq_1985, 25, "0.5")
    assert (found.n, found.ac, found.takes_every_item) == (25, 0, True)


@pytest.mark.parametrize(("lot", "n"), [(25, 25), (20, 20)])
def test_a_sample_as_large_as_the_lot(lq_1985: LqPlans, lot: int, n: int) -> None:
    found = plan(lq_1985, lot, "5.0")  # the table says 25 items
    assert (found.n, found.takes_every_item) == (n, True)
    assert risk_of(found) == 0


def without_a_bad_one(lot: int, bad: int, n: int) -> Fraction:
    """Chance that none of ``n`` items is among the ``bad`` ones, factor by factor."""
    return prod((Fraction(lot - n - i, lot - i) for i in range(bad)), start=Fraction(1))


@pytest.mark.parametrize(("lot", "lq", "risk"), [(280, "0.8", "15.3"), (500, "0.5", "19.3")])
def test_the_two_cells_the_paper_names_as_above_thirteen_per_cent(
    lq_1985: LqPlans, lot: int, lq: str, risk: str
) -> None:
    found = plan(lq_1985, lot, lq)
    assert abs(risk_of(found) - Decimal(risk)) <= Decimal("0.06")
    bad = int(lot * Fraction(lq) / 100)
    assert abs(risk_of(found) - 100 * Decimal(float(without_a_bad_one(lot, bad, found.n)))) < Decimal("0.002")


def test_no_other_plan_of_larger_lots_exceeds_thirteen_per_cent(lq_1985: LqPlans) -> None:
    """The plausibility check of the domain paper (verification.lq), at the upper end of every range from 151 on.

    The paper rounds the number of nonconforming items to the nearest; the program rounds it down, so that the risk it
    tells is never the smaller one.
    """
    risky = set()
    for row, lq in product(lq_1985.rows, lq_1985.lq_series):
        if row.lot_min >= 151 and row.lot_max:
            found = plan(lq_1985, row.lot_max, lq)
            bad = round(row.lot_max * Fraction(lq) / 100)
            nearest = Hypergeometric(row.lot_max, found.n, found.ac).acceptance_with(bad)
            assert risk_of(found) >= 100 * nearest - Fraction(1, 1000)
            if nearest > Fraction(13, 100):
                risky.add((row.lot_max, lq))
    assert risky == {(280, "0.8"), (500, "0.5")}


def test_the_risk_is_told_for_a_whole_item_even_below_one(lq_1985: LqPlans) -> None:
    """16 items at 5 % hold less than one nonconforming item; the risk is told for one."""
    assert plan(lq_1985, 16, "32.0").derivation.steps[-1].inputs["nonconforming"] == 5
    assert plan(lq_1985, 20, "0.5").derivation.steps[-1].inputs["nonconforming"] == 1


@pytest.mark.parametrize("lot", [2, 15, 500_001])
def test_a_lot_outside_the_table_is_asked_for(lq_1985: LqPlans, lot: int) -> None:
    with pytest.raises(CannotReckon) as refused:
        plan(lq_1985, lot, "5.0")
    assert (refused.value.says, refused.value.needs) == ("acceptance-sampling.lot-outside-table", "manual-value")


@pytest.mark.parametrize(
    ("lot", "lq", "says"), [(1, "5.0", "lot-too-small"), (100, "6.0", "lq-unknown"), (100, "x", "lq-unknown")]
)
def test_bad_input(lq_1985: LqPlans, lot: int, lq: str, says: str) -> None:
    with pytest.raises(CannotReckon) as refused:
        plan(lq_1985, lot, lq)
    assert refused.value.says == f"acceptance-sampling.{says}"
    assert refused.value.source.document == "ISO 2859-2:1985"


def test_recalled_plans_say_so_and_unsure_ones_wait(lq_1985: LqPlans, lq_2020: LqPlans) -> None:
    assert {step.source.confidence for step in plan(lq_1985, 500, "5.0").doubts} == {Confidence.RECALLED}
    with pytest.raises(CannotReckon) as refused:
        plan(lq_2020, 500, "5.0")
    assert refused.value.inputs["needs"] == "tables-compared"
    assert plan(lq_2020, 500, "5.0", **{"tables-compared": True}).identity.document == "ISO 2859-2:2020"
