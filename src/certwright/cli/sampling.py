"""``certwright sampling``: the sampling plan of one lot (ISO 2859-1, ANSI/ASQ Z1.4, ISO 2859-2).

A lot of a series is asked for by ``--aql``, an isolated lot by ``--lq``. Every plan comes with its steps and with two
figures that say what it can tell apart; with ``--counted`` the lot is judged, with ``--seed`` the items are drawn.
"""

import argparse
import re
from pathlib import Path
from typing import TypeVar

from certwright.cli.outcome import BadInput, Outcome, Problem
from certwright.cli.reckoning import add_keeping, add_pack_arguments, keep, outcome_of, rule_book
from certwright.core.reckoning.acceptance.aql import AqlRequest, counting_of, plan_by_aql
from certwright.core.reckoning.acceptance.characteristic import Figures, characteristic_of, figures
from certwright.core.reckoning.acceptance.limiting_quality import LqRequest, plan_by_limiting_quality
from certwright.core.reckoning.acceptance.picture import curve, rows, written
from certwright.core.reckoning.acceptance.plan import Counting, Plan
from certwright.core.reckoning.acceptance.verdict import Verdict, verdict
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.draw import ALGORITHM, draw
from certwright.core.reckoning.kept import KeptReckoning, kept_other
from certwright.core.reckoning.rule_book import RuleBook
from certwright.core.reckoning.say import Json, Language, cited, derivation_data, explained, sentence
from certwright.core.reckoning.say.sampling_curve import figure_sentences, picture
from certwright.packs.model.acceptance_sampling import AqlScheme, Severity
from certwright.packs.model.base import Pack, Source
from certwright.packs.model.limiting_quality import LqPlans

P = TypeVar("P", bound=Pack)

