"""``certwright integrate``: audit days of integrated management systems (IAF MD 11), with every step."""

import argparse

from certwright.cli.outcome import BadInput, Outcome, Problem
from certwright.cli.reckoning import add_keeping, add_pack_arguments, keep, number, outcome_of, rule_book
from certwright.core.reckoning.integration import IntegrationQuestion, Part, integrated_time
from certwright.core.reckoning.kept import kept_other
from certwright.core.reckoning.rule_book import RuleBook
from certwright.core.reckoning.say import as_json, derivation_data, explained
from certwright.core.reckoning.say import number as shown
from certwright.packs.model.audit_time import RoundingPolicy


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The parts, how far they are integrated, and who audits them."""
    add = parser.add_argument
    add(
        "--part",
        action="append",
        required=True,
        metavar="STANDARD=DAYS",
        help="exact audit days of one standard alone; once for each standard",
    )
    add("--extra", type=number, default=number("0"), metavar="DAYS", help="days that no rule reduces")
    add(
        "--met",
        action="append",
        default=[],
        metavar="CRITERION",
        help="criterion of integration that is met, or 'all'; may be repeated",
    )
    add(
        "--auditor",
        action="append",
        required=True,
        metavar="STANDARD,…",
        help="standards that one auditor of the team is qualified for; once for each auditor",
    )
    add("--claim", type=number, metavar="PERCENT", help="take less reduction than is allowed")
    add("--rounding", type=RoundingPolicy, choices=list(RoundingPolicy))
    add_keeping(parser)
    add_pack_arguments(parser)


def run(options: argparse.Namespace) -> Outcome:
    """The integrated time, or why it cannot be reckoned."""
    return outcome_of(lambda: _answer(options), options.language)


def _answer(options: argparse.Namespace) -> Outcome:
    book = rule_book(options)
    question = _question(options, book)
    time = integrated_time(question, book)
    answer = {"days": time.days, "exact": time.exact, "total": time.total, "reduction": time.reduction}
    digest = keep(lambda: kept_other("integration", question, answer, time.derivation), options)
    data = {
        "days": as_json(time.days),
        "exact": as_json(time.exact),
        "total": as_json(time.total),
        "level": as_json(time.level),
        "ability": as_json(time.ability),
        "reduction": as_json(time.reduction),
        **derivation_data(time.derivation, options.language),
        **digest,
    }
    lines = [
        shown(time.days, options.language),
        *(f"  {line}" for line in explained(time.derivation, options.language)),
        *digest.values(),
    ]
    return Outcome(data, "\n".join(lines))


def _question(options: argparse.Namespace, book: RuleBook) -> IntegrationQuestion:
    parts = [_part(text) for text in options.part]
    parts[0] = Part(parts[0].standard, parts[0].days, options.extra)
    met = [criterion.id for criterion in book.integration().criteria] if options.met == ["all"] else options.met
    auditors = tuple(frozenset(word.strip() for word in text.split(",")) for text in options.auditor)
    return IntegrationQuestion(
        tuple(parts), dict.fromkeys(met, True), auditors, claimed=options.claim, rounding=options.rounding
    )


def _part(text: str) -> Part:
    standard, _, days = text.partition("=")
    try:
        return Part(standard, number(days))
    except argparse.ArgumentTypeError as error:
        raise BadInput(Problem(str(error), "Write --part STANDARD=DAYS.", field="--part")) from error
