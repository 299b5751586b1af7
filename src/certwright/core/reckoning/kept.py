"""A reckoning kept as a text, so that an act can name it by its digest (ISO/IEC 17021-1 9.1.4.3).

The text is canonical: keys sorted, no blanks, every number the text of its exact fraction. The same reckoning always
gives the same digest, and whoever reads it years later needs no pack to follow its steps.
"""

import dataclasses
import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, StringConstraints, TypeAdapter, ValidationError

from certwright.core.reckoning.audit_time import AuditTime, AuditTimeQuestion, Policy
from certwright.core.reckoning.derivation import Derivation, Input, Step
from certwright.core.reckoning.say.words import WRITTEN_BY_PEOPLE
from certwright.packs.model.base import Source

_EXACT = r"^-?(0|[1-9][0-9]{0,17})(/[1-9][0-9]{0,17})?$"
ExactText = Annotated[str, StringConstraints(pattern=_EXACT)]
"""An exact number: an integer or a fraction in lowest terms, such as ``27/2``."""

Plain: TypeAlias = bool | str | list["Plain"] | dict[str, "Plain"] | None
OtherKind = Literal["site-sample", "integration", "acceptance-sampling"]


class NotAReckoning(ValueError):
    """A text is not that of a kept reckoning, or is not written canonically."""


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class KeptStep(_Kept):
    """One step: the id of its sentence, what it yields in ``unit``, what fills the sentence, and its document."""

    says: str
    value: bool | str | None
    unit: str
    inputs: dict[str, bool | str | None]
    source: dict[str, str]


class _KeptReckoning(_Kept):
    """What every kept reckoning holds: ``question`` is what was asked, ``packs`` the editions read."""

    question: dict[str, object]
    steps: tuple[KeptStep, ...]
    packs: dict[str, str]

    @property
    def text(self) -> str:
        """The canonical text."""
        return canonical(self.model_dump(mode="json"))

    @property
    def digest(self) -> str:
        """``sha256:`` and the hexadecimal digest of the text, as acts name it."""
        return "sha256:" + hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def derivation(self) -> Derivation:
        """The steps, to be told in words. Raises ``ValueError`` where a source is not of the form of this release."""
        return Derivation(tuple(_step_of(step) for step in self.steps), self.packs)


class KeptTime(_KeptReckoning):
    """An audit time with all it rests on.

    ``standard`` is what it was asked for, as it was named; ``days`` are the audit days planned, ``exact`` the same
    before rounding and without extra days. ``policy`` are the body's own choices.
    """

    kind: Literal["audit-time"]
    standard: str
    audit: str
    days: ExactText
    exact: ExactText
    policy: dict[str, object]

    @property
    def exact_days(self) -> Fraction:
        """The audit days planned, as a number."""
        return Fraction(self.days)

    @property
    def headcount(self) -> Fraction | None:
        """How many people it was told of, before any of them counted less; ``None`` where that cannot be read."""
        told = self.question.get("personnel")
        groups = told if isinstance(told, list) else [{"headcount": told}]
        heads = [group.get("headcount") for group in groups if isinstance(group, dict)]
        numbers = [Fraction(head) for head in heads if isinstance(head, str) and re.match(_EXACT, head)]
        return sum(numbers, Fraction(0)) if numbers and len(numbers) == len(groups) else None


class KeptOther(_KeptReckoning):
    """A reckoning of another kind: a sample of sites, an integrated audit, a plan of acceptance sampling."""

    kind: OtherKind
    answer: dict[str, object]


KeptReckoning: TypeAlias = KeptTime | KeptOther
_READER: TypeAdapter[KeptReckoning] = TypeAdapter(KeptReckoning)


def kept(time: AuditTime, question: AuditTimeQuestion, policy: Policy) -> KeptTime:
    """The audit time ``time``, which answers ``question`` under the body's ``policy``, to be kept."""
    return KeptTime(
        kind="audit-time",
        standard=time.standard,
        audit=time.audit.value,
        days=str(time.days),
        exact=str(time.exact),
        question=_named(question),
        policy=_named(policy),
        steps=_steps(time.derivation),
        packs=dict(time.derivation.packs),
    )


def kept_other(
    kind: OtherKind,
    question: object,
    answer: Mapping[str, object],
    derivation: Derivation,
) -> KeptOther:
    """A reckoning of another kind, to be kept. ``question`` is a dataclass or a mapping; all numbers are exact."""
    return KeptOther(
        kind=kind,
        question=_named(question),
        answer=_named(answer),
        steps=_steps(derivation),
        packs=dict(derivation.packs),
    )


def read_kept(text: str) -> KeptReckoning:
    """The kept reckoning of a stored text.

    Raises:
        NotAReckoning: it is none, or another text says the same: then its digest would not be that of the reckoning.
    """
    try:
        found = _READER.validate_json(text)
    except (ValueError, RecursionError, ValidationError) as error:
        raise NotAReckoning("the text is not that of a kept reckoning") from error
    if found.text != text:
        raise NotAReckoning("the text is not written canonically")
    return found


def canonical(data: object) -> str:
    """``data`` as JSON that is written in one way only."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def _steps(derivation: Derivation) -> tuple[KeptStep, ...]:
    return tuple(_step(step) for step in derivation.steps)


def _step(step: Step) -> KeptStep:
    return KeptStep.model_validate(
        {
            "says": step.says,
            "value": _plain(step.value),
            "unit": step.unit,
            "inputs": _plain(step.inputs),
            "source": _source(step.source),
        }
    )


def _step_of(step: KeptStep) -> Step:
    inputs = {name: value if name in WRITTEN_BY_PEOPLE else _input(value) for name, value in step.inputs.items()}
    return Step(step.says, _input(step.value), step.unit, Source.model_validate(step.source), inputs)


def _input(value: bool | str | None) -> Input:
    return Fraction(value) if isinstance(value, str) and re.match(_EXACT, value) else value


def _source(source: Source) -> dict[str, str]:
    return {name: value for name, value in source.model_dump(mode="json").items() if value is not None}


def _named(values: object) -> dict[str, object]:
    """What a record or a mapping says, by name."""
    plain = _plain(values)
    if not isinstance(plain, dict):
        raise TypeError(f"a reckoning is asked for by names, not by a {type(values).__name__}")
    return dict(plain)


def _plain(value: object) -> Plain:
    """``value`` with every number as the text of its exact fraction."""
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, int | Fraction | Decimal):
        return str(Fraction(value))
    if isinstance(value, Mapping):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, frozenset):
        return [*sorted(str(one) for one in value)]
    if isinstance(value, date):
        return value.isoformat()
    if dataclasses.is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
    raise TypeError(f"a reckoning keeps no {type(value).__name__}")
