"""Take over a register of certificates from a table: CSV, XLSX or JSON Lines, packed by gzip or not.

Without --state nothing is written: the report says what would be stated, row by row what cannot be read and why, and
which numbers others hold. With --state the rows are stated by acts that name the register, the file and the row;
whatever rests on them says “taken over, not judged here”. A second run of the same file changes nothing, and a run that
was interrupted goes on where it stopped. A later delivery of the same register states what changed.
"""

import time
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Literal

from certwright.answers.saying import names_in, sentence
from certwright.cli.outcome import BadInput, Outcome, Problem, Status, Unavailable
from certwright.cli.progress import add_argument, telling
from certwright.cli.ready import must_be_ready
from certwright.intake.mapping import read_mapping, shipped
from certwright.intake.printed_numbers import near_duplicates
from certwright.intake.problem import FileRefused
from certwright.intake.reading import read
from certwright.intake.repeats import Read
from certwright.intake.settling import Delivery
from certwright.intake.telling import Told
from certwright.office import installation
from certwright.office.delivering import Brought, delivery_of
from certwright.office.means import Means
from certwright.office.outcome import RecordUnavailable
from certwright.office.taking_over import Looking, Run, Settled, settle

JSON = {
    "wrote": "whether anything was written (--state)",
    "rows": "all rows; stated + unchanged + refused + unreadable",
    "stated": "rows that were stated, or would be",
    "unchanged": "rows the record tells already",
    "refused": "rows the record does not take: line, key, refusals (sentence id, says, remedy)",
    "unreadable": "rows that cannot be read",
    "problems": "what is wrong with them: code, line, row, column, value, says, remedy",
    "acts": "acts recorded, or that would be",
    "near_duplicates": "certificate numbers printed in several ways, by their normal form",
}
_SHOWN = 30


def add_arguments(parser: ArgumentParser) -> None:
    """The file, how it is read, and on whose word."""
    add_bringing(parser)
    parser.add_argument("--state", action="store_true", help="state it on the record (without: only look)")


def add_bringing(parser: ArgumentParser) -> None:
    """The table of a register, how it is read, what it is about, and who brings it."""
    parser.add_argument("file", type=Path, metavar="TABLE", help="the table of the register")
    parser.add_argument("--mapping", required=True, metavar="NAME|FILE.yaml", help="what its columns mean")
    parser.add_argument("--pack", required=True, help="the adopted standard or scheme the certificates belong to")
    parser.add_argument(
        "--known-on", required=True, type=date.fromisoformat, metavar="DAY", help="when it was known so"
    )
    parser.add_argument("--as", dest="actor", metavar="PERSON", required=True, help="who brings it in")
    parser.add_argument("--accredited", action="store_true", help="the certificates claim accreditation")
    add_argument(parser)


def run(options: Namespace) -> Outcome:
    """Look at the table, or state it."""
    must_be_ready()
    means = installation.means()
    with file_refused(options.file):
        brought = brought_by(options)
        delivery = delivery_of(brought, means, keep="keep" if options.state else "only-look")
        rows = list(read(brought.name, brought.stored, brought.mapping))
    with telling(options) as tell:
        how = run_of(delivery, options, means)
        how = replace(how, tell=lambda settled: tell("Rows", settled.rows, len(rows)))
        if not options.state:
            how = replace(how, rest=lambda seconds: None, through=Looking())
        try:
            settled = settle(rows, how)
        except RecordUnavailable as error:
            raise Unavailable(f"{error} What was stated stands; run it again to go on.") from error
    return _outcome(settled, rows, options)


def run_of(delivery: Delivery, options: Namespace, means: Means) -> Run:
    """A run that states, as the people of the body would: it rests as long as it held the record."""
    zone = installation.body(means.using).time_zone
    return Run(delivery, options.actor, means, zone, time.monotonic, time.sleep)


@contextmanager
def file_refused(path: Path) -> Iterator[None]:
    """Tell a file that cannot be read as a table like everything else that is wrong with what was given."""
    try:
        yield
    except FileRefused as refused:
        raise BadInput(Problem(refused.says, refused.remedy, str(path))) from refused


def brought_by(options: Namespace) -> Brought:
    """The table as it was named on the command line. Raises BadInput, FileRefused."""
    name = options.mapping
    try:
        stored = options.file.read_bytes()
        text = Path(name).read_text(encoding="utf-8") if name.endswith(".yaml") else None
    except OSError as error:
        says = f"The file cannot be read: {error.strerror}."
        raise BadInput(Problem(says, "Name a file that can be read.", str(error.filename))) from error
    mapping = shipped(name) if text is None else read_mapping(text, name)
    accredited: Literal["accredited", "non-accredited"] = "accredited" if options.accredited else "non-accredited"
    return Brought(options.file.name, stored, mapping, options.pack, options.known_on, accredited)


def _outcome(settled: Settled, rows: list[Read], options: Namespace) -> Outcome:
    known = names_in(why for row in settled.refused for why in row.refusals)
    refused = [
        {
            "line": row.told.row.line or row.told.row.number,
            "key": list(row.told.key),
            "refusals": [{"sentence": why.says, **_said(sentence(why, known))} for why in row.refusals],
        }
        for row in settled.refused
    ]
    problems = [{name: getattr(one, name) for name in _PROBLEM} for one in settled.problems]
    printed = near_duplicates(str(one.fields["number"]) for one in rows if isinstance(one, Told))
    data = {
        "wrote": options.state,
        "rows": settled.rows,
        "stated": settled.stated,
        "unchanged": settled.unchanged,
        "refused": refused,
        "unreadable": settled.unreadable,
        "problems": problems,
        "acts": settled.acts,
        "near_duplicates": printed,
    }
    status = Status.FAULT if refused or problems else Status.DONE
    return Outcome(data, "\n".join(_lines(data, options)), status)


_PROBLEM = ("code", "line", "row", "column", "value", "says", "remedy")


def _said(told: Any) -> dict[str, str]:
    return {"says": told.says, "remedy": told.remedy}


def _lines(data: Mapping[str, Any], options: Namespace) -> Iterator[str]:
    yield f"{options.file.name}, as known on {options.known_on}: {data['rows']:,} rows."
    did = "Stated" if data["wrote"] else "Would be stated (nothing was written)"
    yield f"  {did}: {data['stated']:,} rows by {data['acts']:,} acts; unchanged: {data['unchanged']:,}."
    yield f"  Refused: {len(data['refused']):,}; unreadable: {data['unreadable']:,}."
    reasons = Counter(why["sentence"] for row in data["refused"] for why in row["refusals"])
    codes = Counter(one["code"] for one in data["problems"])
    for name, times in (reasons + codes).most_common():
        yield f"    {name}: {times:,}"
    for one in data["problems"][:_SHOWN]:
        cell = f", {one['column']}" if one["column"] else ""
        yield f"  line {one['line'] or one['row']}{cell}: {one['says']} {one['remedy']}"
    for row in data["refused"][:_SHOWN]:
        why = row["refusals"][0]
        yield f"  line {row['line']}: {why['says']} {why['remedy']}"
    if data["near_duplicates"]:
        yield f"  {len(data['near_duplicates']):,} numbers are printed in several ways (--json lists them)."
