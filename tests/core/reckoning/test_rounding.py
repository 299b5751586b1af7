"""Half days."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core.reckoning.rounding import dealt_out, to_half_days
from certwright.packs.model.audit_time import RoundingPolicy

NEAREST, UP, DOWN = RoundingPolicy.NEAREST_HALF, RoundingPolicy.UP_HALF, RoundingPolicy.NEAREST_HALF_TIES_DOWN
days = st.fractions(0, 100, max_denominator=360)


@pytest.mark.parametrize(
    ("exact", "nearest", "up", "ties_down"),
    [
        ("5.3", "5.5", "5.5", "5.5"),
        ("5.2", "5", "5.5", "5"),
        ("5.25", "5.5", "5.5", "5"),
        ("5.75", "6", "6", "5.5"),
        ("5", "5", "5", "5"),
        ("5.5", "5.5", "5.5", "5.5"),
        ("0", "0", "0", "0"),
        ("0.01", "0", "0.5", "0"),
    ],
)
def test_policies(exact: str, nearest: str, up: str, ties_down: str) -> None:
    """5.3 and 5.2 are an example of European Accreditation (question 38.2)."""
    given_days = Fraction(exact)
    assert to_half_days(given_days, NEAREST) == Fraction(nearest)
    assert to_half_days(given_days, UP) == Fraction(up)
    assert to_half_days(given_days, DOWN) == Fraction(ties_down)


@given(days)
def test_rounding_is_near_ordered_and_final(exact: Fraction) -> None:
    near, up, down = (to_half_days(exact, policy) for policy in (NEAREST, UP, DOWN))
    assert abs(near - exact) <= Fraction(1, 4) >= abs(down - exact)
    assert down <= near <= up
    assert exact <= up < exact + Fraction(1, 2)
    for policy in RoundingPolicy:
        assert to_half_days(to_half_days(exact, policy), policy) == to_half_days(exact, policy)


@given(st.integers(0, 100), st.integers(1, 12))
def test_what_is_dealt_out_adds_up(halves: int, parts: int) -> None:
    dealt = dealt_out(Fraction(halves, 2), parts)
    assert sum(dealt) == Fraction(halves, 2)
    assert max(dealt) - min(dealt) <= Fraction(1, 2)
    assert list(dealt) == sorted(dealt, reverse=True)


def test_only_half_days_are_dealt_out() -> None:
    with pytest.raises(ValueError, match="half a day"):
        dealt_out(Fraction(1, 3), 2)
