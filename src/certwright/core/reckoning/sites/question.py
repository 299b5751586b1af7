"""What is asked when sites are chosen: the organization's sites, the occasion, the auditor's judgement, the seed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from certwright.core.reckoning.sites.size import Increase
from certwright.packs.model.site_sampling import Occasion


class SiteKind(StrEnum):
    """Kinds of site."""

    PERMANENT = "permanent"
    TEMPORARY = "temporary"  # a project or building site; chosen by risk, not part of x
    VIRTUAL = "virtual"  # work on line; one site, however many persons work from home


@dataclass(frozen=True, slots=True)
class Site:
    """One site besides the central function.

    Sites with very similar processes share the word ``process``; ``level`` is the level of the hierarchy (national,
    regional, local). ``activities`` are words that a scheme may exclude from sampling (``design``,
    ``manufacturing``). Several ``addresses`` make one site only on one complex, and ``one_complex`` says how.
    """

    id: str
    process: str = "all"
    level: str = "site"
    kind: SiteKind = SiteKind.PERMANENT
    activities: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    one_complex: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """A site was audited on that day, on that occasion."""

    site: str
    day: date
    occasion: Occasion


@dataclass(frozen=True, slots=True)
class Chosen:
    """A site the auditor chose by judgement, and why."""

    site: str
    reason: str


@dataclass(frozen=True, slots=True)
class GroupIncrease:
    """More sites than the root asks for in one group."""

    process: str
    level: str
    increase: Increase


@dataclass(frozen=True, slots=True)
class SamplingQuestion:
    """Which sites are visited on one occasion, for one standard.

    ``met`` says of each condition of eligibility (by the pack's id) whether it is met. ``unsampled`` names processes
    that must not be sampled, each with the reason. ``proven`` says why the system proved effective over the cycle,
    where the smaller sample of recertification is wanted. ``visits`` are those of the cycle so far; ``seed`` is any
    text that is recorded and was not chosen with the result in view.
    """

    standard: str
    central_function: str
    sites: tuple[Site, ...]
    occasion: Occasion
    seed: str
    met: Mapping[str, bool]
    chosen: tuple[Chosen, ...] = ()
    increases: tuple[GroupIncrease, ...] = ()
    unsampled: Mapping[str, str] = field(default_factory=dict)
    proven: str = ""
    visits: tuple[Visit, ...] = ()
