"""Food safety: T_s = T_D + T_H (n - 1) + T_FTE, the largest of several categories, studies from the second on."""

from datetime import date
from fractions import Fraction

import pytest

from certwright.core.reckoning.audit_time import AuditTimeQuestion, FoodWork, audit_time
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.rule_book import RuleBook
from certwright.packs.model.audit_time import AuditKind
from certwright.packs.model.base import Confidence
from certwright.packs.shipped import library


def food(
    *categories: str, persons: int = 5, studies: int = 1, audit: AuditKind = AuditKind.INITIAL, certified: bool = True
) -> AuditTimeQuestion:
    return AuditTimeQuestion("iso-22000", persons, audit, food=FoodWork(categories, studies, certified))


@pytest.mark.parametrize(
    ("question", "exact", "days"),
    [
        (food("CI"), 2, 2),
        (food("CI", studies=3), 3, 3),  # 2 + 2 × 0.5
        (food("CI", persons=6), Fraction(5, 2), Fraction(5, 2)),
        (food("CI", persons=50, studies=2), Fraction(7, 2), Fraction(7, 2)),
        (food("AI", "CI", "G", studies=2), Fraction(5, 2), Fraction(5, 2)),  # largest T_D 2, largest T_H 0.5
        (food("AI", studies=2), Fraction(5, 4), Fraction(3, 2)),  # always up to the half day
        (food("CI", persons=10**6), 5, 5),
        (food("CI", audit=AuditKind.SURVEILLANCE), Fraction(2, 3), 1),
        (food("CI", audit=AuditKind.RECERTIFICATION), Fraction(4, 3), Fraction(3, 2)),
        (food("AI", audit=AuditKind.SURVEILLANCE), Fraction(1, 3), Fraction(1, 2)),  # least half a day for A and B
    ],
)
def test_time_on_site(question: AuditTimeQuestion, exact: Fraction, days: Fraction, book: RuleBook) -> None:
    time = audit_time(question, book)
    assert (time.exact, time.days) == (exact, days)
    assert (time.on_site, time.off_site) == (time.days, 0)  # preparation and report come on top


def test_the_order_of_categories_does_not_matter(book: RuleBook) -> None:
    assert audit_time(food("AI", "K", "E"), book).days == audit_time(food("E", "AI", "K"), book).days


def test_a_cell_on_which_sources_disagree_is_marked(book: RuleBook) -> None:
    steps = {step.says: step.source.confidence for step in audit_time(food("G", studies=2), book).derivation.steps}
    assert steps["food.studies"] is Confidence.UNSURE
    assert steps["food.basic"] is Confidence.SEEN


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (food(), "category-missing"),
        (food("CV"), "unknown-category"),
        (food("CI", studies=0), "too-small"),
        (AuditTimeQuestion("iso-22000", 5), "category-missing"),
    ],
)
def test_what_the_formula_needs(question: AuditTimeQuestion, says: str, book: RuleBook) -> None:
    with pytest.raises(CannotReckon, match=says):
        audit_time(question, book)


def test_an_old_contract_reads_the_superseded_edition() -> None:
    packs = [volume.pack for volume in library()]
    book = RuleBook.on(date(2026, 11, 23), packs, pinned={"iso-ts-22003": "2013"})
    time = audit_time(food("C", persons=20, certified=False), book)
    assert time.exact == Fraction(3, 2) + Fraction(1, 2) + Fraction(1, 4)
    assert time.derivation.packs == {"iso-ts-22003": "2013"}
    assert audit_time(food("C", persons=20), book).exact == 2
