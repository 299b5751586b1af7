"""A log played onto a table: rows added, removed and changed, day by day."""

from datetime import date

import pytest

import intake.intake_cases as cases
from certwright.intake.event_log import Happened, Table, by_day, happened, table_of
from certwright.intake.problem import FileRefused
from certwright.intake.tables import Row

KEY = ("A-1", "k1", "2024-05-02")
LINE = {"observed_at": "2026-01-05T18:00:00+00:00", "event": "changed", "number": "A-1", "client": "k1",
        "from": "2024-05-02", "field": "state", "old": "valid", "new": "suspended"}  # fmt: skip


def log(*changes: dict[str, str]) -> list[Happened]:
    rows = [Row(at, at + 1, {**LINE, **change}) for at, change in enumerate(changes, 1)]
    return list(happened(rows, cases.mapping()))


def table(*later: dict[str, str]) -> Table:
    rows = table_of([Row(1, 2, cases.row())], cases.mapping())
    return Table(cases.mapping(), rows, tuple({(one["number"], one["client"], one["from"]): one} for one in later))


def test_a_change_is_played_onto_its_row() -> None:
    register = table()
    register.play(log({}, {"number": "none such"}))
    assert register.rows == {KEY: cases.row(state="suspended")}


def test_a_row_that_was_added_takes_its_particulars_from_a_later_table() -> None:
    register = table(cases.row(number="B", name="Beta", state="expired"))
    register.play(log({"event": "added", "number": "B", "field": "", "new": "valid until 2027-06-01"}))
    assert register.rows[("B", "k1", "2024-05-02")] == cases.row(number="B", name="Beta", to="2027-06-01")


def test_a_row_in_no_table_stays_without_particulars() -> None:
    register = table()
    register.play(log({"event": "added", "number": "B", "field": "", "new": "valid until 2027-06-01"}))
    assert register.rows[("B", "k1", "2024-05-02")]["name"] == ""


def test_a_row_that_was_removed_is_gone() -> None:
    register = table()
    register.play(log({"event": "removed", "field": "", "new": ""}))
    assert register.rows == {}


def test_days_come_in_their_order_and_only_after_the_table_was_known() -> None:
    lines = log({"observed_at": "2026-01-07T01:00:00+00:00"}, {"observed_at": "2026-01-06T01:00:00+00:00"}, {})
    assert [day for day, _ in by_day(lines, date(2026, 1, 5))] == [date(2026, 1, 6), date(2026, 1, 7)]


@pytest.mark.parametrize("change", [{"observed_at": "yesterday"}, {"event": "renamed"}])
def test_a_line_that_says_no_day_or_no_event_is_named(change: dict[str, str]) -> None:
    with pytest.raises(FileRefused, match="Line 2"):
        log(change)


def test_a_log_of_another_register_is_named() -> None:
    with pytest.raises(FileRefused, match="no column “observed_at”"):
        list(happened([Row(1, 2, cases.row())], cases.mapping()))
