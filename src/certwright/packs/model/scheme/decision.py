"""Review, decision and attestation as data: what is looked at, what must hold, who decides, what the document says."""

from typing import Literal

from pydantic import Field

from certwright.packs.model.base import LanguageCode, Line, PackModel, Prose, Word
from certwright.packs.model.uncertain import NoneBecause


class ReviewQuestion(PackModel):
    """A question that the review answers from evidence (7.5)."""

    id: Word
    asks: Prose


class PlanAccepted(PackModel):
    """Leave to grant with an accepted action plan: only for the named classes, and only with a reason (R-08)."""

    classes: tuple[Word, ...] = Field(min_length=1)
    because: Prose


class DecisionRule(PackModel):
    """When certification may be granted (7.6, 7.7.3 b): all four hold.

    Requirements whose class is in ``conform`` are all met; no nonconformity of a class in ``none_open`` is open;
    every sampling with a result was accepted; prior results that were used were accepted.
    """

    says: Prose
    conform: tuple[Word, ...] = Field(min_length=1)
    none_open: tuple[Word, ...] = Field(min_length=1)
    sampling: Literal["accepted", "not-used"]
    prior_results: Literal["accepted", "not-used"]
    plan_accepted: PlanAccepted | NoneBecause


class DecisionMaker(PackModel):
    """Who decides, and whether the reviewer may (7.5.2, 7.6.2 allow it; a scheme may forbid it)."""

    who: Literal["person", "committee"]
    people: int = Field(default=1, ge=1)
    quorum: int | None = Field(default=None, ge=2)
    reviewer_may_decide: bool
    says: Prose
    outside_approval: Prose | NoneBecause


class Attestation(PackModel):
    """What the certificate says beyond 7.7.1, in which languages, and what it does not cover."""

    title: dict[LanguageCode, Line] = Field(min_length=1)
    fields: tuple[Line, ...] = ()
    languages: tuple[LanguageCode, ...] = Field(min_length=1)
    not_covered: Prose
