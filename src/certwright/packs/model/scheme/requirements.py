"""Requirements of a scheme with their criteria of acceptance, in our own words, figures with source and confidence."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from certwright.packs.model.base import Line, PackModel, Prose, Source, Word
from certwright.packs.model.exact import ExactNumber
from certwright.packs.model.scheme.words import Subject
from certwright.packs.model.uncertain import Uncertain


class VerdictForm(StrEnum):
    """How a verdict comes about. ISO/IEC 17065 knows met and not met, nothing between."""

    JUDGED = "judged"  # a competent person concludes from evidence
    MEASURED = "measured"  # measured values against limits
    COUNTED = "counted"  # nonconforming items against an acceptance number


class QuantityLimit(PackModel):
    """Bounds of a measured quantity, both inclusive. At least one of them is given or left to the body."""

    quantity: Line
    unit: Line
    at_least: ExactNumber | Uncertain | None = None
    at_most: ExactNumber | Uncertain | None = None

    @model_validator(mode="after")
    def _bounds_something(self) -> Self:
        if self.at_least is None and self.at_most is None:
            raise ValueError("a limit needs at_least or at_most")
        return self


class Criterion(PackModel):
    """When a requirement is met. ``most_failures`` is how many specimens or items may fail, normally none."""

    verdict: VerdictForm | None = None
    says: Prose
    limits: tuple[QuantityLimit, ...] = ()
    specimens: int | Uncertain | None = None
    most_failures: int = Field(default=0, ge=0)


class Requirement(PackModel):
    """One requirement: where it stands, by which task it is determined, and when it is met.

    ``document`` and ``task`` name those of this scheme. ``when`` says under which claim or feature it applies.
    """

    id: Word
    document: Word
    clause: Line
    title: Line
    says: Prose
    subject: Subject
    categories: tuple[Word, ...] = ()
    when: Prose | None = None
    task: Word
    method: Line
    criterion: Criterion | None = None
    nonconformity_class: Word | None = None
    evidence: Line
    source: Source


class Cure(StrEnum):
    """What closes a nonconformity of a class."""

    NEW_DETERMINATION = "new-determination"  # a requirement on the product: only a new test or inspection does
    VERIFIED_CORRECTION = "verified-correction"
    ACCEPTED_PLAN = "accepted-plan"  # requirements on the system only; effect looked at next time


class NonconformityClass(PackModel):
    """A class of nonconformity. Classes are the scheme's; ISO/IEC 17065 knows conforming and nonconforming only."""

    id: Word
    title: Line
    says: Prose
    cure: Cure
    answer_within: Line | None = None
    source: Source | None = None
