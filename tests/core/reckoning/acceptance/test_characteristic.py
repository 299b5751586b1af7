"""Operating characteristics against their definitions, spelled out slowly."""

from fractions import Fraction
from itertools import combinations, product
from math import comb, exp, factorial, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core.reckoning.acceptance.aql import AqlRequest, plan_by_aql
from certwright.core.reckoning.acceptance.characteristic import (
    FINEST,
    Binomial,
    Hypergeometric,
    Poisson,
    characteristic_of,
    figures,
    quality_accepted_at_most,
)
from certwright.core.reckoning.acceptance.classes import Sizing, ZeroAcceptance, plans_by_class
from certwright.core.reckoning.acceptance.limiting_quality import LqRequest, plan_by_limiting_quality
from certwright.core.reckoning.acceptance.plan import Counting
from certwright.packs.model.acceptance_sampling import AqlScheme, Severity
from certwright.packs.model.base import Confidence, Source
from certwright.packs.model.limiting_quality import LqPlans

per_cent = st.fractions(0, 100, max_denominator=1000)
small = st.integers(1, 7)


@given(small, st.integers(0, 8), per_cent)
def test_binomial_counts_every_outcome(n: int, passes: int, quality: Fraction) -> None:
    """All 2^n ways in which n items can be good or bad, each with its probability."""
    share = quality / 100
    chance = sum(
        (
            prod((share if bad else 1 - share for bad in items), start=Fraction(1))
            for items in product((False, True), repeat=n)
            if sum(items) <= passes
        ),
        start=Fraction(0),
    )
    assert Binomial(n, passes).acceptance(quality) == chance


@given(small, st.data())
def test_hypergeometric_counts_every_sample(lot: int, data: st.DataObject) -> None:
    """All samples of n items out of the lot, of which the first ones are bad."""
    n, bad = data.draw(st.integers(1, lot)), data.draw(st.integers(0, lot))
    passes = data.draw(st.integers(0, lot))
    samples = list(combinations(range(lot), n))
    passing = sum(sum(item < bad for item in sample) <= passes for sample in samples)
    assert Hypergeometric(lot, n, passes).acceptance_with(bad) == Fraction(passing, len(samples))


@given(st.integers(1, 200), st.integers(0, 10), st.fractions(0, 50, max_denominator=100))
def test_poisson_is_its_series(n: int, passes: int, quality: Fraction) -> None:
    mean = float(quality * n / 100)
    chance = exp(-mean) * sum(mean**count / factorial(count) for count in range(passes + 1))
    assert float(Poisson(n, passes).acceptance(quality)) == pytest.approx(chance, abs=1e-12)


@given(st.integers(2, 300), st.integers(0, 8), st.tuples(per_cent, per_cent))
def test_worse_quality_is_never_accepted_more_often(n: int, passes: int, two: tuple[Fraction, Fraction]) -> None:
    better, worse = sorted(two)
    for characteristic in (Binomial(n, passes), Poisson(n, passes), Hypergeometric(400, n, passes)):
        good, bad = characteristic.acceptance(better), characteristic.acceptance(worse)
        assert 0 <= bad <= good <= 1


@pytest.mark.parametrize(("n", "ac", "told"), [(20, 0, "0.358"), (50, 1, "0.279"), (80, 1, "0.086")])
def test_the_three_figures_of_the_domain_paper(n: int, ac: int, told: str) -> None:
    """verification.tightened: acceptance of lots with 5 % bad items by 20/0, 50/1 and 80/1."""
    assert abs(Binomial(n, ac).acceptance(Fraction(5)) - Fraction(told)) < Fraction(1, 2000)


def test_the_ends_of_the_curve() -> None:
    assert Binomial(5, 2).acceptance(Fraction(0)) == 1
    assert Binomial(5, 2).acceptance(Fraction(100)) == 0
    assert Binomial(2, 2).acceptance(Fraction(100)) == 1
    assert Hypergeometric(10, 10, 0).acceptance(Fraction(10)) == 0  # the one bad item is always found
    assert Hypergeometric(10, 10, 0).acceptance(Fraction(0)) == 1


