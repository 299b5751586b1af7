"""Only what reads the same to everybody is read, with the place of everything, and never a crash."""

from datetime import date
from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from certwright.packs import plain_yaml
from certwright.packs.plain_yaml import DEEPEST, MOST_BYTES, Place
from certwright.packs.problem import PackProblem, PackRefused


def refused(text: str) -> PackProblem:
    """The one problem of a text."""
    with pytest.raises(PackRefused) as caught:
        plain_yaml.read(text)
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("010", "010"),
        ("1_000", "1_000"),
        ("4:30", "4:30"),
        ("0x10", "0x10"),
        ("1.50", Decimal("1.50")),
        (".5", ".5"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("9" * 41, "9" * 41),
        ("true", True),
        ("false", False),
        ("yes", "yes"),
        ("NO", "NO"),
        ("null", None),
        ("~", None),
        ("", None),
        ("2026-11-23", date(2026, 11, 23)),
        ("2026-11-23T10:00:00Z", "2026-11-23T10:00:00Z"),
        ("'12'", "12"),
        ('"null"', "null"),
        ("=", "="),
        ("4.1.2", "4.1.2"),
    ],
)
def test_a_scalar_means_what_it_looks_like(written: str, value: object) -> None:
    read = plain_yaml.read(f"a: {written}\n").value["a"]
    assert read == value
    assert type(read) is type(value)


def test_keys_are_always_text() -> None:
    assert plain_yaml.read("1: a\n2026-01-01: b\ntrue: c\n").value == {"1": "a", "2026-01-01": "b", "true": "c"}


def test_lists_and_mappings_nest() -> None:
    assert plain_yaml.read("a: [1, {b: [2]}]\nc:\n  - d\n").value == {"a": [1, {"b": [2]}], "c": ["d"]}


def test_every_place_is_known() -> None:
    document = plain_yaml.read("a: 1\nb:\n  - x\n  - {c: 2, d: [3]}\n")
    assert document.place(()) == Place(1, 1)
    assert document.place(("b",)) == Place(2, 1)
    assert document.place(("b", 1)) == Place(4, 5)
    assert document.place(("b", 1, "c")) == Place(4, 6)
    assert document.place(("b", 1, "d", 0)) == Place(4, 16)


def test_a_step_that_is_not_there_leads_to_what_is_around_it() -> None:
    document = plain_yaml.read("a: 1\nb:\n  - {c: 2}\n")
    assert document.place(("b", 0, "missing")) == Place(3, 5)
    assert document.place(("b", 0, "tag-of-a-union", "c")) == Place(3, 6)
    assert document.place(("nowhere",)) == Place(1, 1)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: 1\nb: [1, 2\n", "yaml-syntax", 3, 1),
        ("a: b: c\n", "yaml-syntax", 1, 5),
        ("a: 1\na: 2\n", "duplicate-key", 2, 1),
        ("a: {b: 1, b: 2}\n", "duplicate-key", 1, 11),
        ("a: &x [1]\n", "anchor", 1, 4),
        ("a: *x\n", "anchor", 1, 4),
        ("a: !!python/object:os.system x\n", "tag", 1, 4),
        ("a: !!str 1\n", "tag", 1, 4),
        ("? [a]\n: 1\n", "key-not-text", 1, 3),
        ("a: 1\n---\nb: 2\n", "second-document", 2, 1),
        ("a: 2026-02-30\n", "no-such-day", 1, 4),
        ("a: 1\nb: x\x07\n", "forbidden-character", 2, 5),
        ("a: \ud800\n", "forbidden-character", 1, 4),
        ("- " * (DEEPEST + 1), "too-deep", 1, 2 * DEEPEST + 1),
        ("a: " + "x" * MOST_BYTES, "too-large", 1, 1),
    ],
)
def test_what_packs_may_not_hold_is_refused_with_its_place(text: str, code: str, line: int, column: int) -> None:
    problem = refused(text)
    assert (problem.code, problem.line, problem.column) == (code, line, column)
    assert problem.says
    assert problem.remedy


def test_depth_and_size_may_be_reached() -> None:
    deep = plain_yaml.read("- " * DEEPEST + "x").value
    for _ in range(DEEPEST):
        (deep,) = deep
    assert deep == "x"
    assert plain_yaml.read("x" * MOST_BYTES).value == "x" * MOST_BYTES


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)},*{chr(97 + n)}]\n" for n in range(20)
    )
    assert refused(bomb).code == "anchor"


def test_merge_keys_are_ordinary_keys() -> None:
    assert plain_yaml.read("<<: {a: 1}\n").value == {"<<": {"a": 1}}


def test_all_repeated_keys_are_told_at_once() -> None:
    with pytest.raises(PackRefused) as caught:
        plain_yaml.read("a: 1\nb: 1\na: 2\nb: 2\n")
    assert [problem.line for problem in caught.value.problems] == [3, 4]
    assert "line 1" in caught.value.problems[0].says


plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.text() | st.dates(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(plain)
def test_reads_what_a_yaml_writer_wrote(value: object) -> None:
    assert plain_yaml.read(yaml.safe_dump(value, allow_unicode=False)).value == value


@given(st.text() | st.text("ab:-[]{}&*!#|>'\"%@`,? \n\t<=~.0123"))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        document = plain_yaml.read(text)
    except PackRefused as refused:
        problems = refused.problems
    else:
        assert () in document.places or document.value is None
        return
    assert problems
    assert all(problem.line and problem.column and problem.says and problem.remedy for problem in problems)
