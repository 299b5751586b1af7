"""The rules of this release: what each demands, how binding it is, and which clauses ask for it."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from difflib import get_close_matches
from itertools import groupby
from typing import Any

from certwright.cli.layout import paragraph
from certwright.cli.outcome import BadInput, Outcome, Problem
from certwright.core.acts import ACTS
from certwright.core.judge import catalogue_digest
from certwright.core.rules import RULES, Rule

JSON = {
    "catalogue": "digest of the catalogue of rules, as proofs name it",
    "rules": "id, theme, force, version, changes, says, asks (clauses), answers (rules of the domain papers), acts",
}


def add_arguments(parser: ArgumentParser) -> None:
    """Which rules."""
    parser.add_argument("--theme", metavar="THEME", help="only the rules of a theme, such as competence")
    parser.add_argument("--act", metavar="ACT", help="only the rules that judge an act, such as client.register")


def run(options: Namespace) -> Outcome:
    """List the rules."""
    themes = sorted({rule.theme for rule in RULES.values()})
    _must_be_known("theme", options.theme, themes)
    _must_be_known("act", options.act, list(ACTS))
    wanted = [
        rule
        for _, rule in sorted(RULES.items())
        if options.theme in (None, rule.theme)
        if options.act is None or ACTS[options.act] in rule.acts
    ]
    data = {"catalogue": catalogue_digest(), "rules": [_data(rule) for rule in wanted]}
    lines = []
    for theme, rules in groupby(wanted, lambda rule: rule.theme):
        lines += ["", theme.upper()]
        for rule in rules:
            lines += ["", f"{rule.id} ({rule.force.value})", paragraph(rule.says, "    ")]
            lines += [paragraph(f"Asked for by {', '.join(rule.asks)}", "    ")]
    lines += ["", f"{len(wanted)} rules, catalogue {catalogue_digest()}"]
    return Outcome(data, "\n".join(lines).lstrip())


def _must_be_known(what: str, given: str | None, known: list[str]) -> None:
    if given is not None and given not in known:
        near = get_close_matches(given, known, n=1)
        remedy = f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join(known)}."
        raise BadInput(Problem(f"There is no {what} called “{given}”.", remedy, field=f"--{what}"))


def _data(rule: Rule) -> Mapping[str, Any]:
    return {
        "id": rule.id,
        "theme": rule.theme,
        "force": rule.force.value,
        "version": rule.version,
        "changes": list(rule.changes),
        "says": rule.says,
        "asks": list(rule.asks),
        "answers": list(rule.answers),
        "acts": sorted(act.spec.name for act in rule.acts),
    }
