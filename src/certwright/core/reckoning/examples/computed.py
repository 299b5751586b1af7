"""What our reckoning gives for an example, shaped as the published result, and how the two compare."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

from certwright.core.reckoning.derivation import Derivation

Figures: TypeAlias = "Mapping[str, Fraction | bool | Figures]"
"""Names → exact numbers, truth values, or further names (a class, a standard)."""


@dataclass(frozen=True, slots=True)
class Computed:
    """The figures, and the derivation of each part by a name of its own."""

    figures: Figures
    derivations: tuple[tuple[str, Derivation], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A published value that ours is not equal to; ``computed`` and ``less`` are ``None`` where we have none.

    ``at`` is the path to it, such as ``surveillance.high``; ``less`` is published minus computed.
    """

    at: str
    published: Any
    computed: Fraction | bool | None
    less: Fraction | None


def shaped_like(published: Mapping[str, Any], figures: Figures) -> dict[str, Any]:
    """Of the figures those that were published; a name that we have no figure for is ``None``."""
    shaped: dict[str, Any] = {}
    for name, value in published.items():
        ours = figures.get(name)
        if isinstance(value, Mapping):
            shaped[name] = shaped_like(value, ours if isinstance(ours, Mapping) else {})
        else:
            shaped[name] = None if isinstance(ours, Mapping) else ours
    return shaped


def differences(published: Mapping[str, Any], computed: Mapping[str, Any], under: str = "") -> Iterator[Difference]:
    """Every published value that the computed one is not exactly equal to."""
    for name, value in published.items():
        at, ours = f"{under}{name}", computed[name]
        if isinstance(value, Mapping):
            yield from differences(value, ours, f"{at}.")
        elif not _equal(value, ours):
            both = _is_number(value) and _is_number(ours)
            yield Difference(at, value, ours, Fraction(value) - ours if both else None)


def _equal(published: Any, ours: Any) -> bool:
    if _is_number(published) and _is_number(ours):
        return Fraction(published) == Fraction(ours)
    return isinstance(published, bool) and published is ours


def _is_number(value: Any) -> bool:
    return isinstance(value, int | Decimal | Fraction) and not isinstance(value, bool)
