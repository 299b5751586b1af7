"""``certwright sampling``: the sampling plan of one lot, with its steps, its figures and, if asked, the items to draw.

A lot of a series is asked for by ``--aql`` (ISO 2859-1, Z1.4), an isolated lot by ``--lq`` (ISO 2859-2). What cannot be
reckoned is told with document and clause, and the exit status is 2.
"""

import argparse
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from certwright.core.reckoning.acceptance.aql import AqlRequest, counting_of, plan_by_aql
from certwright.core.reckoning.acceptance.characteristic import Figures, characteristic_of, figures
from certwright.core.reckoning.acceptance.limiting_quality import LqRequest, plan_by_limiting_quality
from certwright.core.reckoning.acceptance.picture import curve, rows, written
from certwright.core.reckoning.acceptance.plan import Counting, Plan
from certwright.core.reckoning.acceptance.verdict import Verdict, verdict
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.draw import ALGORITHM, draw
from certwright.core.reckoning.say import Json, Language, cited, derivation_data, explained, refusal_data, refused
from certwright.core.reckoning.say.sampling_curve import figure_sentences, picture
from certwright.core.reckoning.say.sentence import sentence
from certwright.packs.load import read_pack
from certwright.packs.model.acceptance_sampling import AqlScheme, Severity
from certwright.packs.model.base import Source
from certwright.packs.model.limiting_quality import LqPlans
from certwright.packs.shipped import texts

NAME = "sampling"
HELP = "the sampling plan of one lot (ISO 2859-1, Z1.4, ISO 2859-2)"
CANNOT_RECKON = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be asked."""
    parser.add_argument("--lot", required=True, metavar="N", help="lot size in items")
    index = parser.add_mutually_exclusive_group(required=True)
    index.add_argument("--aql", metavar="A", help="acceptance quality limit per 100 items, for a lot of a series")
    index.add_argument("--lq", metavar="Q", help="limiting quality in per cent, for an isolated lot")
    parser.add_argument("--level", metavar="L", help="inspection level: I, II, III, S-1 to S-4; usually II")
    parser.add_argument("--severity", default="normal", metavar="V", help="normal, tightened or reduced")
    parser.add_argument(
        "--standard",
        type=_sampling_pack,
        metavar="PACK",
        help="the pack with the tables; else iso-2859-1-1999, or iso-2859-2-1985 with --lq",
    )
    parser.add_argument(
        "--count",
        type=Counting,
        choices=list(Counting),
        metavar="WHAT",
        help="nonconforming-items or nonconformities; else as the AQL allows",
    )
    parser.add_argument(
        "--settle",
        action="append",
        default=[],
        metavar="NAME",
        help="answer an uncertain value of the pack with yes, as a body may on adoption",
    )
    parser.add_argument("--counted", metavar="D", help="judge the lot by this count")
    parser.add_argument("--seed", metavar="TEXT", help="draw the items of the sample from this seed")
    parser.add_argument("--curve", type=Path, metavar="FILE", help="write the operating characteristic as SVG")
    parser.add_argument(
        "--language", type=Language, choices=list(Language), default=Language.ENGLISH, metavar="CODE", help="en or de"
    )
    parser.add_argument("--json", action="store_true", help="answer in JSON: n, ac, re and more")


def run(options: argparse.Namespace) -> int:
    """Answer on standard output. Returns the exit status: 0, 2 for what cannot be reckoned, 1 for a file
    that cannot be written."""
    try:
        plan, source = _plan(options)
        judged = None if options.counted is None else verdict(plan, _whole("counted", options.counted, source))
        if options.curve:
            options.curve.write_text(picture(plan, options.language, "plan"), encoding="utf-8")
    except CannotReckon as cannot:
        return _refuse(cannot, options)
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    if options.json:
        print(json.dumps(_data(plan, judged, options), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(plan, judged, options)))
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """``python -m certwright.cli.sampling``."""
    parser = argparse.ArgumentParser(prog=f"certwright {NAME}", description=HELP)
    add_arguments(parser)
    return run(parser.parse_args(arguments))


def _plan(options: argparse.Namespace) -> tuple[Plan, Source]:
    """The plan asked for, and the source that says that lots and counts are whole."""
    pack = options.standard or _sampling_pack("iso-2859-2-1985" if options.lq else "iso-2859-1-1999")
    settled = dict.fromkeys(options.settle, True)
    if isinstance(pack, LqPlans):
        lot = _whole("lot", options.lot, pack.source)
        lq = LqRequest(lot_size=lot, limiting_quality=options.lq or "")
        return plan_by_limiting_quality(pack, lq, settled), pack.source
    source = pack.code_letters.source
    request = AqlRequest(
        lot_size=_whole("lot", options.lot, source),
        level=options.level or pack.default_level,
        aql=options.aql or "",
        severity=_severity(options.severity, pack.switching.normal_to_tightened.source),
        counting=options.count or counting_of(pack, options.aql or ""),
    )
    return plan_by_aql(pack, request, settled), source


def _sampling_pack(name: str) -> AqlScheme | LqPlans:
    text = texts().get(f"tables/{name}.yaml")
    pack = None if text is None else read_pack(text)
    if not isinstance(pack, AqlScheme | LqPlans):
        raise argparse.ArgumentTypeError(f"there is no pack of sampling tables called {name}")
    return pack


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


def _refuse(cannot: CannotReckon, options: argparse.Namespace) -> int:
    if options.json:
        print(json.dumps({"refused": refusal_data(cannot, options.language)}, ensure_ascii=False, indent=2))
    wrong, lift = refused(cannot, options.language)
    print(f"{wrong} {lift} [{cited(cannot.source, options.language)}]", file=sys.stderr)
    return CANNOT_RECKON


def _data(plan: Plan, judged: Verdict | None, options: argparse.Namespace) -> dict[str, Json]:
    told, identity = figures(plan), plan.identity
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
        str(identity.index).lower(): identity.quality,
        "level": identity.level,
        "severity": identity.severity,
        "counting": identity.counting,
        "figures": _figures(told),
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
    language = options.language
    lines = [f"n {plan.n}, Ac {plan.ac}, Re {plan.re}", ""]
    lines += [f"{place}. {line}" for place, line in enumerate(explained(plan.derivation, language), 1)]
    lines += ["", *figure_sentences(plan, figures(plan), language)]
    if judged:
        lines += ["", f"{sentence(judged.step, language)} [{cited(judged.step.source, language)}]"]
    if options.seed:
        lines += ["", f"{options.seed} ({ALGORITHM}): {', '.join(map(str, sorted(_items(plan, options.seed))))}"]
    return lines


def _items(plan: Plan, seed: str) -> tuple[int, ...]:
    """The items to take, numbered from 1, in the order drawn."""
    return draw(range(1, plan.lot_size + 1), plan.n, seed)


if __name__ == "__main__":
    sys.exit(main())
