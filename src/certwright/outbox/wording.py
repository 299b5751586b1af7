"""Filling in a letter: every placeholder said in the language of the letter."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import translation
from django.utils.formats import date_format
from pydantic import BaseModel

from certwright.core.acts.act import Act, words_of
from certwright.core.words import Word
from certwright.outbox.facts import WORDS, Called, Line, Occasion, Span, Term, Value, name_of
from certwright.outbox.letter import PLACEHOLDER, Terms, Words
from certwright.packs.said import pack_said

MOST = 200
"""How long a name or number is told in a subject; longer ones are cut there, never in the text."""
_WRAPPED = re.compile(r"(?<=\S)\n(?!\{[a-z_]+\}(?:\n|$))(?=\S)")
"""A line that only goes on because the file is wrapped; a placeholder on a line of its own stays there."""


@dataclass(frozen=True, slots=True)
class Written:
    """A letter in words. ``people`` are the dossiers of those it names."""

    subject: str
    text: str
    people: tuple[str, ...]


@dataclass(slots=True)
class Writer:
    """Says values in one language, and remembers who was named."""

    of: Occasion
    terms: Terms
    people: list[str] = field(default_factory=list)

    def written(self, words: Words) -> Written:
        """The letter, without the paragraphs that have nothing to say."""
        paragraphs = re.split(r"\n\s*\n", words.text.strip())
        text = "\n\n".join(filter(None, (self._paragraph(each) for each in paragraphs)))
        subject = PLACEHOLDER.sub(lambda found: self.says(found[1])[:MOST], words.subject)
        subject = " ".join(subject.split())[:300]
        return Written(subject[:1].upper() + subject[1:], text, tuple(dict.fromkeys(self.people)))

    def _paragraph(self, paragraph: str) -> str:
        said = {name: self.says(name) for name in PLACEHOLDER.findall(paragraph)}
        if not all(said.values()):
            return ""
        return PLACEHOLDER.sub(lambda found: said[found[1]], unwrapped(paragraph))

    def says(self, name: str) -> str:
        """What a placeholder stands for; empty where there is nothing to say."""
        if name in self.terms.shared:
            return unwrapped(self.terms.shared[name].strip())
        act = self.of.entry.act if self.of.entry else None
        if act is not None and name in type(act).model_fields:
            return self._field(act, name)
        return self._value(WORDS[name](self.of)) if name in WORDS else ""

    def _field(self, act: Act, name: str) -> str:
        return self._value(field_value(act, name))

    def _value(self, value: Value) -> str:
        match value:
            case None:
                return ""
            case date():
                return said_day(value, self.terms)
            case Term():
                return self.terms.terms.get(value.word, value.word.replace("-", " "))
            case Called():
                return self._called(value)
            case Span():
                days = [said_day(day, self.terms) for day in dict.fromkeys((value.first, value.last)) if day]
                return f" {self.terms.frame['until']} ".join(days)
            case Line():
                return ", ".join(self._value(each).replace("\n", " ") for each in value.parts)
            case tuple():
                return "\n".join(f"– {self._value(each)}" for each in value)
            case _:
                return value.strip()

    def _called(self, called: Called) -> str:
        if called.dossier.startswith("person:"):
            self.people.append(called.dossier)
        name = name_of(self.of.at(called.dossier), called.dossier)
        return f"{name}, {self._value(Term(called.does))}" if called.does else name


def unwrapped(paragraph: str) -> str:
    """A paragraph without the line ends that are there only because the file is wrapped."""
    return _WRAPPED.sub(" ", paragraph)


def said_day(day: date, terms: Terms) -> str:
    """A calendar day in words: 23 November 2026."""
    with translation.override(terms.tag):
        return date_format(day, terms.frame["day_format"])


def field_value(act: BaseModel, name: str) -> Value:
    """What a field of an act holds, as letters say it."""
    described = type(act).model_fields[name]
    words = tuple(words_of(described.metadata, described.annotation))
    return _said(getattr(act, name), words)


def _said(value: Any, words: tuple[Word, ...]) -> Value:
    if value is None:
        return None
    if isinstance(value, date):
        return value
    if isinstance(value, tuple):
        return tuple(_said(each, words) for each in value)
    if isinstance(value, BaseModel):
        return Line(tuple(_parts(value)))
    if not isinstance(value, str):
        return str(value)
    kinds = {word.widget for word in words}
    if "pack" in kinds or any(word.prefix == "pack:" for word in words):
        return pack_said(value)
    if any(word.dossier for word in words):
        return Called(value)
    return value if words else Term(value)


def _parts(part: BaseModel) -> Iterator[Value]:
    for name in type(part).model_fields:
        value = field_value(part, name)
        if value not in (None, ()):
            yield value


def raw(of: Occasion, name: str) -> str:
    """The word as it is recorded, for telling whether a letter is meant."""
    act = of.entry.act if of.entry else None
    if act is not None and name in type(act).model_fields:
        return str(getattr(act, name))
    value = WORDS[name](of)
    return value.word if isinstance(value, Term) else str(value)


def compose(of: Occasion, words: Words, terms: Terms) -> Written:
    """The letter in words.

    Long texts are taken over whole; what they hold is never read as a placeholder or as markup.
    """
    return Writer(of, terms).written(words)
