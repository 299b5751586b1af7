"""How many sites of an organization are visited, which, and for how long at least (IAF MD 1)."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator

from certwright.packs.model.base import Item, LanguageCode, Line, Pack, PackModel, Source, Word
from certwright.packs.model.exact import Amount


class Occasion(StrEnum):
    """When a sample of sites is taken."""

    INITIAL = "initial"
    SURVEILLANCE = "surveillance"
    RECERTIFICATION = "recertification"
    RECERTIFICATION_PROVEN = "recertification-proven"  # the system proved effective over the cycle
    ADDED_SITES = "added-sites"  # sites that join a certified organization


class Coefficient(PackModel):
    """n is the smallest whole number of at least ``factor`` × √x."""

    occasion: Occasion
    factor: Amount
    source: Source


class Share(PackModel):
    """A share of sites (1/4) with its source."""

    share: Amount
    source: Source


class Limit(PackModel):
    """A limit in per cent of the table time, with its source."""

    most_percent: Amount
    source: Source


class Demand(PackModel):
    """Something the document demands, or names as a ground for judgement, in our own short words."""

    id: Word
    title: dict[LanguageCode, Line]
    source: Source


class SiteSamplingPack(Pack):
    """The rules for organizations with several sites."""

    kind: Literal["site-sampling"]
    coefficients: tuple[Coefficient, ...]
    random: Share
    unsampled_surveillance: Share
    site_reduction: Limit
    central_processes: Limit
    eligibility: tuple[Demand, ...] = Field(min_length=1)
    risk_factors: tuple[Demand, ...]
    judgement_factors: tuple[Demand, ...]
    demands: tuple[Demand, ...]

    @model_validator(mode="after")
    def _every_occasion_has_a_coefficient(self) -> Self:
        if [each.occasion for each in self.coefficients] != list(Occasion):
            raise ValueError("give one coefficient for each of: " + ", ".join(Occasion))
        return self

    def items(self) -> Iterator[Item]:
        """Conditions of eligibility and demands."""
        yield from (Item(each.id, ("eligibility", place)) for place, each in enumerate(self.eligibility))
        yield from (Item(each.id, ("demands", place)) for place, each in enumerate(self.demands))

    def coefficient(self, occasion: Occasion) -> Coefficient:
        """The coefficient for the occasion."""
        return next(each for each in self.coefficients if each.occasion is occasion)

    def demand(self, name: str) -> Demand:
        """The demand of that id. Raises ``KeyError`` if there is none."""
        for each in self.demands:
            if each.id == name:
                return each
        raise KeyError(name)
