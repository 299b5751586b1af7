"""Half days: how exact audit days become days that can be planned, and how half days are dealt out.

Rounding happens once, where the rule says; the exact value stays in the derivation.
"""

import math
from fractions import Fraction

from certwright.packs.model.audit_time import RoundingPolicy

HALF = Fraction(1, 2)


def to_half_days(days: Fraction, policy: RoundingPolicy) -> Fraction:
    """``days`` (at least 0) as a multiple of half a day, by the policy."""
    halves = days / HALF
    if policy is RoundingPolicy.UP_HALF:
        return math.ceil(halves) * HALF
    if policy is RoundingPolicy.NEAREST_HALF_TIES_DOWN:
        return math.ceil(halves - HALF) * HALF
    return math.floor(halves + HALF) * HALF


def dealt_out(days: Fraction, parts: int) -> tuple[Fraction, ...]:
    """``days``, a multiple of half a day, as ``parts`` multiples of half a day that differ by at most one half.

    The larger parts come first; the parts always add up to ``days``.
    """
    halves = days / HALF
    if halves.denominator != 1:
        raise ValueError(f"{days} days are no multiple of half a day")
    each, more = divmod(int(halves), parts)
    return tuple((each + (place < more)) * HALF for place in range(parts))
