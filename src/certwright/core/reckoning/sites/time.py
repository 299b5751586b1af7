"""Audit time of an organization with several sites, for one standard (IAF MD 1 clause 7).

Each visited site takes the table time of its own persons, adjusted with reasons, less what the central function covers
for it; never less than half its table time. The central function takes the full table time of its own persons. The sum
is rounded once. The reduction for integrated systems comes later, on the sum (IAF MD 11), and is no part of this.
"""

from dataclasses import dataclass, replace
from fractions import Fraction

from certwright.core.reckoning.audit_time.adjustment import Adjusted, adjusted
from certwright.core.reckoning.audit_time.audit_share import share_for
from certwright.core.reckoning.audit_time.question import AuditTimeQuestion, Policy
from certwright.core.reckoning.audit_time.reckon import extra_time, least_time, planned, rules_for
from certwright.core.reckoning.audit_time.table_time import persons_of, table_time
from certwright.core.reckoning.demands import exact, percent, reason
from certwright.core.reckoning.derivation import CannotReckon, Derivation, Exact, Trail
from certwright.core.reckoning.rounding import to_half_days
from certwright.core.reckoning.rule_book import RuleBook, Rules
from certwright.packs.model.audit_time import AuditKind
from certwright.packs.model.site_sampling import SiteSamplingPack


@dataclass(frozen=True, slots=True)
class SiteWork:
    """What is audited at one visited site.

    ``facts`` are those of the site alone; its extra days and number of visits are not read, they belong to the
    organization. ``central_percent`` of the table time is taken off for processes that the central function covers.
    """

    site: str
    facts: AuditTimeQuestion
    central_percent: Exact = 0
    central_reason: str = ""
    is_first_visit: bool = False


@dataclass(frozen=True, slots=True)
class MultiSiteQuestion:
    """The visited sites, the central function with its own persons, and all the organization as if it were one site.

    ``organization`` says standard, audit, extra days and visits per year; its personnel is asked for only where a
    document sets a floor from it (ISO/IEC 27006-1).
    """

    organization: AuditTimeQuestion
    central: AuditTimeQuestion
    sites: tuple[SiteWork, ...]


@dataclass(frozen=True, slots=True)
class SiteTime:
    """Audit days at one site: from the table, exact, and what may not be gone below; not rounded."""

    site: str
    persons: int
    table_days: Fraction
    exact: Fraction
    least: Fraction


@dataclass(frozen=True, slots=True)
class MultiSiteTime:
    """Audit days of the whole: ``exact`` is the sum over ``sites`` and ``central``; ``days`` is planned."""

    sites: tuple[SiteTime, ...]
    central: SiteTime
    exact: Fraction
    least: Fraction
    extra: Fraction
    days: Fraction
    derivation: Derivation


_AS_THE_PACK_SAYS = Policy()


def multi_site_time(question: MultiSiteQuestion, book: RuleBook, policy: Policy = _AS_THE_PACK_SAYS) -> MultiSiteTime:
    """The audit days of the visited sites and the central function, with every step.

    Raises CannotReckon as :func:`~..audit_time.reckon.audit_time` does, and for a site below half its table time, for
    central processes beyond their limit, and for a reduction at the central function.
    """
    trail, pack = Trail(), book.sites()
    rules = rules_for(question.organization, book, trail)
    trail.reads(pack.pack, pack.edition)
    _check_one_standard(question, rules, pack)
    sites = tuple(site_time(work, question.organization, rules, book, policy, trail) for work in question.sites)
    central = _central(question, rules, book, policy, trail)
    total = sum((site.exact for site in sites), central.exact)
    least = sum((site.least for site in sites), central.least)
    trail.step(
        "sites.sum",
        total,
        "audit days",
        pack.demand("site-time").source,
        sites=len(sites),
        days_sites=total - central.exact,
        days_central=central.exact,
    )
    total = _not_below_one_site(total, question.organization, rules, book, policy, trail)
    extra = extra_time(question.organization.extra_days, rules, trail)
    shortest = least_time(question.organization, rules, policy)
    days = planned(total, least, extra, shortest, rules, policy, trail)
    return MultiSiteTime(sites, central, total, least, extra, days, trail.derivation())


