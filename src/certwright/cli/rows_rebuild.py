"""Make the derived tables what the journal says, or only look whether they are (--check).

Only what differs is written, a few dossiers at a time, so people may go on working. Afterwards the tables are the same
as if they had been made anew.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from certwright.cli import progress
from certwright.cli.outcome import Outcome, Status
from certwright.cli.ready import must_be_ready
from certwright.rows.comparing import Difference
from certwright.rows.rebuilding import check, rebuild

SHOWN = 50
"""How many differences are listed for people; programs get all."""

JSON = {
    "clean": "whether the rows are what the journal says (after a rebuild: they are)",
    "differences": "with --check, each: table, dossier, key, what (missing, extra, altered), field, stored, wanted",
    "changed": "without --check, how many rows were removed or written",
}


def add_arguments(parser: ArgumentParser) -> None:
    """Whether to write."""
    parser.add_argument("--check", action="store_true", help="write nothing; the status says whether anything differs")
    progress.add_argument(parser)


def run(options: Namespace) -> Outcome:
    """Compare, and write unless only asked."""
    must_be_ready()
    with progress.telling(options) as tell:
        told = partial(tell, "acts gone through")
        if options.check:
            found = check("default", told)
            data = {"clean": not found, "differences": [difference_data(each) for each in found]}
            return Outcome(data, "\n".join(difference_lines(found)), Status.FAULT if found else Status.DONE)
        changed = rebuild("default", told)
    says = f"{changed:,} rows were removed or written." if changed else "Nothing differed, nothing was written."
    return Outcome({"clean": True, "changed": changed}, says)


def difference_lines(found: Sequence[Difference]) -> list[str]:
    """Differences for people."""
    if not found:
        return ["The rows are what the journal says."]
    lines = [str(difference) for difference in found[:SHOWN]]
    if len(found) > SHOWN:
        lines.append(f"… and {len(found) - SHOWN:,} further differences.")
    return [*lines, f"{len(found):,} rows are NOT what the journal says. To put them right: certwright rows rebuild"]


def difference_data(difference: Difference) -> Mapping[str, Any]:
    """A difference for programs."""
    return {
        "table": difference.table,
        "dossier": difference.dossier,
        "key": difference.key,
        "what": difference.what,
        "field": difference.field or None,
        "stored": difference.stored or None,
        "wanted": difference.wanted or None,
    }
