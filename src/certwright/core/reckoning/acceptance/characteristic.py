"""The operating characteristic of a plan: how likely a lot of a given quality is accepted, exactly.

Quality is counted per 100 items: per cent nonconforming, or nonconformities per 100 items. For a lot from a series the
number of nonconforming items in the sample is binomial, the number of nonconformities Poisson; for an isolated lot
(ISO 2859-2), and where every item is inspected because a scheme says so, it is hypergeometric.
"""

from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from math import comb
from typing import Protocol

from certwright.core.reckoning.acceptance.plan import Counting, Index, Plan

FINEST = Fraction(1, 1000)
"""Step in which a quality is looked for, per 100 items."""

_POISSON_DIGITS = 50


class Characteristic(Protocol):
    """Quality per 100 items → probability that the lot is accepted."""

    @property
    def worst(self) -> Fraction:
        """The worst quality worth asking about: there the lot is hardly ever accepted."""

    def acceptance(self, quality: Fraction) -> Fraction:
        """Probability between 0 and 1. Raises ``ValueError`` for a quality that cannot be."""


@dataclass(frozen=True, slots=True)
class Binomial:
    """``n`` items from a process; the lot passes with up to ``passes_up_to`` nonconforming ones."""

    n: int
    passes_up_to: int

    @property
    def worst(self) -> Fraction:
        """Everything is nonconforming."""
        return Fraction(100)

    def acceptance(self, quality: Fraction) -> Fraction:
        """Exact probability for ``quality`` per cent nonconforming."""
        _check(quality, self.worst)
        share = quality / 100
        bad, good = share.numerator, share.denominator - share.numerator
        if good == 0:
            return Fraction(int(self.passes_up_to >= self.n))
        term = total = good**self.n
        for count in range(min(self.passes_up_to, self.n)):
            term = term * (self.n - count) * bad // ((count + 1) * good)
            total += term
        return Fraction(total, share.denominator**self.n)


@dataclass(frozen=True, slots=True)
class Poisson:
    """``n`` items from a process; the lot passes with up to ``passes_up_to`` nonconformities in all."""

    n: int
    passes_up_to: int

    @property
    def worst(self) -> Fraction:
        """So many that a sample shows ten times as many as pass, and ten more."""
        return Fraction(1000 * (self.passes_up_to + 1), self.n)

    def acceptance(self, quality: Fraction) -> Fraction:
        """Probability for ``quality`` nonconformities per 100 items, to 50 significant digits."""
        _check(quality, None)
        mean = quality * self.n / 100
        with localcontext(prec=_POISSON_DIGITS):
            expected = Decimal(mean.numerator) / Decimal(mean.denominator)
            term = total = (-expected).exp()
            for count in range(self.passes_up_to):
                term = term * expected / (count + 1)
                total += term
        return min(Fraction(total), Fraction(1))


@dataclass(frozen=True, slots=True)
class Hypergeometric:
    """``n`` items from this very lot of ``lot_size``; it passes with up to ``passes_up_to`` nonconforming ones."""

    lot_size: int
    n: int
    passes_up_to: int

    @property
    def worst(self) -> Fraction:
        """Everything is nonconforming."""
        return Fraction(100)

    def nonconforming_at(self, quality: Fraction) -> int:
        """How many nonconforming items the lot holds at ``quality`` per cent: rounded down, so that a risk reckoned
        from it is never too small."""
        _check(quality, self.worst)
        return int(quality * self.lot_size / 100)

    def acceptance(self, quality: Fraction) -> Fraction:
        """Exact probability for ``quality`` per cent nonconforming."""
        return self.acceptance_with(self.nonconforming_at(quality))

    def acceptance_with(self, nonconforming: int) -> Fraction:
        """Exact probability if the lot holds that many nonconforming items."""
        good = self.lot_size - nonconforming
        least = max(0, self.n - good)
        ways = sum(
            comb(nonconforming, count) * comb(good, self.n - count)
            for count in range(least, min(self.passes_up_to, nonconforming, self.n) + 1)
        )
        return Fraction(ways, comb(self.lot_size, self.n))


def characteristic_of(plan: Plan) -> Characteristic:
    """The operating characteristic of ``plan``. The gap of a reduced plan counts as passing: the lot is accepted."""
    if plan.identity.index is not Index.AQL:
        return Hypergeometric(plan.lot_size, plan.n, plan.passes_up_to)
    if plan.identity.counting is Counting.NONCONFORMITIES:
        return Poisson(plan.n, plan.passes_up_to)
    return Binomial(plan.n, plan.passes_up_to)


def quality_accepted_at_most(characteristic: Characteristic, probability: Fraction) -> Fraction | None:
    """The best quality, in steps of ``FINEST``, at which a lot is accepted with at most ``probability``.

    With 1/10 this is the consumer's risk quality. ``None`` if no quality is refused that often.
    """
    good, bad = 0, int(characteristic.worst / FINEST)
    if characteristic.acceptance(bad * FINEST) > probability:
        return None
    while bad - good > 1:
        middle = (good + bad) // 2
        if characteristic.acceptance(middle * FINEST) <= probability:
            bad = middle
        else:
            good = middle
    return bad * FINEST


@dataclass(frozen=True, slots=True)
class Figures:
    """What is told beside every plan: the chance of acceptance at the AQL or LQ itself, and the quality per 100 items
    that is accepted one time in ten. ``None`` where there is no such number."""

    at_index: Fraction | None
    one_in_ten: Fraction | None


def figures(plan: Plan) -> Figures:
    """The two figures of ``plan``."""
    characteristic, quality = characteristic_of(plan), plan.identity.quality
    at_index = None if quality is None else characteristic.acceptance(Fraction(quality))
    return Figures(at_index, quality_accepted_at_most(characteristic, Fraction(1, 10)))


def _check(quality: Fraction, worst: Fraction | None) -> None:
    if quality < 0 or (worst is not None and quality > worst):
        raise ValueError(f"no lot can have the quality {quality} per 100 items")
