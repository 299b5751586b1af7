"""Groups of sites that are sampled each on its own: by similar process and by level (IAF MD 1 6.1).

Eligibility comes first: without one system and a central function there is no multi-site certification. Sites are not
merged to shrink a sample; several addresses are one site only on one complex.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from certwright.core.reckoning.derivation import CannotReckon, Trail
from certwright.core.reckoning.rule_book import RuleBook
from certwright.core.reckoning.sites.question import SamplingQuestion, Site, SiteKind
from certwright.packs.model.site_sampling import Demand, SiteSamplingPack


@dataclass(frozen=True, slots=True)
class SiteGroup:
    """Sites of one process on one level, by id."""

    process: str
    level: str
    sites: tuple[Site, ...]


def unmet_conditions(met: Mapping[str, bool], pack: SiteSamplingPack) -> tuple[Demand, ...]:
    """The conditions of eligibility that are not met; one nobody answered is not met."""
    return tuple(condition for condition in pack.eligibility if not met.get(condition.id, False))


def check_eligible(met: Mapping[str, bool], pack: SiteSamplingPack, trail: Trail) -> None:
    """Raises CannotReckon naming every condition that is not met."""
    if unmet := unmet_conditions(met, pack):
        raise CannotReckon(
            "sites.not-eligible", "met", unmet[0].source, {"unmet": ", ".join(condition.id for condition in unmet)}
        )
    trail.step("sites.eligible", True, "yes or no", pack.eligibility[0].source, conditions=len(pack.eligibility))


def check_sites(sites: Sequence[Site], pack: SiteSamplingPack) -> None:
    """Raises CannotReckon for a site that is named twice, and for addresses merged without being one complex."""
    for name, times in Counter(site.id for site in sites).items():
        if times > 1:
            raise CannotReckon("sites.named-twice", "sites", pack.demand("grouping").source, {"site": name})
    for site in sites:
        if len(site.addresses) > 1 and not site.one_complex.strip():
            raise CannotReckon(
                "sites.merged",
                "sites.addresses",
                pack.demand("no-merging").source,
                {"site": site.id, "addresses": len(site.addresses)},
            )


def sites_that_count(question: SamplingQuestion, book: RuleBook, trail: Trail) -> tuple[Site, ...]:
    """The sites among which x is counted: no temporary ones; production at the central function as the body settled."""
    pack = book.sites()
    temporary = [site for site in question.sites if site.kind is SiteKind.TEMPORARY]
    if temporary:
        kinds = len({site.process for site in temporary})
        trail.step("sites.temporary", kinds, "sites", pack.demand("temporary-sites").source, sites=len(temporary))
    counting = [site for site in question.sites if site.kind is not SiteKind.TEMPORARY]
    if any(site.id == question.central_function for site in counting):
        name = "production-at-central-function-is-a-site"
        settled = book.value(pack, name)
        source = next(value.source for value in pack.uncertain if value.name == name)
        if not isinstance(settled, bool):
            raise CannotReckon("sites.central-production-unset", "sites", source, {"pack": pack.pack, "value": name})
        trail.step("sites.central-production", settled, "yes or no", source, site=question.central_function)
        if not settled:
            counting = [site for site in counting if site.id != question.central_function]
    return tuple(counting)


def groups_of(sites: Sequence[Site], pack: SiteSamplingPack, trail: Trail) -> tuple[SiteGroup, ...]:
    """The groups, by process and level; within each the sites by id."""
    by_key: dict[tuple[str, str], list[Site]] = defaultdict(list)
    for site in sites:
        by_key[site.process, site.level].append(site)
    trail.step("sites.groups", len(by_key), "groups", pack.demand("grouping").source, sites=len(sites))
    return tuple(
        SiteGroup(process, level, tuple(sorted(members, key=lambda site: site.id)))
        for (process, level), members in sorted(by_key.items())
    )
