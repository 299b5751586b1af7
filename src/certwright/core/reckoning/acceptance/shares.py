"""Shares of a population, such as five per cent of the operators a year: no acceptance sampling, but a quota.

How large a share, of what, in which period and whether chosen by risk says the scheme (``source``). Unannounced
controls are a quota of their own with their own count: a control may fill both, but each is counted separately.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from certwright.core.reckoning.derivation import CannotReckon, Derivation, Trail
from certwright.core.reckoning.draw import ALGORITHM, draw_by_weight
from certwright.packs.model.base import Source


@dataclass(frozen=True, slots=True)
class Share:
    """``share`` of ``population`` (operators, controls, sites, …) in ``period``; ``share`` lies in (0, 1]."""

    name: str
    share: Fraction
    population: int
    period: str
    source: Source


@dataclass(frozen=True, slots=True)
class Quota:
    """How many of the population the share asks for in the period."""

    asked: Share
    required: int
    derivation: Derivation

    def remaining(self, done: int) -> int:
        """How many are still missing when ``done`` have been counted; never below zero."""
        return max(0, self.required - done)


@dataclass(frozen=True, slots=True)
class Operator:
    """One of the population. ``risk`` is its weight: one with twice the risk is drawn first twice as often."""

    id: str
    risk: int = 1


@dataclass(frozen=True, slots=True)
class OperatorDraw:
    """Who was drawn for a quota, in the order drawn, with all that is needed to draw again."""

    quota: Quota
    drawn: tuple[str, ...]
    population: tuple[Operator, ...]
    seed: str
    algorithm: str = ALGORITHM


def quota(asked: Share) -> Quota:
    """``share`` × ``population``, rounded up, at least one.

    Raises :class:`CannotReckon` for an empty population and a share that is not above 0 and at most 1.
    """
    _check(asked)
    trail = Trail()
    exact = trail.step(
        "share.of-population",
        asked.share * asked.population,
        asked.name,
        asked.source,
        share=asked.share,
        population=asked.population,
        period=asked.period,
        counted=asked.name,
    )
    required = trail.step(
        "share.rounded-up", max(1, ceil(exact)), asked.name, asked.source, exact=exact, counted=asked.name
    )
    return Quota(asked, required, trail.derivation())


def draw_operators(asked: Share, operators: Sequence[Operator], seed: str) -> OperatorDraw:
    """The operators that fill the quota, drawn from all of them in proportion to their risk.

    Raises :class:`CannotReckon` if ``operators`` is not the population that ``asked`` speaks of, names one twice, or
    holds a risk below one.
    """
    needed = quota(asked)
    names = [operator.id for operator in operators]
    if len(names) != asked.population or len(set(names)) < len(names):
        inputs = {"population": asked.population, "named": len(names), "different": len(set(names))}
        raise CannotReckon("share.other-population", "operators", asked.source, inputs)
    if weightless := sorted(operator.id for operator in operators if operator.risk < 1):
        raise CannotReckon("share.risk-not-positive", "risk", asked.source, {"operators": ", ".join(weightless)})
    drawn = draw_by_weight(names, [operator.risk for operator in operators], needed.required, seed)
    return OperatorDraw(needed, drawn, tuple(operators), seed)


def _check(asked: Share) -> None:
    if asked.population < 1:
        raise CannotReckon("share.no-population", "population", asked.source, {"population": asked.population})
    if not 0 < asked.share <= 1:
        raise CannotReckon("share.not-a-share", "share", asked.source, {"share": asked.share})
