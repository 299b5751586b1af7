"""Sectors that accreditation and competence are scoped by, with the classes they suggest (IAF ID 1, NACE Rev. 2).

No document classifies risk or complexity by code: a class belongs to what the client does. What stands here is a
default for the reviewer, derived from the sector lists of IAF MD 5.
"""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from certwright.packs.model.base import Item, Line, Pack, PackModel, Prose, Source, Word

NacePrefix = Annotated[str, StringConstraints(pattern=r"^[0-9]{2}(\.[0-9]{1,2})?$")]


class ClassOfPart(PackModel):
    """The class suggested for one part of a sector; ``all`` is the whole sector.

    ``may_be``: the document allows the other class for that activity. ``unsure``: inferred, or from one list only.
    """

    part: Line
    suggests: Word
    may_be: tuple[Word, ...] = ()
    unsure: bool = False


class Sector(PackModel):
    """One sector: its number, the NACE classes it takes in, and the classes it suggests per kind of system."""

    code: Annotated[int, Field(ge=1)]
    name: Line
    nace: tuple[NacePrefix, ...]
    nace_except: tuple[NacePrefix, ...] = ()
    qms: tuple[ClassOfPart, ...]
    ems: tuple[ClassOfPart, ...]
    ohsms: tuple[ClassOfPart, ...]
    note: Prose | None = None


class TieBreak(PackModel):
    """A NACE class that belongs to this sector although it lies under another sector's division."""

    nace: NacePrefix
    code: int


class NamedCode(PackModel):
    """A code of a list and its short title."""

    code: Line
    name: Line


class CodeList(PackModel):
    """Another list of areas (food-chain categories, technical areas), with its source."""

    id: Word
    title: Line
    codes: tuple[NamedCode, ...]
    note: Prose | None = None
    source: Source


class SectorCodesPack(Pack):
    """The list of sectors, and the other lists that scopes are written in."""

    kind: Literal["sector-codes"]
    nace_edition: Line
    sectors: tuple[Sector, ...] = Field(min_length=1)
    tie_breaks: tuple[TieBreak, ...] = ()
    lists: tuple[CodeList, ...] = ()
    notes: tuple[Prose, ...] = ()
    class_source: Source

    @model_validator(mode="after")
    def _tie_breaks_name_sectors(self) -> Self:
        held = {sector.code for sector in self.sectors}
        for tie_break in self.tie_breaks:
            if tie_break.code not in held:
                raise ValueError(f"the tie break for {tie_break.nace} names the sector {tie_break.code}, not here")
        return self

    def items(self) -> Iterator[Item]:
        """Each sector, by its number."""
        yield from (Item(str(each.code), ("sectors", place)) for place, each in enumerate(self.sectors))

    def sector(self, code: int) -> Sector | None:
        """The sector with that number, if there is one."""
        return next((each for each in self.sectors if each.code == code), None)
