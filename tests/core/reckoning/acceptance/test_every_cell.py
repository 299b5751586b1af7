"""All 1,248 plans: 16 letters × 26 AQLs × 3 severities.

The expectation does not come from the tables. It is built from the diagonal along which acceptance numbers run (the
sum of the letter's and the AQL's place), and an arrow is not walked but answered by the nearest plan of the column.
"""

from itertools import product
from typing import Any

import pytest

from certwright.core.reckoning.acceptance.aql import AqlRequest, plan_by_aql, plan_from_letter
from certwright.core.reckoning.acceptance.plan import Counting, Plan
from certwright.core.reckoning.derivation import Trail
from certwright.packs.model.acceptance_sampling import AqlScheme, Severity

LETTERS = "ABCDEFGHJKLMNPQRS"  # S is no lot's letter: one arrow of tightened inspection leads to it
AQLS = [
    "0.010",
    "0.015",
    "0.025",
    "0.040",
    "0.065",
    "0.10",
    "0.15",
    "0.25",
    "0.40",
    "0.65",
    "1.0",
    "1.5",
    "2.5",
    "4.0",
    "6.5",
    "10",
    "15",
    "25",
    "40",
    "65",
    "100",
    "150",
    "250",
    "400",
    "650",
    "1000",
]
SIZES = dict(zip(LETTERS, (2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000, 3150), strict=True))
REDUCED_SIZES = dict(zip(LETTERS, (2, 2, 2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800), strict=False))

NORMAL = {14: "0/1", 17: "1/2", 18: "2/3", 19: "3/4", 20: "5/6", 21: "7/8", 22: "10/11", 23: "14/15", 24: "21/22"}
TIGHTENED = {15: "0/1", 18: "1/2", 19: "2/3", 20: "3/4", 21: "5/6", 22: "8/9", 23: "12/13", 24: "18/19"}
REDUCED = {14: "0/1", 17: "0/2", 18: "1/3", 19: "1/4", 20: "2/5", 21: "3/6", 22: "5/8", 23: "7/10", 24: "10/13"}
REDUCED_B = {
    14: "0/1",
    17: "0/2",
    18: "1/3",
    19: "2/4",
    20: "3/5",
    21: "5/6",
    22: "7/8",
    23: "10/11",
    24: "14/15",
    25: "21/22",
    26: "30/31",
}  # the small letters do not follow the diagonal
DISPUTED = {
    ("C", "6.5"),
    ("D", "4.0"),
    ("E", "2.5"),
    ("F", "1.5"),
    ("G", "1.0"),
    ("H", "0.65"),
    ("J", "0.40"),
    ("K", "0.25"),
    ("L", "0.15"),
    ("M", "0.10"),
    ("N", "0.065"),
    ("P", "0.040"),
    ("Q", "0.025"),
}


def diagonal(severity: Severity, row: int, column: int) -> str | None:
    """The numbers printed in a cell, or ``None`` where the table shows an arrow."""
    place = row + column
    if row == 16 and (severity, AQLS[column]) != (Severity.TIGHTENED, "0.025"):
        return None
    if severity is Severity.NORMAL:
        ends = {25: "30/31"} if row <= 4 else {}
        ends |= {26: "44/45"} if 1 <= row <= 4 else {}
        return (NORMAL | ends).get(place)
    if severity is Severity.TIGHTENED:
        ends = {25: "27/28"} if row <= 4 else {}
        ends |= {26: "41/42"} if 1 <= row <= 4 else {}
        return None if (row, place) == (0, 15) else (TIGHTENED | ends).get(place)
    if row == 0:
        return diagonal(Severity.NORMAL, row, column)
    if row == 1:
        return REDUCED_B.get(place)
    return (REDUCED | ({25: "14/17", 26: "21/24"} if row <= 4 else {})).get(place)


def points_down(severity: Severity, row: int, column: int) -> bool:
    """Which way an arrow points: down before the plans of a column begin, and between Ac 0 and Ac 1."""
    place = row + column
    if severity is Severity.TIGHTENED:
        return place < 15 or (row, place) == (0, 15) or (place == 16 and row < 15) or place == 17
    return place < 14 or (place == 15 and row == 0) or (place == 16 and row < 15)


