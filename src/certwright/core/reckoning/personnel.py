"""Effective personnel: how many people count for audit time, and why (IAF MD 5 2.3; ISO/IEC 27006-1 C.3).

The people in the scope are listed in groups. A group counts in full, by its hours, by the reviewer's judgement, or by
its square root, as far as the rules allow this for its sort of work. Counting fewer is no reduction of audit time:
it comes before the table and is not part of any limit in per cent, but every lower count needs a reason.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from certwright.core.reckoning.demands import amount, exact, reason, whole
from certwright.core.reckoning.derivation import CannotReckon, Derivation, Exact, Trail
from certwright.core.reckoning.rule_book import Rules
from certwright.packs.model.audit_time import CountingRule, Reckoned
from certwright.packs.model.base import Source


@dataclass(frozen=True, slots=True)
class Group:
    """People who do the same sort of work in the scope.

    ``headcount`` counts persons. ``work`` is a word of the pack (``everybody``, ``part-time``, ``repetitive-work``,
    …). ``hours`` and ``full_time_hours`` belong to part-time work and count the same period, a day or a week.
    ``counted`` is the reviewer's number where the rules leave it open, with its ``reason``. ``shift`` is for the
    record: which shift the people work on.
    """

    name: str
    headcount: Exact
    work: str = "everybody"
    hours: Exact | None = None
    full_time_hours: Exact | None = None
    counted: Exact | None = None
    reason: str = ""
    shift: str = ""


@dataclass(frozen=True, slots=True)
class EffectivePersonnel:
    """The number for the table: ``exact`` persons, and ``persons`` rounded up to whole ones."""

    persons: int
    exact: Fraction
    derivation: Derivation


def effective_personnel(groups: Sequence[Group], rules: Rules) -> EffectivePersonnel:
    """How many people the groups count for.

    Raises CannotReckon for no people at all, for numbers that are not what they should be, for a sort of work that the
    rules do not know, and for a lower count without reason or below what the rules allow.
    """
    trail = Trail()
    trail.reads(rules.pack.pack, rules.pack.edition)
    source = rules.pack.counting[0].source
    if not groups:
        raise CannotReckon("personnel.nobody", "personnel", source)
    total = sum((_counted(group, rules, trail) for group in groups), Fraction(0))
    persons = trail.step("personnel.sum", math.ceil(total), "persons", source, exact=total, groups=len(groups))
    return EffectivePersonnel(persons, total, trail.derivation())


def _counted(group: Group, rules: Rules, trail: Trail) -> Fraction:
    rule = rules.counting(group.work)
    if rule is None:
        known = ", ".join(each.work for each in rules.countings())
        raise CannotReckon(
            "personnel.unknown-work",
            "personnel.work",
            rules.pack.sources[0],
            {"work": group.work, "group": group.name, "known": known},
        )
    heads = whole(group.headcount, "personnel.headcount", rule.source)
    match rule.reckoned:
        case Reckoned.ALL:
            return _all(group, heads, rule, trail)
        case Reckoned.HOURS:
            return _by_hours(group, heads, rule, trail)
        case Reckoned.JUDGED | Reckoned.SQUARE_ROOT:
            return _fewer(group, heads, rule, trail)


def _all(group: Group, heads: int, rule: CountingRule, trail: Trail) -> Fraction:
    if group.counted is not None and exact(group.counted) != heads:
        raise CannotReckon(
            "personnel.all-count",
            "personnel.counted",
            rule.source,
            {"group": group.name, "work": group.work, "headcount": heads},
        )
    return trail.step("personnel.all", Fraction(heads), "persons", rule.source, group=group.name, shift=group.shift)


def _by_hours(group: Group, heads: int, rule: CountingRule, trail: Trail) -> Fraction:
    if group.hours is None or group.full_time_hours is None:
        raise CannotReckon("personnel.hours-missing", "personnel.hours", rule.source, {"group": group.name})
    full = amount(group.full_time_hours, "personnel.full_time_hours", rule.source)
    hours = amount(group.hours, "personnel.hours", rule.source)
    if hours > full:
        raise CannotReckon(
            "personnel.hours-above-full",
            "personnel.hours",
            rule.source,
            {"group": group.name, "hours": hours, "full": full},
        )
    return trail.step(
        "personnel.hours",
        heads * hours / full,
        "persons",
        rule.source,
        group=group.name,
        headcount=heads,
        hours=hours,
        full=full,
    )


def _fewer(group: Group, heads: int, rule: CountingRule, trail: Trail) -> Fraction:
    root = math.isqrt(heads - 1) + 1
    if group.counted is None:
        if rule.reckoned is Reckoned.JUDGED:
            raise CannotReckon("personnel.judgement-missing", "personnel.counted", rule.source, {"group": group.name})
        counted = Fraction(root)
    else:
        counted = amount(group.counted, "personnel.counted", rule.source)
    _check_range(group, counted, heads, root if rule.reckoned is Reckoned.SQUARE_ROOT else 0, rule.source)
    why = reason(group.reason, "personnel.reason", rule.source) if counted < heads else group.reason
    return trail.step(
        f"personnel.{rule.reckoned}",
        counted,
        "persons",
        rule.source,
        group=group.name,
        headcount=heads,
        work=group.work,
        reason=why,
        shift=group.shift,
    )


def _check_range(group: Group, counted: Fraction, heads: int, least: int, source: Source) -> None:
    if not least <= counted <= heads:
        raise CannotReckon(
            "personnel.count-outside",
            "personnel.counted",
            source,
            {"group": group.name, "counted": counted, "least": least, "headcount": heads},
        )
