"""Ways to audit time that need more than one table: food-chain categories, energy complexity, the ISMS grid."""

from typing import Literal, Self

from pydantic import Field, model_validator

from certwright.packs.model.base import Line, PackModel, Prose, Source, Word
from certwright.packs.model.exact import Amount, ExactNumber

Doubt = Literal["basic_days", "further_study_days"]


class FoodCategory(PackModel):
    """A category of the food chain (ISO 22003-1:2022 Annex A) and its audit days.

    ``basic_days`` (T_D) contains the first hazard-control study; each further study adds ``further_study_days``
    (T_H). ``least_days`` is the shortest audit of a later year. ``unsure`` names cells on which sources disagree.
    """

    code: Line
    basic_days: Amount
    further_study_days: Amount
    least_days: Amount
    unsure: tuple[Doubt, ...] = ()


class FoodChain(PackModel):
    """T_s = T_D + T_H × (studies - 1) + T_FTE, in audit days on one site; of several categories the largest values.

    ``no_system_days`` (T_MS) is added in the superseded edition where the client has no other certified system.
    """

    categories: tuple[FoodCategory, ...] = Field(min_length=1)
    no_system_days: Amount | None = None
    source: Source
    conflicts: tuple[Prose, ...] = ()


class ScoreStep(PackModel):
    """Up to and including ``most`` (``None``: no end) the factor is ``value``."""

    most: Amount | None
    value: Amount


class ScoreFactor(PackModel):
    """One input of a complexity score, its weight and its steps."""

    id: Word
    unit: Line
    weight: Amount
    steps: tuple[ScoreStep, ...] = Field(min_length=1)

    def value_of(self, measured: ExactNumber) -> Amount:
        """The factor for a measured value."""
        return next(step.value for step in self.steps if step.most is None or measured <= step.most)


class ScoreClass(PackModel):
    """Scores ``below`` or ``most`` (included) are of this class; the last class has neither."""

    name: Word
    below: Amount | None = None
    most: Amount | None = None

    def holds(self, score: ExactNumber) -> bool:
        """Whether the score does not lie above this class."""
        return (self.below is None or score < self.below) and (self.most is None or score <= self.most)


class ComplexityScore(PackModel):
    """A weighted sum of factors, and the class it falls into (ISO 50003:2021 Annex A)."""

    factors: tuple[ScoreFactor, ...] = Field(min_length=1)
    classes: tuple[ScoreClass, ...] = Field(min_length=1)
    source: Source
    notes: Prose | None = None

    @model_validator(mode="after")
    def _has_no_hole(self) -> Self:
        if sum(factor.weight for factor in self.factors) != 1:
            raise ValueError("the weights of a complexity score add up to 1")
        if any(factor.steps[-1].most is not None for factor in self.factors):
            raise ValueError("the last step of each factor is open (most: null)")
        if (last := self.classes[-1]).below is not None or last.most is not None:
            raise ValueError("the last class of a complexity score is open")
        return self

    def class_of(self, score: ExactNumber) -> str:
        """The class of a score."""
        return next(each.name for each in self.classes if each.holds(score))


class GradeClass(PackModel):
    """Sums of grades from ``low`` to ``high`` are of this class."""

    name: Word
    low: int
    high: int


class GridCell(PackModel):
    """The range of adjustment, in per cent of the table time, for one pair of classes."""

    business: Word
    it: Word
    least_percent: ExactNumber
    most_percent: ExactNumber


class AdjustmentGrid(PackModel):
    """Six factors graded 1 to 3, summed to a business and an IT class, and the range of adjustment for each pair."""

    business_factors: tuple[Line, ...]
    it_factors: tuple[Line, ...]
    grades: tuple[GradeClass, ...]
    cells: tuple[GridCell, ...]
    source: Source
    read_in: tuple[Line, ...] = ()
