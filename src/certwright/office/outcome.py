"""What comes of asking the one door: the entries recorded, or everything that stands against it."""

from dataclasses import dataclass

from certwright.core.entry import Entry
from certwright.core.rules import Refusal


@dataclass(frozen=True, slots=True)
class Performed:
    """All acts are on the record. ``repeated`` says that they had been before, and nothing was written now."""

    entries: tuple[Entry, ...]
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was recorded. ``act_id`` is the first act refused; ``refusals`` are all reasons against it."""

    act_id: str
    refusals: tuple[Refusal, ...]


Outcome = Performed | Refused


class RecordUnavailable(Exception):
    """The record cannot be written just now (disk full, database gone or busy too long). Nothing was recorded."""


class OutcomeUnknown(RecordUnavailable):
    """The connection broke while the database was committing, and did not come back to tell.

    Either all acts were recorded or none. Asking again with the same ids tells, and records them if none was.
    """
