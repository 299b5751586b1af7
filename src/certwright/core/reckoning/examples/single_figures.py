"""Kinds of example about one step: rounding, the share on site, a limit, counting people."""

from fractions import Fraction

from certwright.core.reckoning.demands import percent
from certwright.core.reckoning.derivation import Trail
from certwright.core.reckoning.examples.computed import Computed
from certwright.core.reckoning.examples.inputs import Inputs
from certwright.core.reckoning.examples.policy import stated_rounding
from certwright.core.reckoning.personnel import Group, effective_personnel
from certwright.core.reckoning.rounding import to_half_days
from certwright.core.reckoning.rule_book import RuleBook


def rounding(inputs: Inputs, policy: Inputs, book: RuleBook) -> Computed:
    """Days rounded to half days."""
    rules, trail = book.rules(inputs.text("standard", default="QMS")), Trail()
    trail.reads(rules.pack.pack, rules.pack.edition)
    chosen = stated_rounding(policy, rules)
    days = inputs.number("days")
    rounded = trail.step(
        "audit-time.rounded",
        to_half_days(days, chosen),
        "audit days",
        rules.pack.rounding.source,
        exact=days,
        policy=chosen.value,
    )
    return Computed({"rounded": rounded}, (("rounding", trail.derivation()),))


def on_site_share(inputs: Inputs, policy: Inputs, book: RuleBook) -> Computed:
    """The part of audit time on site, exact and rounded, and the part off site."""
    rules, trail = book.rules(inputs.text("standard", default="QMS")), Trail()
    trail.reads(rules.pack.pack, rules.pack.edition)
    rule = rules.pack.on_site
    days = inputs.number("site_days", "days")
    share = percent(inputs.number("on_site_percent", default=rule.least_percent), "on_site_percent", rule.source)
    chosen = stated_rounding(policy, rules)
    on_site = trail.step(
        "audit-time.on-site",
        days * share / 100,
        "audit days",
        rule.source,
        percent=share,
        off_site=days * (100 - share) / 100,
    )
    rounded = trail.step(
        "audit-time.rounded",
        to_half_days(on_site, chosen),
        "audit days",
        rules.pack.rounding.source,
        exact=on_site,
        policy=chosen.value,
    )
    figures = {"on_site_exact": on_site, "on_site_rounded": rounded, "off_site": days - on_site}
    return Computed(figures, (("on site", trail.derivation()),))


def reduction_limit(inputs: Inputs, policy: Inputs, book: RuleBook) -> Computed:
    """Whether reductions may be added up at one site: their sum against the limit for a site."""
    del policy
    pack, trail = book.sites(), Trail()
    trail.reads(pack.pack, pack.edition)
    names = ("md5_reduction_percent", "central_processes_percent", "integration_percent")
    total = sum((inputs.number(name, default=Fraction(0)) for name in names), Fraction(0))
    inputs.text("question", default="none")
    most = pack.site_reduction.most_percent
    allowed = trail.step("sites.limit", total <= most, "yes or no", pack.site_reduction.source, total=total, most=most)
    return Computed({"allowed": allowed, "cap_per_site_percent": most}, (("limit", trail.derivation()),))


def personnel(inputs: Inputs, policy: Inputs, book: RuleBook) -> Computed:
    """People counted from full-time persons, part-time groups, and groups by sort of work."""
    del policy
    rules = book.rules(inputs.text("standard", default="QMS"))
    full = inputs.number("full_day_hours", "full_time_hours", default=Fraction(8))
    groups = [
        Group(
            f"group {place}",
            row.number("persons"),
            "part-time",
            hours=row.number("hours_per_day", "hours", "hours_per_week"),
            full_time_hours=full,
        )
        for place, row in enumerate(inputs.rows("part_time"), 1)
    ]
    groups += [
        Group(
            f"{row.text('work', default='everybody')} {place}",
            row.number("persons"),
            row.text("work", default="everybody"),
            counted=row.number("counted") if row.has("counted") else None,
            reason="as the example states",
        )
        for place, row in enumerate(inputs.rows("groups"), 1)
    ]
    if inputs.has("full_time"):
        groups.append(Group("full time", inputs.number("full_time")))
    counted = effective_personnel(groups, rules)
    figures = {"full_time_equivalent": counted.exact, "effective_personnel": Fraction(counted.persons)}
    return Computed(figures, (("personnel", counted.derivation),))
