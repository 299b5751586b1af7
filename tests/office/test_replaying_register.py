"""A register's history on the record: each day settled, a change of its making asked about, the outcome compared."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import intake.intake_cases as cases
from building import Building, adopt_as_suggested
from certwright.core.dossiers import Certification
from certwright.core.dossiers.certification import Standing
from certwright.intake.event_log import Happened, Table, table_of
from certwright.intake.reading import read
from certwright.intake.settling import Delivery
from certwright.intake.tables import Row
from certwright.intake.telling import Told
from certwright.office.replaying_register import AskFirst, Replayed, differences, replay
from certwright.office.standing import dossiers
from certwright.office.taking_over import Run, settle
from small_body import BEN

pytestmark = pytest.mark.django_db
FIRST = date(2026, 1, 10)
ROWS = [cases.row(number=f"N-{at:02}", client=f"k{at}") for at in range(20)]
KEY = ("N-00", "k0", "2024-05-02")


@pytest.fixture
def run(here: Building) -> Run:
    """The register as known on 10 January is on record."""
    pin = adopt_as_suggested(here, "safety-helmets")
    delivery = Delivery(cases.mapping(), FIRST, None, "iso-iec-17065", pin, "product", "non-accredited")
    made = Run(delivery, BEN, here.means, "UTC", lambda: 0.0, lambda seconds: None)
    assert settle(read("a.csv", cases.as_csv(ROWS), delivery.mapping), made).stated == 20
    return made


def table() -> Table:
    return Table(cases.mapping(), table_of([Row(at, at + 1, one) for at, one in enumerate(ROWS, 1)], cases.mapping()))


def line(day: int, what: str = "changed", column: str = "state", new: str = "", key: Any = KEY) -> Happened:
    return Happened(day, date(2026, 1, day), what, key, column, "", new)


def played(run: Run, *log: Happened, known: frozenset[tuple[str, str]] = frozenset()) -> Replayed:
    return replay(log, table(), run, known=known)


def held(run: Run) -> Certification:
    name = run.delivery.dossier("certification", "N-00", "k0")
    found = dossiers([name])[name]
    assert isinstance(found, Certification)
    return found


def test_suspension_and_reinstatement_count_from_the_days_of_the_log(run: Run) -> None:
    done = played(run, line(12, new="suspended"), line(20, new="valid"))
    assert (done.lines, done.days, done.settled.acts) == (2, 2, 2)
    expected = {11: Standing.VALID, 12: Standing.SUSPENDED, 19: Standing.SUSPENDED, 20: Standing.VALID}
    assert {day: held(run).standing(date(2026, 1, day)) for day in expected} == expected


def test_what_was_known_already_is_not_played_again(run: Run) -> None:
    assert played(run, line(10, new="suspended")).lines == 0


def test_a_row_that_is_listed_no_more_ends(run: Run) -> None:
    played(run, line(12, what="removed", column=""))
    assert held(run).standing(date(2026, 1, 11)) is Standing.VALID
    assert held(run).standing(date(2026, 1, 12)) is Standing.TERMINATED


def test_a_replay_is_the_same_the_second_time(run: Run) -> None:
    log = (line(12, new="suspended"), line(15, column="scope", new="Windows"), line(20, new="valid"))
    assert played(run, *log).settled.acts == 3
    again = replay(
        log, table(), replace(run, delivery=replace(run.delivery, known_on=date(2026, 1, 20))), known=frozenset()
    )
    assert again.settled.acts == 0


def test_a_replay_that_stopped_goes_on_where_it_stopped(run: Run) -> None:
    log = (line(12, new="suspended"), line(15, column="scope", new="Gates"), line(20, new="valid"))
    assert played(run, *log[:2]).settled.acts == 2
    again = played(run, *log)  # from the beginning: what is told already is not told the other way round
    assert (again.lines, again.settled.acts, len(again.settled.refused)) == (3, 1, 0)
    assert played(run, *log).settled.acts == 0
    assert held(run).standing(date(2026, 1, 20)) is Standing.VALID


def test_words_renamed_overnight_are_asked_about_before_anything_is_written(run: Run) -> None:
    log = [line(12, new="active", key=(one["number"], one["client"], one["from"])) for one in ROWS]
    with pytest.raises(AskFirst, match="relabelled “state”"):
        played(run, *log)
    assert len(held(run).taken_over) == 1
    assert played(run, *log, known=frozenset({("relabelled", "state")})).settled.acts == 20
    assert held(run).standing(date(2026, 1, 13)) is Standing.VALID


def test_of_a_column_emptied_overnight_the_old_values_stay(run: Run) -> None:
    log = [line(12, column="scope", key=(one["number"], one["client"], one["from"])) for one in ROWS]
    with pytest.raises(AskFirst, match="blanked “scope”"):
        played(run, *log)
    done = played(run, *log, known=frozenset({("blanked", "scope")}))
    assert (done.settled.acts, done.left_out["column emptied by its making"]) == (0, 20)
    assert held(run).scope == "Doors"


def test_the_record_is_compared_with_the_register_of_a_day(run: Run) -> None:
    played(run, line(12, new="suspended"))
    told = [
        cases.row(number="N-00", client="k0"),  # the register says valid
        cases.row(number="N-01", client="k1", to="2026-12-31", scope="Windows"),
        cases.row(number="N-99", client="k9"),
        *ROWS[2:],
    ]
    rows = [one for one in read("a.csv", cases.as_csv(told), cases.mapping()) if isinstance(one, Told)]
    found = differences(rows, replace(run.delivery, known_on=date(2026, 1, 12)), "default")
    assert sorted((each.told.key[0], each.kind) for each in found) == [
        ("N-00", "the register says valid, the days say suspended"),
        ("N-01", "another last day"),
        ("N-01", "another scope"),
        ("N-99", "not on record: its row was refused"),
    ]
