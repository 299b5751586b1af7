"""Last days, and whether they were kept. Being late is an answer here, never an error."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from certwright.core.reckoning.derivation import Derivation


class Standing(StrEnum):
    """How something due stands on a day."""

    MET = "met"
    MET_LATE = "met-late"
    OPEN = "open"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Due:
    """The last day (inclusive) on which something is in time; ``rule`` is the time rule's number (``TR04``)."""

    rule: str
    last_day: date
    derivation: Derivation

    def kept_by(self, day: date) -> bool:
        """Whether what happens on ``day`` is still in time."""
        return day <= self.last_day

    def days_late(self, day: date) -> int:
        """How many days after the last day ``day`` lies; 0 if it is in time."""
        return max(0, (day - self.last_day).days)

    def standing(self, done_on: date | None, today: date) -> Standing:
        """How it stands ``today``, if it was done on ``done_on`` or (``None``) has not been done."""
        if done_on is not None and done_on <= today:
            return Standing.MET if self.kept_by(done_on) else Standing.MET_LATE
        return Standing.OPEN if self.kept_by(today) else Standing.OVERDUE


@dataclass(frozen=True, slots=True)
class Lapse:
    """Something that was not in time: what was due, and the day on which it was done late, if it was."""

    due: Due
    met_on: date | None