@pytest.mark.parametrize("quality", [Fraction(-1), Fraction(101)])
def test_there_is_no_such_quality(quality: Fraction) -> None:
    for characteristic in (Binomial(5, 0), Hypergeometric(10, 5, 0)):
        with pytest.raises(ValueError, match="quality"):
            characteristic.acceptance(quality)


def test_nonconforming_items_of_a_lot_are_rounded_down() -> None:
    assert [Hypergeometric(250, 5, 0).nonconforming_at(Fraction(p)) for p in ("0.3", "0.4", "0.79", "0.8")] == [
        0,
        1,
        1,
        2,
    ]


@given(st.integers(1, 500), st.integers(0, 5), st.integers(1, 99))
def test_the_quality_found_is_the_best_of_its_grid(n: int, passes: int, percent: int) -> None:
    probability = Fraction(percent, 100)
    characteristic = Binomial(n, passes)
    found = quality_accepted_at_most(characteristic, probability)
    if found is None:
        assert passes >= n
        return
    assert found % FINEST == 0
    assert characteristic.acceptance(found) <= probability < characteristic.acceptance(found - FINEST)


def test_the_gap_of_reduced_plans_counts_as_accepted(z14: AqlScheme) -> None:
    plan = plan_by_aql(z14, AqlRequest(lot_size=5000, level="II", aql="0.65", severity=Severity.REDUCED))
    assert (plan.ac, plan.re) == (1, 4)
    assert characteristic_of(plan) == Binomial(80, 3)


def test_each_plan_has_its_distribution(iso: AqlScheme, lq_1985: LqPlans) -> None:
    nonconformities = AqlRequest(lot_size=5000, level="II", aql="25", counting=Counting.NONCONFORMITIES)
    assert isinstance(characteristic_of(plan_by_aql(iso, nonconformities)), Poisson)
    isolated = plan_by_limiting_quality(lq_1985, LqRequest(lot_size=500, limiting_quality="5.0"))
    assert characteristic_of(isolated) == Hypergeometric(500, 50, 0)
    scheme = Source(document="Scheme", clause="1", confidence=Confidence.VERIFIED)
    whole = ZeroAcceptance(lot_size=500, nonconformity_class="critical", n=None, source=scheme)
    assert characteristic_of(plans_by_class(iso, [whole], Sizing.OWN_SIZES)[0]) == Hypergeometric(500, 500, 0)


def test_the_figures_beside_a_plan(iso: AqlScheme) -> None:
    """80/2 at AQL 1.0: 95.3 % of lots at the AQL pass; at 6.52 % bad one in ten does (tables of the standard: 6.52)."""
    told = figures(plan_by_aql(iso, AqlRequest(lot_size=1000, level="II", aql="1.0")))
    assert told.at_index is not None
    assert told.at_index == sum(comb(80, k) * Fraction(1, 100) ** k * Fraction(99, 100) ** (80 - k) for k in range(3))
    assert told.one_in_ten is not None
    assert abs(told.one_in_ten - Fraction("6.52")) < Fraction("0.01")


def test_a_plan_without_an_index_has_one_figure(iso: AqlScheme) -> None:
    scheme = Source(document="Scheme", clause="1", confidence=Confidence.VERIFIED)
    request = ZeroAcceptance(lot_size=500, nonconformity_class="critical", n=50, source=scheme)
    told = figures(plans_by_class(iso, [request], Sizing.OWN_SIZES)[0])
    assert told.at_index is None
    assert told.one_in_ten is not None


def test_every_plan_in_items_has_both_figures(z14: AqlScheme) -> None:
    for lot in (2, 40, 5000):
        for aql in z14.aql_series[:16]:
            for severity in Severity:
                told = figures(plan_by_aql(z14, AqlRequest(lot_size=lot, level="II", aql=aql, severity=severity)))
                assert told.at_index is not None
                assert told.one_in_ten is not None
                assert told.one_in_ten > Fraction(aql)
