"""The clause packs of ISO/IEC 17065:2012 and ISO/IEC 17021-1:2015, and the two side by side."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from certwright.packs import shipped
from certwright.packs.model.base import Confidence
from certwright.packs.model.clauses import Clause, ClausePack
from certwright.packs.model.side_by_side import Relation, SideBySide
from certwright.packs.model.themes import Theme

PAPERS = Path(__file__).resolve().parents[3] / "shared" / "domain"

PAPER = {"iso-iec-17065": "17065-clauses.yaml", "iso-iec-17021-1": "17021-1-clauses.yaml"}


def clause_pack(name: str) -> ClausePack:
    (pack,) = (pack for pack in shipped.library().of_kind(ClausePack) if pack.pack == name)
    return pack


def clause(name: str, number: str) -> Clause:
    (found,) = (found for found in clause_pack(name).clauses if found.id == number)
    return found


def matrix() -> SideBySide:
    (pack,) = shipped.library().of_kind(SideBySide)
    return pack


def paper(name: str) -> Any:
    path = PAPERS / name
    if not path.exists():
        pytest.skip(f"the domain papers are not here: {path}")
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_there_are_172_and_195_clauses_and_78_rows() -> None:
    assert len(clause_pack("iso-iec-17065").clauses) == 172
    assert len(clause_pack("iso-iec-17021-1").clauses) == 195
    assert [row.id for row in matrix().rows] == [f"S{number:02}" for number in range(1, 79)]


@pytest.mark.parametrize("name", PAPER)
def test_no_clause_of_the_paper_is_lost(name: str) -> None:
    assert [str(entry["id"]) for entry in paper(PAPER[name])["clauses"]] == [
        one.id for one in clause_pack(name).clauses
    ]


@pytest.mark.parametrize("name", PAPER)
def test_every_clause_has_a_title_in_both_languages(name: str) -> None:
    for one in clause_pack(name).clauses:
        assert set(one.title) == {"en", "de"}, one.id
        assert all(len(title) <= 90 for title in one.title.values()), one.id


@pytest.mark.parametrize("name", PAPER)
def test_every_theme_is_one_of_ours(name: str) -> None:
    assert {one.theme for one in clause_pack(name).clauses} <= set(Theme)


def test_every_theme_has_a_clause() -> None:
    used = {one.theme for name in PAPER for one in clause_pack(name).clauses}
    assert used == set(Theme)


@pytest.mark.parametrize("name", PAPER)
def test_what_was_not_seen_in_two_sources_does_not_say_so(name: str) -> None:
    """17065-clauses.yaml and 17021-1-clauses.yaml, provenance: almost nothing was compared with a copy."""
    verified = [one.id for one in clause_pack(name).clauses if one.confidence is Confidence.VERIFIED]
    assert verified == (["7.2.4"] if name == "iso-iec-17021-1" else [])


@pytest.mark.parametrize("number", ["9.2.2.1.1", "9.2.2.2.3", "9.4.4.2", "9.8.11", "A.3", "9.5.2", "7.2.11"])
def test_what_the_papers_mark_unsure_stays_marked(number: str) -> None:
    """UNSURE register, 17021-1-rules.md section 11."""
    assert clause("iso-iec-17021-1", number).unsure


@pytest.mark.parametrize("number", ["5.1.3", "6.1.2.2"])
def test_the_letters_nobody_could_check_stay_marked(number: str) -> None:
    assert clause("iso-iec-17065", number).unsure


@pytest.mark.parametrize(
    ("name", "number", "says", "not_any_more"),
    [
        ("iso-iec-17065", "4.2.10", "24 months", "730"),
        ("iso-iec-17065", "7.7.3 b", "Only new determination", "no scheme rule allows a condition"),
        ("iso-iec-17065", "6.2.2.1", "on the day of the test", "else block"),
        ("iso-iec-17065", "4.5.1", "the reason for a suspension is not", "nothing"),
        ("iso-iec-17021-1", "9.1.3.3", "a breach", "not extendable"),
        ("iso-iec-17021-1", "9.2.3.4", "no click", "Client acceptance (portal"),
        ("iso-iec-17021-1", "9.3.1.2.2", "may be booked", "cannot be confirmed"),
        ("iso-iec-17021-1", "9.4.5.3", "formal completeness", "nothing"),
        ("iso-iec-17021-1", "7.2.11", "whether a passed date suspends", "expired date suspends"),
    ],
)
def test_the_second_reading_is_in(name: str, number: str, says: str, not_any_more: str) -> None:
    """corrections.md, items 2 to 5, 11, 13, 14 and 16."""
    control = clause(name, number).control
    assert says in control
    assert not_any_more not in control


def test_a_row_that_only_one_standard_has_names_clauses_of_it() -> None:
    for row in matrix().rows:
        if row.relation is not Relation.ONLY_RIGHT:
            assert row.left.clauses or row.left.note, row.id
        if row.relation is not Relation.ONLY_LEFT:
            assert row.right.clauses, row.id


def test_ranges_of_the_paper_are_written_out() -> None:
    rows = {row.id: row for row in matrix().rows}
    assert rows["S02"].left.clauses == ("4.1.2.1", *(f"4.1.2.2 {letter}" for letter in "abcdefghijk"))
    assert rows["S09"].left.clauses == ("4.2.6 d", "4.2.6 e")
    assert rows["S21"].right.clauses == ("7.1.1", "7.1.2", "A.2", "A.3", "A.4")
    assert rows["S36"].right.clauses == tuple(f"8.4.{number}" for number in range(1, 8))
    assert rows["S68"].right.clauses == tuple(f"9.8.{number}" for number in range(1, 12))


def test_committees_meet_committees() -> None:
    """The paper's row S19 named 17021-1 6.1.3; committees are 6.1.4 (corrections.md, item 23)."""
    rows = {row.id: row for row in matrix().rows}
    assert rows["S19"].right.clauses == ("6.1.4",)
