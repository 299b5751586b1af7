"""Where a dossier was taken over from. Whatever rests on it was *taken over, not judged here* (DESIGN section 5.10)."""

from dataclasses import dataclass
from datetime import date

from certwright.core.acts.taking_over import TakeOverCertification, TakeOverClient, TakeOverEvent, TakeOverFinding
from certwright.core.entry import Entry


@dataclass(frozen=True, slots=True)
class TakenOver:
    """The record a statement comes from, the place in it, and the day on which it was known there.

    ``said`` is that record's own word for the state, if it has one.
    """

    act: str
    source: str
    known_on: date
    row: str | None
    file: str | None
    said: str | None = None

    @classmethod
    def by(
        cls, act: TakeOverClient | TakeOverCertification | TakeOverEvent | TakeOverFinding, entry: Entry
    ) -> "TakenOver":
        """Where the act recorded in ``entry`` says that it comes from."""
        return cls(entry.id, act.source, act.known_on, act.row, act.file, getattr(act, "said", None))
