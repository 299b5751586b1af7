"""Rules as mutmut gets them, and the figures of what became of its mutants."""

import ast
from pathlib import Path

import certwright
from mutate_rules import declared_below, figures, left

RULES = Path(certwright.__file__).parent / "core" / "rules"
SOURCE = '''
LIMIT = 3


@rule("theme.one", asks=("17065:2012 7.6.2",), force=HARD)
def one(act):
    """It must."""
    yield refusal("no", act=act)


def helper(act):
    return act


@rule(
    "theme.two",
    asks=("17065:2012 7.5",),
)
def two(act):
    """So must this."""
    yield from helper(act)
'''
BELOW = '''
LIMIT = 3


def one(act):
    """It must."""
    yield refusal("no", act=act)


rule("theme.one", asks=("17065:2012 7.6.2",), force=HARD)(one)


def helper(act):
    return act


def two(act):
    """So must this."""
    yield from helper(act)


rule(
    "theme.two",
    asks=("17065:2012 7.5",),
)(two)
'''


def test_a_rule_is_declared_below_its_function() -> None:
    assert declared_below(SOURCE) == BELOW


def test_no_rule_stays_decorated_and_none_is_lost() -> None:
    for path in RULES.glob("*.py"):
        before, after = ast.parse(path.read_text()), ast.parse(declared_below(path.read_text()))
        functions = [each for each in after.body if isinstance(each, ast.FunctionDef)]
        assert [each.name for each in functions if each.decorator_list] == []
        assert [each.name for each in functions] == [e.name for e in before.body if isinstance(e, ast.FunctionDef)]


def test_the_figures_say_how_many_were_noticed_and_who_is_left() -> None:
    found = {
        "__init__": {},
        "decision": {"a__mutmut_1": "killed", "a__mutmut_2": "survived", "a__mutmut_3": "timeout"},
        "review": {"b__mutmut_1": "not checked"},
    }
    assert left(found) == ["a__mutmut_2", "b__mutmut_1"]
    assert [*figures(found)][2:] == [
        "| decision | 3 | 2 | 1 |",
        "| review | 1 | 0 | 1 |",
        "| **all** | **4** | **2** | **2 (50.0 %)** |",
        "",
        "a__mutmut_2",
        "b__mutmut_1",
    ]
