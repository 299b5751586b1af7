"""From the values of an act's fields back to what stands in a form: the other direction of :mod:`.understood`."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any

from django.http import QueryDict
from pydantic import BaseModel

from certwright.web.acting.questions import RECKONING, Question
from certwright.web.acting.typed import Typed, is_by_line, read

Naming = Callable[[str], str]
"""How a dossier is written into a form: its name with its id in brackets."""


def written(asked: Iterable[Question], fields: Mapping[str, Any], naming: Naming) -> Typed:
    """The fields of an act as somebody would have typed them."""
    found = {question.name: question for question in asked}
    return {name: _written(found[name], value, naming) for name, value in fields.items() if name in found}


def _written(question: Question, value: Any, naming: Naming) -> Any:
    if value is None:
        return {} if question.parts and not question.many else [] if question.many else ""
    if question.many and isinstance(value, list | tuple):
        texts = [_one(question, item, naming) for item in value]
        return "\n".join(texts) if is_by_line(question) else texts
    return _one(question, value, naming)


def _one(question: Question, value: Any, naming: Naming) -> Any:
    if question.widget == RECKONING and isinstance(value, str):
        return {**read(question.parts, QueryDict(), ""), "kept": value}
    if question.parts:
        fields = value.model_dump() if isinstance(value, BaseModel) else value
        return written(question.parts, fields, naming) if isinstance(fields, Mapping) else {}
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    text = str(value)
    return naming(text) if question.widget == "dossier" else text


def dossiers_in(asked: Iterable[Question], fields: Mapping[str, Any]) -> set[str]:
    """The ids of all dossiers that the fields name, to look up what they are called."""
    found: set[str] = set()
    for question in asked:
        value = fields.get(question.name)
        items = value if isinstance(value, list | tuple) else [value]
        if question.widget == "dossier":
            found.update(item for item in items if isinstance(item, str))
        for item in items if question.parts else ():
            part = item.model_dump() if isinstance(item, BaseModel) else item
            found |= dossiers_in(question.parts, part) if isinstance(part, Mapping) else set()
    return found
