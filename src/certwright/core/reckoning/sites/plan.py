"""Which sites are visited on an occasion: every group's number, the auditor's choices, and a random draw (IAF MD 1 6).

At least a quarter of each sample is drawn at random from the sites that were not chosen by judgement; places that
judgement leaves free are drawn as well. The draw is repeatable from the recorded seed and list.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from certwright.core.reckoning.demands import reason
from certwright.core.reckoning.derivation import CannotReckon, Derivation, Trail
from certwright.core.reckoning.draw import draw
from certwright.core.reckoning.rule_book import RuleBook, Rules
from certwright.core.reckoning.sites.groups import (
    SiteGroup,
    check_eligible,
    check_sites,
    groups_of,
    sites_that_count,
)
from certwright.core.reckoning.sites.question import SamplingQuestion
from certwright.core.reckoning.sites.size import SampleSize, sample_size, unsampled_size
from certwright.packs.model.site_sampling import Occasion, SiteSamplingPack


@dataclass(frozen=True, slots=True)
class GroupSample:
    """The sites of one group to be visited: ``chosen`` by judgement, ``drawn`` in the order of the draw.

    ``pool`` is the list the draw was made from and ``seed`` what it was made with; both belong on the record.
    """

    group: SiteGroup
    size: SampleSize
    chosen: tuple[str, ...]
    drawn: tuple[str, ...]
    pool: tuple[str, ...]
    seed: str

    @property
    def visited(self) -> tuple[str, ...]:
        """Every site of the group to be visited, by id."""
        return tuple(sorted((*self.chosen, *self.drawn)))


@dataclass(frozen=True, slots=True)
class SamplePlan:
    """The sites to be visited besides the central function, which is audited on every occasion."""

    central_function: str
    groups: tuple[GroupSample, ...]
    derivation: Derivation

    @property
    def visited(self) -> tuple[str, ...]:
        """Every site to be visited, by id, without the central function."""
        return tuple(sorted(site for group in self.groups for site in group.visited))


def plan_sample(question: SamplingQuestion, book: RuleBook) -> SamplePlan:
    """The sites to visit, with every step.

    Raises CannotReckon where the organization is not eligible, sites are merged or named twice, a choice has no
    reason or is of no site in a group, judgement leaves too few places to chance, or the scheme has rules of its own.
    """
    pack, trail = book.sites(), Trail()
    trail.reads(pack.pack, pack.edition)
    rules = book.rules(question.standard)
    trail.reads(rules.pack.pack, rules.pack.edition)
    _check_scheme(rules)
    check_eligible(question.met, pack, trail)
    check_sites(question.sites, pack)
    _check_proven(question, pack, trail)
    groups = groups_of(sites_that_count(question, book, trail), pack, trail)
    _check_known(question, groups, pack)
    samples = tuple(_sampled(group, question, rules, pack, trail) for group in groups)
    trail.step(
        "sites.central-function", question.central_function, "site", pack.demand("central-function-audited").source
    )
    return SamplePlan(question.central_function, samples, trail.derivation())


def _check_scheme(rules: Rules) -> None:
    if rules.rule_set.sites.sampling == "own-rules":
        raise CannotReckon(
            "sites.own-rules",
            "standard",
            rules.rule_set.sites.source,
            {"standard": rules.standard},
            needs="manual-value",
        )


def _check_proven(question: SamplingQuestion, pack: SiteSamplingPack, trail: Trail) -> None:
    if question.occasion is Occasion.RECERTIFICATION_PROVEN:
        source = pack.coefficient(question.occasion).source
        trail.step("sites.proven", True, "yes or no", source, reason=reason(question.proven, "proven", source))


def _check_known(question: SamplingQuestion, groups: Sequence[SiteGroup], pack: SiteSamplingPack) -> None:
    """Nothing that was asked for a site or group may be passed over in silence."""
    source = pack.demand("grouping").source
    sites = {site.id for group in groups for site in group.sites}
    for chosen in question.chosen:
        if chosen.site not in sites:
            raise CannotReckon("sites.chosen-unknown", "chosen", source, {"site": chosen.site})
    keys = {(group.process, group.level) for group in groups}
    for increase in question.increases:
        if (increase.process, increase.level) not in keys:
            raise CannotReckon(
                "sites.group-unknown", "increases", source, {"process": increase.process, "level": increase.level}
            )


def _sampled(
    group: SiteGroup, question: SamplingQuestion, rules: Rules, pack: SiteSamplingPack, trail: Trail
) -> GroupSample:
    trail.step(
        "sites.group", group.process, "group", pack.demand("levels").source, level=group.level, sites=len(group.sites)
    )
    unsampled = _unsampled(group, question, rules, pack, trail)
    if unsampled:
        size = unsampled_size(len(group.sites), question.occasion, pack)
    else:
        more = [
            each.increase for each in question.increases if (each.process, each.level) == (group.process, group.level)
        ]
        size = sample_size(len(group.sites), question.occasion, pack, more)
    trail.follow(size.derivation)
    chosen = _chosen(group, question, size, pack, trail)
    pool = [site.id for site in group.sites if site.id not in chosen]
    places = size.sampled - len(chosen)
    if unsampled and question.occasion is Occasion.SURVEILLANCE:
        pool = _not_yet(pool, places, question, pack, trail)
    seed = f"{question.seed}/{group.process}/{group.level}"
    drawn = tuple(pool) if places == len(pool) else draw(pool, places, seed)
    if places < len(pool):
        trail.step(
            "sites.drawn",
            places,
            "sites",
            pack.demand("random-reproducible").source,
            seed=seed,
            pool=len(pool),
            sites=", ".join(drawn),
        )
    return GroupSample(group, size, chosen, drawn, tuple(pool), seed)


def _unsampled(
    group: SiteGroup, question: SamplingQuestion, rules: Rules, pack: SiteSamplingPack, trail: Trail
) -> bool:
    source = pack.demand("no-sampling").source
    if group.process in question.unsampled:
        trail.step(
            "sites.unsampled",
            True,
            "yes or no",
            source,
            reason=reason(question.unsampled[group.process], "unsampled", source),
        )
        return True
    never = sorted({word for site in group.sites for word in site.activities} & set(rules.rule_set.sites.never_sampled))
    if never:
        trail.step("sites.never-sampled", True, "yes or no", rules.rule_set.sites.source, activities=", ".join(never))
    return bool(never)


def _chosen(
    group: SiteGroup, question: SamplingQuestion, size: SampleSize, pack: SiteSamplingPack, trail: Trail
) -> tuple[str, ...]:
    members, source = {site.id for site in group.sites}, pack.judgement_factors[0].source
    chosen = {each.site: each.reason for each in question.chosen if each.site in members}
    free = size.sampled - size.random
    if len(chosen) > free:
        raise CannotReckon(
            "sites.too-many-chosen",
            "chosen",
            pack.random.source,
            {"process": group.process, "chosen": len(chosen), "free": free, "random": size.random},
        )
    for site, why in sorted(chosen.items()):
        trail.step("sites.chosen", site, "site", source, reason=reason(why, "chosen.reason", source))
    return tuple(sorted(chosen))


def _not_yet(
    pool: list[str], places: int, question: SamplingQuestion, pack: SiteSamplingPack, trail: Trail
) -> list[str]:
    """The pool without sites visited in this cycle's surveillance, as long as enough are left to fill the places."""
    visited = {visit.site for visit in question.visits if visit.occasion is Occasion.SURVEILLANCE}
    fresh = [site for site in pool if site not in visited]
    if len(fresh) == len(pool) or len(fresh) < places:
        return pool
    trail.step(
        "sites.other-than-before",
        len(fresh),
        "sites",
        pack.demand("second-surveillance").source,
        visited=len(pool) - len(fresh),
    )
    return fresh
