"""Every step of a date's derivation can be told."""

import ast
from datetime import date
from pathlib import Path

import certwright.core.reckoning as reckoning
from certwright.core.reckoning import date_sentences
from certwright.core.reckoning.date_sentences import DATE_SENTENCES, sentence
from certwright.core.reckoning.limits import Limits
from certwright.core.reckoning.surveillance import CycleHistory, demands
from certwright.core.reckoning.validity import initial_cycle, renewal

FOLDER = Path(reckoning.__file__).parent


def noted_steps() -> set[str]:
    """The ids of sentences that stand in the code: every text constant beginning with ``dates.`` outside the list."""
    found = set()
    for module in FOLDER.glob("*.py"):
        if module.name == Path(date_sentences.__file__).name:
            continue
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("dates."):
                found.add(node.value)
    return found


FAULTS = {"dates.no-period-set", "dates.choice-not-settled"}
"""Ids of refusals to reckon, which are not steps."""


def test_every_step_has_its_sentence_and_every_sentence_its_step() -> None:
    assert noted_steps() - FAULTS == set(DATE_SENTENCES)


def test_a_cycle_explains_itself(ms: Limits) -> None:
    assert [sentence(step) for step in initial_cycle(date(2025, 4, 10), ms).derivation.steps] == [
        "The cycle begins on the day of the decision, 2025-04-10.",
        "36 months from 2025-04-10 (day-before): the last day is 2028-04-09.",
    ]


def test_sentences_are_filled_by_what_steps_bring(ms: Limits) -> None:
    history = CycleHistory(date(2025, 4, 10), date(2028, 4, 9))
    steps = [step for demand in demands(history, ms) for step in demand.due.derivation.steps]
    steps += renewal(date(2026, 6, 30), date(2026, 12, 31), ms).derivation.steps
    for step in steps:
        assert "{" not in sentence(step)
        assert step.source.clause


def test_a_derivation_names_the_pack_it_was_read_from(ms: Limits) -> None:
    assert initial_cycle(date(2025, 4, 10), ms).derivation.packs == {"iso-iec-17021-1-time-limits": "2015"}
