"""An example of every act, made from what its model says: once with every field, once with those it must have.

They say nothing sensible. They are for the form: that what this release writes, every later one reads.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from certwright.core.acts.act import Act
from certwright.core.dossiers import KINDS
from certwright.core.words import Word

DIGEST = f"sha256:{'0' * 64}"
SAMPLES: tuple[Any, ...] = (
    *("An example that a stranger understands.", "2026-03-02", 1, 0, 24, "1", "0.5", "Europe/London", "GB"),
    *("a@example.org", "iso-9001", "17065:2012 4.1.2.2", "client.register@1", "competence.actor-is-authorised"),
    *("act-00000001", DIGEST),
)
"""Tried in turn for every field that holds a single value; the first one the field takes is it."""


class NoExample(LookupError):
    """Nothing among the samples is a value for a field: a sample must be added."""


class Examples:
    """Makes examples. ``given`` are values to try first for the fields that are asked for by a widget, by its name."""

    def __init__(self, given: Mapping[str, Sequence[Any]]) -> None:
        self._given = given

    def whole(self, model: type[Act]) -> dict[str, Any]:
        """An example with every field, in which lists have an entry and choices are the last ones."""
        return self._fields(model, model.model_fields)

    def bare(self, model: type[Act]) -> dict[str, Any]:
        """An example with the fields that must be given only, and of choices the first ones."""
        needed = {name: field for name, field in model.model_fields.items() if field.is_required()}
        return {name: _first(model, name, self._bare_values(_typed(field))) for name, field in needed.items()}

    def _fields(self, model: type[BaseModel], fields: Mapping[str, FieldInfo]) -> dict[str, Any]:
        return {name: _first(model, name, self._values(_typed(field))) for name, field in fields.items()}

    def _bare_values(self, kind: Any) -> Iterator[tuple[Any, Any]]:
        inner = get_args(kind)[0] if get_origin(kind) is Annotated else kind
        if _is_model(inner):
            needed = {name: field for name, field in inner.model_fields.items() if field.is_required()}
            yield kind, {name: _first(inner, name, self._bare_values(_typed(field))) for name, field in needed.items()}
        elif get_origin(inner) is tuple:
            yield kind, []
            item = get_args(inner)[0]
            yield from ((kind, [_first(inner, "", self._bare_values(item))] * times) for times in (1, 2))
        elif _choices(inner):
            yield from ((kind, choice) for choice in _choices(inner))
        else:
            yield from self._values(kind)

    def _values(self, kind: Any) -> Iterator[tuple[Any, Any]]:
        """Values to try for a type, each with the type it must be one of."""
        inner, words = _taken_apart(kind)
        for word in words:
            yield from ((kind, value) for value in self._of_word(word))
        if get_origin(inner) in (Union, UnionType):
            for option in get_args(inner):
                if option is not type(None):
                    yield from self._values(option)
        elif get_origin(inner) is tuple:
            item = get_args(inner)[0]
            yield from ((kind, [_first(inner, "", self._values(item))] * times) for times in (1, 2))
        elif _is_model(inner):
            yield kind, self._fields(inner, inner.model_fields)
        elif choices := _choices(inner):
            yield from ((kind, choice) for choice in reversed(choices))
        elif get_origin(inner) is dict:
            yield kind, {}
        else:
            yield from ((kind, sample) for sample in (True, *SAMPLES) if sample is not True or inner is bool)

    def _of_word(self, word: Word) -> Iterator[Any]:
        yield from self._given.get(word.widget, ())
        if word.dossier == "*":
            yield "client:example"
        elif word.dossier in KINDS and not word.prefix:
            yield f"{word.dossier}:example"


def _first(model: Any, name: str, values: Iterator[tuple[Any, Any]]) -> Any:
    for kind, value in values:
        try:
            TypeAdapter(kind).validate_python(value)
        except ValidationError:
            continue
        return value
    raise NoExample(f"{getattr(model, '__name__', model)}.{name}: add a sample that it takes")


def _typed(field: FieldInfo) -> Any:
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def _taken_apart(kind: Any) -> tuple[Any, Sequence[Word]]:
    if get_origin(kind) is not Annotated:
        return kind, ()
    inner, *metadata = get_args(kind)
    return inner, [item for item in metadata if isinstance(item, Word)]


def _choices(kind: Any) -> Sequence[Any]:
    if get_origin(kind) is Literal:
        return get_args(kind)
    return [item.value for item in kind] if isinstance(kind, type) and issubclass(kind, Enum) else ()


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)
