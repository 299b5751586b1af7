"""The parts a certification's dossier is made of: each remembers the act it came from."""

from dataclasses import dataclass
from datetime import date, timedelta

from certwright.core.acts.certification import PlannedAssignment
from certwright.core.acts.decision import Decide
from certwright.core.entry import Entry


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another, both included; ``None`` runs on."""

    first: date
    until: date | None

    def holds_on(self, day: date) -> bool:
        """Whether ``day`` lies within."""
        return self.first <= day and (self.until is None or day <= self.until)

    def ended_before(self, day: date) -> "Span":
        """The same span, ended on the day before ``day`` if it would run longer."""
        if self.until is not None and self.until < day:
            return self
        return Span(self.first, day - timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Planned:
    """A planned piece of determination. ``omitted_by`` is the act that left it out, if one did."""

    assignment: str
    kind: str
    purpose: str
    requirements: tuple[str, ...]
    sites: tuple[str, ...]
    span: Span
    plan: str
    omitted_by: str | None = None

    @classmethod
    def of(cls, piece: PlannedAssignment, purpose: str, plan: str) -> "Planned":
        """What the act ``plan`` foresees for ``purpose``."""
        span = Span(piece.from_day, piece.to_day)
        return cls(piece.assignment, piece.kind, purpose, piece.requirements, piece.sites, span, plan)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review: by whom, what it recommends, what was looked at."""

    act: str
    reviewer: str
    recommendation: str
    rests_on: tuple[str, ...]
    findings: tuple[str, ...]
    on: date


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision: what, by whom, resting on what, effective when. ``limit_day`` ends the time given by a suspension."""

    act: str
    kind: str
    deciders: tuple[str, ...]
    rests_on: tuple[str, ...]
    findings: tuple[str, ...]
    review: str | None
    on: date
    effective_from: date
    last_day: date | None
    limit_day: date | None

    @classmethod
    def of(cls, act: Decide, entry: Entry) -> "Decision":
        """The decision that ``act`` recorded in ``entry``."""
        return cls(
            entry.id,
            act.kind,
            act.deciders,
            act.rests_on,
            act.findings,
            act.review,
            entry.effective_on,
            act.effective_from or entry.effective_on,
            act.last_day,
            act.limit_day,
        )


@dataclass(frozen=True, slots=True)
class Attestation:
    """A version of the certificate."""

    act: str
    number: str
    version: int
    decision: str
    accreditation: str | None
    issued_on: date


@dataclass(frozen=True, slots=True)
class Licence:
    """A right to use a mark. It also ends, or rests, whenever the certification does."""

    act: str
    number: str
    mark: str
    models: tuple[str, ...]
    media: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Change:
    """A notified change; ``outcome`` is ``None`` until it is assessed."""

    act: str
    origin: str
    about: str
    happened_on: date
    told_on: date
    outcome: str | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A measure proposed, and what speaks for it."""

    act: str
    measure: str
    trigger: str
    on: date
