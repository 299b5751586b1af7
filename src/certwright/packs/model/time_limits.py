"""The time limits of one accreditation standard: how long, from when, how binding, and what a body may change.

Numbers that the standard or a mandatory document states are *hard*; numbers that are customary, or only ours, are
*policy* and are the body's or the scheme's own (ISO/IEC 17065 in particular leaves most of them open). A limit whose
``period`` is empty has no number at all until body or scheme gives one.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from certwright.packs.model.base import Item, LanguageCode, Line, Pack, PackModel, Prose, Source, Word
from certwright.packs.model.period import PeriodText

RuleNumber = Annotated[str, StringConstraints(pattern=r"^(TR[0-9]{2}|R-[0-9]{2})$")]
"""The number of a time rule in the domain papers: ``TR04`` (ISO/IEC 17021-1), ``R-62`` (ISO/IEC 17065)."""


class BodyMay(StrEnum):
    """What a body, scheme or sector standard may do with a limit."""

    KEEP = "keep"
    SHORTEN = "shorten"  # a longest time: it may only become stricter
    LENGTHEN = "lengthen"  # a shortest time: it may only become stricter
    SET = "set"


class TimeLimit(PackModel):
    """One limit. ``counts_from`` says in words from which event; ``says`` is the rule in our words."""

    id: Word
    rule: RuleNumber
    title: dict[LanguageCode, Line] = Field(min_length=1)
    counts_from: Line
    period: PeriodText | None
    force: Literal["hard", "policy"]
    body_may: BodyMay
    says: Prose
    source: Source

    @model_validator(mode="after")
    def _number_or_choice(self) -> Self:
        if self.period is None and self.body_may is not BodyMay.SET:
            raise ValueError("a limit without a period leaves it to the body or scheme: body_may is 'set'")
        return self


class TimeLimitPack(Pack):
    """All time limits of one edition of one accreditation standard."""

    kind: Literal["time-limits"]
    standard: Line
    limits: tuple[TimeLimit, ...] = Field(min_length=1)

    def items(self) -> Iterator[Item]:
        """Every limit."""
        return (Item(limit.id, ("limits", at, "id")) for at, limit in enumerate(self.limits))

    def limit(self, name: str) -> TimeLimit:
        """The limit of that id. Raises ``KeyError`` if there is none."""
        for limit in self.limits:
            if limit.id == name:
                return limit
        raise KeyError(name)
