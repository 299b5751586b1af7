"""Look at everything the installation needs: settings, folders, disk, key, database, triggers, record, attachments.

Each line says ok, warn or fail, and what to do. The status is 1 if anything fails; warnings do not change it.
"""

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

from django.db import Error

from certwright import __version__
from certwright.cli import doctor_database, doctor_letters, doctor_machine, doctor_record
from certwright.cli.doctor_finding import Finding, State, fail, ok
from certwright.cli.layout import paragraph
from certwright.cli.outcome import Outcome, Status

JSON = {"findings": "name, state (ok, warn, fail), says, remedy"}


def add_arguments(parser: ArgumentParser) -> None:
    """Nothing to choose."""


def run(options: Namespace) -> Outcome:
    """Look, and tell."""
    found = list(look())
    counts = Counter(finding.state for finding in found)
    widest = max(len(finding.name) for finding in found)
    lines = [line for finding in found for line in _lines(finding, widest)]
    lines.append(f"{counts[State.OK]} ok, {counts[State.WARN]} warnings, {counts[State.FAIL]} failures")
    data = {
        "findings": [
            {"name": each.name, "state": each.state.value, "says": each.says, "remedy": each.remedy or None}
            for each in found
        ]
    }
    return Outcome(data, "\n".join(lines), Status.FAULT if counts[State.FAIL] else Status.DONE)


def look() -> Iterator[Finding]:
    """Everything, from the machine inwards; what cannot be reached ends it."""
    yield ok("release", __version__)
    yield from doctor_machine.look()
    try:
        database = list(doctor_database.look())
        yield from database
        if not any(finding.name == "tables" and finding.state is State.FAIL for finding in database):
            yield from doctor_record.look(datetime.now(UTC))
            yield from doctor_letters.look(datetime.now(UTC))
    except Error as error:
        yield fail("database", str(error).strip(), "Is it running, and does CERTWRIGHT_DATABASE name it?")


def _lines(finding: Finding, widest: int) -> Iterator[str]:
    begin = f"{finding.state.value:4}  {finding.name:{widest}}  "
    indent = " " * len(begin)
    yield paragraph(finding.says, indent, begin)
    if finding.remedy:
        yield paragraph(f"→ {finding.remedy}", indent + "  ", indent)
