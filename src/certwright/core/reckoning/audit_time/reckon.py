"""Audit time of one management system, from the facts to the planned days, step by step.

people → table → adjustments → share of the audit → extra days → least time → half days → on site, stages, visits
(IAF MD 5; MD 9; ISO/IEC 27006-1; ISO 22003-1; ISO 50003, by whichever pack serves the standard).
"""

from fractions import Fraction

from certwright.core.reckoning.audit_time.adjustment import adjusted
from certwright.core.reckoning.audit_time.audit_share import Share, share_for
from certwright.core.reckoning.audit_time.food_chain import least_days as least_food_days
from certwright.core.reckoning.audit_time.question import AuditTimeQuestion, ExtraDays, Policy
from certwright.core.reckoning.audit_time.result import AuditTime
from certwright.core.reckoning.audit_time.table_time import persons_of, table_time
from certwright.core.reckoning.demands import amount, exact, not_negative, reason
from certwright.core.reckoning.derivation import CannotReckon, Trail
from certwright.core.reckoning.rounding import HALF, dealt_out, to_half_days
from certwright.core.reckoning.rule_book import RuleBook, Rules
from certwright.packs.model.audit_time import AuditKind

_AS_THE_PACK_SAYS = Policy()


def audit_time(question: AuditTimeQuestion, book: RuleBook, policy: Policy = _AS_THE_PACK_SAYS) -> AuditTime:
    """The audit days the question asks for, with every step.

    Raises CannotReckon, saying what is wrong, by which document, and whether other input or a manual value lifts it.
    """
    trail = Trail()
    rules = rules_for(question, book, trail)
    persons = persons_of(question, rules, trail)
    table_days = table_time(question, persons, rules, book, policy.lookup, trail)
    initial = adjusted(table_days, question.adjustments, rules, book, trail)
    share = share_for(question, rules, book, policy, trail)
    part, least = initial.days * share.share, initial.least * share.share
    trail.step(
        "audit-time.exact",
        part,
        "audit days",
        rules.pack.share_of(question.audit).source,
        days=initial.days,
        share=share.share,
    )
    extra = extra_time(question.extra_days, rules, trail)
    days = planned(part, least, extra, least_time(question, rules, policy), rules, policy, trail)
    on_site = _on_site(days, rules, trail)
    stages = _stages(days, question.audit, rules, policy, trail)
    visits = _visits(days, share, question.audit, rules, trail)
    return AuditTime(
        question.standard,
        question.audit,
        persons,
        table_days,
        part,
        least,
        extra,
        days,
        on_site,
        days - on_site,
        stages,
        visits,
        trail.derivation(),
    )


def rules_for(question: AuditTimeQuestion, book: RuleBook, trail: Trail) -> Rules:
    """The rules of the standard, or of the one it is reckoned by; noted as read. Raises CannotReckon."""
    if question.proxy is None:
        rules = book.rules(question.standard)
    else:
        rules = book.rules(question.proxy.standard)
        why = reason(question.proxy.reason, "proxy.reason", rules.pack.sources[0])
        trail.step(
            "audit-time.proxy",
            rules.standard,
            "standard",
            rules.pack.sources[0],
            standard=question.standard,
            reason=why,
        )
    trail.reads(rules.pack.pack, rules.pack.edition)
    return rules


def extra_time(extra_days: tuple[ExtraDays, ...], rules: Rules, trail: Trail) -> Fraction:
    """The sum of the extra days. Raises CannotReckon for one without reason or not above zero."""
    total, source = Fraction(0), rules.pack.adjustment.source
    for extra in extra_days:
        days = amount(extra.days, "extra_days.days", source)
        why = reason(extra.reason, "extra_days.reason", source)
        total += trail.step("audit-time.extra", days, "audit days", source, reason=why)
    return total


def least_time(question: AuditTimeQuestion, rules: Rules, policy: Policy) -> Fraction:
    """The shortest audit in days: the body's choice, the food category's, or the pack's."""
    if policy.least_days is not None:
        return not_negative(policy.least_days, "least_days", rules.pack.least_days.source)
    return least_food_days(question.food, rules) or rules.pack.least_days.days


def planned(
    part: Fraction, least: Fraction, extra: Fraction, shortest: Fraction, rules: Rules, policy: Policy, trail: Trail
) -> Fraction:
    """Whole half days for ``part`` plus ``extra``, never below ``least`` plus ``extra``, never below ``shortest``."""
    rounding = policy.rounding or rules.pack.rounding.policy
    source, before = rules.pack.rounding.source, part + extra
    days = trail.step(
        "audit-time.rounded", to_half_days(before, rounding), "audit days", source, exact=before, policy=rounding.value
    )
    if days < least + extra:
        days = trail.step(
            "audit-time.rounded-up-to-limit",
            days + HALF,
            "audit days",
            rules.pack.adjustment.source,
            least=least + extra,
        )
    if days < shortest:
        days = trail.step(
            "audit-time.least",
            to_half_days(shortest, rounding),
            "audit days",
            rules.pack.least_days.source,
            shortest=shortest,
        )
    return days


def _on_site(days: Fraction, rules: Rules, trail: Trail) -> Fraction:
    rule = rules.pack.on_site
    on_site = days * rule.least_percent / 100
    return trail.step(
        "audit-time.on-site", on_site, "audit days", rule.source, percent=rule.least_percent, off_site=days - on_site
    )


def _visits(days: Fraction, share: Share, audit: AuditKind, rules: Rules, trail: Trail) -> tuple[Fraction, ...]:
    visits = dealt_out(days, share.visits)
    if share.visits > 1:
        source = rules.pack.share_of(audit).source
        trail.step(
            "audit-time.visits", share.visits, "visits", source, days=days, largest=visits[0], smallest=visits[-1]
        )
    return visits


def _stages(days: Fraction, audit: AuditKind, rules: Rules, policy: Policy, trail: Trail) -> tuple[Fraction, ...]:
    if policy.stage1_share is None or audit is not AuditKind.INITIAL or days < 1:
        return (days,)
    source = rules.pack.share_of(audit).source
    share = exact(policy.stage1_share)
    if not 0 < share < 1:
        raise CannotReckon("audit-time.stage-share", "stage1_share", source, {"given": share})
    stage1 = min(max(to_half_days(days * share, rules.pack.rounding.policy), HALF), days - HALF)
    trail.step("audit-time.stages", stage1, "audit days", source, share=share, stage2=days - stage1)
    return (stage1, days - stage1)
