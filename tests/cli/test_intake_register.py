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


LOG = "observed_at,event,number,client,from,field,old,new\n"


def replayed(call: Call, table: Path, *lines: str, words: tuple[Any, ...] = ()) -> Answer:
    log = table.parent / "log.csv"
    log.write_text(LOG + "\n".join(lines) + "\n", encoding="utf-8")
    given = (
        "--mapping",
        table.parent / "mapping.yaml",
        "--pack",
        "safety-helmets",
        "--known-on",
        "2026-01-05",
        "--as",
        BEN,
    )
    return call("intake", "replay", log, table, *given, *words)


def test_a_log_is_played_and_the_record_compared(table: Path, call: Call) -> None:
    table.write_bytes(cases.as_csv([cases.row()]))
    assert intake(call, table, "--state").status == 0
    later = table.parent / "later.csv"
    later.write_bytes(cases.as_csv([cases.row(state="suspended", to="2028-05-01")]))
    line = "2026-03-01T08:00:00+00:00,changed,A-1,k1,2024-05-02,state,valid,suspended"
    said = replayed(call, table, line, words=("--compare", f"{later}:2026-03-01", "--json")).json
    assert (said["lines"], said["acts"], said["asked"]) == (1, 1, None)
    assert said["compared"] == [
        {"file": "later.csv", "day": "2026-03-01", "rows": 1, "differences": {"another last day": 1}}
    ]


def test_a_change_of_the_tables_making_stops_the_replay_until_it_was_looked_at(table: Path, call: Call) -> None:
    rows = [cases.row(number=f"N-{at}", client=f"k{at}") for at in range(12)]
    table.write_bytes(cases.as_csv(rows))
    assert intake(call, table, "--state").status == 0
    lines = [f"2026-03-01T08:00:00+00:00,changed,N-{at},k{at},2024-05-02,state,valid,aktywny" for at in range(12)]
    told = replayed(call, table, *lines)
    assert told.status == 1
    assert "relabelled “state” (12 of 12)" in told.out
    assert "--looked-at relabelled:state" in told.out
    done = replayed(call, table, *lines, words=("--looked-at", "relabelled:state", "--json")).json
    assert (done["lines"], done["acts"], done["asked"]) == (12, 12, None)


@pytest.mark.parametrize("words", [("--compare", "later.csv"), ("--looked-at", "renamed:state")])
def test_words_of_the_replay_that_are_wrong_are_named(table: Path, call: Call, words: tuple[str, ...]) -> None:
    told = replayed(call, table, words=words)
    assert told.status == 2
    assert words[1] in told.err
