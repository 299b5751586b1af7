"""The informative grid of ISO/IEC 27006: six grades, two classes, a range."""

import pytest

from certwright.core.reckoning.audit_time.grid import suggested_adjustment
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.rule_book import RuleBook


@pytest.mark.parametrize(
    ("business", "it", "expected"),
    [
        ((1, 1, 1), (1, 1, 2), (-30, -10)),
        ((1, 1, 2), (2, 2, 1), (-10, -5)),
        ((2, 2, 2), (1, 2, 3), (0, 0)),
        ((3, 3, 1), (3, 3, 3), (20, 100)),
        ((1, 1, 1), (3, 3, 1), (5, 20)),
    ],
)
def test_ranges(business: tuple[int, ...], it: tuple[int, ...], expected: tuple[int, int], book: RuleBook) -> None:
    suggested = suggested_adjustment(business, it, book.rules("iso-iec-27001"))
    assert (suggested.least, suggested.most) == expected


@pytest.mark.parametrize("grades", [(1, 1), (1, 1, 4), (1, 1, 1, 1)])
def test_three_grades_of_one_to_three(grades: tuple[int, ...], book: RuleBook) -> None:
    with pytest.raises(CannotReckon, match=r"grid\.grades"):
        suggested_adjustment(grades, (1, 1, 1), book.rules("iso-iec-27001"))


def test_only_where_the_document_has_one(book: RuleBook) -> None:
    with pytest.raises(CannotReckon, match=r"grid\.none"):
        suggested_adjustment((1, 1, 1), (1, 1, 1), book.rules("iso-9001"))
