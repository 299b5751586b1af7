"""Which dossier is read, and as of when: the same for every command that shows one."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from certwright.answers.dossiers import NoSuchDossier, end_of, entries_of, known, known_at, standing_on
from certwright.cli.outcome import BadInput, Problem
from certwright.core.dossiers import Dossier
from certwright.core.entry import Entry


@dataclass(frozen=True, slots=True)
class Read:
    """A dossier as it was asked for, with the acts it was made from."""

    dossier: Dossier
    entries: Sequence[Entry]
    asked: Mapping[str, Any]


def add_arguments(parser: ArgumentParser) -> None:
    """The dossier, and the moment."""
    parser.add_argument("dossier", metavar="DOSSIER", help="such as client:c-001")
    parser.add_argument(
        "--as-of", type=_moment, metavar="DAY", help="as it was known at the end of a day, or at a moment with its zone"
    )
    parser.add_argument("--effective", type=_day, metavar="DAY", help="what was effective on a day, by what is known")


def read(options: Namespace) -> Read:
    """Read the dossier. Raises BadInput."""
    asked = {"dossier": options.dossier, "as_of": options.as_of, "effective": options.effective}
    try:
        entries = entries_of(options.dossier)
    except NoSuchDossier as unknown:
        raise BadInput(Problem(str(unknown), field="DOSSIER")) from unknown
    if options.as_of:
        day = not isinstance(options.as_of, datetime)
        entries = known_at(entries, end_of(options.as_of) if day else options.as_of)
    if options.effective is None:
        return Read(known(options.dossier, entries), entries, asked)
    effective = [entry for entry in entries if entry.effective_on <= options.effective]
    return Read(standing_on(options.dossier, entries, options.effective), effective, asked)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"“{text}” is not a day such as 2026-11-23") from error


def _moment(text: str) -> date | datetime:
    if len(text) == len("2026-11-23"):
        return _day(text)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"“{text}” is neither a day nor a moment such as 2026-11-23T12:00+01:00") from error
    if moment.tzinfo is None:
        raise ArgumentTypeError(f"“{text}” does not say its zone: 2026-11-23T12:00+01:00, or with Z for UTC")
    return moment
