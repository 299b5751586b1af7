"""The parts an assignment's dossier is made of: who worked on it in which role, what came out."""

from dataclasses import dataclass
from datetime import date

from certwright.core.acts.determination import ResultLine


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody appointed to the assignment. ``released_on`` is the day they were taken off it, if they were."""

    person: str
    role: str
    areas: tuple[str, ...]
    accompanied_by: str | None
    appointed_on: date
    released_on: date | None = None


@dataclass(frozen=True, slots=True)
class Objection:
    """An objection of the client to a member, and whether it was upheld, once it is answered."""

    person: str
    outcome: str | None = None

    @property
    def bars(self) -> bool:
        """Whether the member cannot work: the objection is upheld, or nobody answered it yet."""
        return self.outcome != "not-upheld"


@dataclass(frozen=True, slots=True)
class Results:
    """Results one person produced; ``taken_over`` says whose they were before the application, if they were."""

    act: str
    whose: str
    examined_on: date
    provider: str | None
    lines: tuple[ResultLine, ...]
    taken_over: str | None


@dataclass(frozen=True, slots=True)
class Reported:
    """The report of the assignment."""

    act: str
    author: str
    conclusion: str
    findings: tuple[str, ...]
    items: tuple[str, ...]
    on: date
    sent_on: date | None
