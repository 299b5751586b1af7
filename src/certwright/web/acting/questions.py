"""What a form asks for: the fields of an act as questions, read from its model and the words they are typed with.

One engine serves every act there is and will be (DESIGN section 4): a new act brings its own form.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from certwright.core.acts.act import Act
from certwright.core.acts.record import PutRight
from certwright.core.reckoning.told import ToldTime
from certwright.core.words import Word

RECKONING = "reckoning"
"""The widget of a field that names a kept reckoning: its facts are told instead, and it is reckoned."""


@dataclass(frozen=True, slots=True)
class Question:
    """A field as a form asks for it.

    ``widget`` is that of the field's word, or ``choice``, ``number``, ``part`` or ``reckoning``. ``many`` says that the
    field is a list. ``choices`` are the values to choose from, ``kinds`` the dossiers that may be named, ``parts`` the
    questions of a nested part, ``model`` that part. ``whole`` numbers have no decimals. ``error`` is the word's
    sentence for a wrong value.
    """

    name: str
    widget: str
    needed: bool
    many: bool = False
    choices: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    prefix: str = ""
    parts: tuple["Question", ...] = ()
    model: type[BaseModel] | None = None
    whole: bool = False
    default: Any = None
    error: str = ""
    longest: int | None = None


@cache
def questions(model: type[BaseModel]) -> tuple[Question, ...]:
    """The questions a model's fields ask, in their order."""
    return tuple(_question(name, field) for name, field in model.model_fields.items())


def questions_of_act(model: type[Act], corrected: type[Act] | None) -> tuple[Question, ...]:
    """The questions of an act. Putting an act right asks for its fields anew: ``corrected`` is the kind of that act."""
    if model is not PutRight or corrected is None:
        return questions(model)
    anew = Question("fields", "part", needed=True, parts=questions(corrected), model=corrected)
    return tuple(anew if question.name == "fields" else question for question in questions(model))


def by_name(asked: tuple[Question, ...]) -> Mapping[str, Question]:
    """The questions by the name of their field."""
    return {question.name: question for question in asked}


def _question(name: str, field: FieldInfo) -> Question:
    inner, metadata, many = _taken_apart(field.annotation, list(field.metadata))
    words = [item for item in metadata if isinstance(item, Word)]
    options = _without_none(inner)
    for option in options:
        words += [item for item in get_args(option)[1:] if isinstance(item, Word)]
    base = _base(options[0]) if options else inner
    part = base if isinstance(base, type) and issubclass(base, BaseModel) else None
    if any(word.widget == RECKONING for word in words):
        part = ToldTime
    choices = tuple(_choices(base))
    default = None if field.is_required() else field.get_default()
    return Question(
        name=name,
        widget=RECKONING if part is ToldTime else _widget(base, words, part, choices),
        needed=field.is_required() and (not many or _least(field) > 0),
        many=many,
        choices=choices,
        kinds=tuple(word.dossier for word in words if word.dossier),
        prefix=next((word.prefix for word in words), ""),
        parts=questions(part) if part else (),
        model=part,
        whole=base is int,
        default=default,
        error=next((word.error for word in words), ""),
        longest=next((limit for item in metadata if isinstance(limit := getattr(item, "max_length", None), int)), None),
    )


def _widget(base: Any, words: list[Word], part: type[BaseModel] | None, choices: tuple[str, ...]) -> str:
    if part:
        return "part"
    if choices:
        return "choice"
    if words:
        return words[0].widget
    return "number" if base in (int, Decimal) else "line"


def _taken_apart(annotation: Any, metadata: list[Any]) -> tuple[Any, list[Any], bool]:
    """What a field holds, beside ``None``; what is said of it; whether it is a list of it."""
    options = _without_none(annotation)
    inner = options[0] if len(options) == 1 else annotation
    if get_origin(inner) is Annotated:
        metadata = [*metadata, *get_args(inner)[1:]]
        inner = get_args(inner)[0]
    if get_origin(inner) is tuple:
        item = get_args(inner)[0]
        found, said, _ = _taken_apart(item, [])
        return found, said, True
    return inner, metadata, False


def _without_none(annotation: Any) -> list[Any]:
    if get_origin(annotation) in (Union, UnionType):
        return [option for option in get_args(annotation) if option is not type(None)]
    return [annotation]


def _base(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def _choices(base: Any) -> Iterator[str]:
    if get_origin(base) is Literal:
        yield from (str(value) for value in get_args(base))
    elif isinstance(base, type) and issubclass(base, Enum):
        yield from (str(value.value) for value in base)


def _least(field: FieldInfo) -> int:
    found = (limit for item in field.metadata if isinstance(limit := getattr(item, "min_length", None), int))
    return next(found, 0)
