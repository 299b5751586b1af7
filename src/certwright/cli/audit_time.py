"""``certwright audit-time``: audit days of one management system at one site, with every step."""

import argparse
from argparse import ArgumentTypeError
from fractions import Fraction

from certwright.cli.outcome import BadInput, Outcome, Problem
from certwright.cli.reckoning import add_keeping, add_pack_arguments, keep, number, outcome_of, rule_book, with_reason
from certwright.core.reckoning.audit_time import (
    Activity,
    Adjustment,
    AuditTime,
    AuditTimeQuestion,
    EnergyUse,
    ExtraDays,
    FoodWork,
    Lookup,
    ManualDays,
    Policy,
    Proxy,
    audit_time,
)
from certwright.core.reckoning.kept import kept
from certwright.core.reckoning.say import Audience, Language, as_json, derivation_data, explained, justification
from certwright.core.reckoning.say import number as shown
from certwright.packs.model.audit_time import AuditKind, RoundingPolicy


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The facts of the client, the body's own choices, and how to answer."""
    _add_facts(parser)
    _add_choices(parser)
    add_pack_arguments(parser)
    parser.add_argument(
        "--justify",
        type=Audience,
        choices=list(Audience),
        help="print the justification for the client or the assessor",
    )
    add_keeping(parser)


def run(options: argparse.Namespace) -> Outcome:
    """The audit time, or why it cannot be reckoned."""
    return outcome_of(lambda: _answer(options), options.language)


def _answer(options: argparse.Namespace) -> Outcome:
    question, policy = _question(options), _policy(options)
    time = audit_time(question, rule_book(options), policy)
    digest = keep(lambda: kept(time, question, policy), options)
    return Outcome({**_data(time, options.language), **digest}, "\n".join((_text(time, options), *digest.values())))


def _add_facts(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--standard", required=True, metavar="S", help="iso-9001, ISO 14001:2015, QMS, …")
    add("--personnel", required=True, type=number, metavar="N", help="effective number of personnel")
    add("--audit", type=AuditKind, choices=list(AuditKind), default=AuditKind.INITIAL)
    add("--complexity", default="", metavar="CLASS", help="class of complexity or risk, where the table has several")
    add("--complexity-reason", default="", metavar="WHY", help="why this class")
    add(
        "--activity",
        action="append",
        default=[],
        metavar="CODE[:PART]",
        help="sector code of an activity, and the part of the sector; may be repeated",
    )
    add("--reduce", action="append", default=[], type=with_reason, metavar="PERCENT:WHY", help="may be repeated")
    add("--increase", action="append", default=[], type=with_reason, metavar="PERCENT:WHY", help="may be repeated")
    add(
        "--extra",
        action="append",
        default=[],
        type=with_reason,
        metavar="DAYS:WHY",
        help="days that no rule reduces; may be repeated",
    )
    add("--manual", type=with_reason, metavar="DAYS:WHY", help="days where the document has no number")
    add("--by-table-of", metavar="S", help="reckon a standard without document by the table of this one")
    add("--by-table-of-reason", default="", metavar="WHY", help="why that table")
    add("--visits", type=number, default=number("1"), metavar="N", help="surveillance visits in a year")
    add("--energy", action="append", default=[], metavar="FACTOR=VALUE", help="for the energy score; may be repeated")
    add("--category", action="append", default=[], metavar="C", help="food-chain category; may be repeated")
    add("--studies", type=number, default=number("1"), metavar="N", help="hazard-control studies")


def _add_choices(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--rounding", type=RoundingPolicy, choices=list(RoundingPolicy))
    add("--least-days", type=number, metavar="D", help="no audit is shorter")
    add("--lookup", type=Lookup, choices=list(Lookup), default=Lookup.STEPPED)
    add("--stage1-share", type=number, metavar="SHARE", help="part of the initial audit for stage 1, such as 0.3")
    add("--overlay", default="", metavar="PACK", help="rules of an accreditation body on top")
    add("--overlay-reason", default="", metavar="WHY", help="why these rules")


def _question(options: argparse.Namespace) -> AuditTimeQuestion:
    reductions = tuple(Adjustment(-percent, why) for percent, why in options.reduce)
    increases = tuple(Adjustment(percent, why) for percent, why in options.increase)
    return AuditTimeQuestion(
        standard=options.standard,
        personnel=options.personnel,
        audit=options.audit,
        complexity=options.complexity,
        complexity_reason=options.complexity_reason,
        activities=tuple(_activity(text) for text in options.activity),
        energy=EnergyUse(dict(_factor(text) for text in options.energy)) if options.energy else None,
        food=FoodWork(tuple(options.category), options.studies) if options.category else None,
        adjustments=reductions + increases,
        extra_days=tuple(ExtraDays(*given) for given in options.extra),
        manual=ManualDays(*options.manual) if options.manual else None,
        proxy=Proxy(options.by_table_of, options.by_table_of_reason) if options.by_table_of else None,
        visits_per_year=options.visits,
    )


def _activity(text: str) -> Activity:
    code, _, part = text.partition(":")
    return Activity(int(code) if code.isdecimal() else 0, part.strip())


def _factor(text: str) -> tuple[str, Fraction]:
    name, _, value = text.partition("=")
    try:
        return name, number(value)
    except ArgumentTypeError as error:
        raise BadInput(Problem(str(error), "Write --energy FACTOR=VALUE.", field="--energy")) from error


def _policy(options: argparse.Namespace) -> Policy:
    return Policy(
        options.rounding,
        options.least_days,
        options.lookup,
        options.stage1_share,
        options.overlay,
        options.overlay_reason,
    )


def _data(time: AuditTime, language: Language) -> dict[str, object]:
    return {
        "standard": time.standard,
        "audit": time.audit.value,
        "days": as_json(time.days),
        "exact": as_json(time.exact),
        "table_days": as_json(time.table_days),
        "extra": as_json(time.extra),
        "personnel": time.persons,
        "on_site": as_json(time.on_site),
        "off_site": as_json(time.off_site),
        "stages": [as_json(days) for days in time.stages],
        "visits": [as_json(days) for days in time.visits],
        **derivation_data(time.derivation, language),
    }


def _text(time: AuditTime, options: argparse.Namespace) -> str:
    if options.justify:
        return justification(time.derivation, options.justify, options.language).rstrip()
    days = shown(time.days, options.language)
    unit = {Language.ENGLISH: "audit days", Language.GERMAN: "Audittage"}[options.language]
    return "\n".join(
        (f"{time.standard}: {days} {unit}", *(f"  {line}" for line in explained(time.derivation, options.language)))
    )
