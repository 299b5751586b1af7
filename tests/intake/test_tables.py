"""Rows of named cells, from each format; a row that cannot be read says why, and none is lost."""

from datetime import date

import pytest

import intake.intake_cases as cases
from certwright.intake.limits import USUAL
from certwright.intake.opening import opened
from certwright.intake.problem import FileRefused
from certwright.intake.tables import Row, rows_of


def rows(name: str, content: bytes, encoding: str | None = None) -> list[Row]:
    return list(rows_of(opened(name, content), encoding, USUAL))


TWO = [cases.row(), cases.row(number="A-2", name="Łódź, “Beta”\nsecond line")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_CSV_is_read_with_any_delimiter_and_line_end(delimiter: str, end: str) -> None:
    found = rows("a.csv", cases.as_csv(TWO, delimiter=delimiter, end=end))
    assert [row.cells for row in found] == TWO
    assert [(row.number, row.line) for row in found] == [(1, 2), (2, 3)]


def test_the_line_is_that_where_the_row_begins() -> None:
    found = rows("a.csv", cases.as_csv([TWO[1], TWO[0]]))
    assert [row.line for row in found] == [2, 4]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250"])
def test_text_is_read_in_its_encoding(encoding: str) -> None:
    text = cases.as_csv([cases.row(name="Zakład Żółty")]).decode()
    given = encoding if encoding == "cp1250" else None
    assert rows("a.csv", text.encode(encoding), given)[0].cells["name"] == "Zakład Żółty"


def test_a_wrong_encoding_is_refused() -> None:
    with pytest.raises(FileRefused) as refused:
        rows("a.csv", cases.as_csv([cases.row(name="Zakład")]).decode().encode("cp1250"), "utf-8")
    assert refused.value.code == "file-in-another-encoding"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"a,a\n1,2\n", "column-named-twice"),
        (b"a,\n1,2\n", "column-without-name"),
        (b"a,b\n\x001,2\n", "file-is-no-table"),
        (",".join(f"c{at}" for at in range(501)).encode() + b"\n", "table-too-wide"),
    ],
)
def test_a_table_without_a_sound_heading_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(FileRefused) as refused:
        rows("a.csv", content)
    assert refused.value.code == code


def test_a_row_of_another_length_is_told_and_the_others_are_read() -> None:
    found = rows("a.csv", b"a,b\n1,2\n3\n\n4,5,6\n7,8\n")
    assert [row.unreadable.code if row.unreadable else row.cells["a"] for row in found] == [
        "1",
        "row-of-another-length",
        "row-of-another-length",
        "7",
    ]
    assert [row.line for row in found] == [2, 3, 5, 6]


def test_a_quotation_mark_that_never_closes_is_told() -> None:
    found = rows("a.csv", b'a,b\n1,2\n"3,4\n5,6\n')
    assert found[0].cells == {"a": "1", "b": "2"}
    assert found[-1].unreadable is not None
    assert found[-1].unreadable.code == "row-unreadable"


def test_a_workbook_gives_days_and_numbers_as_they_are() -> None:
    found = rows("a.xlsx", cases.as_workbook([{**cases.row(), "from": date(2024, 5, 2), "scope": 7}]))
    assert found[0].cells["from"] == date(2024, 5, 2)
    assert found[0].cells["scope"] == 7


def test_a_formula_in_a_workbook_is_told_and_not_trusted() -> None:
    found = rows("a.xlsx", cases.as_workbook([cases.row(scope="=1+1"), cases.row()]))
    assert found[0].unreadable is not None
    assert found[0].unreadable.code == "cell-is-a-formula"
    assert found[1].cells["scope"] == "Doors"


@pytest.mark.parametrize("line", ["{", "[1]", '{"a": 1, "a": 2}', '{"a": NaN}', "{" * 5_000])
def test_a_line_that_is_no_object_is_told(line: str) -> None:
    content = b'{"a": "1"}\n' + line.encode() + b'\n\n{"a": "2"}\n'
    found = rows("a.jsonl", content)
    assert [row.line for row in found] == [1, 2, 4]
    assert found[1].unreadable is not None
    assert found[1].unreadable.code == "row-unreadable"


def test_a_test_report_tells_what_was_run() -> None:
    report = b"""<testsuites><testsuite name="e2e"><testcase name="a" time="1"/><testcase name="b"><skipped/></testcase>
    <testcase name="c"><failure message="no">long</failure></testcase></testsuite></testsuites>"""
    found = [(row.cells["name"], row.cells["verdict"], row.cells["message"]) for row in rows("a.xml", report)]
    assert found == [("a", "passed", ""), ("b", "skipped", ""), ("c", "failed", "no")]


@pytest.mark.parametrize(
    "report",
    [
        b'<!DOCTYPE a [<!ENTITY b "c">]><testsuite>&b;</testsuite>',
        b"<testsuite><testcase>",
        b"<html></html>",
    ],
)
def test_XML_that_is_unsound_or_no_report_is_refused(report: bytes) -> None:
    with pytest.raises(FileRefused):
        rows("a.xml", report)
