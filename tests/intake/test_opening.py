"""A file is what its bytes say; what cannot be read is refused in words, before anything is read of it."""

from dataclasses import replace

import pytest

import intake.intake_cases as cases
from certwright.intake.limits import USUAL
from certwright.intake.opening import opened
from certwright.intake.problem import FileRefused

CSV = cases.as_csv([cases.row()])


@pytest.mark.parametrize(
    ("name", "content", "format_"),
    [
        ("a.csv", CSV, "csv"),
        ("a.csv.gz", cases.packed(CSV), "csv"),
        ("a", CSV, "csv"),
        ("a.xlsx", cases.as_workbook([cases.row()]), "xlsx"),
        ("a.jsonl", cases.as_json_lines([cases.row()]), "json-lines"),
        ("a.jsonl.gz", cases.packed(cases.as_json_lines([cases.row()])), "json-lines"),
        ("a.xml", b"<testsuite/>", "xml"),
        ("a.csv", b"\xef\xbb\xbf" + CSV, "csv"),
    ],
)
def test_each_format_is_recognised(name: str, content: bytes, format_: str) -> None:
    assert opened(name, content).format == format_


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", b"", "file-empty"),
        ("a.csv", b" \r\n ", "file-empty"),
        ("a.csv.gz", cases.packed(CSV)[:-9], "file-cut-off"),
        ("a.csv.gz", cases.packed(CSV)[:12], "file-cut-off"),
        ("a.csv.gz", cases.packed(b""), "file-empty"),
        ("a.csv.gz", cases.packed(b"\x00" * 20_000_000), "file-unpacks-without-end"),
        ("a.csv", cases.as_workbook([cases.row()]), "file-is-another-format"),
        ("a.xlsx", CSV, "file-is-another-format"),
        ("a.xlsx", cases.as_workbook([])[:-40], "file-cut-off"),
        ("a.xlsx", cases.as_workbook([], xl__vbaProject_dot_bin=b"macro"), "file-has-macros"),
        ("a.xlsx", cases.as_workbook([], xl__media__a_dot_bin=b"\x00" * 40_000_000), "file-unpacks-without-end"),
        ("a.pdf", b"%PDF-1.7", "file-is-no-table"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "file-is-no-table"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(name: str, content: bytes, code: str) -> None:
    with pytest.raises(FileRefused) as refused:
        opened(name, content)
    assert refused.value.code == code
    assert refused.value.says.endswith(".")
    assert refused.value.remedy.endswith(".")


@pytest.mark.parametrize(("most", "refused"), [(len(CSV), False), (len(CSV) - 1, True)])
def test_a_file_that_is_too_large_is_not_read(most: int, refused: bool) -> None:
    limits = replace(USUAL, stored=most)
    if not refused:
        assert opened("a.csv", CSV, limits).content == CSV
        return
    with pytest.raises(FileRefused, match="Bring it in parts") as told:
        opened("a.csv", CSV, limits)
    assert told.value.code == "file-too-large"
