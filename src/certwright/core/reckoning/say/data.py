"""Derivations and refusals as data that JSON can carry, without losing exactness.

A number stands as a JSON number where its decimal writing is finite and short enough to be read back exactly (5, 0.75,
13.6), otherwise as the text of its fraction ("5/3").
"""

from fractions import Fraction
from typing import TypeAlias

from certwright.core.reckoning.derivation import CannotReckon, Derivation, Input, Step
from certwright.core.reckoning.say.sentence import Language, refused, sentence
from certwright.packs.model.base import Source

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


def as_json(value: Input) -> int | float | str | bool | None:
    """``value`` for JSON. The float is only the carrier of a decimal text that reads back as the same number."""
    if value is None or isinstance(value, bool | str):
        return value
    exact = Fraction(value)
    if exact.denominator == 1:
        return int(exact)
    carrier = exact.numerator / exact.denominator
    return carrier if Fraction(repr(carrier)) == exact else str(exact)


def derivation_data(derivation: Derivation, language: Language) -> dict[str, Json]:
    """Steps in order, each with its sentence, and the packs read."""
    return {"steps": [_step(step, language) for step in derivation.steps], "packs": dict(derivation.packs)}


def refusal_data(cannot: CannotReckon, language: Language) -> dict[str, Json]:
    """What is wrong, what would lift it, by which document, and whether a manual value would do."""
    wrong, lift = refused(cannot, language)
    return {
        "says": cannot.says,
        "field": cannot.field,
        "wrong": wrong,
        "lift": lift,
        "needs": cannot.needs,
        "source": _source(cannot.source),
        "inputs": {name: as_json(value) for name, value in cannot.inputs.items()},
    }


def _step(step: Step, language: Language) -> dict[str, Json]:
    return {
        "says": step.says,
        "text": sentence(step, language),
        "value": as_json(step.value),
        "unit": step.unit,
        "inputs": {name: as_json(value) for name, value in step.inputs.items()},
        "source": _source(step.source),
    }


def _source(source: Source) -> dict[str, Json]:
    return {name: value for name, value in source.model_dump(mode="json").items() if value is not None}
