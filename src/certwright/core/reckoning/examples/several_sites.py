"""Kinds of example about sites: the size of a sample, the time of one site, the time of a sample of sites."""

from fractions import Fraction

from certwright.core.reckoning.audit_time import Adjustment, AuditTimeQuestion
from certwright.core.reckoning.derivation import CannotReckon, Trail
from certwright.core.reckoning.examples.audit_times import complexities
from certwright.core.reckoning.examples.computed import Computed
from certwright.core.reckoning.examples.inputs import EXAMPLE, Inputs
from certwright.core.reckoning.examples.policy import stated_policy
from certwright.core.reckoning.rule_book import RuleBook, Rules
from certwright.core.reckoning.sites.size import Increase, SampleSize, sample_size
from certwright.core.reckoning.sites.time import SiteTime, SiteWork, site_time
from certwright.packs.model.audit_time import AuditKind
from certwright.packs.model.site_sampling import Occasion

_SITES = ("sites_excluding_central_function", "sites_at_level", "sites")
_STATED = "as the example states"


def multi_site_sample(inputs: Inputs, policy: Inputs, book: RuleBook) -> Computed:
    """How many sites are visited, and how many of them at least at random."""
    del policy
    size = _sample(inputs, book)
    figures = {"sample": Fraction(size.sampled), "random_minimum": Fraction(size.random)}
    return Computed(figures, (("sample", size.derivation),))


def one_site(inputs: Inputs, policy: Inputs, book: RuleBook) -> Computed:
    """The time of one site of several, before any rounding."""
    time, trail = _site(inputs, "effective_personnel", policy, book)
    return Computed({"table_days": time.table_days, "site_days": time.exact}, (("site", trail.derivation()),))


def multi_site_time(inputs: Inputs, policy: Inputs, book: RuleBook) -> Computed:
    """The time of a sample of equal sites, without the central function."""
    size = _sample(inputs, book)
    time, trail = _site(inputs, "persons_per_site", policy, book)
    figures = {
        "sample": Fraction(size.sampled),
        "random_minimum": Fraction(size.random),
        "table_days": time.table_days,
        "site_days": time.exact,
        "days_sites": size.sampled * time.exact,
    }
    return Computed(figures, (("sample", size.derivation), ("each site", trail.derivation())))


def _sample(inputs: Inputs, book: RuleBook) -> SampleSize:
    occasion = inputs.choice(Occasion, "audit", default=Occasion.INITIAL)
    if occasion is Occasion.RECERTIFICATION and inputs.flag("proved_effective", "proven", "effective"):
        occasion = Occasion.RECERTIFICATION_PROVEN
    more = inputs.number("increase", default=Fraction(0))
    increases = [Increase(more, _STATED)] if more else []
    return sample_size(inputs.number(*_SITES), occasion, book.sites(), increases)


def _site(inputs: Inputs, persons: str, policy: Inputs, book: RuleBook) -> tuple[SiteTime, Trail]:
    rules = book.rules(inputs.text("standard"))
    audit = inputs.choice(AuditKind, "audit", default=AuditKind.INITIAL)
    organization = AuditTimeQuestion(rules.standard, 1, audit)
    times = []
    for end in inputs.both_ends(persons):
        trail = Trail()
        trail.reads(rules.pack.pack, rules.pack.edition)
        named = complexities(inputs, rules)
        facts = AuditTimeQuestion(rules.standard, end, complexity=named[0] if len(named) == 1 else "")
        work = _reduced(facts, inputs.number("reduction_percent", default=Fraction(0)), rules)
        times.append((site_time(work, organization, rules, book, stated_policy(policy), trail), trail))
    if len({time.exact for time, _ in times}) > 1:
        raise CannotReckon(
            "example.range-spans", persons, EXAMPLE, {"low": times[0][0].persons, "high": times[-1][0].persons}
        )
    return times[0]


def _reduced(facts: AuditTimeQuestion, percent: Fraction, rules: Rules) -> SiteWork:
    """One stated reduction as the two that a site may have: first of its own time, then for central processes."""
    own = min(percent, rules.pack.adjustment.most_reduction_percent or Fraction(0))
    adjusted = AuditTimeQuestion(
        facts.standard,
        facts.personnel,
        complexity=facts.complexity,
        adjustments=(Adjustment(-own, _STATED),) if own else (),
    )
    return SiteWork("one site", adjusted, percent - own, _STATED)
