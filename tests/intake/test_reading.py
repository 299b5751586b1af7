"""Rows told by a mapping: each is told or refused with every reason, and together they are all rows."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import intake.intake_cases as cases
from certwright.intake.mapping import read_mapping, shipped
from certwright.intake.problem import FileRefused
from certwright.intake.reading import read
from certwright.intake.telling import Told


def told(*rows: dict[str, str]) -> list[Any]:
    return list(read("a.csv", cases.as_csv(rows), cases.mapping()))


def codes(one: Any) -> list[str]:
    return [] if isinstance(one, Told) else [problem.code for problem in one]


def test_a_row_states_what_its_cells_mean() -> None:
    (one,) = told(cases.row(name="<b>Acme</b> &amp; Sons<script>x</script>", from_="02.05.2024", to="unlimited"))
    assert one.fields == {
        "number": "A-1",
        "client.key": "k1",
        "client.name": "Acme & Sons",
        "valid_from": date(2024, 5, 2),
        "last_day": None,
        "scope": "Doors",
        "said": "valid",
    }


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"from_": ""}, "cell-empty"),
        ({"from_": "0000-00-00"}, "not-a-day"),
        ({"from_": "31.02.2024"}, "not-a-day"),
        ({"to": "soon"}, "not-a-day"),
        ({"to": "2024-05-01"}, "ends-before-it-begins"),
        ({"name": "x" * 41}, "cell-too-long"),
        ({"number": "=HYPERLINK(1)"}, "cell-is-a-formula"),
        ({"number": "@SUM(A1)"}, "cell-is-a-formula"),
    ],
)
def test_a_wrong_cell_is_told_with_its_place(changes: dict[str, str], code: str) -> None:
    (problems,) = told(cases.row(**changes))
    assert codes(problems) == [code]
    assert problems[0].line == 2


@pytest.mark.parametrize("changes", [{"to": "2024-05-02"}, {"name": "x" * 40}, {"number": "+48 22 123"}])
def test_the_last_that_still_holds_is_read(changes: dict[str, str]) -> None:
    (one,) = told(cases.row(**changes))
    assert isinstance(one, Told)


def test_everything_wrong_with_a_row_is_told_at_once() -> None:
    (problems,) = told(cases.row(number="", from_="x", to="y"))
    assert sorted(problem.column for problem in problems) == ["from", "number", "to"]


def test_what_is_said_twice_is_told_and_never_merged() -> None:
    first, again, other = told(cases.row(), cases.row(), cases.row(scope="Windows"))
    assert isinstance(first, Told)
    assert codes(again) == codes(other) == ["row-repeated"]
    assert "line 2" in again[0].says
    assert "scope" in other[0].says


def test_a_missing_column_is_told_before_any_row_is_read() -> None:
    with pytest.raises(FileRefused, match="no column “state”") as refused:
        read("a.csv", b"number,client,name,from,to,scope\n1,2,3,4,5,6\n", cases.mapping())
    assert refused.value.code == "column-missing"


def test_a_table_without_rows_is_refused() -> None:
    with pytest.raises(FileRefused) as refused:
        read("a.csv", cases.as_csv([]), cases.mapping())
    assert refused.value.code == "table-without-rows"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("key: [number", "key: [numero"), "“numero” is not among the columns"),
        (("{from: scope, form: html", "{form: html"), "either the column"),
        (("form: day, needed", "form: date, needed"), "Input should be"),
        (("row: certification", "row: anything"), "Input should be"),
        (("mapping: example", "mapping: ["), "is not YAML"),
    ],
)
def test_a_mapping_that_is_wrong_says_where(change: tuple[str, str], says: str) -> None:
    with pytest.raises(FileRefused) as refused:
        read_mapping(cases.TEXT.replace(*change), "example.yaml")
    assert says in refused.value.says


def test_shipped_mappings_are_found_by_name() -> None:
    assert shipped("kzr-inig-register").row == "certification"
    with pytest.raises(FileRefused, match="There are: "):
        shipped("none-such")


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\x00\r"), max_size=30)


@given(st.lists(st.fixed_dictionaries(dict.fromkeys(cases.HEADING, CELLS)), min_size=1, max_size=12))
def test_every_row_is_told_or_refused(rows: list[dict[str, str]]) -> None:
    rows = [row for row in rows if any(cell.strip() for cell in row.values())]
    if rows:
        found = told(cases.row(), *rows)
        assert len(found) == len(rows) + 1
        assert all(isinstance(one, Told) or one for one in found)
