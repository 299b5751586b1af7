"""The rules by which the severity of inspection changes from lot to lot, as data."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from certwright.packs.model.base import PackModel, Source


class WithinRecentLots(PackModel):
    """``not_accepted`` lots within the last ``within`` consecutive lots, or fewer."""

    not_accepted: int = Field(ge=1)
    within: int = Field(ge=1)
    source: Source


class LotsInARow(PackModel):
    """``lots`` consecutive lots accepted."""

    rule: Literal["lots-in-a-row"] = "lots-in-a-row"
    lots: int = Field(ge=1)
    source: Source


class SwitchingScore(PackModel):
    """A score that good lots raise and others set back to zero; from ``threshold`` on inspection may be reduced.

    A lot accepted on a plan with Ac 0 or 1 earns ``small_ac``; on a larger Ac it earns ``larger_ac`` if it would have
    been accepted at the next tighter AQL too.
    """

    rule: Literal["score"]
    threshold: int = Field(ge=1)
    small_ac: int = Field(ge=1)
    larger_ac: int = Field(ge=1)
    source: Source


class Discontinuation(PackModel):
    """When inspection under the scheme stops: lots not accepted, or lots inspected, while on tightened inspection."""

    not_accepted: int | None = Field(ge=1)
    lots: int | None = Field(default=None, ge=1)
    source: Source

    @model_validator(mode="after")
    def _some_limit(self) -> "Discontinuation":
        if self.not_accepted is None and self.lots is None:
            raise ValueError("discontinuation needs a number of lots not accepted, or of lots")
        return self


class Switching(PackModel):
    """The rules by which severity changes from lot to lot."""

    normal_to_tightened: WithinRecentLots
    tightened_to_normal: LotsInARow
    normal_to_reduced: Annotated[SwitchingScore | LotsInARow, Field(discriminator="rule")]
    reduced_to_normal: Source
    discontinuation: Discontinuation
    resumption: Source
