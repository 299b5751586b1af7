"""What a sampling plan is: which table it was read from, how many items it takes, and when the lot passes."""

from dataclasses import dataclass
from enum import StrEnum

from certwright.core.reckoning.derivation import Derivation, Step
from certwright.packs.model.acceptance_sampling import Severity
from certwright.packs.model.base import Confidence, Source

EVERY_CLASS = "all"
"""Name of the one nonconformity class where a scheme makes no difference between them."""


class Counting(StrEnum):
    """What is counted in a sample."""

    ITEMS = "nonconforming-items"  # per cent nonconforming
    NONCONFORMITIES = "nonconformities"  # nonconformities per 100 items; one item may have several


class Index(StrEnum):
    """By what a plan is looked up."""

    AQL = "AQL"
    LQ = "LQ"
    SCHEME = "scheme"  # no table: the scheme itself names the sample, and lets nothing pass


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanIdentity:
    """All that must be said to name a plan: two plans with the same identity and lot are the same plan.

    ``document`` is the standard with its edition, ``quality`` the AQL or LQ as printed. ``level`` and ``severity`` are
    ``None`` where the document knows none.
    """

    document: str
    table: str
    index: Index
    quality: str | None
    level: str | None
    severity: Severity | None
    nonconformity_class: str
    counting: Counting


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A single sampling plan for one lot.

    ``n`` items are drawn from ``lot_size``; up to ``ac`` nonconforming the lot is accepted, from ``re`` on it is not.
    ``letters`` are the code letters read, from the lot's own along the arrows to the plan's; empty without letters.
    ``judged_by`` is the clause that says how the count is judged.
    """

    identity: PlanIdentity
    lot_size: int
    letters: tuple[str, ...]
    n: int
    ac: int
    re: int
    judged_by: Source
    derivation: Derivation

    @property
    def letter(self) -> str | None:
        """The lot's code letter, before any arrow."""
        return self.letters[0] if self.letters else None

    @property
    def plan_letter(self) -> str | None:
        """The code letter of the plan, after the arrows. Sample size and numbers are of this letter."""
        return self.letters[-1] if self.letters else None

    @property
    def takes_every_item(self) -> bool:
        """Whether the sample is the whole lot."""
        return self.n == self.lot_size

    @property
    def passes_up_to(self) -> int:
        """The largest count with which the lot is still accepted; above ``ac`` only in the gap of reduced plans."""
        return self.re - 1

    @property
    def doubts(self) -> tuple[Step, ...]:
        """The steps that rest on something recalled or unsure: to be shown with the plan."""
        doubtful = (Confidence.RECALLED, Confidence.UNSURE)
        return tuple(step for step in self.derivation.steps if step.source.confidence in doubtful)
