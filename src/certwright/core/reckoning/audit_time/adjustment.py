"""Adjustments of the table time with reasons, and how far they may go (IAF MD 5; ISO/IEC 27006-1).

Increases and reductions are per cent of the table time and are added. Increases have no limit; what is limited is the
net reduction. A reduction needs a reason; an increase without one is told as such.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from certwright.core.reckoning.audit_time.question import Adjustment
from certwright.core.reckoning.demands import exact, reason
from certwright.core.reckoning.derivation import CannotReckon, Trail
from certwright.core.reckoning.rule_book import RuleBook, Rules
from certwright.packs.model.audit_time import Reason


@dataclass(frozen=True, slots=True)
class Adjusted:
    """``days`` after adjustment, and ``least``: the days that no reduction and no rounding may go below."""

    days: Fraction
    least: Fraction


def adjusted(
    table_days: Fraction, adjustments: Sequence[Adjustment], rules: Rules, book: RuleBook, trail: Trail
) -> Adjusted:
    """The table time after all adjustments.

    Raises CannotReckon for a reduction without reason, a reason the pack does not list, or used the wrong way or
    beyond its own limit; for a net reduction past the limit, and for any where the body has not settled the limit.
    """
    net = Fraction(0)
    for adjustment in adjustments:
        net += _one(adjustment, rules, trail)
    limit, source = most_reduction(rules, book), rules.pack.adjustment.source
    if limit is None and net < 0:
        raise CannotReckon(
            "adjustment.limit-unset",
            "adjustments",
            source,
            {"pack": rules.pack.pack, "value": "most-reduction-percent"},
        )
    if limit is not None and -net > limit:
        raise CannotReckon("adjustment.past-limit", "adjustments", source, {"net": net, "most": limit})
    days = table_days * (1 + net / 100)
    if adjustments:
        trail.step("adjustment.net", days, "audit days", source, net=net, table_days=table_days, most=limit)
    return Adjusted(days, Fraction(0) if limit is None else table_days * (1 - limit / 100))


def most_reduction(rules: Rules, book: RuleBook) -> Fraction | None:
    """The largest net reduction in per cent, by the document or settled by the body; ``None`` while it is unset."""
    settled = book.value(rules.pack, "most-reduction-percent")
    if isinstance(settled, int | Decimal) and not isinstance(settled, bool):
        return Fraction(settled)
    return rules.pack.adjustment.most_reduction_percent


def _one(adjustment: Adjustment, rules: Rules, trail: Trail) -> Fraction:
    source = rules.pack.adjustment.source
    percent = exact(adjustment.percent)
    listed = _listed(adjustment, percent, rules) if adjustment.known_as else None
    if listed is not None:
        source = listed.source
    if percent < 0:
        why = reason(adjustment.reason or adjustment.known_as, "adjustments.reason", source)
    else:
        why = adjustment.reason.strip() or adjustment.known_as
    says = "adjustment.reduction" if percent < 0 else "adjustment.increase" if why else "adjustment.increase-no-reason"
    return trail.step(says, percent, "per cent", source, by=abs(percent), reason=why)


def _listed(adjustment: Adjustment, percent: Fraction, rules: Rules) -> Reason:
    mine = rules.rule_set.id
    for listed in rules.pack.reasons:
        if listed.id == adjustment.known_as and (not listed.rule_sets or mine in listed.rule_sets):
            break
    else:
        raise CannotReckon(
            "adjustment.unknown-reason",
            "adjustments.known_as",
            rules.pack.adjustment.source,
            {"reason": adjustment.known_as, "standard": rules.standard},
        )
    wrong_way = {"increase": percent < 0, "reduction": percent > 0, "either": False}[listed.direction]
    if wrong_way:
        raise CannotReckon(
            "adjustment.wrong-way",
            "adjustments.percent",
            listed.source,
            {"reason": listed.id, "percent": percent, "direction": listed.direction},
        )
    if listed.most_percent is not None and abs(percent) > listed.most_percent:
        raise CannotReckon(
            "adjustment.past-own-limit",
            "adjustments.percent",
            listed.source,
            {"reason": listed.id, "percent": abs(percent), "most": listed.most_percent},
        )
    return listed
