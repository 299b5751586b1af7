"""``certwright matrix``: of the standards in use, with the body's documents; of any one without an installation."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from building import Building, propose, record
from cli.conftest import Call
from small_body import CARA, act

MANUAL = "document:manual"


@pytest.fixture
def documented(founded: Building) -> Building:
    """A body that works to ISO/IEC 17065 alone, with a manual for one clause of each standard."""
    title = {
        "document_title": "Quality manual",
        "kind": "manual",
        "answers": ["17065:2012 8.2.1", "17021-1:2015 10.2.2"],
    }
    record(founded, propose(founded, MANUAL, act("document.register", **title), by=CARA))
    released = act("document.release", version="3", from_day="2026-03-02", what_changed="First issue.")
    record(founded, propose(founded, MANUAL, released, by=CARA))
    whole = {"document_title": "Handbook", "kind": "manual", "answers": ["17065:2012"]}
    record(founded, propose(founded, "document:handbook", act("document.register", **whole), by=CARA))
    return founded


def test_of_the_standards_in_use_with_the_documents_that_answer_them(documented: Building, call: Call) -> None:
    shown = call("matrix", "--json").json
    assert shown["standards"] == ["17065:2012"]
    assert len(shown["clauses"]) == 172
    documents = {row["cited_as"]: row["documents"] for row in shown["clauses"] if row["documents"]}
    assert documents == {
        "17065:2012 8.2.1": [{"document": MANUAL, "title": "Quality manual", "version": "3"}],
    }
    assert shown["whole"] == {
        "17065:2012": [{"document": "document:handbook", "title": "Handbook", "version": None}],
    }
    assert "17021-1" not in call("matrix").out


def test_all_shows_the_other_standard_too(documented: Building, call: Call) -> None:
    shown = call("matrix", "--all", "--documents", "--json").json
    assert shown["standards"] == ["17065:2012", "17021-1:2015"]
    documents = {row["cited_as"] for row in shown["clauses"] if row["documents"]}
    assert documents == {"17065:2012 8.2.1", "17021-1:2015 10.2.2"}
    assert "195 clauses" in call("matrix", "--all").out


def test_without_a_body_one_says_which(db: None, installation: Path, call: Call) -> None:
    assert call("matrix").status == 4
    assert "--standard" in call("matrix").err
    assert call("matrix", "--standard", "17065").status == 0


def test_as_a_table_and_as_a_page(documented: Building, call: Call, tmp_path: Path) -> None:
    head, *rows = csv.reader(StringIO(call("matrix", "--csv").out))
    assert (head[0], head[6], len(rows)) == ("clause", "documents", 172)
    assert [row[6] for row in rows if row[6]] == ["Quality manual, version 3"]
    page = tmp_path / "matrix.html"
    assert call("matrix", "--html", page).status == 0
    assert "Quality manual, version 3" in page.read_text(encoding="utf-8")


def test_side_by_side_and_separation(call: Call) -> None:
    assert len(call("matrix", "--side-by-side", "--json").json["rows"]) == 78
    assert call("matrix", "--standard", "17065", "--separation", "--json").json["separation"]
    assert call("matrix", "--separation").status == 2
