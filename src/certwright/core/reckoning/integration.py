"""Audit time of integrated management systems (IAF MD 11): the sum over the standards, less one reduction.

The reduction follows from the level of integration of the client's system and the ability of the team to audit several
standards; it is at most 20 per cent. It applies to the sum, after and apart from every reduction of a single standard.
It never applies to an inspection of products, even if one visit serves both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from certwright.core.reckoning.demands import amount, exact, not_negative, percent, reason
from certwright.core.reckoning.derivation import CannotReckon, Derivation, Exact, Trail
from certwright.core.reckoning.rounding import HALF, to_half_days
from certwright.core.reckoning.rule_book import RuleBook
from certwright.packs.model.audit_time import RoundingPolicy
from certwright.packs.model.integration import IntegrationPack


class Activity(StrEnum):
    """What the time of a part is spent on."""

    MANAGEMENT_SYSTEM_AUDIT = "management-system-audit"
    PRODUCT_INSPECTION = "product-inspection"


@dataclass(frozen=True, slots=True)
class Part:
    """One standard and its own audit days, exact and before rounding; ``extra`` days are never reduced."""

    standard: str
    days: Exact
    extra: Exact = 0
    activity: Activity = Activity.MANAGEMENT_SYSTEM_AUDIT


@dataclass(frozen=True, slots=True)
class IntegrationQuestion:
    """What is integrated, how far, and by whom it is audited.

    ``criteria`` says of each criterion of integration (by the pack's id) whether it is met; ``weights`` gives some of
    them more weight than 1, with ``weights_reason``. ``auditors`` lists for each auditor of the team the standards
    that he or she is qualified for. ``claimed`` is a smaller reduction in per cent, if less than allowed is taken.
    """

    parts: tuple[Part, ...]
    criteria: Mapping[str, bool]
    auditors: tuple[frozenset[str], ...]
    weights: Mapping[str, Exact] | None = None
    weights_reason: str = ""
    claimed: Exact | None = None
    rounding: RoundingPolicy | None = None


@dataclass(frozen=True, slots=True)
class IntegratedTime:
    """Audit days: ``total`` before, ``exact`` after, ``days`` planned. Level, ability and reduction are per cent."""

    total: Fraction
    level: Fraction
    ability: Fraction
    reduction: Fraction
    exact: Fraction
    days: Fraction
    derivation: Derivation


def integrated_time(question: IntegrationQuestion, book: RuleBook) -> IntegratedTime:
    """The audit days of the integrated audit, with every step.

    Raises CannotReckon for fewer than two standards or one twice, a product inspection, a team without auditors,
    unknown criteria, weights without reason, and a claim beyond what the matrix or the limit allows.
    """
    pack, trail = book.integration(), Trail()
    trail.reads(pack.pack, pack.edition)
    parts = sorted(question.parts, key=lambda part: part.standard)
    _check_parts(parts, pack)
    total = extra = Fraction(0)
    for part in parts:
        total += trail.step(
            "integration.part",
            amount(part.days, "parts.days", pack.limit_source),
            "audit days",
            pack.demand("on-the-sum").source,
            standard=part.standard,
        )
        extra += not_negative(part.extra, "parts.extra", pack.limit_source)
    trail.step("integration.sum", total, "audit days", pack.demand("on-the-sum").source, standards=len(parts))
    level = level_of_integration(question, pack, trail)
    ability = ability_of_team(question.auditors, {part.standard for part in parts}, pack, trail)
    allowed = allowed_reduction(level, ability, pack, trail)
    reduction = _claimed(question.claimed, allowed, pack, trail)
    time = trail.step(
        "integration.reduced",
        total * (1 - reduction / 100),
        "audit days",
        pack.limit_source,
        total=total,
        percent=reduction,
    )
    time = _not_below_largest(time, parts, pack, book, trail)
    days = _rounded(time, extra, total, pack, question.rounding, trail)
    return IntegratedTime(total, level, ability, reduction, time, days, trail.derivation())


def level_of_integration(question: IntegrationQuestion, pack: IntegrationPack, trail: Trail) -> Fraction:
    """Per cent of the criteria that the client's system meets, by weight. Raises CannotReckon."""
    known, source = {criterion.id for criterion in pack.criteria}, pack.criteria[0].source
    weights = question.weights or {}
    for given in (question.criteria, weights):
        if strange := sorted(set(given) - known):
            raise CannotReckon(
                "integration.unknown-criterion",
                "criteria",
                source,
                {"given": strange[0], "known": ", ".join(sorted(known))},
            )
    why = reason(question.weights_reason, "weights_reason", source) if weights else ""
    weight = {name: amount(weights.get(name, 1), "weights", source) for name in known}
    met = sorted(name for name, is_met in question.criteria.items() if is_met)
    level = 100 * sum((weight[name] for name in met), Fraction(0)) / sum(weight.values())
    return trail.step(
        "integration.level",
        level,
        "per cent",
        source,
        met=", ".join(met),
        criteria=len(known),
        count=len(met),
        reason=why,
    )


def ability_of_team(
    auditors: Sequence[frozenset[str]], standards: set[str], pack: IntegrationPack, trail: Trail
) -> Fraction:
    """100 Σ(X - 1) / (Z (Y - 1)) per cent: X standards of the audit per auditor, Y standards, Z auditors.

    Raises CannotReckon without auditors, for one qualified for none of the standards, and for a standard nobody covers.
    """
    source = pack.demand("ability").source
    if not auditors:
        raise CannotReckon("integration.no-auditors", "auditors", source)
    if uncovered := standards - frozenset().union(*auditors):
        raise CannotReckon("integration.uncovered", "auditors", source, {"standard": ", ".join(sorted(uncovered))})
    further = [len(qualified & standards) - 1 for qualified in auditors]
    if min(further) < 0:
        raise CannotReckon("integration.unqualified", "auditors", source)
    ability = Fraction(100 * sum(further), len(auditors) * (len(standards) - 1))
    return trail.step(
        "integration.ability",
        ability,
        "per cent",
        source,
        auditors=len(auditors),
        standards=len(standards),
        further=sum(further),
    )


def allowed_reduction(level: Exact, ability: Exact, pack: IntegrationPack, trail: Trail) -> Fraction:
    """The largest reduction in per cent; between grid lines the next lower line holds, on both axes."""
    source = pack.matrix.source
    row = [each for each in pack.matrix.rows if each.level <= percent(level, "level", source)]
    columns = [line for line in row[-1].by_ability if line <= percent(ability, "ability", source)] if row else []
    allowed = row[-1].by_ability[columns[-1]] if columns else Fraction(0)
    return trail.step("integration.allowed", allowed, "per cent", source, level=exact(level), ability=exact(ability))


def _check_parts(parts: Sequence[Part], pack: IntegrationPack) -> None:
    for part in parts:
        if part.activity is not Activity.MANAGEMENT_SYSTEM_AUDIT:
            raise CannotReckon(
                "integration.product-inspection",
                "parts",
                pack.demand("management-systems-only").source,
                {"standard": part.standard},
            )
    standards = {part.standard for part in parts}
    if len(standards) < 2 or len(standards) < len(parts):
        raise CannotReckon(
            "integration.several-standards",
            "parts",
            pack.demand("several-standards").source,
            {"standards": ", ".join(part.standard for part in parts)},
        )


def _claimed(claimed: Exact | None, allowed: Fraction, pack: IntegrationPack, trail: Trail) -> Fraction:
    if claimed is None:
        return allowed
    taken = percent(claimed, "claimed", pack.limit_source, pack.most_reduction_percent)
    if taken > allowed:
        raise CannotReckon(
            "integration.past-allowed", "claimed", pack.matrix.source, {"claimed": taken, "allowed": allowed}
        )
    return trail.step("integration.claimed", taken, "per cent", pack.limit_source, allowed=allowed)


def _not_below_largest(
    time: Fraction, parts: Sequence[Part], pack: IntegrationPack, book: RuleBook, trail: Trail
) -> Fraction:
    """Whether one standard alone may need more is for the body to settle; until then it is only pointed out."""
    largest = max(exact(part.days) for part in parts)
    name = "not-below-largest-standard"
    if time >= largest:
        return time
    source = next(value.source for value in pack.uncertain if value.name == name)
    if book.value(pack, name) is True:
        return trail.step("integration.raised-to-largest", largest, "audit days", source, time=time)
    trail.step("integration.below-largest", time, "audit days", source, largest=largest)
    return time


def _rounded(
    time: Fraction,
    extra: Fraction,
    total: Fraction,
    pack: IntegrationPack,
    rounding: RoundingPolicy | None,
    trail: Trail,
) -> Fraction:
    policy = rounding or RoundingPolicy.NEAREST_HALF
    least = total * (1 - pack.most_reduction_percent / 100) + extra
    days = trail.step(
        "integration.rounded",
        to_half_days(time + extra, policy),
        "audit days",
        pack.limit_source,
        exact=time,
        extra=extra or None,
        policy=policy.value,
    )
    if days < least:
        days = trail.step("audit-time.rounded-up-to-limit", days + HALF, "audit days", pack.limit_source, least=least)
    return days
