"""What is wrong between packs is told with file, line and remedy."""

from dataclasses import replace

import pytest

from certwright.packs.check import Registry, check, check_texts
from certwright.packs.library import volume
from certwright.packs.load import read_pack
from certwright.packs.model.clauses import ClausePack
from certwright.packs.model.uncertain import Uncertain
from certwright.packs.problem import PackProblem

REGISTRY: Registry = {"theme": frozenset({"legal", "decision"})}


def told(*texts: str) -> list[PackProblem]:
    return check([volume(text) for text in texts], REGISTRY)


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_packs_that_hold_together(clauses: str, rows: str) -> None:
    assert told(clauses, rows) == []
    assert told() == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("theme: decision", "theme: cookery", "unknown-theme"),
        ('id: "7.6.2 a"', 'id: "4.1"', "duplicate-id"),
        ("    suggested: \"6\"\n", "", "no-suggestion"),
        ('suggested: "6"', "suggested: six", "suggestion-form"),
    ],
)  # fmt: skip
def test_a_fault_within_one_pack(clauses: str, old: str, new: str, code: str) -> None:
    spoilt = clauses.replace(old, new, 1)
    (problem,) = told(spoilt)
    assert problem.code == code
    expected = spoilt.rindex(new) if new else spoilt.index("- name: longest-wait")
    assert problem.line == spoilt[:expected].count("\n") + 1
    assert problem.pack == "iso-iec-99999 2020"
    assert problem.remedy


def test_two_uncertain_values_of_one_name(clauses: str) -> None:
    begin, end = clauses.index("  - name: longest-wait"), clauses.index("clauses:\n")
    spoilt = clauses[:end] + clauses[begin:end] + clauses[end:]
    (problem,) = told(spoilt)
    assert problem.code == "duplicate-id"
    assert problem.line == spoilt[: spoilt.rindex("name: longest-wait")].count("\n") + 1
    assert f"line {line_of(spoilt, 'name: longest-wait')}" in problem.says


def test_a_value_left_to_the_body_is_declared(clauses: str) -> None:
    class Waiting(ClausePack):
        wait: Uncertain

    def checked(name: str) -> list[PackProblem]:
        pack = Waiting(**read_pack(clauses).model_dump(), wait=Uncertain(uncertain=name))
        return check([replace(volume(clauses), pack=pack)], REGISTRY)

    assert checked("longest-wait") == []
    (problem,) = checked("shortest-wait")
    assert (problem.code, problem.path) == ("undeclared-uncertain-value", ("wait",))


def test_a_theme_is_unknown_where_the_program_has_none(clauses: str) -> None:
    assert [problem.code for problem in check([volume(clauses)], {})] == ["unknown-theme", "unknown-theme"]


def test_a_clause_that_does_not_exist(clauses: str, rows: str) -> None:
    spoilt = rows.replace('"7.6.2 a"]', '"7.6.2 b"]')
    (problem,) = told(clauses, spoilt)
    assert problem.code == "dangling-reference"
    assert problem.path == ("rows", 0, "right", "clauses", 1)
    assert problem.line == line_of(spoilt, '"7.6.2 b"')
    assert "'7.6.2 b'" in problem.says


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('left: {pack: iso-iec-99999, edition: "2020"}', 'left: {pack: iso-iec-99999, edition: "2021"}'),
        ('left: {pack: iso-iec-99999, edition: "2020"}', 'left: {pack: iso-iec-99998, edition: "2020"}'),
        ('left: {pack: iso-iec-99999, edition: "2020"}', 'left: {pack: two-standards, edition: "1"}'),
    ],
)
def test_a_pack_edition_or_kind_that_does_not_exist(clauses: str, rows: str, old: str, new: str) -> None:
    problems = told(clauses, rows.replace(old, new))
    assert {problem.code for problem in problems} == {"dangling-reference"}
    assert [problem.path for problem in problems] == [("left", "pack"), ("rows", 0, "left", "clauses", 0)]


def edition(clauses: str, name: str, begin: str, end: str, replaces: str = "") -> str:
    """The clause pack as another edition, with its validity."""
    return (
        clauses.replace('edition: "2020"', f'edition: "{name}"{replaces}')
        .replace("valid_from: 2020-01-01", f"valid_from: {begin}")
        .replace("valid_to: null", f"valid_to: {end}")
    )


TRANSITION = "\nreplaces: {edition: '2020', transition_until: 2026-12-31}"


@pytest.mark.parametrize(
    ("old_ends", "replaces", "faulty"),
    [
        ("2023-12-31", "", False),  # one after the other
        ("2024-01-01", "", True),  # one day together, undeclared
        ("null", "", True),
        ("2026-12-31", TRANSITION, False),  # the last day of the transition
        ("2027-01-01", TRANSITION, True),  # one day longer
        ("null", TRANSITION, True),
        ("2026-12-31", TRANSITION.replace("2020", "2019"), True),  # a transition from another edition
    ],
)
def test_two_editions_overlap_only_in_a_declared_transition(
    clauses: str, old_ends: str, replaces: str, faulty: bool
) -> None:
    old = edition(clauses, "2020", "2020-01-01", old_ends)
    new = edition(clauses, "2024", "2024-01-01", "null", replaces)
    for pair in ((old, new), (new, old)):
        problems = told(*pair)
        assert [problem.code for problem in problems] == ["overlapping-editions"] * faulty
        assert all("2024-01-01" in problem.says for problem in problems)


def test_an_open_beginning_overlaps_too(clauses: str) -> None:
    problems = told(edition(clauses, "2020", "null", "2024-01-01"), edition(clauses, "2024", "2024-01-01", "null"))
    assert [problem.code for problem in problems] == ["overlapping-editions"]


def test_one_edition_twice(clauses: str) -> None:
    (problem,) = told(clauses, clauses + "# another text\n")
    assert problem.code == "duplicate-pack"
    assert problem.line == line_of(clauses, "edition:")


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("accreditation/iso-iec-99999.yaml", True),
        ("accreditation/iso-iec-99999-2020.yaml", True),
        ("accreditation/iso-iec-99999-2021.yaml", False),
        ("iso-iec-17065.yaml", False),
    ],
)
def test_a_file_is_called_after_its_pack(clauses: str, name: str, right: bool) -> None:
    problems = check_texts({name: clauses}, REGISTRY)
    assert [(problem.code, problem.pack) for problem in problems] == ([] if right else [("file-name", name)])


def test_a_text_that_is_no_pack_does_not_hide_the_others(clauses: str, rows: str) -> None:
    problems = check_texts({"broken.yaml": "a: [", "two-standards.yaml": rows}, REGISTRY)
    assert (problems[0].pack, problems[0].code) == ("broken.yaml", "yaml-syntax")
    assert {problem.code for problem in problems[1:]} == {"dangling-reference"}
    assert str(problems[0]).startswith("broken.yaml:2:1: ")
