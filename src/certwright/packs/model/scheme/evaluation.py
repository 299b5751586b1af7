"""How conformity is determined: selection and samples, tasks, prior results, resources, retests."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.packs.model.base import Line, PackModel, Prose, Source, Word
from certwright.packs.model.exact import Amount
from certwright.packs.model.period import PeriodText
from certwright.packs.model.scheme.words import Determination, Performer
from certwright.packs.model.uncertain import NoneBecause, Uncertain

Drawer = Literal["body", "laboratory", "client", "authority"]


class Selection(PackModel):
    """How the objects of evaluation are chosen: families, worst case, who draws, what is recorded (7.4.4)."""

    families: Prose
    worst_case: Prose
    drawn_by: Drawer
    says: Prose


class SpecimenCount(PackModel):
    """Specimens for one task."""

    task: Word
    specimens: int | Uncertain


class TypeSampling(PackModel):
    """Specimens for type testing: how many for which task, and who takes them."""

    kind: Literal["specimens"]
    id: Word
    says: Prose
    drawn_by: Drawer
    counts: tuple[SpecimenCount, ...] = Field(min_length=1)


class LotSampling(PackModel):
    """Acceptance of lots by attributes: an AQL scheme for a series, limiting quality for a single lot.

    ``plan`` is the pack of tables (``iso-2859-1``); ``quality`` the AQL or limiting quality as printed there.
    """

    kind: Literal["lots"]
    id: Word
    says: Prose
    drawn_by: Drawer
    plan: Word
    level: Line
    quality: Line
    nonconformity_class: Word


class ShareSampling(PackModel):
    """A share of a population each period: operators, sites, certified products. At least ``at_least`` of them."""

    kind: Literal["share"]
    id: Word
    says: Prose
    drawn_by: Drawer
    of: Line
    per_cent: Amount | Uncertain
    every: PeriodText
    at_least: int = Field(default=1, ge=0)
    risk_weights: tuple[Line, ...] = ()
    source: Source


Sampling = Annotated[TypeSampling | LotSampling | ShareSampling, Field(discriminator="kind")]


class PriorResults(PackModel):
    """When results from before the application are accepted (7.4.5). ``longest_age`` counts to the application."""

    says: Prose
    longest_age: PeriodText | Uncertain
    conditions: tuple[Prose, ...] = Field(min_length=1)


class Resource(PackModel):
    """What is asked of whoever performs tasks of a kind (6.2): accreditation, own assessment, witnessing."""

    determination: Determination
    performers: tuple[Performer, ...] = Field(min_length=1)
    accreditation: Literal["demanded", "or-own-assessment"]
    client_facility: Prose | NoneBecause
    says: Prose


class EvaluationTask(PackModel):
    """One piece of determination. Requirements name the task they are determined by.

    ``stages``: initial evaluation, surveillance, renewal; ``order`` says what comes first where it matters.
    """

    id: Word
    title: Line
    determination: Determination
    performer: Performer
    competence: Word
    method: Prose
    record: Word
    stages: tuple[Literal["initial", "surveillance", "renewal"], ...] = ("initial",)
    place: Line
    accreditation_demanded: bool = False


class Retest(PackModel):
    """What may be tested again after a failure, how often, on how many specimens, until when (7.4.7–7.4.8).

    ``rounds`` is a whole number; where the scheme sets no end, it says so and why.
    """

    says: Prose
    rounds: int | Uncertain | NoneBecause
    specimens: Line
    within: PeriodText | Uncertain
