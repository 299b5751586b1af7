"""Integrated systems: the matrix, the team, the limit, and what is never reduced."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core.reckoning.derivation import CannotReckon, Trail
from certwright.core.reckoning.integration import (
    Activity,
    IntegrationQuestion,
    Part,
    ability_of_team,
    allowed_reduction,
    integrated_time,
)
from certwright.core.reckoning.rule_book import RuleBook
from certwright.packs.model.audit_time import RoundingPolicy

MATRIX = {  # IAF MD 11 Figure 1: level of integration → largest reduction at ability 20, 40, 60, 80, 100
    100: (0, 5, 10, 15, 20),
    80: (0, 5, 10, 15, 15),
    60: (0, 5, 10, 10, 10),
    40: (0, 5, 5, 5, 5),
    20: (0, 0, 0, 0, 0),
    0: (0, 0, 0, 0, 0),
}
ALL = frozenset({"iso-9001", "iso-14001", "iso-45001"})


def ask(
    book: RuleBook, *parts: Part, met: int = 7, auditors: tuple[frozenset[str], ...] = (ALL,), **more: object
) -> IntegrationQuestion:
    criteria = [criterion.id for criterion in book.integration().criteria]
    return IntegrationQuestion(parts, dict.fromkeys(criteria[:met], True), auditors, **more)  # type: ignore[arg-type]


THREE = (Part("iso-9001", 5), Part("iso-14001", 6), Part("iso-45001", 6))


@pytest.mark.parametrize("level", sorted(MATRIX))
@pytest.mark.parametrize("place", range(5))
def test_every_cell_of_the_matrix_and_the_next_lower_line_between(level: int, place: int, book: RuleBook) -> None:
    pack = book.integration()
    allowed = MATRIX[level][place]
    for above_level in (0, Fraction(199, 10)):
        for above_ability in (0, Fraction(199, 10)):
            at = (min(level + above_level, 100), min(20 * (place + 1) + above_ability, 100))
            assert allowed_reduction(*at, pack, Trail()) == allowed
    assert allowed_reduction(level, 19, pack, Trail()) == 0


def test_three_systems_wholly_integrated_save_a_fifth(book: RuleBook) -> None:
    """17 days less 20 per cent are 13.6, as a certification body published for 65 persons."""
    time = integrated_time(ask(book, *THREE), book)
    assert (time.total, time.level, time.ability, time.reduction) == (17, 100, 100, 20)
    assert (time.exact, time.days) == (Fraction(68, 5), 14)  # 13.5 would be a reduction by more than a fifth


def test_ability_is_further_standards_over_what_would_be_possible(book: RuleBook) -> None:
    pack = book.integration()
    auditors = [ALL, frozenset({"iso-9001", "iso-14001"}), frozenset({"iso-9001"})]
    assert ability_of_team(auditors, set(ALL), pack, Trail()) == Fraction(100 * 3, 6)
    others = [qualified | {"iso-50001"} for qualified in auditors]  # what is not audited adds nothing
    assert ability_of_team(others, set(ALL), pack, Trail()) == 50


def test_separate_teams_save_nothing(book: RuleBook) -> None:
    auditors = tuple(frozenset({standard}) for standard in sorted(ALL))
    assert integrated_time(ask(book, *THREE, auditors=auditors), book).reduction == 0


@given(
    st.lists(st.fractions(1, 40, max_denominator=12), min_size=2, max_size=3),
    st.integers(0, 7),
    st.permutations(sorted(ALL)),
    st.sampled_from(list(RoundingPolicy)),
)
def test_the_limit_the_parts_and_the_order(
    book: RuleBook, days: list[Fraction], met: int, order: list[str], rounding: RoundingPolicy
) -> None:
    parts = [Part(standard, each) for standard, each in zip(order, days, strict=False)]
    time = integrated_time(ask(book, *parts, met=met, rounding=rounding), book)
    assert time.total == sum(days)
    assert time.exact >= time.total * Fraction(4, 5)
    assert time.days >= time.total * Fraction(4, 5)
    assert time.exact == time.total * (1 - time.reduction / 100)
    again = integrated_time(ask(book, *parts[::-1], met=met, rounding=rounding), book)
    assert again == time


def test_the_level_is_the_share_of_criteria_met_by_weight(book: RuleBook) -> None:
    assert integrated_time(ask(book, *THREE, met=3), book).level == Fraction(300, 7)
    question = ask(book, *THREE, met=1, weights={"documents": 6}, weights_reason="documents are the backbone")
    assert integrated_time(question, book).level == 50
    with pytest.raises(CannotReckon, match="reason-missing"):
        integrated_time(replace(question, weights_reason=""), book)


def test_less_than_allowed_may_be_taken_but_not_more(book: RuleBook) -> None:
    assert integrated_time(ask(book, *THREE, claimed=5), book).reduction == 5
    assert integrated_time(ask(book, *THREE, met=3, claimed=5), book).reduction == 5
    with pytest.raises(CannotReckon, match="past-allowed"):
        integrated_time(ask(book, *THREE, met=3, claimed=10), book)
    with pytest.raises(CannotReckon, match="percent-outside"):
        integrated_time(ask(book, *THREE, claimed=Fraction(201, 10)), book)


def test_extra_days_are_never_reduced(book: RuleBook) -> None:
    time = integrated_time(ask(book, Part("iso-9001", 5, extra=2), Part("iso-14001", 5)), book)
    assert (time.exact, time.days) == (8, 10)


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ((Part("iso-9001", 5),), "several-standards"),
        ((Part("iso-9001", 5), Part("iso-9001", 5)), "several-standards"),
        ((Part("iso-9001", 5), Part("helmets", 1, activity=Activity.PRODUCT_INSPECTION)), "product-inspection"),
        ((Part("iso-9001", 5), Part("iso-14001", 0)), "not-positive"),
        ((Part("iso-9001", 5), Part("iso-14001", 5, extra=-1)), "too-small"),
        ((Part("iso-9001", 5), Part("iso-50001", 5)), "uncovered"),
    ],
)
def test_parts_that_are_none(parts: tuple[Part, ...], says: str, book: RuleBook) -> None:
    with pytest.raises(CannotReckon, match=says):
        integrated_time(ask(book, *parts), book)


def test_a_team_is_needed_and_everybody_on_it_audits(book: RuleBook) -> None:
    with pytest.raises(CannotReckon, match="no-auditors"):
        integrated_time(ask(book, *THREE, auditors=()), book)
    with pytest.raises(CannotReckon, match="unqualified"):
        integrated_time(ask(book, *THREE, auditors=(ALL, frozenset({"iso-50001"}))), book)
    with pytest.raises(CannotReckon, match="unknown-criterion"):
        integrated_time(replace(ask(book, *THREE), criteria={"friendliness": True}), book)


def test_below_the_largest_standard_is_pointed_out_or_raised_as_settled(book: RuleBook, settled_book: RuleBook) -> None:
    parts = (Part("iso-9001", 10), Part("iso-14001", 1))
    pointed_out = integrated_time(ask(book, *parts), book)
    assert pointed_out.exact == Fraction(44, 5)
    assert any(step.says == "integration.below-largest" for step in pointed_out.derivation.steps)
    assert integrated_time(ask(settled_book, *parts), settled_book).exact == 10