USUAL_SCHEME = "iso-2859-1-1999"
USUAL_LQ_PLANS = "iso-2859-2-1985"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The lot, the table, and what else to do with the plan."""
    add = parser.add_argument
    add("--lot", required=True, metavar="N", help="lot size in items")
    index = parser.add_mutually_exclusive_group(required=True)
    index.add_argument("--aql", metavar="A", help="acceptance quality limit per 100 items, for a lot of a series")
    index.add_argument("--lq", metavar="Q", help="limiting quality in per cent, for an isolated lot")
    add("--level", metavar="L", help="inspection level: I, II, III, S-1 to S-4 (default: II)")
    add("--severity", default=Severity.NORMAL.value, metavar="V", help="normal, tightened or reduced")
    add("--standard", metavar="PACK", help=f"the pack with the tables (default: {USUAL_SCHEME}, {USUAL_LQ_PLANS})")
    add("--count", type=Counting, choices=list(Counting), help="what is counted (default: as the AQL allows)")
    add("--counted", metavar="D", help="judge the lot by this count")
    add("--seed", default="", metavar="TEXT", help="draw the items of the sample from this seed")
    add("--curve", type=Path, metavar="FILE", help="write the operating characteristic as SVG")
    add_keeping(parser)
    add_pack_arguments(parser)


def run(options: argparse.Namespace) -> Outcome:
    """The plan, or why there is none."""
    return outcome_of(lambda: _answer(options), options.language)


def _answer(options: argparse.Namespace) -> Outcome:
    plan = _isolated(options) if options.lq else _of_series(options)
    judged = verdict(plan, _whole("counted", options.counted, plan.judged_by)) if options.counted else None
    digest = keep(lambda: _kept(plan, options), options)
    if options.curve:
        _write(options.curve, picture(plan, options.language, "plan"))
    lines = (*_lines(plan, judged, options), *digest.values())
    return Outcome({**_data(plan, judged, options), **digest}, "\n".join(lines))


def _kept(plan: Plan, options: argparse.Namespace) -> KeptReckoning:
    asked = {"lot": plan.lot_size, "index": plan.identity.index, "quality": options.aql or options.lq}
    asked |= {"level": plan.identity.level, "severity": plan.identity.severity, "seed": options.seed}
    answer: dict[str, object] = {"n": plan.n, "ac": plan.ac, "re": plan.re}
    if options.seed:
        answer["items"] = _items(plan, options.seed)
    return kept_other("acceptance-sampling", asked, answer, plan.derivation)


def _of_series(options: argparse.Namespace) -> Plan:
    book = rule_book(options)
    scheme = _pack(book, AqlScheme, options.standard or USUAL_SCHEME)
    request = AqlRequest(
        lot_size=_whole("lot", options.lot, scheme.code_letters.source),
        level=options.level or scheme.default_level,
        aql=options.aql,
        severity=_severity(options.severity, scheme.switching.normal_to_tightened.source),
        counting=options.count or counting_of(scheme, options.aql),
    )
    return plan_by_aql(scheme, request, book.settled.get(scheme.pack, {}))


def _isolated(options: argparse.Namespace) -> Plan:
    book = rule_book(options)
    plans = _pack(book, LqPlans, options.standard or USUAL_LQ_PLANS)
    request = LqRequest(lot_size=_whole("lot", options.lot, plans.source), limiting_quality=options.lq)
    return plan_by_limiting_quality(plans, request, book.settled.get(plans.pack, {}))


def _pack(book: RuleBook, model: type[P], name: str) -> P:
    held = {pack.pack: pack for pack in book.of_kind(model)}
    if name not in held:
        known = ", ".join(sorted(held))
        raise BadInput(Problem(f"{name} holds no such plans.", f"Use one of: {known}.", field="--standard"))
    return held[name]


def _whole(field: str, given: str, source: Source) -> int:
    if not re.fullmatch(r"-?[0-9]{1,18}", given):
        raise CannotReckon("input.not-whole", field, source, {"field": field, "given": given})
    return int(given)


def _severity(given: str, source: Source) -> Severity:
    try:
        return Severity(given)
    except ValueError:
        inputs = {"severity": given, "severities": ", ".join(Severity)}
        raise CannotReckon("acceptance-sampling.severity-unknown", "severity", source, inputs) from None


def _write(path: Path, svg: str) -> None:
    try:
        path.write_text(svg, encoding="utf-8")
    except OSError as error:
        raise BadInput(Problem(str(error), "Name a file that can be written.", field="--curve")) from error


def _data(plan: Plan, judged: Verdict | None, options: argparse.Namespace) -> dict[str, Json]:
    identity = plan.identity
    answer: dict[str, Json] = {
        "n": plan.n,
        "ac": plan.ac,
        "re": plan.re,
        "lot": plan.lot_size,
        "every_item": plan.takes_every_item,
        "letter": plan.letter,
        "plan_letter": plan.plan_letter,
        "document": identity.document,
        "table": identity.table,
        identity.index.lower(): identity.quality,
        "level": identity.level,
        "severity": identity.severity,
        "counting": identity.counting,
        "figures": _figures(figures(plan)),
        "curve": [list(row) for row in rows(curve(characteristic_of(plan), 20))],
        "doubts": [sentence(step, options.language) for step in plan.doubts],
        **derivation_data(plan.derivation, options.language),
    }
    if judged:
        answer |= {"judgement": judged.judgement, "accepted": judged.accepted}
    if options.seed:
        answer["draw"] = {"seed": options.seed, "algorithm": ALGORITHM, "items": list(_items(plan, options.seed))}
    return answer


def _figures(told: Figures) -> dict[str, Json]:
    """Texts, so that no digit is lost: the chance in per cent, the quality per 100 items."""
    return {
        "accepted_at_index_percent": None if told.at_index is None else written(100 * told.at_index, 3),
        "quality_accepted_one_time_in_ten": None if told.one_in_ten is None else written(told.one_in_ten, 3),
    }


def _lines(plan: Plan, judged: Verdict | None, options: argparse.Namespace) -> list[str]:
    language: Language = options.language
    lines = [f"n {plan.n}, Ac {plan.ac}, Re {plan.re}"]
    lines += [f"  {line}" for line in explained(plan.derivation, language)]
    lines += [f"  {line}" for line in figure_sentences(plan, figures(plan), language)]
    if judged:
        lines.append(f"{sentence(judged.step, language)} [{cited(judged.step.source, language)}]")
    if options.seed:
        lines.append(f"{options.seed} ({ALGORITHM}): {', '.join(map(str, sorted(_items(plan, options.seed))))}")
    return lines


def _items(plan: Plan, seed: str) -> tuple[int, ...]:
    """The items to take, numbered from 1, in the order drawn."""
    return draw(range(1, plan.lot_size + 1), plan.n, seed)
