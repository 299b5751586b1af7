"""No time rule of the analysis is forgotten: each is a limit of a pack, or named by the function that reckons it."""

import re
from pathlib import Path

import pytest

import certwright.core.reckoning as reckoning
from certwright.core.reckoning.limits import Limits

CODE = "\n".join(path.read_text(encoding="utf-8") for path in Path(reckoning.__file__).parent.glob("*.py"))


def named_in_code() -> set[str]:
    """Every number named in the code; ``TR10 to TR13`` and ``TR19–TR22`` name all between."""
    found = set(re.findall(r"\b(?:TR\d\d|R-\d\d)\b", CODE))
    for kind, first, last in re.findall(r"\b(TR|R-)(\d\d)(?: to |–)(?:TR|R-)(\d\d)\b", CODE):
        found |= {f"{kind}{number:02}" for number in range(int(first), int(last) + 1)}
    return found


@pytest.mark.parametrize("rule", [f"TR{number:02}" for number in range(1, 27)] + [f"R-{n}" for n in range(50, 67)])
def test_the_rule_is_answered(rule: str, ms: Limits, pr: Limits) -> None:
    in_packs = {limit.rule for pack in (ms.pack, pr.pack) for limit in pack.limits}
    assert rule in in_packs | named_in_code()


def test_what_the_papers_call_hard_is_hard(ms: Limits, pr: Limits) -> None:
    """Labels of the papers; R-52, R-57 to R-60, R-62, R-64 and R-65 are policy by the corrections."""
    hard = {limit.rule for pack in (ms.pack, pr.pack) for limit in pack.limits if limit.force == "hard"}
    assert hard == {
        "TR02",
        "TR04",
        "TR08",
        "TR12",
        "TR15",
        "TR16",
        "TR17",
        "TR18",
        "TR23",
        "TR24",
        "R-50",
        "R-51",
        "R-53",
    }


def test_a_hard_limit_is_never_free_to_choose_unless_its_clause_knows_an_exception(ms: Limits, pr: Limits) -> None:
    free = {
        limit.rule
        for pack in (ms.pack, pr.pack)
        for limit in pack.limits
        if limit.force == "hard" and limit.body_may == "set"
    }
    assert free == {"TR16", "R-51"}  # less often with a recorded reason
