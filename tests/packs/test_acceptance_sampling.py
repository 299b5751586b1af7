"""What a sampling pack must be: whole ranges, arrows that lead to plans, and no unsure table without leave."""

from collections.abc import Callable
from typing import Any

import pytest
import yaml

from certwright.packs.load import read_pack
from certwright.packs.model.acceptance_sampling import AqlScheme, Severity
from certwright.packs.model.limiting_quality import LqPlans
from certwright.packs.model.switching_rules import LotsInARow, SwitchingScore
from certwright.packs.problem import PackRefused
from certwright.packs.shipped import library, texts

SCHEMES = ["iso-2859-1-1999", "iso-2859-1-2026", "ansi-asq-z1-4"]


def changed(name: str, change: Callable[[Any], object]) -> str:
    """The shipped pack as text, after ``change`` had its way with it."""
    value = yaml.safe_load(texts()[f"tables/{name}.yaml"])
    change(value)
    return yaml.safe_dump(value, allow_unicode=True)


def refused(name: str, change: Callable[[Any], object]) -> str:
    with pytest.raises(PackRefused) as problem:
        read_pack(changed(name, change))
    return str(problem.value)


@pytest.mark.parametrize("name", SCHEMES)
def test_the_pack_is_read_the_same_after_a_round_trip(name: str) -> None:
    (shipped,) = (pack for pack in library().of_kind(AqlScheme) if pack.pack == name)
    assert read_pack(changed(name, lambda value: None)) == shipped


def test_what_is_unsure_has_a_value_that_the_body_sets() -> None:
    for scheme in library().of_kind(AqlScheme):
        needs = {table.needs for table in scheme.tables.values()} - {None}
        assert needs == {value.name for value in scheme.uncertain}
    for plans in library().of_kind(LqPlans):
        assert ({plans.needs} - {None}) == {value.name for value in plans.uncertain}


def test_each_document_has_its_own_way_to_reduced_inspection() -> None:
    """R-86: the score is of ISO, ten lots are of Z1.4."""
    rules = {scheme.pack: scheme.switching.normal_to_reduced for scheme in library().of_kind(AqlScheme)}
    assert isinstance(rules["ansi-asq-z1-4"], LotsInARow)
    assert isinstance(rules["iso-2859-1-1999"], SwitchingScore)
    assert isinstance(rules["iso-2859-1-2026"], SwitchingScore)


def cell(severity: str, letter: str, column: int, text: str) -> Callable[[Any], object]:
    def change(value: Any) -> None:
        value["tables"][severity]["rows"][letter][column] = text

    return change


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (cell("normal", "R", 0, "d"), "lead nowhere"),  # out of the table
        (cell("normal", "A", 24, "u"), "lead nowhere"),
        (cell("normal", "A", 14, "d"), "lead nowhere"),  # a circle: B points back up
        (cell("normal", "A", 14, "-"), "without a plan"),
        (cell("normal", "A", 14, "1/1"), "not below"),
        (cell("normal", "A", 14, "2/1"), "not below"),
        (cell("normal", "A", 14, "x"), "A"),
        (cell("normal", "A", 14, "0-1"), "A"),
    ],
)
def test_every_arrow_leads_to_a_plan(change: Callable[[Any], object], says: str) -> None:
    assert says in refused("ansi-asq-z1-4", change)


def drop(*path: str | int) -> Callable[[Any], object]:
    def change(value: Any) -> None:
        for step in path[:-1]:
            value = value[step]
        del value[path[-1]]

    return change


def put(new: object, *path: str | int) -> Callable[[Any], object]:
    def change(value: Any) -> None:
        for step in path[:-1]:
            value = value[step]
        value[path[-1]] = new

    return change


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (drop("tables", "normal", "rows", "C"), "same letters"),
        (drop("tables", "normal", "rows", "C", 3), "26 cells"),
        (drop("code_letters", "rows", 4), "without gap"),
        (drop("code_letters", "rows", 4, "letters", 0), "one letter for each inspection level"),
        (put(1, "code_letters", "rows", 0, "lot_min"), "2"),
        (put("IV", "default_level"), "no inspection level"),
        (put("0.010", "aql_series", 1), "must rise"),
        (put("0.9", "aql_series", 10), "disputed cell"),  # between its neighbours, but the dispute speaks of 1.0
        (put("unsure", "tables", "reduced", "source", "confidence"), "a value that the body sets"),
        (put("nothing", "tables", "reduced", "needs"), "not among the pack's uncertain values"),
        (put("1.1", "tables", "tightened", "dispute", "cells", 0, "aql"), "does not exist"),
        (put("0/1", "tables", "tightened", "dispute", "other"), "'d' or 'u'"),
        (put(None, "switching", "discontinuation", "not_accepted"), "number of lots"),
        (put("luck", "switching", "normal_to_reduced", "rule"), "luck"),
    ],
)
def test_a_faulty_scheme_is_refused(change: Callable[[Any], object], says: str) -> None:
    assert says in refused("ansi-asq-z1-4", change)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (drop("rows", 3), "without gap"),
        (drop("rows", 3, "plans", 0), "one plan for each limiting quality"),
        (drop("needs"), "a value that the body sets"),
        (drop("uncertain"), "not among the pack's uncertain values"),
        (put(0, "rows", 9, "plans", 0, "n"), "greater than or equal to 1"),
    ],
)
def test_faulty_limiting_quality_plans_are_refused(change: Callable[[Any], object], says: str) -> None:
    assert says in refused("iso-2859-2-2020", change)


def test_the_severity_of_a_table_is_one_of_three() -> None:
    (scheme,) = (pack for pack in library().of_kind(AqlScheme) if pack.pack == "ansi-asq-z1-4")
    assert set(scheme.tables) == set(Severity)
    assert "'normal', 'tightened' or 'reduced'" in refused("ansi-asq-z1-4", put({}, "tables", "hasty"))
