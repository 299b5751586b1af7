"""How much time an audit of several integrated management systems may save (IAF MD 11)."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from certwright.packs.model.base import Item, Pack, PackModel, Source
from certwright.packs.model.exact import Amount
from certwright.packs.model.site_sampling import Demand

Percent = Annotated[int, Field(ge=0, le=100)]


class ReductionRow(PackModel):
    """From this level of integration on: the largest reduction by ability of the team. All three in per cent."""

    level: Percent
    by_ability: dict[Percent, Amount]


class ReductionMatrix(PackModel):
    """The largest reductions. Rows and columns are grid lines, ascending; between them the next lower line holds."""

    rows: tuple[ReductionRow, ...] = Field(min_length=1)
    source: Source

    @model_validator(mode="after")
    def _is_a_grid(self) -> Self:
        for lower, upper in pairwise(self.rows):
            if upper.level <= lower.level or list(upper.by_ability) != list(lower.by_ability):
                raise ValueError(f"the row for {upper.level} per cent does not continue the grid")
        for row in self.rows:
            if list(row.by_ability) != sorted(row.by_ability):
                raise ValueError(f"the abilities of the row for {row.level} per cent must ascend")
        return self


class IntegrationPack(Pack):
    """The rules for integrated management systems."""

    kind: Literal["integration"]
    criteria: tuple[Demand, ...] = Field(min_length=1)
    matrix: ReductionMatrix
    most_reduction_percent: Amount
    limit_source: Source
    demands: tuple[Demand, ...]

    @model_validator(mode="after")
    def _stays_under_the_limit(self) -> Self:
        for row in self.matrix.rows:
            if any(percent > self.most_reduction_percent for percent in row.by_ability.values()):
                raise ValueError(f"the row for {row.level} per cent exceeds the largest reduction")
        return self

    def items(self) -> Iterator[Item]:
        """The criteria of integration and the demands."""
        yield from (Item(each.id, ("criteria", place)) for place, each in enumerate(self.criteria))
        yield from (Item(each.id, ("demands", place)) for place, each in enumerate(self.demands))

    def demand(self, name: str) -> Demand:
        """The demand of that id. Raises ``KeyError`` if there is none."""
        for each in self.demands:
            if each.id == name:
                return each
        raise KeyError(name)
