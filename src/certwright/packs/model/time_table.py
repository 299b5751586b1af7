"""A table of audit time: bands of effective personnel down, classes of complexity or risk across, audit days inside."""

from itertools import pairwise
from typing import Annotated

from pydantic import Field, model_validator

from certwright.packs.model.base import Line, PackModel, Prose, Source, Word
from certwright.packs.model.exact import Amount


class Band(PackModel):
    """One row: from ``low`` to ``high`` persons, both included (``None``: no end), the audit days per column."""

    low: Annotated[int, Field(ge=1)]
    high: Annotated[int, Field(ge=1)] | None
    days: dict[Word, Amount]


class StartPoint(PackModel):
    """Where the document lets its table begin. Information for the reader; no band is derived from it."""

    personnel: Annotated[int, Field(ge=1)]
    days: Amount


class TimeTable(PackModel):
    """Audit days by effective personnel and class.

    Bands follow one another without a gap, begin at one person, and no column ever falls: a misprint such as two
    rows that overlap, known from a published edition, is refused when the pack is read.
    """

    id: Word
    title: Line
    columns: tuple[Word, ...] = Field(min_length=1)
    bands: tuple[Band, ...] = Field(min_length=1)
    start_point: StartPoint | None = None
    source: Source
    read_in: tuple[Line, ...] = ()
    notes: Prose | None = None

    @model_validator(mode="after")
    def _bands_form_a_table(self) -> "TimeTable":
        if self.bands[0].low != 1:
            raise ValueError("the first band begins at 1 person")
        for band in self.bands:
            if set(band.days) != set(self.columns):
                raise ValueError(f"the band from {band.low} must have the columns {', '.join(self.columns)}")
            if band.high is not None and band.high < band.low:
                raise ValueError(f"the band from {band.low} ends before it begins")
        for upper, lower in pairwise(self.bands):
            if upper.high is None or lower.low != upper.high + 1:
                raise ValueError(f"the band from {lower.low} does not follow the one before it")
            if any(lower.days[column] < upper.days[column] for column in self.columns):
                raise ValueError(f"the audit days fall at the band from {lower.low}")
        return self

    def band_of(self, personnel: int) -> Band | None:
        """The band that contains ``personnel`` (whole persons, at least 1); ``None`` above the last band."""
        return next((band for band in self.bands if band.high is None or personnel <= band.high), None)
