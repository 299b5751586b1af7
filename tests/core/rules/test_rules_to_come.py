"""Each id of the domain papers is answered: by a rule, by a reckoning, or in words that say why not yet. Never by two.

What no rule answers stands in ``docs/reference/rules-to-come.md``.
"""

import re
from importlib import import_module
from pathlib import Path

import pytest

from certwright.core.rules import RULES
from paper_ids import EVERY_ID, ids_answered

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "rules-to-come.md"


def rows(heading: str) -> dict[str, str]:
    """Id → second cell of the table under a heading of the page."""
    _, _, after = PAGE.read_text(encoding="utf-8").partition(f"## {heading}\n")
    table = after.partition("\n## ")[0]
    return dict(re.findall(r"^\| ((?:17065 |17021-1 )?[A-Z]+-?[0-9]+[a-z]?) \| (.+?) \|", table, re.MULTILINE))


BY_RULES = frozenset(
    each for rule in RULES.values() for answer in rule.answers for each in ids_answered(answer, rule.asks)
)
RECKONED = rows("Answered by reckoning")
TO_COME = rows("To come")


def test_a_rule_answers_ids_that_there_are() -> None:
    unknown = {
        (rule.id, answer)
        for rule in RULES.values()
        for answer in rule.answers
        if not ids_answered(answer, rule.asks) <= EVERY_ID
    }
    empty = {
        (rule.id, answer) for rule in RULES.values() for answer in rule.answers if not ids_answered(answer, rule.asks)
    }
    assert not unknown | empty


def test_every_id_is_answered() -> None:
    assert not EVERY_ID - BY_RULES - RECKONED.keys() - TO_COME.keys()


def test_nothing_is_to_come_that_is_there() -> None:
    assert not {*TO_COME} & (BY_RULES | {*RECKONED})
    assert not {*RECKONED} & BY_RULES
    assert {*TO_COME, *RECKONED} <= EVERY_ID


@pytest.mark.parametrize(("named", "function"), sorted(RECKONED.items()))
def test_the_reckoning_that_answers_is_there(named: str, function: str) -> None:
    module, _, name = function.strip("`").rpartition(".")
    assert callable(getattr(import_module(f"certwright.{module}"), name)), named


def test_each_reason_is_a_sentence() -> None:
    assert all(len(reason.split()) > 5 for reason in TO_COME.values())
