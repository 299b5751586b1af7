"""Sampling plans for isolated lots, indexed by limiting quality, as data: ISO 2859-2."""

from decimal import Decimal
from functools import cached_property
from typing import Literal

from pydantic import Field, model_validator

from certwright.packs.model.base import Line, Pack, PackModel, Source
from certwright.packs.model.lot_table import LotRange, Quality, check_leave, check_ranges


class LqPlan(PackModel):
    """Sample size and acceptance number."""

    n: int = Field(ge=1)
    ac: int = Field(ge=0)


class LqRow(LotRange):
    """The plans of one lot range, in the order of the pack's limiting qualities; ``None``: inspect every item."""

    plans: tuple[LqPlan | None, ...]


class LqPlans(Pack):
    """Plans for isolated lots indexed by limiting quality, in per cent nonconforming.

    ``procedure`` is the document's name for who regards the lot as isolated. ``needs``: as for a master table.
    """

    kind: Literal["lq-plans"]
    document: Line
    procedure: Line
    lq_series: tuple[Quality, ...] = Field(min_length=1)
    rows: tuple[LqRow, ...] = Field(min_length=1)
    needs: str | None = None
    source: Source
    acceptability: Source

    @cached_property
    def columns(self) -> dict[Decimal, int]:
        """Limiting quality as a number → its place in the series."""
        return {Decimal(quality): place for place, quality in enumerate(self.lq_series)}

    @model_validator(mode="after")
    def _rows_are_whole(self) -> "LqPlans":
        check_ranges(self.rows)
        if any(len(row.plans) != len(self.lq_series) for row in self.rows):
            raise ValueError("each row needs one plan for each limiting quality")
        check_leave(self, self.source, self.needs)
        return self
