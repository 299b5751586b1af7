"""Shares of operators: rounded up, at least one, drawn by risk, unannounced ones counted apart."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core.reckoning.acceptance.shares import Operator, Quota, Share, draw_operators, quota
from certwright.core.reckoning.derivation import CannotReckon
from certwright.packs.model.base import Confidence, Source

SCHEME = Source(document="Scheme for organic products", clause="5.2", confidence=Confidence.VERIFIED)


def five_per_cent(population: int) -> Share:
    return Share("samples", Fraction(5, 100), population, "2026", SCHEME)


@pytest.mark.parametrize(("population", "required"), [(1, 1), (19, 1), (20, 1), (21, 2), (40, 2), (41, 3), (1000, 50)])
def test_rounded_up_and_at_least_one(population: int, required: int) -> None:
    assert quota(five_per_cent(population)).required == required


@given(st.integers(1, 100_000), st.fractions(Fraction(1, 1000), 1, max_denominator=1000))
def test_the_quota_is_the_least_that_reaches_the_share(population: int, share: Fraction) -> None:
    required = quota(Share("controls", share, population, "2026", SCHEME)).required
    assert Fraction(required, population) >= share
    assert required == 1 or Fraction(required - 1, population) < share
    assert required <= population


@pytest.mark.parametrize(
    ("share", "population", "says"),
    [
        (Fraction(0), 10, "share.not-a-share"),
        (Fraction(11, 10), 10, "share.not-a-share"),
        (Fraction(-1, 10), 10, "share.not-a-share"),
        (Fraction(1, 10), 0, "share.no-population"),
        (Fraction(1, 10), -3, "share.no-population"),
    ],
)
def test_bad_input(share: Fraction, population: int, says: str) -> None:
    with pytest.raises(CannotReckon) as refused:
        quota(Share("controls", share, population, "2026", SCHEME))
    assert refused.value.says == says
    assert refused.value.source is SCHEME


def test_all_of_them_is_a_share_too() -> None:
    assert quota(Share("controls", Fraction(1), 7, "2026", SCHEME)).required == 7


def test_unannounced_controls_have_their_own_count() -> None:
    """Ten per cent of the controls, whatever the samples have reached."""
    samples = quota(five_per_cent(200))
    unannounced = quota(Share("unannounced controls", Fraction(10, 100), 230, "2026", SCHEME))
    assert (samples.required, unannounced.required) == (10, 23)
    assert (samples.remaining(10), unannounced.remaining(10), unannounced.remaining(30)) == (0, 13, 0)


def operators(count: int) -> list[Operator]:
    return [Operator(f"operator {place}", 1 + place % 3) for place in range(count)]


def test_a_draw_holds_what_is_needed_to_draw_again() -> None:
    drawn = draw_operators(five_per_cent(100), operators(100), "2026 first half")
    assert len(set(drawn.drawn)) == 5
    assert drawn == draw_operators(drawn.quota.asked, drawn.population, drawn.seed)
    assert drawn.algorithm == "sha256-counter-1"
    assert isinstance(drawn.quota, Quota)


def test_risk_decides_how_often_one_is_drawn() -> None:
    """Weights 1 and 3, one of two drawn: chi-square with 1 degree of freedom, 10.8 is the 99.9 % point."""
    two = [Operator("calm"), Operator("risky", 3)]
    asked = Share("samples", Fraction(1, 2), 2, "2026", SCHEME)
    seen = Counter(draw_operators(asked, two, f"seed {turn}").drawn[0] for turn in range(4000))
    assert (seen["calm"] - 1000) ** 2 / 1000 + (seen["risky"] - 3000) ** 2 / 3000 < 10.8


@pytest.mark.parametrize("named", [operators(99), operators(101), [*operators(99), Operator("operator 0")]])
def test_the_list_must_be_the_population(named: list[Operator]) -> None:
    with pytest.raises(CannotReckon) as refused:
        draw_operators(five_per_cent(100), named, "seed")
    assert refused.value.says == "share.other-population"


def test_no_operator_is_without_risk() -> None:
    named = [replace(operator, risk=0) if operator.id == "operator 7" else operator for operator in operators(100)]
    with pytest.raises(CannotReckon) as refused:
        draw_operators(five_per_cent(100), named, "seed")
    assert refused.value.inputs["operators"] == "operator 7"
