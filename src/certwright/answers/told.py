"""An act told to people: its sentence in pieces that can be linked, and everything it says, field by field."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from string import Formatter
from typing import Any, Literal, get_args, get_origin

from django.utils.translation import gettext
from pydantic import BaseModel

from certwright.answers.facts.sheet import Clause, Fact, File, PackRef, Ref, Value, Word
from certwright.answers.pack_names import pack_said
from certwright.answers.saying import Sayable, is_dossier
from certwright.answers.words import counted, said
from certwright.answers.words import in_words as word_in_words
from certwright.core.acts import ACTS
from certwright.core.acts.act import Act, words_of
from certwright.core.acts.record import PutRight
from certwright.core.entry import Entry
from certwright.core.sentences import SENTENCES
from certwright.core.words import Word as FieldWord

Called = Callable[[str, str], str]
"""What a field of an act is called: takes the name of the act and of the field."""
_SHORT = 12
"""How many digits of a digest are enough to tell texts apart."""


def sentence(entry: Entry) -> tuple[Value, ...]:
    """One act in words: text, and between it the dossiers, days and words it names."""
    name = entry.form.partition("@")[0]
    if entry.erased:
        return (gettext("What this act said (%(act)s) was erased.") % {"act": name},)
    if entry.act is None:
        return (gettext("This act (%(act)s) was written by a later release of the program.") % {"act": entry.form},)
    return tuple(_pieces(entry.act, gettext(ACTS[name].spec.says)))


def _pieces(act: Act, template: str) -> Iterator[Value]:
    for text, field, noun, _conversion in Formatter().parse(template):
        if text:
            yield text
        if field == "count":
            yield _counted(act, noun or "")
        elif field:
            yield _at(act, field.removeprefix("act."))


def _counted(act: Act, noun: str) -> str:
    """The length of the act's first list, with its noun."""
    lists = (getattr(act, name) for name in type(act).model_fields)
    count = next((len(value) for value in lists if isinstance(value, tuple)), 0)
    return counted(count, noun)


def _at(model: BaseModel, path: str) -> Value:
    name, _dot, rest = path.partition(".")
    value = getattr(model, name)
    if rest and isinstance(value, BaseModel):
        return _at(value, rest)
    return typed(type(model), name, value)


def fields(act: Act, called: Called, dossier: str = "") -> tuple[Fact, ...]:
    """Everything an act of ``dossier`` says, in words; what it leaves out is left out. A correction says what it
    corrects to."""
    corrected = act.corrected() if isinstance(act, PutRight) else None
    shown = _of_act(act, called)
    if corrected is not None:
        anew = _of_act(corrected, called)
        shown = tuple((name, fact) for name, fact in (*shown, *anew) if name != "fields")
    return tuple(replace(fact, value=_kept_in(dossier, fact.value)) for _, fact in shown)


def _kept_in(dossier: str, value: Value) -> Value:
    """The same value, its files known to be named in ``dossier``."""
    if isinstance(value, tuple):
        return tuple(_kept_in(dossier, item) for item in value)
    return File(value.digest, dossier) if isinstance(value, File) else value


def _of_act(act: Act, called: Called) -> tuple[tuple[str, Fact], ...]:
    name = act.spec.name
    shown = ((field, typed(type(act), field, getattr(act, field))) for field in type(act).model_fields)
    return tuple((field, Fact(called(name, field), value)) for field, value in shown if value not in (None, (), ""))


def _facts(model: BaseModel) -> Iterator[Fact]:
    for name in type(model).model_fields:
        value = typed(type(model), name, getattr(model, name))
        if value not in (None, (), ""):
            yield Fact(label(name), value)


def label(name: str) -> str:
    """The name of a field as people read it."""
    words = name.replace("_", " ")
    return gettext(words[:1].upper() + words[1:])


def typed(model: type[BaseModel], name: str, value: object) -> Value:
    """The value of a field as what it is: a dossier, a clause, a word, a day."""
    return _typed(_reading(model, name), value)


def _typed(read: "_Reading", value: object) -> Value:
    if isinstance(value, tuple | list):
        return tuple(_typed(read, item) for item in value)
    if isinstance(value, BaseModel):
        return _in_one_line(value)
    if isinstance(value, dict):
        return ", ".join(f"{label(str(key))}: {item}" for key, item in value.items())
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date | int | Decimal) and not isinstance(value, bool):
        return value
    return None if value is None else read(value.value if isinstance(value, Enum) else str(value))


def _in_one_line(part: BaseModel) -> Value:
    """A nested part: its facts one after the other, each with its name."""
    return tuple((f"{fact.label}: ", _listed(fact.value)) for fact in _facts(part))


def _listed(value: Value) -> Value:
    """Several values one after the other, with commas between."""
    if not isinstance(value, tuple):
        return value
    return tuple(one for place, item in enumerate(value) for one in ((", ", item) if place else (item,)))


class _Reading:
    """How the texts of one field are to be understood."""

    __slots__ = ("_make",)

    def __init__(self, make: Any) -> None:
        self._make = make

    def __call__(self, text: str) -> Value:
        made: Value = self._make(text)
        return made


@cache
def _reading(model: type[BaseModel], name: str) -> _Reading:
    """How a field's texts are read: from the word it is typed with, or the words it chooses from."""
    field = model.model_fields[name]
    for known in words_of(list(field.metadata), field.annotation):
        if isinstance(known, FieldWord) and (make := _of_word(known)) is not None:
            return _Reading(make)
    return _Reading(Word if _chooses(field.annotation) else str)


def _of_word(known: FieldWord) -> Any:
    if known.prefix == "pack:" or known.widget == "pack":
        return PackRef
    if known.dossier:
        return lambda text: Ref(known.prefix + text)
    if known.attachment:
        return File
    return {"clause": Clause, "text-digest": _short}.get(known.widget)


def _short(digest: str) -> str:
    return digest.removeprefix("sha256:")[:_SHORT]


def _chooses(annotation: Any) -> bool:
    if get_origin(annotation) is Literal:
        return True
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return True
    return any(_chooses(argument) for argument in get_args(annotation) if argument is not annotation)


def said_of(item: Sayable) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
    """A refusal or breach in pieces: what is wrong, and what would lift it, with what its evidence names.

    A sentence this release does not know is shown by its id, with its evidence.
    """
    known = SENTENCES.get(item.says)
    if known is None:
        told = ", ".join(f"{name}: {value}" for name, value in item.evidence.items())
        return (f"{item.says} ({told})" if told else item.says,), ()
    return tuple(_filled(gettext(known.says), item)), tuple(_filled(gettext(known.remedy), item))


def _filled(template: str, item: Sayable) -> Iterator[Value]:
    for text, field, _spec, _conversion in Formatter().parse(template):
        if text:
            yield text
        if field:
            yield _evidence(item.evidence.get(field, f"{{{field}}}"))


def _evidence(text: str) -> Value:
    if is_dossier(text):
        return PackRef(text.removeprefix("pack:")) if text.startswith("pack:") else Ref(text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        return word_in_words(text)


def in_words(value: Value) -> str:
    """A value of a sentence as plain text, dossiers by their ids: for titles and for programs."""
    match value:
        case Word():
            return said(value.word)
        case Ref():
            return value.dossier
        case PackRef():
            return pack_said(value.pack)
        case tuple():
            return ", ".join(in_words(item) for item in value)
        case _:
            return str(value)
