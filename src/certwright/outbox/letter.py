"""What a letter is: data, not code. A new letter, or another wording of one, is a file."""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from certwright.core.acts import ACTS

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Cause(_Part):
    """A kind of act that causes the letter, where every word named in ``when`` has one of the values."""

    act: str
    when: Mapping[str, tuple[str, ...]] = {}

    @model_validator(mode="after")
    def _is_known(self) -> "Cause":
        if self.act not in ACTS:
            raise ValueError(f"there is no act called {self.act}")
        return self


class Proof(_Part):
    """The act that puts on record that the letter went out, and its field for the day."""

    act: str
    day: str

    @model_validator(mode="after")
    def _is_known(self) -> "Proof":
        if self.act not in ACTS or self.day not in ACTS[self.act].model_fields:
            raise ValueError(f"there is no act called {self.act} with a field {self.day}")
        return self


class Words(_Part):
    """The letter in one language: paragraphs between empty lines, with placeholders such as ``{reasons}``.

    A paragraph whose placeholder has nothing to say is left out.
    """

    subject: Annotated[str, Field(min_length=1, max_length=300)]
    text: Annotated[str, Field(min_length=1, max_length=20_000)]

    def placeholders(self) -> frozenset[str]:
        """Every placeholder in subject and text."""
        return frozenset(PLACEHOLDER.findall(self.subject + self.text))


class Letter(_Part):
    """A letter: what causes it, which clauses ask for it, to whom it goes, what it says in each language.

    ``reminds`` says of which date a letter reminds that no act but a day causes. ``release`` is *look* where somebody
    looks at it before it leaves. ``encloses`` are fields of the act that name attachments.
    """

    id: Name
    version: Annotated[int, Field(ge=1, le=10_000)]
    on: tuple[Cause, ...] = ()
    reminds: Literal["expiry", "answer"] | None = None
    clauses: Annotated[tuple[str, ...], Field(min_length=1)]
    to: Literal["client", "origin"] = "client"
    release: Literal["look", "at-once"] = "look"
    proves: Proof | None = None
    encloses: tuple[str, ...] = ()
    calendar: Literal["invite", "cancel"] | None = None
    words: Annotated[Mapping[Language, Words], Field(min_length=1)]

    @model_validator(mode="after")
    def _is_caused(self) -> "Letter":
        if bool(self.on) == bool(self.reminds):
            raise ValueError("a letter is caused by acts or reminds of a date")
        return self

    def in_language(self, language: str) -> tuple[str, Words]:
        """The letter in ``language``, or in English, or as it is written; and the language it then is in."""
        written = next(each for each in (language, "en", *self.words) if each in self.words)
        return written, self.words[written]

    def placeholders(self) -> Iterator[str]:
        """Every placeholder in any language, and every word its causes look at."""
        for words in self.words.values():
            yield from sorted(words.placeholders())
        for cause in self.on:
            yield from cause.when


class Terms(_Part):
    """What a language says around letters: ``frame``, paragraphs that letters share, words of the vocabulary."""

    tag: str
    frame: Mapping[str, str]
    shared: Mapping[str, str]
    terms: Mapping[str, str]
