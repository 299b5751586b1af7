"""Whoever looks for an id of the domain papers among the tests finds it: in the name of a test, or of one of its cases.

Asked for are the time rules, the separations of duty and the vectors of the paper on ISO/IEC 17021-1, and the
acceptance tests of the paper on ISO/IEC 17065.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from paper_ids import ACCEPTANCE_17065, DUTIES_17021, TIMES_17021, VECTORS_17021

TESTS = Path(__file__).parents[1]
_ID = re.compile(r"(?:^|_)(acceptance_[0-9]+|(?:tr|sd|v)[0-9]+)(?=_|$)", re.IGNORECASE)


def ids_in(source: str) -> Iterator[str]:
    """The ids that the tests of a module are named after, and the cases they are parametrized with."""
    for item in ast.walk(ast.parse(source)):
        if isinstance(item, ast.FunctionDef) and item.name.startswith("test_"):
            yield from _ID.findall(item.name.removeprefix("test"))
            for decorator in item.decorator_list:
                yield from (
                    node.value
                    for node in ast.walk(decorator)
                    if isinstance(node, ast.Constant) and isinstance(node.value, str) and _ID.fullmatch(node.value)
                )


@cache
def named() -> frozenset[str]:
    """Every id some test is named after, in small letters."""
    return frozenset(
        found.lower() for path in TESTS.rglob("test_*.py") for found in ids_in(path.read_text(encoding="utf-8"))
    )


@pytest.mark.parametrize("named_after", [*ACCEPTANCE_17065, *TIMES_17021, *DUTIES_17021, *VECTORS_17021])
def test_there_is_a_test_named_after(named_after: str) -> None:
    assert named_after.lower() in named()


def test_an_id_counts_only_as_a_word_of_its_own() -> None:
    source = """
@pytest.mark.parametrize("rule", ["TR16", "about TR17"])
def test_V1_tr02_acceptance_3_of_sd04x(rule): ...
def helper_V2(): ...
"""
    assert set(ids_in(source)) == {"V1", "tr02", "acceptance_3", "TR16"}
