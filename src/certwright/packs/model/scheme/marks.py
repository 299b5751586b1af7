"""The mark of conformity, who may use it where, and what the directory of certified products shows.

ISO/IEC 17065:2012 4.1.3, 7.8, 7.9.3; ISO/IEC 17030.
"""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from certwright.packs.model.base import Line, PackModel, Prose, Word
from certwright.packs.model.exact import Amount
from certwright.packs.model.uncertain import NoneBecause


class Place(StrEnum):
    """Where a mark stands."""

    PRODUCT = "product"
    PACKAGING = "packaging"
    ACCOMPANYING = "accompanying-information"  # manual, delivery note, download page
    PAPERS = "business-papers"
    ADVERTISING = "advertising"
    WEB = "web"


ON_PRODUCT = frozenset({Place.PRODUCT, Place.PACKAGING, Place.ACCOMPANYING})
"""The places that make a mark one *on the product* (ISO/IEC 17065:2012 7.9.3)."""


class Artwork(PackModel):
    """How the mark looks: least height in millimetres, colours, what may not be changed."""

    least_height_mm: Amount | NoneBecause
    colours: Line
    says: Prose


class MarkRules(PackModel):
    """The rules of one mark: whose it is, where it may stand, what stands beside it, how labels are controlled.

    ``lookup`` says how a reader finds out what was certified (ISO/IEC 17030).
    """

    id: Word
    name: Line
    owner: Line
    places: tuple[Place, ...] = Field(min_length=1)
    artwork: Artwork
    beside: tuple[Line, ...]
    lookup: Prose
    control: Literal["self-applied", "labels-ordered", "serial-numbers", "digital"]
    control_says: Prose
    claims_forbidden: tuple[Prose, ...] = Field(min_length=1)
    after_end: Prose

    @property
    def on_product(self) -> bool:
        """Whether the mark stands on the product, its packaging or what comes with it."""
        return not ON_PRODUCT.isdisjoint(self.places)


class Directory(PackModel):
    """What is published about certified products (7.8): ``fields`` of every entry, and registers kept elsewhere."""

    fields: tuple[Line, ...] = Field(min_length=1)
    published: Literal["public", "on-request"]
    elsewhere: Prose | NoneBecause