def reduced_site_time(
    table_days: Fraction, work: SiteWork, initial: Adjusted, pack: SiteSamplingPack, trail: Trail
) -> Adjusted:
    """The adjusted time of a site less what the central function covers, within the limit for a single site.

    Raises CannotReckon for a share beyond its limit or without reason, and for a site below the limit.
    """
    covered, limit = pack.central_processes, pack.site_reduction
    off = percent(work.central_percent, "central_percent", covered.source, covered.most_percent)
    days, least = initial.days, table_days * (1 - limit.most_percent / 100)
    if off:
        why = reason(work.central_reason, "central_reason", covered.source)
        days = trail.step(
            "sites.central-processes",
            days - table_days * off / 100,
            "audit days",
            covered.source,
            percent=off,
            table_days=table_days,
            reason=why,
        )
    if days < least:
        raise CannotReckon(
            "sites.past-site-limit",
            "sites",
            limit.source,
            {"site": work.site, "days": days, "least": least, "most": limit.most_percent},
        )
    return Adjusted(days, min(least, initial.least))


def site_time(
    work: SiteWork, organization: AuditTimeQuestion, rules: Rules, book: RuleBook, policy: Policy, trail: Trail
) -> SiteTime:
    """The audit days of one visited site, rounded only if the body settled that each site is. Raises CannotReckon."""
    pack, facts = book.sites(), work.facts
    source = pack.demand("site-time").source
    trail.step("sites.site", work.site, "site", source)
    persons = persons_of(facts, rules, trail)
    table_days = table_time(facts, persons, rules, book, policy.lookup, trail)
    initial = adjusted(table_days, facts.adjustments, rules, book, trail)
    reduced = reduced_site_time(table_days, work, initial, pack, trail)
    asked = replace(organization, audit=_audit_of(work, organization.audit, rules, book, trail))
    share = share_for(asked, rules, book, policy, trail).share
    days = trail.step("audit-time.exact", reduced.days * share, "audit days", source, days=reduced.days, share=share)
    if book.value(pack, "round-each-site") is True:
        rounding = policy.rounding or rules.pack.rounding.policy
        days = trail.step(
            "audit-time.rounded",
            to_half_days(days, rounding),
            "audit days",
            rules.pack.rounding.source,
            exact=days,
            policy=rounding.value,
        )
    return SiteTime(work.site, persons, table_days, days, reduced.least * share)


def _audit_of(work: SiteWork, audit: AuditKind, rules: Rules, book: RuleBook, trail: Trail) -> AuditKind:
    """A site visited for the first time takes the initial time, where the body settled it so."""
    if not work.is_first_visit or audit is AuditKind.INITIAL:
        return audit
    name = "first-visit-takes-initial-time"
    settled = book.value(rules.pack, name)
    for value in rules.pack.uncertain:
        if value.name == name:
            trail.step("sites.first-visit", settled if isinstance(settled, bool) else None, "yes or no", value.source)
    return AuditKind.INITIAL if settled is True else audit


def _central(question: MultiSiteQuestion, rules: Rules, book: RuleBook, policy: Policy, trail: Trail) -> SiteTime:
    demand, facts = book.sites().demand("central-time"), question.central
    trail.step("sites.central", "central function", "site", demand.source)
    if any(exact(adjustment.percent) < 0 for adjustment in facts.adjustments):
        raise CannotReckon("sites.central-reduced", "central.adjustments", demand.source)
    persons = persons_of(facts, rules, trail)
    table_days = table_time(facts, persons, rules, book, policy.lookup, trail)
    days = adjusted(table_days, facts.adjustments, rules, book, trail).days
    share = share_for(question.organization, rules, book, policy, trail).share
    part = trail.step("audit-time.exact", days * share, "audit days", demand.source, days=days, share=share)
    return SiteTime("", persons, table_days, part, table_days * share)


def _not_below_one_site(
    total: Fraction, organization: AuditTimeQuestion, rules: Rules, book: RuleBook, policy: Policy, trail: Trail
) -> Fraction:
    rule = rules.rule_set.sites
    if not rule.sum_not_below_one_site:
        return total
    persons = persons_of(organization, rules, trail)
    table_days = table_time(organization, persons, rules, book, policy.lookup, trail)
    days = adjusted(table_days, organization.adjustments, rules, book, trail).days
    one_site = days * share_for(organization, rules, book, policy, trail).share
    says = "sites.raised-to-one-site" if one_site > total else "sites.above-one-site"
    return trail.step(
        says, max(total, one_site), "audit days", rule.source, persons=persons, one_site=one_site, total=total
    )


def _check_one_standard(question: MultiSiteQuestion, rules: Rules, pack: SiteSamplingPack) -> None:
    wanted = question.organization.standard
    for facts in (question.central, *(work.facts for work in question.sites)):
        if facts.standard != wanted:
            raise CannotReckon(
                "sites.other-standard",
                "sites",
                pack.demand("site-time").source,
                {"standard": facts.standard, "wanted": wanted},
            )
    if not question.sites:
        raise CannotReckon("sites.none", "sites", pack.demand("site-time").source, {"standard": rules.standard})
