"""A citation means a clause, or all clauses below a heading, of one edition of one standard."""

import pytest

from certwright.packs import shipped
from certwright.packs.citation import UnknownClause, cited
from certwright.packs.model.clauses import ClausePack

PACKS = shipped.library().of_kind(ClausePack)


@pytest.mark.parametrize(
    ("citation", "numbers"),
    [
        ("17065:2012 7.6.2", ["7.6.2"]),
        ("17065:2012 4.1.2.2 k", ["4.1.2.2 k"]),
        ("17065:2012 4.1.2.2", ["4.1.2.2"]),
        ("17065:2012 7.8", ["7.8"]),
        ("17065:2012 7.5", ["7.5.1", "7.5.2"]),
        ("17065:2012 6.1.3", ["6.1.3 a", "6.1.3 b", "6.1.3 c"]),
        ("17021-1:2015 A", ["A.2", "A.3", "A.4"]),
        ("17021-1:2015 9.1.2", ["9.1.2.1", "9.1.2.2", "9.1.2.3"]),
    ],
)
def test_what_a_citation_means(citation: str, numbers: list[str]) -> None:
    assert [clause.id for clause in cited(citation, PACKS)] == numbers


@pytest.mark.parametrize(
    "citation",
    ["17065:2012 7.99", "17065:2012 7.6.22", "17065:1996 7.6.2", "17021-1:2015 7.6.2", "17065:2012", "17065:2012 ", ""],
)
def test_what_is_not_there_is_unknown(citation: str) -> None:
    with pytest.raises(UnknownClause, match="no clause pack"):
        cited(citation, PACKS)


def test_one_digit_does_not_mean_two() -> None:
    """9.1 is a heading; 9.10 would not lie below it."""
    assert not {clause.id for clause in cited("17021-1:2015 9.1", PACKS)} & {"9.10", "9.2.1.1"}
