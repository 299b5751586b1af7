"""Steps and refusals as sentences: which template, how numbers and words are shown, what is left out.

A template is filled by name: ``{value}`` is what the step yields, the other names are its inputs. A part in square
brackets, ``[. Reason: {reason}]``, is left out where one of its names is empty or unknown.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from certwright.core.reckoning.derivation import CannotReckon, Input, Step
from certwright.core.reckoning.say.client_de import CLIENT_DE
from certwright.core.reckoning.say.client_en import CLIENT_EN
from certwright.core.reckoning.say.dates_de import DATE_REFUSALS_DE, DATE_WORDS_DE, DATES_DE
from certwright.core.reckoning.say.dates_en import DATE_REFUSALS_EN, DATE_WORDS_EN, DATES_EN
from certwright.core.reckoning.say.refusals_de import REFUSALS_DE
from certwright.core.reckoning.say.refusals_en import REFUSALS_EN
from certwright.core.reckoning.say.sampling_de import SAMPLING_DE, SAMPLING_REFUSALS_DE
from certwright.core.reckoning.say.sampling_en import SAMPLING_EN, SAMPLING_REFUSALS_EN
from certwright.core.reckoning.say.steps_de import STEPS_DE
from certwright.core.reckoning.say.steps_en import STEPS_EN
from certwright.core.reckoning.say.words import WORDS, WRITTEN_BY_PEOPLE


class Language(StrEnum):
    """The languages there are sentences in."""

    ENGLISH = "en"
    GERMAN = "de"


_STEPS = {
    Language.ENGLISH: STEPS_EN | SAMPLING_EN | DATES_EN,
    Language.GERMAN: STEPS_DE | SAMPLING_DE | DATES_DE,
}
_CLIENT = {Language.ENGLISH: CLIENT_EN, Language.GERMAN: CLIENT_DE}
_REFUSALS = {
    Language.ENGLISH: REFUSALS_EN | SAMPLING_REFUSALS_EN | DATE_REFUSALS_EN,
    Language.GERMAN: REFUSALS_DE | SAMPLING_REFUSALS_DE | DATE_REFUSALS_DE,
}
_DATE_WORDS = {Language.ENGLISH: DATE_WORDS_EN, Language.GERMAN: DATE_WORDS_DE}
_PERIOD = re.compile(r"([0-9]+) ((?:month|day|working day)s?)")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_TWO_STOPS = re.compile(r"([.!?])\.(?=\s|$)")  # where a reviewer's reason brings its own full stop
_NAME = re.compile(r"\{([a-z_0-9]+)\}")
_ONE_DAY = {
    Language.ENGLISH: (re.compile(r"(?<![\d.,/])\b1 audit days\b"), "1 audit day"),
    Language.GERMAN: (re.compile(r"(?<![\d.,/])\b1 Audittagen?\b"), "1 Audittag"),
}
_PLACES = 3  # decimals shown before a number is written as a fraction


def sentence(step: Step, language: Language) -> str:
    """The step for whoever checks it. Raises ``KeyError`` for a step of another sort of reckoning."""
    return _filled(_STEPS[language][step.says], {**step.inputs, "value": step.value}, language)


def client_sentence(step: Step, language: Language) -> str | None:
    """The step for the client; ``None`` if the client does not read it."""
    template = _CLIENT[language].get(step.says)
    return None if template is None else _filled(template, {**step.inputs, "value": step.value}, language)


def refused(cannot: CannotReckon, language: Language) -> tuple[str, str]:
    """What is wrong, and what would lift it. Raises ``KeyError`` for a refusal of another sort of reckoning."""
    wrong, lift = _REFUSALS[language][cannot.says]
    return _filled(wrong, cannot.inputs, language), _filled(lift, cannot.inputs, language)


def number(value: int | Fraction | Decimal, language: Language) -> str:
    """``5``, ``0.75``, ``1 2/3``, ``-30``; with a decimal comma in German. Always exact."""
    exact = Fraction(value)
    scaled = exact * 10**_PLACES
    if scaled.denominator == 1:
        text = f"{Decimal(scaled.numerator).scaleb(-_PLACES):f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        return text.replace(".", ",") if language is Language.GERMAN else text
    whole, part = divmod(abs(exact), 1)
    sign = "-" if exact < 0 else ""
    return f"{sign}{whole} {part}" if whole else f"{sign}{part}"


def _filled(template: str, values: Mapping[str, Input], language: Language) -> str:
    shown = {name: _shown(name, value, language) for name, value in values.items()}
    kept = _OPTIONAL.sub(
        lambda part: part[1] if all(shown.get(name) for name in _NAME.findall(part[1])) else "", template
    )
    several, one = _ONE_DAY[language]
    return several.sub(one, _TWO_STOPS.sub(r"\1", kept.format_map(shown)))


def _shown(name: str, value: Input, language: Language) -> str:
    words = WORDS[language]
    if isinstance(value, bool):
        return words["yes" if value else "no"]
    if isinstance(value, int | Fraction | Decimal):
        return number(value, language)
    if value is None:
        return words["unset"] if name == "value" else ""
    if name in WRITTEN_BY_PEOPLE:
        return value
    if name == "column" and value == "all":
        return ""
    if period := _PERIOD.fullmatch(value):
        return f"{period[1]} {_DATE_WORDS[language][period[2]]}"
    return words.get(value) or _DATE_WORDS[language].get(value, value)
