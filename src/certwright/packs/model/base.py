"""What every pack carries, whatever its kind: identity, edition, validity, sources, confidence, uncertain values.

A pack is one YAML text. It is data about a standard, a scheme or a table; it never carries the wording of a
copyrighted standard, only clause numbers, our own titles and our own words.

A kind of pack is a subclass of :class:`Pack` that narrows ``kind`` to a ``Literal``. It may answer three questions,
so that the checks need to know nothing about it: :meth:`Pack.items` (what others may refer to),
:meth:`Pack.references` (what it refers to in other packs) and :meth:`Pack.terms` (which words of the program it uses).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo, field_validator, model_validator

PackId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""Stable name of a pack across its editions: ``iaf-md5``, ``iso-9001``, ``safety-helmets``."""

LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=8000)]
Word = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""A word of a vocabulary of the program, such as a theme: ``suspension-withdrawal``."""

Path: TypeAlias = tuple[str | int, ...]
"""Where something stands in a pack: keys and positions (from 0) from the top, ``("clauses", 3, "theme")``."""


class Confidence(StrEnum):
    """How far a fact of a pack may be trusted before somebody reads the bought standard."""

    VERIFIED = "verified"  # read in two independent public sources, or recomputed
    SEEN = "seen"  # read in one public source
    RECALLED = "recalled"  # known to the analyst, not seen in a source
    UNSURE = "unsure"  # must be settled by the body on adoption; never a hard rule


class ValueForm(StrEnum):
    """What a value that the body sets looks like."""

    WHOLE_NUMBER = "whole-number"
    DECIMAL = "decimal"
    DAY = "day"  # a calendar day, 2026-11-23
    PERIOD = "period"  # 12 months, 30 days, 5 working days
    YES_NO = "yes-no"
    CHOICE = "choice"  # one of the words under ``choices``
    TEXT = "text"


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
    """A value nobody could confirm. The body sets it when it adopts the pack; until then it is unset.

    ``unit`` says what a number counts (months, audit days, per cent); ``suggested`` is written as the body would
    write it and has the ``form``.
    """

    name: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*$")]
    meaning: Prose
    unit: Line
    form: ValueForm = ValueForm.TEXT
    choices: tuple[Line, ...] = ()
    suggested: str | None = None
    source: Source

    @model_validator(mode="after")
    def _choices_belong_to_a_choice(self) -> "UncertainValue":
        if (self.form is ValueForm.CHOICE) != bool(self.choices):
            raise ValueError("choices are listed when, and only when, the form is choice")
        return self


class Replaces(PackModel):
    """The edition that this one replaces, and the last day (inclusive) on which both may be in force.

    A case is pinned to one edition; several editions run at once during a transition.
    """

    edition: Line
    transition_until: date


@dataclass(frozen=True, slots=True)
class Item:
    """Something in a pack that other packs may refer to: a clause, a row, a code. Unique within its pack."""

    id: str
    path: Path


@dataclass(frozen=True, slots=True)
class Reference:
    """From ``path`` in one pack to another pack, or to one ``item`` of it.

    ``kind`` and ``edition`` narrow what will do; ``None`` means any.
    """

    path: Path
    pack: str
    item: str | None = None
    kind: str | None = None
    edition: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the program's that a pack uses at ``path``; ``vocabulary`` says of which list: ``theme``."""

    path: Path
    vocabulary: str
    word: str


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
    replaces: Replaces | None = None
    confidence: Confidence
    sources: tuple[Source, ...] = Field(min_length=1)
    uncertain: tuple[UncertainValue, ...] = ()

    @field_validator("title")
    @classmethod
    def _title_in_english(cls, title: dict[str, str]) -> dict[str, str]:
        if "en" not in title:
            raise ValueError("title needs an English (en) text")
        return title

    @field_validator("valid_to")
    @classmethod
    def _validity_runs_forward(cls, valid_to: date | None, known: ValidationInfo) -> date | None:
        valid_from = known.data.get("valid_from")
        if valid_from and valid_to and valid_to < valid_from:
            raise ValueError(f"valid_to {valid_to} lies before valid_from {valid_from}")
        return valid_to

    def is_valid_on(self, day: date) -> bool:
        """Whether ``day`` lies within the pack's validity (both ends included)."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)

    def items(self) -> Iterator[Item]:
        """What other packs may refer to. None, unless the kind says otherwise."""
        return iter(())

    def references(self) -> Iterator[Reference]:
        """What this pack refers to in other packs. None, unless the kind says otherwise."""
        return iter(())

    def terms(self) -> Iterator[Term]:
        """Which words of the program's vocabularies this pack uses. None, unless the kind says otherwise."""
        return iter(())
