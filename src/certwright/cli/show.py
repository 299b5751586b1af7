"""What a dossier says: now, as it was known on an earlier day (--as-of), or as it was on a day (--effective).

The two differ when something was recorded later than it happened, or put right since. They can be asked together.
"""

from argparse import ArgumentParser, Namespace

from certwright.answers.saying import called, names
from certwright.cli import reading_options
from certwright.cli.dossier_data import dossiers_in, lines, said
from certwright.cli.outcome import Outcome
from certwright.cli.wording import breaches_said

JSON = {
    "dossier": "its id",
    "as_of": "the day or moment asked for",
    "effective": "the day asked for",
    "kind": "the kind of dossier",
    "title": "what people call it",
    "acts": "how many acts it is made from",
    "recorded_at": "when the last of them was recorded",
    "says": "what it says; the fields depend on the kind",
    "breaches": "act, rule, says",
    "links": "the dossiers its acts name: dossier, by (the kind of act)",
}


def add_arguments(parser: ArgumentParser) -> None:
    """Which dossier, as of when."""
    reading_options.add_arguments(parser)


def run(options: Namespace) -> Outcome:
    """Read and show."""
    read = reading_options.read(options)
    dossier = read.dossier
    content = said(dossier)
    breaches = [
        {"act": act_id, "rule": breach.rule, "says": told}
        for (act_id, breach), told in zip(
            dossier.breaches, breaches_said([breach for _, breach in dossier.breaches]), strict=True
        )
    ]
    data = {
        **read.asked,
        "kind": dossier.kind,
        "title": dossier.title,
        "acts": len(dossier.acts),
        "recorded_at": dossier.recorded_at,
        "says": content,
        "breaches": breaches,
        "links": [{"dossier": target, "by": by} for target, by in sorted(dossier.links)],
    }
    known = names(dossiers_in(content))
    title = {dossier.id: dossier.title} if dossier.title != dossier.id else {}
    told = [f"{called(dossier.id, title)}: {_extent(len(dossier.acts))}"]
    told += [line for name, value in content.items() for line in lines(name, value, known)]
    told += [f"  BREACH: {breach['says']}" for breach in breaches]
    return Outcome(data, "\n".join(told))


def _extent(acts: int) -> str:
    if acts == 0:
        return "nothing was on record"
    return "1 act" if acts == 1 else f"{acts} acts"
