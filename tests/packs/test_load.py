"""A text becomes a pack, or a list of everything that is wrong with it, each with its line."""

import hashlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.packs.load import digest, read_pack
from certwright.packs.model.clauses import ClausePack
from certwright.packs.problem import MOST_PROBLEMS, PackProblem, PackRefused, written


def problems(text: str) -> tuple[PackProblem, ...]:
    with pytest.raises(PackRefused) as caught:
        read_pack(text)
    return caught.value.problems


def problem(text: str) -> PackProblem:
    (only,) = problems(text)
    return only


def line_of(text: str, part: str) -> int:
    """The line on which ``part`` stands first."""
    return text[: text.index(part)].count("\n") + 1


def test_a_pack_is_read_as_the_model_of_its_kind(clauses: str) -> None:
    pack = read_pack(clauses)
    assert isinstance(pack, ClausePack)
    assert pack.valid_from == date(2020, 1, 1)
    assert [clause.id for clause in pack.clauses] == ["4.1", "7.6.2 a"]


@pytest.mark.parametrize(
    ("old", "new", "code", "path"),
    [
        ('edition: "2020"', "edition: 2020", "not-text", "edition"),
        ("pack: iso-iec-99999", "pack: ISO 99999", "wrong-form", "pack"),
        ("title: {en: Imagined standard}", "title: {de: Erdacht}", "wrong-value", "title"),
        ("valid_to: null", "valid_to: 2019-12-31", "wrong-value", "valid_to"),
        ("valid_to: null", "valid_to: soon", "wrong-value", "valid_to"),
        ("confidence: seen\nsources", "confidence: sure\nsources", "unknown-word", "confidence"),
        ("  - {document: Imagination, confidence: seen}", "  - {confidence: seen}", "missing-field",
         "sources[0].document"),
        ("theme: decision", "theme: decision\n    colour: red", "unknown-field", "clauses[1].colour"),
        ('id: "4.1"', "id: 4.1", "not-text", "clauses[0].id"),
        ('id: "4.1"', 'id: "4.1.b"', "wrong-form", "clauses[0].id"),
        ("answer: record", "answer: perhaps", "unknown-word", "clauses[0].answer"),
        ("evidence: [Decision record]", "evidence: Decision record", "wrong-value", "clauses[1].evidence"),
        ("form: whole-number", "form: choice", "wrong-value", "uncertain[0]"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(clauses: str, old: str, new: str, code: str, path: str) -> None:
    spoilt = clauses.replace(old, new, 1)
    told = problem(spoilt)
    assert (told.code, written(told.path)) == (code, path)
    last_line_of_new = new.rpartition("\n")[2].strip() if code == "unknown-field" else new.partition("\n")[0]
    expected = line_of(spoilt, "name: longest-wait") if path == "uncertain[0]" else line_of(spoilt, last_line_of_new)
    assert told.line == expected
    assert told.says
    assert told.remedy


def test_an_empty_list_where_something_is_needed(clauses: str) -> None:
    told = problem(clauses.replace("  - {document: Imagination, confidence: seen}", "  []", 1))
    assert (told.code, told.says) == ("too-few", "At least 1 is needed here, and there are 0")


def test_braces_in_a_message_are_only_text(clauses: str) -> None:
    assert "'{x}'" in problem(clauses.replace("kind: clauses", "kind: '{x}'")).says


def test_all_faults_are_told_at_once(clauses: str) -> None:
    spoilt = clauses.replace("theme: legal", "topic: legal").replace('id: "4.1"', "id: 4.1")
    assert sorted(told.code for told in problems(spoilt)) == ["missing-field", "not-text", "unknown-field"]


@pytest.mark.parametrize("faults", [MOST_PROBLEMS, MOST_PROBLEMS + 1])
def test_more_problems_than_anybody_reads_are_counted(clauses: str, faults: int) -> None:
    told = problems(clauses + "".join(f"unknown-{number}: 1\n" for number in range(faults)))
    assert [each.code for each in told[:MOST_PROBLEMS]] == ["unknown-field"] * MOST_PROBLEMS
    assert [each.says for each in told[MOST_PROBLEMS:]] == ["There are 1 further problems"] * (faults - MOST_PROBLEMS)


def test_a_problem_names_pack_and_edition_and_reads_as_a_sentence(clauses: str) -> None:
    told = problem(clauses.replace("answer: record", "answer: perhaps"))
    assert told.pack == "iso-iec-99999 2020"
    assert str(told).startswith(f"iso-iec-99999 2020:{told.line}:5: ")
    assert "clauses[0].answer" in str(told)


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "not-a-pack"), ("- a\n", "not-a-pack"), ("a\n", "not-a-pack"), ("pack: x\n", "unknown-kind"),
     ("kind: recipe\n", "unknown-kind"), ("kind: [clauses]\n", "unknown-kind"), ("kind: clauses\nkind: clauses\n",
     "duplicate-key")],
)  # fmt: skip
def test_what_is_no_pack_is_refused(text: str, code: str) -> None:
    assert problem(text).code == code


def test_validity_may_be_one_day(clauses: str) -> None:
    pack = read_pack(clauses.replace("valid_to: null", "valid_to: 2020-01-01"))
    assert pack.is_valid_on(date(2020, 1, 1))
    assert not pack.is_valid_on(date(2019, 12, 31))
    assert not pack.is_valid_on(date(2020, 1, 2))


def test_the_digest_is_of_the_exact_bytes() -> None:
    assert digest("ä\r\n") == "sha256:" + hashlib.sha256(b"\xc3\xa4\r\n").hexdigest()
    assert digest("a\n") != digest("a")


@given(data=st.data())
def test_a_spoilt_pack_is_read_or_refused(clauses: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(clauses)))
    end = data.draw(st.integers(begin, min(begin + 12, len(clauses))))
    spoilt = clauses[:begin] + data.draw(st.text("ab01:-.[]{}\"'\n #", max_size=6)) + clauses[end:]
    try:
        pack = read_pack(spoilt)
    except PackRefused as refused:
        found = refused.problems
    else:
        assert isinstance(pack, ClausePack)
        return
    assert found
    assert all(told.line is not None and told.says and told.remedy for told in found)


@given(st.text())
def test_any_text_is_a_pack_or_refused(text: str) -> None:
    assert problems(text)
