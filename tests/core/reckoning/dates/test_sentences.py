"""Every step of a date's derivation can be told, in every language, and is filled by what it brings."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import certwright.core.reckoning as reckoning
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.limits import Limits
from certwright.core.reckoning.renewal import renewal
from certwright.core.reckoning.say import Language, refused, sentence
from certwright.core.reckoning.say.dates_de import DATE_REFUSALS_DE, DATE_WORDS_DE, DATES_DE
from certwright.core.reckoning.say.dates_en import DATE_REFUSALS_EN, DATE_WORDS_EN, DATES_EN
from certwright.core.reckoning.surveillance import CycleHistory, demands
from certwright.core.reckoning.validity import initial_cycle

FOLDER = Path(reckoning.__file__).parent


def ids_in_code() -> Iterator[str]:
    """Every text constant that is the id of a sentence about dates or adoption."""
    for module in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and re.fullmatch(r"(dates|adoption)\.[a-z0-9-]+", text):
                yield text


def names(text: str) -> set[str]:
    return set(re.findall(r"\{([a-z_]+)\}", text))


def test_every_step_and_refusal_has_its_sentence_and_none_is_idle() -> None:
    assert set(ids_in_code()) == set(DATES_EN) | set(DATE_REFUSALS_EN)
    assert list(DATES_EN) == list(DATES_DE)
    assert list(DATE_REFUSALS_EN) == list(DATE_REFUSALS_DE)
    assert list(DATE_WORDS_EN) == list(DATE_WORDS_DE)


@pytest.mark.parametrize("says", sorted(DATES_EN))
def test_both_languages_tell_the_same_facts(says: str) -> None:
    assert names(DATES_EN[says]) == names(DATES_DE[says])


def test_a_cycle_explains_itself(ms: Limits) -> None:
    steps = initial_cycle(date(2025, 4, 10), ms).derivation.steps
    assert [sentence(step, Language.ENGLISH) for step in steps] == [
        "The cycle begins on the day of the decision, 2025-04-10.",
        "36 months from 2025-04-10, ending on the day before the anniversary: the last day is 2028-04-09.",
    ]
    assert sentence(steps[1], Language.GERMAN) == (
        "36 Monate ab 2025-04-10, Ende: Tag vor dem Jahrestag; letzter Tag ist der 2028-04-09."
    )


@pytest.mark.parametrize("language", list(Language))
def test_sentences_are_filled_by_what_steps_bring(language: Language, ms: Limits) -> None:
    history = CycleHistory(date(2025, 4, 10), date(2028, 4, 9))
    steps = [step for demand in demands(history, ms) for step in demand.due.derivation.steps]
    for decision in (date(2026, 6, 10), date(2026, 9, 1), date(2026, 12, 31)):
        steps += renewal(date(2026, 6, 30), decision, ms).derivation.steps
    for step in steps:
        assert not re.search(r"[{}\[\]]|in-time|old-expiry", sentence(step, language))
        assert step.source.clause


def test_a_refusal_says_what_would_lift_it(ms: Limits) -> None:
    with pytest.raises(CannotReckon) as cannot:
        initial_cycle(date(2025, 4, 10), Limits(ms.pack))
    wrong, lift = refused(cannot.value, Language.ENGLISH)
    assert "two ways" in wrong
    assert "the day before" in lift


def test_a_derivation_names_the_pack_it_was_read_from(ms: Limits) -> None:
    assert initial_cycle(date(2025, 4, 10), ms).derivation.packs == {"iso-iec-17021-1-time-limits": "2015"}
