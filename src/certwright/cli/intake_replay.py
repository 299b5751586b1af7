"""Play the log of a register's changes onto the record, day by day, and compare the record with later tables.

The register itself is taken over first, with “certwright intake register --state”; its table is given here again with
the day it was known on. Each day of the log after that day is settled as it stood that evening. A day on which most of
a column changed stops the replay before anything of it is written: look at it, and run again with --looked-at.
"""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from certwright.cli.intake_register import add_bringing, brought_by, file_refused, run_of
from certwright.cli.outcome import BadInput, Outcome, Problem, Status, Unavailable
from certwright.cli.ready import must_be_ready
from certwright.intake.event_log import Table, happened, table_of
from certwright.intake.opening import opened
from certwright.intake.reading import read
from certwright.intake.tables import Row, rows_of
from certwright.intake.telling import Told
from certwright.office import installation
from certwright.office.delivering import delivery_of
from certwright.office.outcome import RecordUnavailable
from certwright.office.replaying_register import AskFirst, Difference, Replayed, differences, replay
from certwright.office.taking_over import Run

JSON = {
    "lines": "lines of the log that were played",
    "days": "days they are of",
    "acts": "acts recorded",
    "stated": "rows that were stated",
    "refused": "rows the record did not take",
    "unreadable": "rows that could not be read, such as those added without particulars",
    "left_out": "lines left out, by reason",
    "asked": "if it stopped: the day and the changes to look at (kind, column, changed, of, pairs)",
    "compared": "for each table compared: file, day, differences by kind (none of a day the record has gone on from)",
}


def add_arguments(parser: ArgumentParser) -> None:
    """The log, the register's table it begins with, and what to compare with."""
    parser.add_argument(
        "log", type=Path, metavar="LOG", help="the log: observed_at, event, key columns, field, old, new"
    )
    add_bringing(parser)
    parser.add_argument(
        "--later",
        action="append",
        type=Path,
        default=[],
        metavar="TABLE",
        help="a later table, for rows added meanwhile",
    )
    parser.add_argument(
        "--compare", action="append", type=_table_of_day, default=[], metavar="TABLE:DAY", help="a table of a later day"
    )
    parser.add_argument(
        "--looked-at",
        action="append",
        type=_change,
        default=[],
        metavar="KIND:COLUMN",
        help="a change of the table's making you have looked at, such as blanked:body or relabelled:status",
    )


def run(options: Namespace) -> Outcome:
    """Replay, and compare after the last day of each table to compare with."""
    must_be_ready()
    means = installation.means()
    with file_refused(options.file):
        brought = brought_by(options)
        delivery = delivery_of(brought, means, keep="keep")
        register = Table(brought.mapping, table_of(_rows(options.file), brought.mapping))
        register.later = tuple(table_of(_rows(path), brought.mapping) for path in options.later)
        log = list(happened(_rows(options.log), brought.mapping))
    how = run_of(delivery, options, means)
    done, compared = Replayed(delivery.known_on), []
    stops = [*sorted(options.compare, key=lambda one: one[1]), (None, date.max)]
    try:
        for path, until in stops:
            lines = [each for each in log if each.day <= until]
            some = replay(lines, register, how, known=frozenset(options.looked_at))
            _add(done, some)
            if path is None:
                continue
            how = replace(how, delivery=replace(how.delivery, known_on=until))
            if until >= some.heard:
                compared.append(_compared(path, until, how))
    except AskFirst as ask:
        return _asked(ask, done, compared)
    except RecordUnavailable as error:
        raise Unavailable(f"{error} What was stated stands; run it again to go on.") from error
    return Outcome(_data(done, None, compared), "\n".join(_lines(done, compared)))


def _rows(path: Path) -> list[Row]:
    try:
        return list(rows_of(opened(path.name, path.read_bytes())))
    except OSError as error:
        says = f"The file cannot be read: {error.strerror}."
        raise BadInput(Problem(says, "Name a file that can be read.", str(path))) from error


def _compared(path: Path, day: date, how: Run) -> dict[str, Any]:
    with file_refused(path):
        told = [one for one in read(path.name, path.read_bytes(), how.delivery.mapping) if isinstance(one, Told)]
    found: list[Difference] = list(differences(told, how.delivery, how.means.using))
    kinds = Counter(each.kind for each in found)
    return {"file": path.name, "day": day.isoformat(), "rows": len(told), "differences": dict(kinds.most_common())}


def _add(done: Replayed, some: Replayed) -> None:
    done.lines += some.lines
    done.days += some.days
    done.left_out += some.left_out
    done.settled.add(some.settled)


def _data(done: Replayed, asked: Mapping[str, Any] | None, compared: list[dict[str, Any]]) -> dict[str, Any]:
    settled = done.settled
    return {
        "lines": done.lines,
        "days": done.days,
        "acts": settled.acts,
        "stated": settled.stated,
        "refused": len(settled.refused),
        "unreadable": settled.unreadable,
        "left_out": dict(done.left_out),
        "asked": asked,
        "compared": compared,
    }


def _asked(ask: AskFirst, done: Replayed, compared: list[dict[str, Any]]) -> Outcome:
    changes = [
        {"kind": c.kind, "column": c.column, "changed": c.changed, "of": c.of, "pairs": [list(p) for p in c.pairs]}
        for c in ask.changes
    ]
    looked = " ".join(f"--looked-at {each.kind}:{each.column}" for each in ask.changes)
    text = (
        *_lines(done, compared),
        f"Stopped: on {ask}. That looks like a change of the table's making, not like decisions.",
        f"Nothing of that day was written. Look at it, and go on with: {looked}",
    )
    asked = {"day": ask.day.isoformat(), "changes": changes}
    return Outcome(_data(done, asked, compared), "\n".join(text), Status.FAULT)


def _lines(done: Replayed, compared: list[dict[str, Any]]) -> Iterator[str]:
    settled = done.settled
    yield f"Played {done.lines:,} lines of {done.days:,} days: {settled.acts:,} acts state {settled.stated:,} rows."
    yield f"  Refused: {len(settled.refused):,}; unreadable: {settled.unreadable:,}."
    for reason, times in done.left_out.items():
        if times:
            yield f"  Left out, {reason}: {times:,} lines."
    for one in compared:
        yield f"Compared with {one['file']} of {one['day']} ({one['rows']:,} rows):"
        yield from (f"  {kind}: {times:,}" for kind, times in one["differences"].items())
        if not one["differences"]:
            yield "  no difference."


def _table_of_day(written: str) -> tuple[Path, date]:
    name, _, day = written.rpartition(":")
    try:
        return Path(name), date.fromisoformat(day)
    except ValueError as error:
        raise ArgumentTypeError(f"“{written}” is not TABLE:DAY, such as register.csv:2022-09-12") from error


def _change(written: str) -> tuple[str, str]:
    kind, _, column = written.partition(":")
    if kind not in {"relabelled", "blanked"} or not column:
        raise ArgumentTypeError(f"“{written}” is not relabelled:COLUMN or blanked:COLUMN")
    return kind, column
