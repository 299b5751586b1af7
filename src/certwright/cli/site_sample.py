"""``certwright site-sample``: how many sites are visited, and which (IAF MD 1).

With ``--sites N`` the number for one group of similar sites; with ``--seed`` its random part is drawn from 1 to N.
With ``--file FILE`` the whole plan for an organization: groups, judgement, draw, and why.
"""

import argparse
from pathlib import Path

from certwright.cli.outcome import Outcome
from certwright.cli.reckoning import add_keeping, add_pack_arguments, keep, number, outcome_of, rule_book, with_reason
from certwright.cli.site_sample_file import read_question
from certwright.core.reckoning.draw import draw
from certwright.core.reckoning.kept import kept_other
from certwright.core.reckoning.say import derivation_data, explained
from certwright.core.reckoning.sites import Increase, SamplePlan, plan_sample, sample_size
from certwright.packs.model.site_sampling import Occasion


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One group by number, or an organization by file."""
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument("--sites", type=number, metavar="N", help="similar sites, without the central function")
    asked.add_argument("--file", type=Path, metavar="FILE", help="YAML with the organization's sites")
    parser.add_argument("--audit", type=Occasion, choices=list(Occasion), default=Occasion.INITIAL)
    parser.add_argument(
        "--increase",
        action="append",
        default=[],
        type=with_reason,
        metavar="SITES:WHY",
        help="more sites than the root asks for; may be repeated",
    )
    parser.add_argument("--seed", default="", metavar="TEXT", help="draw with this seed; record it with the list")
    add_keeping(parser)
    add_pack_arguments(parser)


def run(options: argparse.Namespace) -> Outcome:
    """The sample, or why it cannot be reckoned."""
    return outcome_of(lambda: _plan(options) if options.file else _size(options), options.language)


def _size(options: argparse.Namespace) -> Outcome:
    increases = [Increase(*given) for given in options.increase]
    size = sample_size(options.sites, options.audit, rule_book(options).sites(), increases)
    drawn = list(draw(range(1, size.sites + 1), size.random, options.seed)) if options.seed else []
    asked = {"sites": size.sites, "occasion": options.audit, "increases": increases, "seed": options.seed}
    answer = {"sample": size.sampled, "random_minimum": size.random, "drawn": drawn}
    digest = keep(lambda: kept_other("site-sample", asked, answer, size.derivation), options)
    data = {
        "sites": size.sites,
        "audit": options.audit.value,
        "sample": size.sampled,
        "random_minimum": size.random,
        "drawn": drawn,
        **derivation_data(size.derivation, options.language),
        **digest,
    }
    lines = [f"{size.sampled} / {size.sites}", *(f"  {line}" for line in explained(size.derivation, options.language))]
    if drawn:
        lines.append("  " + ", ".join(str(site) for site in drawn))
    return Outcome(data, "\n".join((*lines, *digest.values())))


def _plan(options: argparse.Namespace) -> Outcome:
    question = read_question(options.file, options.seed)
    plan = plan_sample(question, rule_book(options))
    answer = {"central_function": plan.central_function, "visited": plan.visited}
    digest = keep(lambda: kept_other("site-sample", question, answer, plan.derivation), options)
    data = {
        "central_function": plan.central_function,
        "visited": list(plan.visited),
        "groups": _groups(plan),
        **derivation_data(plan.derivation, options.language),
        **digest,
    }
    lines = [", ".join(plan.visited), *(f"  {line}" for line in explained(plan.derivation, options.language))]
    return Outcome(data, "\n".join((*lines, *digest.values())))


def _groups(plan: SamplePlan) -> list[dict[str, object]]:
    return [
        {
            "process": each.group.process,
            "level": each.group.level,
            "sites": each.size.sites,
            "sample": each.size.sampled,
            "random_minimum": each.size.random,
            "chosen": list(each.chosen),
            "drawn": list(each.drawn),
            "pool": list(each.pool),
            "seed": each.seed,
        }
        for each in plan.groups
    ]
