"""Every step and every refusal has its sentence in both languages, filled by exactly what it brings."""

import ast
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

import certwright.core.reckoning
from certwright.core.reckoning.derivation import CannotReckon, Step
from certwright.core.reckoning.say import Language, client_sentence, number, refused, sentence
from certwright.core.reckoning.say.client_de import CLIENT_DE
from certwright.core.reckoning.say.client_en import CLIENT_EN
from certwright.core.reckoning.say.refusals_de import REFUSALS_DE
from certwright.core.reckoning.say.refusals_en import REFUSALS_EN
from certwright.core.reckoning.say.steps_de import STEPS_DE
from certwright.core.reckoning.say.steps_en import STEPS_EN
from certwright.packs.model.base import Confidence, Source

ROOM = Path(certwright.core.reckoning.__file__).parent
MINE = [
    *(ROOM / "audit_time").glob("*.py"),
    *(ROOM / "sites").glob("*.py"),
    *(ROOM / "examples").glob("*.py"),
    *(ROOM / f"{name}.py" for name in ("demands", "integration", "personnel", "rule_book", "sectors", "team_time")),
]
SOURCE = Source(document="Paper", confidence=Confidence.SEEN)


def calls(*names: str) -> Iterator[ast.Call]:
    for path in MINE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if called in names:
                    yield node


def ids(node: ast.expr) -> Iterator[str]:
    """The ids that an expression may stand for: itself, or both sides of a choice."""
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.IfExp):
        yield from ids(node.body)
        yield from ids(node.orelse)


@cache
def noted() -> dict[str, set[str]]:
    """Id of a step → the inputs that every place that notes it brings."""
    found: dict[str, set[str]] = {}
    for call in calls("step"):
        brings = {keyword.arg for keyword in call.keywords if keyword.arg}
        for says in ids(call.args[0]):
            found[says] = found.get(says, brings) & brings
    return found


@cache
def refusals() -> dict[str, set[str]]:
    """Id of a refusal → the inputs that one of its places brings."""
    found: dict[str, set[str]] = {}
    for call in calls("CannotReckon"):
        keys = [key for given in call.args[3:] if isinstance(given, ast.Dict) for key in given.keys]
        for says in ids(call.args[0]):
            found.setdefault(says, set()).update(str(key.value) for key in keys if isinstance(key, ast.Constant))
    return found


def names(template: str) -> set[str]:
    return set(re.findall(r"\{([a-z_0-9]+)\}", template))


NOTED_BY_CHOICE = {  # ids that a variable holds where they are noted
    "personnel.judged",
    "personnel.square-root",
    "adjustment.reduction",
    "adjustment.increase",
    "adjustment.increase-no-reason",
    "sites.raised-to-one-site",
    "sites.above-one-site",
    "audit-time.full-share",
    "audit-time.share",
}


def test_every_step_that_is_noted_has_its_sentence_and_no_sentence_is_idle() -> None:
    assert set(noted()) | NOTED_BY_CHOICE == set(STEPS_EN) == set(STEPS_DE)


@pytest.mark.parametrize("says", sorted(noted()))
def test_a_sentence_is_filled_by_what_its_step_brings(says: str) -> None:
    for sentences in (STEPS_EN, STEPS_DE, CLIENT_EN, CLIENT_DE):
        if says in sentences:
            assert names(sentences[says]) <= noted()[says] | {"value"}


def test_every_refusal_has_its_sentence_and_none_is_idle() -> None:
    assert set(refusals()) == set(REFUSALS_EN) == set(REFUSALS_DE)


@pytest.mark.parametrize("says", sorted(refusals()))
def test_a_refusal_is_filled_by_what_it_brings(says: str) -> None:
    for sentences in (REFUSALS_EN, REFUSALS_DE):
        wrong, lift = sentences[says]
        assert names(wrong + lift) <= refusals()[says]


@pytest.mark.parametrize("says", sorted(STEPS_EN))
def test_both_languages_tell_the_same(says: str) -> None:
    assert names(STEPS_EN[says]) == names(STEPS_DE[says])
    assert (says in CLIENT_EN) == (says in CLIENT_DE)
    if says in CLIENT_EN:
        assert names(CLIENT_EN[says]) == names(CLIENT_DE[says])


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [
        (5, "5", "5"),
        (50, "50", "50"),
        (Fraction(3, 4), "0.75", "0,75"),
        (Decimal("13.60"), "13.6", "13,6"),
        (Fraction(5, 3), "1 2/3", "1 2/3"),
        (Fraction(1, 3), "1/3", "1/3"),
        (Fraction(-7, 3), "-2 1/3", "-2 1/3"),
        (-30, "-30", "-30"),
        (Fraction(1, 8), "0.125", "0,125"),
        (Fraction(1, 16), "1/16", "1/16"),
        (0, "0", "0"),
        (10**20, "1" + "0" * 20, "1" + "0" * 20),
    ],
)
def test_numbers_are_shown_exactly(value: Fraction, english: str, german: str) -> None:
    assert (number(value, Language.ENGLISH), number(value, Language.GERMAN)) == (english, german)


def step(says: str, value: object, **inputs: object) -> Step:
    return Step(says, value, "", SOURCE, inputs)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "english"),
    [
        (
            step("audit-time.band", Fraction(5, 2), persons=11, low=11, high=15, column="all"),
            "11 persons lie in the band from 11 to 15: 2.5 audit days.",
        ),
        (
            step("audit-time.band", 3, persons=11, low=11, high=None, column="low"),
            "11 persons lie in the band from 11, column low: 3 audit days.",
        ),
        (
            step("audit-time.extra", 1, reason="They speak Welsh."),
            "Extra time that no rule reduces: 1 audit day. Reason: They speak Welsh.",
        ),
        (step("class.chosen", "high", reason=""), "Class: high."),
        (step("sites.first-visit", None), "Visited for the first time; takes the initial time: not settled."),
        (step("class.chosen", "high", reason="{value} [x]"), "Class: high. Reason: {value} [x]."),
    ],
)
def test_what_is_unknown_is_left_out_and_what_people_wrote_stays(told: Step, english: str) -> None:
    assert sentence(told, Language.ENGLISH) == english


def test_a_reason_is_not_translated() -> None:
    told = step("adjustment.reduction", -10, by=10, reason="low")
    assert client_sentence(told, Language.GERMAN) == "Wir verringern dies um 10 Prozent. Begründung: low."


def test_the_client_does_not_read_every_step() -> None:
    assert client_sentence(step("audit-time.exact", 5, days=5, share=1), Language.ENGLISH) is None


def test_an_optional_part_needs_all_its_names() -> None:
    cannot = CannotReckon("audit-time.above-last-band", "personnel", SOURCE, {"persons": 12, "last": 10})
    wrong, lift = refused(cannot, Language.ENGLISH)
    assert wrong == "12 persons lie above the last row of the table; the document gives no formula."
    assert lift == "Set the days, with the reason."
