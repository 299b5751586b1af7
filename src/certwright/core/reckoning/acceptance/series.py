"""A series of lots: what can happen to it, and where it stands."""

from dataclasses import dataclass
from enum import StrEnum

from certwright.core.reckoning.acceptance.plan import Plan
from certwright.core.reckoning.derivation import Step
from certwright.packs.model.acceptance_sampling import Severity


class Submission(StrEnum):
    """Whether a lot is submitted for the first time."""

    ORIGINAL = "original"
    RESUBMITTED = "resubmitted"


@dataclass(frozen=True, slots=True)
class LotInspected:
    """A lot was inspected by ``plan``; ``counted`` is what the sample showed."""

    lot: str
    plan: Plan
    counted: int
    submission: Submission = Submission.ORIGINAL


@dataclass(frozen=True, slots=True)
class ReductionAgreed:
    """Production is steady and the responsible authority wants reduced inspection."""

    reference: str


@dataclass(frozen=True, slots=True)
class NormalReinstated:
    """Production became irregular or delayed, or something else calls for normal inspection."""

    reference: str


@dataclass(frozen=True, slots=True)
class ActionAgreed:
    """The supplier took action, and the responsible authority agrees that it is likely to be effective."""

    reference: str


Event = LotInspected | ReductionAgreed | NormalReinstated | ActionAgreed


@dataclass(frozen=True, slots=True)
class SeriesState:
    """Where a series stands. ``severity`` is what the next lot gets; ``None``: inspection is discontinued.

    The rest counts original lots since that severity began: ``recent`` says of the latest ones whether they were
    accepted, ``in_a_row`` counts the accepted ones at the end, ``score`` is the switching score.
    """

    severity: Severity | None = Severity.NORMAL
    recent: tuple[bool, ...] = ()
    in_a_row: int = 0
    not_accepted: int = 0
    lots: int = 0
    score: int = 0


@dataclass(frozen=True, slots=True)
class Turn:
    """One event with the state before and after it, and the step that says why."""

    event: Event
    before: SeriesState
    after: SeriesState
    step: Step
