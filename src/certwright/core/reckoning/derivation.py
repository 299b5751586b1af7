"""How a number came about: the steps, their inputs and the document each one rests on.

Every reckoning returns its value *with* its derivation, because a number that cannot be explained to a client or an
assessor is worth nothing. Values are exact: ``int``, ``Fraction`` or ``Decimal``, never a binary float.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeVar

from certwright.packs.model.base import Confidence, Source

Exact = int | Fraction | Decimal
Input = Exact | str | bool | None
Value = TypeVar("Value", bound=Input)


def doubted(source: Source) -> Source:
    """The same source for one fact of it that is unsure, such as a cell on which the copies read disagree."""
    return source.model_copy(update={"confidence": Confidence.UNSURE})


@dataclass(frozen=True, slots=True)
class Step:
    """One move of a reckoning.

    ``says`` is the id of the sentence that tells it (``audit-time.band``); ``inputs`` fill the sentence; ``value`` is
    what the step yields, in ``unit`` (``audit days``, ``persons``, ``sites``, ``items``, ``per cent``).
    """

    says: str
    value: Input
    unit: str
    source: Source
    inputs: Mapping[str, Input] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Derivation:
    """The steps of a reckoning in order, and the packs (``id`` → ``edition``) they were read from."""

    steps: tuple[Step, ...]
    packs: Mapping[str, str]


class Trail:
    """The steps of a reckoning while it goes on. It lives inside one reckoning; what leaves is a Derivation."""

    __slots__ = ("_packs", "_steps")

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._packs: dict[str, str] = {}

    def reads(self, pack: str, edition: str) -> None:
        """Note that the reckoning reads the pack in this edition."""
        self._packs[pack] = edition

    def step(self, says: str, value: Value, unit: str, source: Source, **inputs: Input) -> Value:
        """Note one step and return its value, so that a line of reckoning and its explanation are one line."""
        self._steps.append(Step(says, value, unit, source, inputs))
        return value

    def follow(self, derivation: Derivation) -> None:
        """Take in the steps and packs of a reckoning that this one builds on."""
        self._steps.extend(derivation.steps)
        self._packs.update(derivation.packs)

    def derivation(self) -> Derivation:
        """The steps so far."""
        return Derivation(tuple(self._steps), dict(sorted(self._packs.items())))


@dataclass(eq=False)
class CannotReckon(Exception):
    """A reckoning that must not guess: what is wrong, the document and clause that say so, and what would lift it.

    ``says`` is the id of the sentence; ``field`` names the input at fault. ``needs`` is ``"other-input"`` when the
    input breaks a demand and ``"manual-value"`` when the document leaves the value to a justified manual choice.
    """

    says: str
    field: str
    source: Source
    inputs: Mapping[str, Input] = dataclasses.field(default_factory=dict)
    needs: Literal["other-input", "manual-value"] = "other-input"

    def __str__(self) -> str:
        return f"{self.says} ({self.field}): {dict(self.inputs)} [{self.source.document} {self.source.clause or ''}]"
