"""Counting people: everybody counts, unless the rules and a reason say otherwise."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.personnel import EffectivePersonnel, Group, effective_personnel
from certwright.core.reckoning.rule_book import RuleBook


def count(book: RuleBook, *groups: Group, standard: str = "iso-9001") -> EffectivePersonnel:
    return effective_personnel(groups, book.rules(standard))


def test_part_time_work_is_rounded_up_once_at_the_end(book: RuleBook) -> None:
    """Thirty people of four hours are fifteen (an example recalled from IAF MD 5 2.3)."""
    assert count(book, Group("packers", 30, "part-time", hours=4, full_time_hours=8)).exact == 15
    groups = [Group(name, 1, "part-time", hours=3, full_time_hours=8) for name in "abc"]
    counted = count(book, *groups)
    assert (counted.exact, counted.persons) == (Fraction(9, 8), 2)


@given(st.lists(st.integers(1, 500), min_size=1, max_size=6))
def test_everybody_counts_and_the_order_does_not(book: RuleBook, heads: list[int]) -> None:
    groups = [Group(f"group {place}", number) for place, number in enumerate(heads)]
    assert count(book, *groups).persons == sum(heads) == count(book, *groups[::-1]).persons


@given(st.integers(1, 100_000))
def test_the_square_root_is_exact_and_the_least(book: RuleBook, heads: int) -> None:
    group = Group("line", heads, "identical-activity", reason="the same steps")
    counted = count(book, group, standard="iso-iec-27001").persons
    assert counted**2 >= heads > (counted - 1) ** 2


def test_each_activity_has_its_own_root(book: RuleBook) -> None:
    """C.3.4: never one root over different activities; 100 and 100 are 10 and 10, not the root of 200."""
    groups = [Group(name, 100, "identical-activity", reason="the same steps") for name in ("desk", "line")]
    assert count(book, *groups, standard="iso-iec-27001").persons == 20


@pytest.mark.parametrize(
    ("counted", "fits"), [(9, False), (10, True), (55, True), (100, True), (101, False), (0, False), (-1, False)]
)
def test_a_judged_number_lies_between_the_root_and_all(counted: int, fits: bool, book: RuleBook) -> None:
    group = Group("line", 100, "identical-activity", counted=counted, reason="the same steps")
    if fits:
        assert count(book, group, standard="iso-iec-27001").persons == counted
    else:
        with pytest.raises(CannotReckon, match=r"count-outside|not-positive"):
            count(book, group, standard="iso-iec-27001")


def test_repetitive_work_is_judged_with_a_reason(book: RuleBook) -> None:
    assert count(book, Group("guards", 40, "repetitive-work", counted=12, reason="one post, one task")).persons == 12
    assert count(book, Group("guards", 40, "repetitive-work", counted=40)).persons == 40
    with pytest.raises(CannotReckon, match="judgement-missing"):
        count(book, Group("guards", 40, "repetitive-work", reason="one post"))
    with pytest.raises(CannotReckon, match="reason-missing"):
        count(book, Group("guards", 40, "repetitive-work", counted=12))


def test_energy_management_knows_no_repetitive_work(book: RuleBook) -> None:
    with pytest.raises(CannotReckon, match="unknown-work"):
        count(book, Group("guards", 40, "repetitive-work", counted=12, reason="x"), standard="iso-50001")


@pytest.mark.parametrize(
    ("group", "says"),
    [
        (Group("x", 0), "too-small"),
        (Group("x", -3), "too-small"),
        (Group("x", Fraction(5, 2)), "not-whole"),
        (Group("x", 10, counted=5, reason="fewer"), "all-count"),
        (Group("x", 10, "part-time"), "hours-missing"),
        (Group("x", 10, "part-time", hours=9, full_time_hours=8), "hours-above-full"),
        (Group("x", 10, "part-time", hours=0, full_time_hours=8), "not-positive"),
        (Group("x", 10, "dancing"), "unknown-work"),
    ],
)
def test_what_is_no_count_is_refused(group: Group, says: str, book: RuleBook) -> None:
    with pytest.raises(CannotReckon, match=says):
        count(book, group)


def test_nobody_is_not_a_client(book: RuleBook) -> None:
    with pytest.raises(CannotReckon, match="nobody"):
        count(book)
