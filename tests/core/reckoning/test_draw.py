"""Draws: repeatable, uniform, and equal to the plain reading of the documented algorithm."""

from collections import Counter
from hashlib import sha256
from itertools import accumulate, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core.reckoning.draw import below, draw, draw_by_weight, numbers

seeds = st.text(min_size=1, max_size=20)


def plain_number(seed: str, place: int) -> int:
    return int(sha256(f"{seed}:{place}".encode()).hexdigest(), 16)


def plain_draw(items: list[int], size: int, seed: str) -> list[int]:
    """Steps 1 to 3 of the documentation, word for word (without the rejection, which 2^256 makes unreachable here)."""
    items, taken = list(items), []
    for place in range(size):
        at = plain_number(seed, place) % len(items)
        taken.append(items[at])
        last = items.pop()
        if at < len(items):
            items[at] = last
    return taken


def plain_draw_by_weight(weights: list[int], size: int, seed: str) -> list[int]:
    """Step 4 of the documentation, word for word."""
    left, taken = list(enumerate(weights)), []
    for place in range(size):
        point = plain_number(seed, place) % sum(weight for _, weight in left)
        ends = accumulate(weight for _, weight in left)
        item, _ = left.pop(next(at for at, end in enumerate(ends) if point < end))
        taken.append(item)
    return taken


def test_a_draw_of_this_release_stays_what_it_is() -> None:
    """Recorded draws must be repeatable for ever: these literals may never change under this algorithm name."""
    first = "2371f1fb042ed40a4a29d4a71078f6b62e25eae593e75f3f060c685567a5bb1a"  # printf 'lot 4711:0' | sha256sum
    assert next(numbers("lot 4711")) == int(first, 16)
    assert draw(range(1, 51), 5, "lot 4711") == (11, 50, 18, 36, 19)
    assert draw_by_weight("abcde", [1, 2, 3, 4, 5], 3, "lot 4711") == ("c", "e", "d")


@given(st.integers(1, 60), st.data(), seeds)
def test_draw_is_the_documented_algorithm(length: int, data: st.DataObject, seed: str) -> None:
    size = data.draw(st.integers(0, length))
    assert list(draw(range(length), size, seed)) == plain_draw(list(range(length)), size, seed)


@given(st.lists(st.integers(1, 50), min_size=1, max_size=40), st.data(), seeds)
def test_draw_by_weight_is_the_documented_algorithm(weights: list[int], data: st.DataObject, seed: str) -> None:
    size = data.draw(st.integers(0, len(weights)))
    drawn = draw_by_weight(range(len(weights)), weights, size, seed)
    assert list(drawn) == plain_draw_by_weight(weights, size, seed)


@given(st.integers(2, 60), st.data(), seeds)
def test_a_larger_sample_begins_with_the_smaller_one(length: int, data: st.DataObject, seed: str) -> None:
    size = data.draw(st.integers(0, length - 1))
    assert draw(range(length), size + 1, seed)[:size] == draw(range(length), size, seed)
    weights = [place % 7 + 1 for place in range(length)]
    larger = draw_by_weight(range(length), weights, size + 1, seed)
    assert larger[:size] == draw_by_weight(range(length), weights, size, seed)


def test_numbers_past_the_last_full_stretch_are_passed_over() -> None:
    third = (1 << 256) // 3 + 1  # three stretches do not fit into 2^256: everything from 2·third on is unfair
    unfair, fair = 2 * third, 2 * third - 1
    assert below(third, iter([unfair, fair])) == third - 1
    assert below(1 << 256, iter([(1 << 256) - 1])) == (1 << 256) - 1


@pytest.mark.parametrize("bound", [0, -1, (1 << 256) + 1])
def test_nothing_lies_below_a_senseless_bound(bound: int) -> None:
    with pytest.raises(ValueError, match="drawn below"):
        below(bound, iter([0]))


def test_every_order_is_equally_likely() -> None:
    """Chi-square over the 24 orders of three from four; 49.7 is the 99.9 % point with 23 degrees of freedom."""
    rounds = 24_000
    seen = Counter(draw("abcd", 3, f"order {turn}") for turn in range(rounds))
    assert set(seen) == set(permutations("abcd", 3))
    expected = rounds / 24
    assert sum((hits - expected) ** 2 / expected for hits in seen.values()) < 49.7


def test_the_first_item_comes_in_proportion_to_its_weight() -> None:
    """Chi-square over weights 1:2:3:4; 16.3 is the 99.9 % point with 3 degrees of freedom."""
    rounds, weights = 20_000, (1, 2, 3, 4)
    seen = Counter(draw_by_weight("abcd", weights, 1, f"weight {turn}")[0] for turn in range(rounds))
    expected = {item: rounds * weight / 10 for item, weight in zip("abcd", weights, strict=True)}
    assert sum((seen[item] - hits) ** 2 / hits for item, hits in expected.items()) < 16.3


def test_equal_items_are_different_places() -> None:
    assert draw(["same", "same"], 2, "x") == ("same", "same")


@pytest.mark.parametrize("size", [-1, 4])
def test_more_than_there_is_cannot_be_drawn(size: int) -> None:
    with pytest.raises(ValueError, match="cannot be drawn from 3"):
        draw(range(3), size, "x")
    with pytest.raises(ValueError, match="cannot be drawn from 3"):
        draw_by_weight(range(3), [1, 1, 1], size, "x")


@pytest.mark.parametrize("weights", [[1, 2], [1, 0, 2], [1, -1, 2], [1, 2, 3, 4]])
def test_weights_must_fit(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="positive whole weight"):
        draw_by_weight(range(3), weights, 1, "x")


def test_a_draw_needs_a_seed() -> None:
    with pytest.raises(ValueError, match="seed"):
        draw(range(3), 1, "")
