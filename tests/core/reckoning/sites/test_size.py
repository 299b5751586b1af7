"""The size of a sample: the exact-integer definition, for every number of sites up to 10,000."""

import math
from fractions import Fraction

import pytest

from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.rule_book import RuleBook
from certwright.core.reckoning.sites import Increase, sample_size, unsampled_size
from certwright.core.reckoning.sites.size import least_root
from certwright.packs.model.site_sampling import Occasion

DEFINITIONS = {  # n is the smallest whole number with a·n² ≥ b·x
    Occasion.INITIAL: (1, 1),
    Occasion.SURVEILLANCE: (25, 9),
    Occasion.RECERTIFICATION: (1, 1),
    Occasion.RECERTIFICATION_PROVEN: (25, 16),
    Occasion.ADDED_SITES: (1, 1),
}


@pytest.mark.parametrize("occasion", list(Occasion))
def test_every_number_of_sites_up_to_10_000(occasion: Occasion, book: RuleBook) -> None:
    """Counted up from the definition, without any root: n grows by one whenever it no longer suffices."""
    a, b = DEFINITIONS[occasion]
    factor = book.sites().coefficient(occasion).factor
    n = 0
    for sites in range(1, 10_001):
        while a * n * n < b * sites:
            n += 1
        assert least_root(sites, factor) == n, sites
        assert 1 <= n <= sites


@pytest.mark.parametrize("occasion", list(Occasion))
def test_the_whole_answer_for_every_number_of_sites_up_to_10_000(occasion: Occasion, book: RuleBook) -> None:
    pack = book.sites()
    before = 0
    for sites in range(1, 10_001):
        size = sample_size(sites, occasion, pack)
        assert size.sampled == least_root(sites, pack.coefficient(occasion).factor)
        assert size.random == -(-size.sampled // 4)
        assert size.sampled >= before
        before = size.sampled


def test_surveillance_is_never_more_than_recertification_nor_that_more_than_initial() -> None:
    for sites in range(1, 2_000):
        sizes = [least_root(sites, factor) for factor in (Fraction(3, 5), Fraction(4, 5), Fraction(1))]
        assert sizes == sorted(sizes)


def test_no_floating_point_can_do_this() -> None:
    """0.6 × √25 is exactly 3, and a square beyond 2^53 keeps its root."""
    assert least_root(25, Fraction(3, 5)) == 3
    root = 10**12 + 1
    assert least_root(root**2, Fraction(1)) == root
    assert least_root(root**2 + 1, Fraction(1)) == root + 1 != math.ceil(math.sqrt(root**2 + 1))
    assert least_root(0, Fraction(1)) == 0


def test_an_increase_has_a_reason_and_stops_at_all_sites(book: RuleBook) -> None:
    pack = book.sites()
    assert sample_size(26, Occasion.INITIAL, pack, [Increase(2, "complaints", "complaints")]).sampled == 8
    assert sample_size(26, Occasion.INITIAL, pack, [Increase(99, "all")]).sampled == 26
    assert sample_size(26, Occasion.INITIAL, pack, [Increase(2, "complaints")]).random == 2
    for increase, says in [
        (Increase(2, ""), "reason-missing"),
        (Increase(-1, "fewer"), "too-small"),
        (Increase(0, "none"), "too-small"),
        (Increase(Fraction(1, 2), "half"), "not-whole"),
        (Increase(1, "x", "weather"), "unknown-factor"),
    ]:
        with pytest.raises(CannotReckon, match=says):
            sample_size(26, Occasion.INITIAL, pack, [increase])


@pytest.mark.parametrize("sites", [0, -1, Fraction(5, 2)])
def test_sites_are_whole_and_at_least_one(sites: int, book: RuleBook) -> None:
    with pytest.raises(CannotReckon, match=r"not-whole|too-small"):
        sample_size(sites, Occasion.INITIAL, book.sites())


@pytest.mark.parametrize(
    ("sites", "occasion", "visited"),
    [
        (10, Occasion.INITIAL, 10),
        (10, Occasion.RECERTIFICATION, 10),
        (10, Occasion.SURVEILLANCE, 3),
        (11, Occasion.SURVEILLANCE, 4),
        (1, Occasion.SURVEILLANCE, 1),
    ],
)
def test_without_sampling_every_site_or_30_per_cent_a_year(
    sites: int, occasion: Occasion, visited: int, book: RuleBook
) -> None:
    assert unsampled_size(sites, occasion, book.sites()).sampled == visited
