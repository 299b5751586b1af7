"""Sectors by NACE class: the longest prefix wins, and only three divisions are in none."""

import csv
import gzip
from pathlib import Path

import pytest

from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.rule_book import RuleBook
from certwright.core.reckoning.sectors import sector_of

LIST = Path(__file__).resolve().parents[4] / "shared" / "data" / "nace_2.0.csv.gz"


@pytest.mark.parametrize(
    ("nace", "code"),
    [
        ("01", 1),
        ("24", 17),
        ("24.46", 11),
        ("24.45", 17),
        ("25.4", 18),
        ("25.40", 18),
        ("25.5", 17),
        ("23.51", 16),
        ("23.1", 15),
        ("30.4", 18),
        ("30.3", 21),
        ("33.11", 17),
        ("33.2", 18),
        ("38.3", 24),
        ("38.11", 39),
        ("58.1", 8),
        ("58.29", 33),
        ("74.1", 34),
        ("74.2", 35),
        ("95.1", 19),
        ("95.29", 29),
        ("63.1", 33),
        ("63.91", 39),
        (" 85 ", 37),
    ],
)
def test_sector(nace: str, code: int, book: RuleBook) -> None:
    assert sector_of(nace, book.sectors()).code == code


@pytest.mark.parametrize("nace", ["97", "98.1", "99", "04", "100", "", "x"])
def test_what_is_in_no_sector(nace: str, book: RuleBook) -> None:
    with pytest.raises(CannotReckon, match="unknown-nace"):
        sector_of(nace, book.sectors())


def test_what_a_sector_excludes_is_not_its_even_if_nobody_else_takes_it(book: RuleBook) -> None:
    pack = book.sectors()
    without = tuple(sector for sector in pack.sectors if sector.code != 35)
    with pytest.raises(CannotReckon, match="unknown-nace"):
        sector_of("74.2", pack.model_copy(update={"sectors": without}))


def test_every_class_of_nace_is_in_a_sector(book: RuleBook) -> None:
    if not LIST.exists():
        pytest.skip("the list of NACE classes is not beside this checkout")
    with gzip.open(LIST, "rt", encoding="utf-8") as file:
        codes = [
            cell
            for row in csv.reader(file)
            for cell in row
            if len(cell) == 5 and cell[2] == "." and cell.replace(".", "").isdigit()
        ]
    assert len(set(codes)) == 615  # the four-digit classes of NACE Rev. 2
    without = []
    for code in codes:
        try:
            sector_of(code, book.sectors())
        except CannotReckon:
            without.append(code)
    assert {code[:2] for code in without} == {"97", "98", "99"}
