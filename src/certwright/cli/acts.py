"""The timeline of a dossier: every act in a sentence, who did it, when it took effect and when it was recorded."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping
from typing import Any

from certwright.answers.timeline import Told, timeline
from certwright.cli import reading_options
from certwright.cli.dossier_data import plain
from certwright.cli.layout import paragraph
from certwright.cli.outcome import Outcome
from certwright.cli.wording import breaches_said, entry_data

JSON = {
    "dossier": "its id",
    "as_of": "the day or moment asked for",
    "effective": "the day asked for",
    "acts": "id, form, dossier, seq, actor, effective_on, recorded_at, breaches; says (the sentence), fields (what the "
    "act said; null: erased or of a later release), erased, annulled_by, put_right_by, on_behalf, deviations, hash",
}


def add_arguments(parser: ArgumentParser) -> None:
    """Which dossier, as of when."""
    reading_options.add_arguments(parser)


def run(options: Namespace) -> Outcome:
    """Tell the acts."""
    read = reading_options.read(options)
    told = timeline(read.dossier, read.entries)
    data = {**read.asked, "acts": [_data(each) for each in told]}
    return Outcome(data, "\n".join(line for each in told for line in _lines(each)) or "Nothing was on record.")


def _lines(told: Told) -> Iterator[str]:
    entry = told.entry
    begin = f"{entry.seq:4}  {entry.effective_on}  "
    indent = " " * len(begin)
    yield paragraph(told.says, indent, begin)
    yield f"{indent}by {told.actor}, recorded {entry.recorded_at:%Y-%m-%d %H:%M:%S} UTC, id {entry.id}"
    yield from (paragraph(further, indent + "  ", indent) for further in _further(told))


def _further(told: Told) -> Iterator[str]:
    """What else there is to say of an act: for whom, against which policy or demand, and what became of it."""
    entry = told.entry
    if entry.on_behalf:
        yield f"On behalf of {entry.on_behalf.whom}: {entry.on_behalf.evidence}"
    for deviation in entry.deviations:
        yield f"Deviation from {deviation.rule}, approved by {deviation.approver}: {deviation.reason}"
    for breach in breaches_said(entry.breaches):
        yield f"BREACH: {breach}"
    if told.mark.put_right_by:
        yield f"PUT RIGHT by {told.mark.put_right_by}"
    if told.mark.annulled_by:
        yield f"ANNULLED by {told.mark.annulled_by}"


def _data(told: Told) -> Mapping[str, Any]:
    entry = told.entry
    return {
        **entry_data(entry),
        "says": told.says,
        "fields": None if entry.act is None else plain(entry.act),
        "erased": entry.erased,
        "annulled_by": told.mark.annulled_by,
        "put_right_by": told.mark.put_right_by,
        "on_behalf": None if entry.on_behalf is None else plain(entry.on_behalf),
        "deviations": plain(entry.deviations),
        "hash": entry.hash,
    }
