"""Measured specimens against criteria, with the helmets of the shipped scheme (EN 397: at most 5 kN)."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.verdict import measured
from certwright.packs.adoption import settled
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.requirements import Criterion, QuantityLimit, VerdictForm
from certwright.packs.shipped import library

HELMETS = library().get("safety-helmets", "1").pack
assert isinstance(HELMETS, ProductScheme)
CRITERIA = {each.id: each.criterion for each in HELMETS.requirements}
SETTLED = settled(HELMETS, {value.name: value.suggested or "" for value in HELMETS.uncertain})

FORCE, RELEASE = "transmitted force", "release force"


def criterion(name: str) -> Criterion:
    found = CRITERIA[name]
    assert found is not None
    return found


def forces(*values: str) -> list[dict[str, Fraction]]:
    return [{FORCE: Fraction(value)} for value in values]


def test_all_specimens_at_or_below_the_limit_meet_it() -> None:
    verdict = measured(criterion("shock-crown"), forces("4.2", "4.9", "5", "3.8"), {})
    assert (verdict.met, verdict.failed, verdict.tested, verdict.wanted) == (True, 0, 4, 4)


def test_one_specimen_above_the_limit_fails_the_requirement_and_is_named() -> None:
    verdict = measured(criterion("shock-crown"), forces("4.2", "5.001", "4.9", "3.8"), {})
    assert not verdict.met
    breach = verdict.breaches[0]
    assert (breach.specimen, breach.quantity, breach.value, breach.at_most) == (1, FORCE, Fraction("5.001"), 5)


def test_too_few_specimens_are_not_enough() -> None:
    verdict = measured(criterion("shock-crown"), forces("4.2", "4.9", "5"), {})
    assert not verdict.met
    assert (verdict.failed, verdict.tested, verdict.wanted) == (0, 3, 4)


def test_a_quantity_that_was_not_measured_is_a_breach() -> None:
    verdict = measured(criterion("chin-strap-anchorage"), [{}], {})
    assert not verdict.met
    assert verdict.breaches[0].value is None


@pytest.mark.parametrize(("newton", "met"), [("149.9", False), ("150", True), ("250", True), ("250.1", False)])
def test_both_bounds_are_inclusive(newton: str, met: bool) -> None:
    assert measured(criterion("chin-strap-anchorage"), [{RELEASE: Fraction(newton)}], {}).met is met


def test_a_limit_left_to_the_body_is_read_from_its_adoption() -> None:
    off_crown = criterion("shock-off-crown")
    with pytest.raises(CannotReckon):
        measured(off_crown, forces("10", "10", "10", "10"), {})
    assert measured(off_crown, forces("10", "10", "15", "10"), SETTLED).met
    assert not measured(off_crown, forces("10", "10", "15.1", "10"), SETTLED).met


def test_some_failures_may_be_allowed() -> None:
    lenient = Criterion(
        verdict=VerdictForm.MEASURED,
        says="One of three may fail.",
        limits=(QuantityLimit(quantity=FORCE, unit="kN", at_most=Fraction(5)),),
        specimens=3,
        most_failures=1,
    )
    assert measured(lenient, forces("6", "4", "4"), {}).met
    assert not measured(lenient, forces("6", "6", "4"), {}).met


@given(st.lists(st.fractions(0, 10), min_size=4, max_size=8))
def test_met_exactly_when_every_value_is_within(values: list[Fraction]) -> None:
    verdict = measured(criterion("shock-crown"), [{FORCE: value} for value in values], {})
    assert verdict.met == all(value <= 5 for value in values)
