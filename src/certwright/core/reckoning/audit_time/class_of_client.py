"""The class of complexity or risk: which column of the table holds for a client.

No document classifies by code alone: activities suggest a class, the highest among the parts that apply, and the
reviewer confirms it or says why it is another one (IAF MD 5 Annexes B and C). Energy management scores it from the
energy used (ISO 50003:2021 Annex A).
"""

from fractions import Fraction

from certwright.core.reckoning.audit_time.question import Activity, AuditTimeQuestion
from certwright.core.reckoning.demands import amount, reason
from certwright.core.reckoning.derivation import CannotReckon, Trail, doubted
from certwright.core.reckoning.rule_book import RuleBook, Rules
from certwright.packs.model.base import Source
from certwright.packs.model.sector_codes import ClassOfPart, Sector

_SUGGESTING = {"QMS": "qms", "EMS": "ems", "OHSMS": "ohsms"}
"""System → the field of a sector that suggests its class."""

_RISKS = ("low", "medium", "high")


def class_for(question: AuditTimeQuestion, rules: Rules, book: RuleBook, trail: Trail) -> str:
    """The column to read: a class of the rule set, or ``all`` where its table has one column.

    Raises CannotReckon for a class the rule set does not know, for none where one is needed, for one that differs from
    the suggested class without reason; with ``manual-value`` for a class that has no column.
    """
    rule_set, source = rules.rule_set, _source(rules)
    if not rule_set.classes:
        if question.complexity:
            raise CannotReckon(
                "class.not-asked", "complexity", source, {"given": question.complexity, "standard": rules.standard}
            )
        _suggested(question, rules, book, trail)
        return "all"
    suggested = _suggested(question, rules, book, trail)
    chosen = question.complexity or suggested
    known = (*rule_set.classes, *rule_set.manual_classes)
    if chosen is None:
        raise CannotReckon("class.missing", "complexity", source, {"known": ", ".join(known)})
    if chosen not in known:
        raise CannotReckon("class.unknown", "complexity", source, {"given": chosen, "known": ", ".join(known)})
    _confirm(question, chosen, suggested, source, trail)
    if chosen in rule_set.manual_classes:
        raise CannotReckon("class.without-column", "complexity", source, {"class": chosen}, needs="manual-value")
    return chosen


def suggested_by_activities(activities: tuple[Activity, ...], rules: Rules, book: RuleBook, trail: Trail) -> str | None:
    """The highest class that the sectors of the activities suggest; ``None`` without activities.

    For quality management this is the risk, which is no column but a reason for an adjustment (IAF MD 5 Annex A).
    Raises CannotReckon for a code or a part that the list of sectors does not hold.
    """
    field = _SUGGESTING.get(rules.rule_set.system)
    if not activities or field is None:
        return None
    codes = book.sectors()
    trail.reads(codes.pack, codes.edition)
    order = (*rules.rule_set.classes, *rules.rule_set.manual_classes) or _RISKS
    found: list[str] = []
    for activity in activities:
        sector = codes.sector(activity.code)
        if sector is None:
            raise CannotReckon("class.unknown-code", "activities", codes.sources[0], {"code": activity.code})
        part = max(_parts(sector, field, activity, codes.sources[0]), key=lambda each: order.index(each.suggests))
        source = doubted(codes.class_source) if part.unsure else codes.class_source
        found.append(
            trail.step(
                "class.sector" if rules.rule_set.classes else "class.risk",
                part.suggests,
                "class",
                source,
                code=sector.code,
                sector=sector.name,
                part=part.part,
                may_be=" / ".join(part.may_be),
            )
        )
    return max(found, key=order.index)


def _suggested(question: AuditTimeQuestion, rules: Rules, book: RuleBook, trail: Trail) -> str | None:
    if question.energy is not None:
        return _scored(question, rules, trail)
    return suggested_by_activities(question.activities, rules, book, trail)


def _parts(sector: Sector, field: str, activity: Activity, source: Source) -> tuple[ClassOfPart, ...]:
    parts: tuple[ClassOfPart, ...] = getattr(sector, field)
    wanted = tuple(part for part in parts if activity.part in ("", part.part))
    if not wanted:
        known = "; ".join(part.part for part in parts)
        raise CannotReckon(
            "class.unknown-part", "activities", source, {"code": sector.code, "part": activity.part, "known": known}
        )
    return wanted


def _scored(question: AuditTimeQuestion, rules: Rules, trail: Trail) -> str:
    assert question.energy is not None  # _suggested saw to it
    score, measured = rules.pack.complexity, question.energy.measured
    if score is None:
        raise CannotReckon("class.no-score", "energy", _source(rules), {"standard": rules.standard})
    known = ", ".join(factor.id for factor in score.factors)
    if set(measured) != {factor.id for factor in score.factors}:
        raise CannotReckon("class.score-inputs", "energy", score.source, {"known": known})
    total = Fraction(0)
    for factor in score.factors:
        value = amount(measured[factor.id], f"energy.{factor.id}", score.source)
        weighted = factor.weight * factor.value_of(value)
        total += trail.step(
            "class.factor",
            weighted,
            "points",
            score.source,
            factor=factor.id,
            measured=value,
            counts=factor.unit,
            weight=factor.weight,
            points=factor.value_of(value),
        )
    return trail.step("class.score", score.class_of(total), "class", score.source, score=total)


def _confirm(question: AuditTimeQuestion, chosen: str, suggested: str | None, source: Source, trail: Trail) -> None:
    if suggested is None or chosen == suggested:
        trail.step("class.chosen", chosen, "class", source, reason=question.complexity_reason)
        return
    why = reason(question.complexity_reason, "complexity_reason", source)
    trail.step("class.differs", chosen, "class", source, suggested=suggested, reason=why)


def _source(rules: Rules) -> Source:
    return rules.rule_set.class_source or rules.pack.sources[0]
