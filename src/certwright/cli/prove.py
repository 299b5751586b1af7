"""Judge recorded acts again, by what was known when each was recorded, and hold the outcome against its proof.

Each act comes out the same; or different for a reason that is on record: the rule did not exist yet, it has changed
since (the changelog entry is shown), or what the act said was erased. Anything else is unexplained, and a fault.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from functools import partial
from typing import Any

from certwright.cli import progress
from certwright.cli.layout import paragraph
from certwright.cli.outcome import BadInput, Outcome, Problem, Status
from certwright.office.proving import NotOnRecord, prove, prove_act, prove_dossier
from certwright.office.verdicts import Difference, Finding, Proved, Verdict

SHOWN = 100
"""How many acts that were not judged the same are listed for people; programs get all."""

_WORDS = {
    Verdict.SAME: "judged the same",
    Verdict.RULE_DID_NOT_EXIST: "different, because a rule did not exist then",
    Verdict.RULE_CHANGED: "different, because a rule has changed since",
    Verdict.ERASED: "not judged again in full, because content was erased",
    Verdict.UNEXPLAINED: "UNEXPLAINED",
}

JSON = {
    "clean": "whether every difference is explained",
    "acts": "how many acts were judged again",
    "counts": "how many acts by verdict: same, rule-did-not-exist, rule-changed, erased, unexplained",
    "findings": "every act not judged the same: position, act, dossier, form, verdict, differences",
}


def add_arguments(parser: ArgumentParser) -> None:
    """Which acts."""
    wanted = parser.add_mutually_exclusive_group(required=True)
    wanted.add_argument("--all", action="store_true", help="every act of the journal")
    wanted.add_argument("--act", metavar="ID", help="one act")
    wanted.add_argument("dossier", metavar="DOSSIER", nargs="?", help="every act of one dossier")
    progress.add_argument(parser)


def run(options: Namespace) -> Outcome:
    """Judge again."""
    with progress.telling(options) as tell:
        told = partial(tell, "acts judged again")
        try:
            if options.all:
                found = prove("default", told)
            elif options.act:
                found = prove_act(options.act)
            else:
                found = prove_dossier(options.dossier, "default", told)
        except NotOnRecord as unknown:
            what = "act" if options.act else "dossier"
            raise BadInput(Problem(f"There is no {what} “{unknown}” on record.")) from unknown
    return Outcome(proved_data(found), "\n".join(proved_lines(found)), Status.DONE if found.clean else Status.FAULT)


def proved_data(found: Proved) -> Mapping[str, Any]:
    """What was proved, for programs."""
    return {
        "clean": found.clean,
        "acts": found.acts,
        "counts": {verdict.value: count for verdict, count in found.counts.items()},
        "findings": [_finding_data(finding) for finding in found.findings],
    }


def proved_lines(found: Proved) -> list[str]:
    """What was proved, for people: the gravest first."""
    gravest = sorted(found.findings, key=lambda finding: (finding.verdict is not Verdict.UNEXPLAINED, finding.position))
    lines = [line for finding in gravest[:SHOWN] for line in _finding_lines(finding)]
    if len(gravest) > SHOWN:
        lines.append(f"… and {len(gravest) - SHOWN:,} further acts.")
    lines += [f"{count:9,}  {_WORDS[verdict]}" for verdict, count in found.counts.items() if count]
    return [*lines, f"{found.acts:9,}  acts judged again"]


def _finding_lines(finding: Finding) -> list[str]:
    head = f"position {finding.position}, {finding.form} in {finding.dossier}, id {finding.act_id}: "
    return [head + _WORDS[finding.verdict]] + [
        paragraph(_difference(each), "      ", "    ") for each in finding.differences
    ]


def _difference(each: Difference) -> str:
    parts = [f"{each.what.replace('-', ' ')}: {each.about}"]
    if each.detail:
        parts.append(f"({each.detail})")
    if each.changes:
        parts.append("Changed: " + " ".join(each.changes))
    return " ".join(parts)


def _finding_data(finding: Finding) -> Mapping[str, Any]:
    return {
        "position": finding.position,
        "act": finding.act_id,
        "dossier": finding.dossier,
        "form": finding.form,
        "verdict": finding.verdict.value,
        "differences": [
            {
                "what": each.what,
                "about": each.about,
                "verdict": each.verdict.value,
                "detail": each.detail or None,
                "changes": list(each.changes),
            }
            for each in finding.differences
        ],
    }
