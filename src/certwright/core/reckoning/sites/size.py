"""How many sites of a group are visited (IAF MD 1 6.1.3): the smallest whole n of at least factor × √x.

With factor p/q, n is the smallest whole number with q²n² ≥ p²x. No root is taken in floating point, so x = 25 in
surveillance (0.6 × √25) is exactly 3.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from certwright.core.reckoning.demands import reason, whole
from certwright.core.reckoning.derivation import CannotReckon, Derivation, Exact, Trail
from certwright.packs.model.site_sampling import Occasion, SiteSamplingPack


@dataclass(frozen=True, slots=True)
class Increase:
    """So many sites more than the root asks for, and why; ``known_as`` is the id of a risk factor of the pack."""

    sites: Exact
    reason: str
    known_as: str = ""


@dataclass(frozen=True, slots=True)
class SampleSize:
    """Of ``sites``, ``sampled`` are visited, at least ``random`` of these drawn; the central function is extra."""

    sites: int
    sampled: int
    random: int
    derivation: Derivation


def least_root(sites: int, factor: Fraction) -> int:
    """The smallest whole n with n ≥ ``factor`` × √``sites``."""
    squared = factor * factor * sites
    enough = -(-squared.numerator // squared.denominator)
    return math.isqrt(enough - 1) + 1 if enough else 0


def sample_size(
    sites: Exact, occasion: Occasion, pack: SiteSamplingPack, increases: Sequence[Increase] = ()
) -> SampleSize:
    """How many of ``sites`` (without the central function) are visited on the occasion.

    Raises CannotReckon for no site or a part of one, and for an increase that is negative or has no reason.
    """
    trail = Trail()
    trail.reads(pack.pack, pack.edition)
    coefficient = pack.coefficient(occasion)
    total = whole(sites, "sites", coefficient.source)
    root = least_root(total, coefficient.factor)
    trail.step(
        "sites.root", root, "sites", coefficient.source, sites=total, factor=coefficient.factor, occasion=occasion.value
    )
    sampled = min(total, root + sum(_more(increase, pack, trail) for increase in increases))
    if sampled != root:
        trail.step("sites.increased", sampled, "sites", pack.demand("no-decrease").source, root=root, sites=total)
    share = pack.random.share
    random = trail.step(
        "sites.random", math.ceil(sampled * share), "sites", pack.random.source, sampled=sampled, percent=share * 100
    )
    return SampleSize(total, sampled, random, trail.derivation())


def unsampled_size(sites: Exact, occasion: Occasion, pack: SiteSamplingPack) -> SampleSize:
    """The same where sampling does not fit: every site, or the share of a surveillance year (IAF MD 1 6.2)."""
    trail = Trail()
    trail.reads(pack.pack, pack.edition)
    source = pack.demand("no-sampling").source
    total = whole(sites, "sites", source)
    if occasion is not Occasion.SURVEILLANCE:
        visited = trail.step("sites.all", total, "sites", source, occasion=occasion.value)
    else:
        share = pack.unsampled_surveillance
        visited = trail.step(
            "sites.yearly-share",
            math.ceil(total * share.share),
            "sites",
            share.source,
            sites=total,
            percent=share.share * 100,
        )
    return SampleSize(total, visited, 0, trail.derivation())


def _more(increase: Increase, pack: SiteSamplingPack, trail: Trail) -> int:
    factors = {factor.id: factor.source for factor in pack.risk_factors}
    source = factors.get(increase.known_as, pack.demand("no-decrease").source)
    if increase.known_as and increase.known_as not in factors:
        raise CannotReckon(
            "sites.unknown-factor",
            "increases.known_as",
            source,
            {"given": increase.known_as, "known": ", ".join(factors)},
        )
    more = whole(increase.sites, "increases.sites", source)
    why = reason(increase.reason, "increases.reason", source)
    return trail.step("sites.more", more, "sites", source, reason=why)
