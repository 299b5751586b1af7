"""``certwright intake register``: a first look writes nothing; stated once, a second run changes nothing."""

from pathlib import Path
from typing import Any

import pytest

import intake.intake_cases as cases
from building import Building, adopt_as_suggested
from certwright.journal.models import Envelope
from cli.conftest import Answer, Call
from small_body import ANNA, BEN

ROWS = [
    cases.row(),
    cases.row(number="A–1", client="k2"),  # a number that looks like another
    cases.row(number="B-1", from_="soon"),
    cases.row(number="A-1", client="k3"),  # the number of another client
]


@pytest.fixture
def table(founded: Building, tmp_path: Path) -> Path:
    adopt_as_suggested(founded, "safety-helmets")
    (tmp_path / "mapping.yaml").write_text(cases.TEXT, encoding="utf-8")
    path = tmp_path / "register.csv"
    path.write_bytes(cases.as_csv(ROWS))
    return path


def intake(call: Call, table: Path, *words: Any, pack: str = "safety-helmets", by: str = BEN) -> Answer:
    mapping = table.parent / "mapping.yaml"
    given = ("--mapping", mapping, "--pack", pack, "--known-on", "2026-02-27", "--as", by)
    return call("intake", "register", table, *given, *words)


def test_a_first_look_tells_everything_and_writes_nothing(table: Path, call: Call) -> None:
    before = Envelope.objects.count()
    told = intake(call, table, "--json")
    assert told.status == 1
    said = told.json
    assert (said["wrote"], said["rows"], said["stated"], said["unreadable"]) == (False, 4, 2, 1)
    assert [row["refusals"][0]["sentence"] for row in said["refused"]] == ["already-claimed"]
    (problem,) = said["problems"]
    assert (problem["code"], problem["line"], problem["column"], problem["value"]) == ("not-a-day", 4, "from", "soon")
    assert said["near_duplicates"] == {"A1": ["A-1", "A–1"]}
    assert Envelope.objects.count() == before


def test_it_is_stated_once(table: Path, call: Call) -> None:
    before = Envelope.objects.count()
    first = intake(call, table, "--state", "--json").json
    assert (first["wrote"], first["acts"], first["stated"]) == (True, 5, 2)
    assert Envelope.objects.count() == before + 5
    again = intake(call, table, "--state", "--json").json
    assert (again["acts"], again["unchanged"], again["stated"]) == (0, 2, 0)
    assert "line 4, from: “soon” is not a day" in intake(call, table).out


def test_whoever_may_not_take_over_is_refused_row_by_row(table: Path, call: Call) -> None:
    before = Envelope.objects.count()
    said = intake(call, table, "--state", "--json", by=ANNA).json
    assert (said["stated"], len(said["refused"])) == (0, 3)
    assert {why["sentence"] for row in said["refused"] for why in row["refusals"]} == {"actor-lacks-function"}
    assert Envelope.objects.count() == before


def test_a_scheme_nobody_adopted_is_named(table: Path, call: Call) -> None:
    told = intake(call, table, pack="organic-food")
    assert told.status == 2
    assert "has not adopted “organic-food”" in told.err


def test_a_table_without_a_column_is_named(table: Path, call: Call) -> None:
    table.write_bytes(b"number,client\n1,2\n")
    told = intake(call, table)
    assert told.status == 2
    assert "no column “name”" in told.err


def test_a_file_that_is_not_there_is_named(table: Path, call: Call) -> None:
    table.unlink()
    assert intake(call, table).status == 2