def expected(severity: Severity, letter: str, column: int) -> tuple[str, int, int, int]:
    """Plan letter, n, Ac and Re by the nearest plan of the column."""
    row = LETTERS.index(letter)
    if diagonal(severity, row, column) is None:
        rows = range(row + 1, len(LETTERS)) if points_down(severity, row, column) else range(row - 1, -1, -1)
        row = next(other for other in rows if diagonal(severity, other, column))
    ac, re = map(int, (diagonal(severity, row, column) or "").split("/"))
    sizes = REDUCED_SIZES if severity is Severity.REDUCED else SIZES
    return LETTERS[row], sizes[LETTERS[row]], ac, re


def plan(scheme: AqlScheme, severity: Severity, letter: str, aql: str) -> Plan:
    request = AqlRequest(lot_size=10_000_000, level="II", aql=aql, severity=severity, counting=Counting.NONCONFORMITIES)
    return plan_from_letter(scheme, request, letter, Trail(), {})


@pytest.mark.parametrize("aql", AQLS)
@pytest.mark.parametrize("letter", LETTERS[:-1])
@pytest.mark.parametrize("severity", Severity)
def test_z14_cell(z14: AqlScheme, severity: Severity, letter: str, aql: str) -> None:
    found = plan(z14, severity, letter, aql)
    assert (found.plan_letter, found.n, found.ac, found.re) == expected(severity, letter, AQLS.index(aql))
    disputed = [step for step in found.doubts if step.says == "acceptance-sampling.sources-disagree"]
    assert bool(disputed) == (severity is Severity.TIGHTENED and (letter, aql) in DISPUTED)


def test_iso_normal_and_tightened_are_those_of_z14(iso: AqlScheme, z14: AqlScheme) -> None:
    for severity, letter, aql in product((Severity.NORMAL, Severity.TIGHTENED), LETTERS[:-1], AQLS):
        one, other = plan(iso, severity, letter, aql), plan(z14, severity, letter, aql)
        assert (one.letters, one.n, one.ac, one.re) == (other.letters, other.n, other.ac, other.re)


def test_the_packs_hold_the_paper(z14: AqlScheme, iso: AqlScheme, iso_2026: AqlScheme, paper: Any) -> None:
    keys = {Severity.NORMAL: "normal", Severity.TIGHTENED: "tightened", Severity.REDUCED: "reduced_z14"}
    for scheme in (z14, iso, iso_2026):
        assert list(scheme.aql_series) == paper["aql_series"]
        assert list(scheme.inspection_levels) == paper["inspection_levels"]
        assert [row.model_dump(mode="json") for row in scheme.code_letters.rows] == paper["code_letters"]
        for severity in keys if scheme is z14 else list(keys)[:2]:
            table = scheme.tables[severity]
            assert {letter: list(row) for letter, row in table.rows.items()} == paper["master"][keys[severity]]
            assert table.sizes == paper["sample_sizes"][severity]
        dispute = scheme.tables[Severity.TIGHTENED].dispute
        assert dispute is not None
        assert [[cell.letter, cell.aql] for cell in dispute.cells] == paper["tightened_conflict"]


def test_iso_reduced_holds_only_what_was_recalled(iso: AqlScheme, paper: Any) -> None:
    recalled = paper["diagonal_rule"]["reduced_iso_1999_UNSURE"]
    for (row, letter), (column, _) in product(enumerate(LETTERS[:-1]), enumerate(AQLS)):
        cell = iso.tables[Severity.REDUCED].rows[letter][column]
        assert cell == (recalled.get(str(row + column), "?") if row >= 2 else "?")


def test_vectors_of_the_paper(z14: AqlScheme, paper: Any) -> None:
    """``test_vectors`` of iso2859-tables.yaml, twenty plans with both arrows, letter S and n ≥ N."""
    assert len(paper["test_vectors"]) == 20
    for vector in paper["test_vectors"]:
        severity = Severity(vector["severity"].removesuffix("_z14"))
        found = plan_by_aql(
            z14, AqlRequest(lot_size=vector["lot"], level=vector["level"], aql=vector["aql"], severity=severity)
        )
        told = {
            "letter": found.letter,
            "plan_letter": found.plan_letter,
            "n": found.n,
            "ac": found.ac,
            "re": found.re,
            "full_inspection": found.takes_every_item,
        }
        assert told == {key: vector[key] for key in told}, vector
