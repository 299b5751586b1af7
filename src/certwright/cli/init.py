"""Make an installation ready: data folder, tables, signing key; and found the certification body.

What is missing is asked at the terminal, or taken from the options, or from a file:

    legal_entity: {name: Example Certification, form: Ltd, town: Leeds, country: GB}
    time_zone: Europe/London
    standards_in_use: [iso-iec-17065]
    basis: Articles of association of 1 March 2026.
    founder: {id: person:p-001, name: Anna Example}
    first_authoriser: {id: person:p-002, name: Ben Example}     # may be left out: the founder

It may be called again at any time: what is there already stays as it is.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from certwright.cli.asking import add_options, answered, by_asking, without_asking
from certwright.cli.demonstration import demonstration
from certwright.cli.founding import Founding, proposals, read_founding
from certwright.cli.outcome import BadInput, Outcome, Problem, Status, Unavailable
from certwright.cli.progress import add_argument as add_progress
from certwright.cli.progress import telling
from certwright.cli.recording import RECORDED, Asked, record
from certwright.journal.root_keys import DEMONSTRATION_MARK, new_key
from certwright.office import installation
from certwright.office.enclosing import Enclosed
from certwright.office.means import Means, local_day
from certwright.office.tables import unapplied

JSON = {
    "steps": "what was made, in sentences",
    "body": "the name of the body",
    "founded": "whether it was founded now",
    **RECORDED,
    "clients": "of a demonstration: how many clients it has",
}


def add_arguments(parser: ArgumentParser) -> None:
    """How the founding is described."""
    parser.add_argument("--file", metavar="FILE.yaml", type=Path, help="take everything from a file")
    parser.add_argument("--demo", action="store_true", help="found an invented body with the history of its clients")
    add_options(parser)
    add_progress(parser)


def run(options: Namespace) -> Outcome:
    """Make what is missing, step by step."""
    if options.demo and settings.CERTWRIGHT_MODE == "production":
        raise BadInput(Problem("In production no demonstration body is founded.", "Leave out --demo.", field="--demo"))
    steps = list(_made_ready())
    means = installation.means()
    body = installation.body(means.using)
    if body.is_open:
        steps.append(f"The body is founded already: {body.title}.")
        return Outcome({"steps": steps, "body": body.title, "founded": False}, "\n".join(steps))
    outcome = _founded(options, means)
    if outcome.status is not Status.DONE:
        return Outcome({"steps": steps, **outcome.data}, "\n".join([*steps, outcome.text]), outcome.status)
    title = installation.body(means.using).title
    steps.append(
        f"Founded: {title}. {outcome.text}" if options.demo else f"Founded: {title}, by {_acts(outcome)} acts."
    )
    return Outcome({"steps": steps, "body": title, "founded": True, **outcome.data}, "\n".join(steps))


def _made_ready() -> Iterator[str]:
    data = Path(settings.CERTWRIGHT_DATA)
    if not data.exists():
        data.mkdir(parents=True, mode=0o700)
        yield f"Made the data folder {data}."
    if missing := unapplied():
        if "journal_envelope" in connection.introspection.table_names():
            raise Unavailable("The tables are those of an earlier release. Bring them here by: certwright upgrade")
        call_command("migrate", verbosity=0, interactive=False)
        yield f"Made the tables ({len(missing)} migrations)."
    key = Path(settings.CERTWRIGHT_ROOT_KEY)
    if not key.exists():
        mark = DEMONSTRATION_MARK if settings.CERTWRIGHT_MODE == "demonstration" else b""
        yield f"Made the key that signs the daily root: {key} (key id {new_key(key, mark)})."


def _acts(outcome: Outcome) -> int:
    return len(outcome.data["acts"])


def _founded(options: Namespace, means: Means) -> Outcome:
    if options.demo:
        with telling(options) as tell:
            return demonstration(means, tell)
    asked = _asked(options)
    try:
        ZoneInfo(asked.time_zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        says = f"This machine knows no time zone “{asked.time_zone}”."
        raise BadInput(Problem(says, "Take its IANA name, such as “Europe/Warsaw”.", field="--time-zone")) from error
    return record(Asked(proposals(asked, local_day(means.clock(), asked.time_zone)), Enclosed()), means)


def _asked(options: Namespace) -> Founding:
    if options.file:
        return read_founding(options.file)
    if sys.stdin.isatty() and not options.json:
        return by_asking(options, input, lambda says: print(says, file=sys.stderr))
    return without_asking(answered(options))
