"""What every pack carries, whatever its kind: identity, edition, validity, sources, confidence, uncertain values.

A pack is one YAML text. It is data about a standard, a scheme or a table; it never carries the wording of a
copyrighted standard, only clause numbers, our own titles and our own words.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

PackId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""Stable name of a pack across its editions: ``iaf-md5``, ``iso-9001``, ``safety-helmets``."""

LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=8000)]


class Confidence(StrEnum):
    """How far a fact of a pack may be trusted before somebody reads the bought standard."""

    VERIFIED = "verified"  # read in two independent public sources, or recomputed
    SEEN = "seen"  # read in one public source
    RECALLED = "recalled"  # known to the analyst, not seen in a source
    UNSURE = "unsure"  # must be settled by the body on adoption; never a hard rule


class PackModel(BaseModel):
    """Base of every model in a pack: frozen, and a field nobody knows is an error, not a guess."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(PackModel):
    """Where a fact comes from."""

    document: Line
    clause: Line | None = None
    note: Prose | None = None
    confidence: Confidence


class UncertainValue(PackModel):
    """A value nobody could confirm. The body sets it when it adopts the pack; until then it is unset."""

    name: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*$")]
    meaning: Prose
    unit: Line
    suggested: str | None = None
    source: Source


class Pack(PackModel):
    """The head of every pack. Each kind adds its own body in a subclass.

    ``valid_from``/``valid_to`` are calendar days, both inclusive; ``None`` means open.
    """

    pack: PackId
    kind: str
    edition: Line
    title: dict[LanguageCode, Line] = Field(min_length=1)
    valid_from: date | None
    valid_to: date | None
    confidence: Confidence
    sources: tuple[Source, ...] = Field(min_length=1)
    uncertain: tuple[UncertainValue, ...] = ()

    @model_validator(mode="after")
    def _validity_runs_forward(self) -> "Pack":
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValueError(f"valid_to {self.valid_to} lies before valid_from {self.valid_from}")
        if "en" not in self.title:
            raise ValueError("title needs an English (en) text")
        return self

    def is_valid_on(self, day: date) -> bool:
        """Whether ``day`` lies within the pack's validity (both ends included)."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)
