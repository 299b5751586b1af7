"""What somebody typed into a form, as it is kept in a page and in a draft: texts in lists and dictionaries, unjudged.

The names of inputs are paths: ``act.sites.0.town``. What is shown again, saved and understood is always this.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from django.http import QueryDict

from certwright.web.acting.questions import Question

Typed = dict[str, Any]
"""By field: a text, a list of texts, a dictionary of a part's fields, or a list of such dictionaries."""

BY_LINE = frozenset({"line", "clause", "number", "country"})
"""Lists of these are typed into one box, each on a line of its own, so that they can be pasted."""
TICKED = frozenset({"choice", "pack"})
"""Lists of these are ticked."""


def is_by_line(question: Question) -> bool:
    """Whether a list is typed into one box."""
    return question.many and question.widget in BY_LINE


def in_rows(question: Question) -> bool:
    """Whether a list has a row for each of its items, which can be added and removed."""
    return question.many and question.widget in {"part", "text", "dossier", "act"}


def read(asked: Iterable[Question], data: QueryDict, path: str) -> Typed:
    """What ``data``, a submitted form, says to the questions below ``path``."""
    return {question.name: _read(question, data, f"{path}.{question.name}") for question in asked}


def _read(question: Question, data: QueryDict, path: str) -> Any:
    if in_rows(question):
        ticked = [text for text in data.getlist(path) if text]
        return ticked + [_one(question, data, f"{path}.{row}") for row in _rows(data, path)]
    if question.many and is_by_line(question):
        return "\n".join(data.getlist(path))
    if question.many:
        return [text for text in data.getlist(path) if text]
    return _one(question, data, path)


def _one(question: Question, data: QueryDict, path: str) -> Any:
    if question.parts:
        return read(question.parts, data, path)
    given = [text for text in data.getlist(path) if text]  # what is typed beside what was picked counts
    return given[-1].replace("\r\n", "\n") if given else ""


def _rows(data: QueryDict, path: str) -> list[str]:
    """The numbers of a list's rows, in the order in which they stand in the form."""
    numbers = (name[len(path) + 1 :].partition(".")[0] for name in data if name.startswith(f"{path}."))
    return list(dict.fromkeys(number for number in numbers if number.isdigit()))


def is_blank(value: Any) -> bool:
    """Whether nothing was typed."""
    if isinstance(value, Mapping):
        return all(is_blank(item) for item in value.values())
    return all(is_blank(item) for item in value) if isinstance(value, list) else not str(value or "").strip()


def without_blank_rows(typed: Typed, about: Mapping[str, frozenset[str]] = MappingProxyType({})) -> Typed:
    """The same without rows into which nothing was typed. ``about``: by list, the columns that only say what a line is
    about and stand there before anybody types."""
    return {name: _tidied(_said(value, about.get(name, frozenset()))) for name, value in typed.items()}


def _said(value: Any, about: frozenset[str]) -> Any:
    """The lines of a list in which something is said beside what they are about."""
    if not about or not isinstance(value, list):
        return value
    return [line for line in value if not is_blank({name: said for name, said in line.items() if name not in about})]


def _tidied(value: Any) -> Any:
    if isinstance(value, list):
        return [_tidied(item) for item in value if not is_blank(item)]
    return {name: _tidied(item) for name, item in value.items()} if isinstance(value, dict) else value


def with_row(typed: Typed, asked: Iterable[Question], path: str) -> Typed:
    """The same with one row more in the list at ``path`` (``sites``)."""
    for question in asked:
        head, _, rest = path.partition(".")
        if question.name != head:
            continue
        if not rest:
            return {**typed, head: [*_list(typed.get(head)), _empty(question)]}
        if question.many:
            number, _, below = rest.partition(".")
            rows = _list(typed.get(head))
            if number.isdigit() and int(number) < len(rows):
                rows[int(number)] = with_row(rows[int(number)], question.parts, below)
            return {**typed, head: rows}
        return {**typed, head: with_row(typed.get(head) or {}, question.parts, rest)}
    return typed


def without_row(typed: Typed, path: str) -> Typed:
    """The same without the row at ``path`` (``sites.2``)."""
    head, _, rest = path.partition(".")
    value = typed.get(head)
    if isinstance(value, dict):
        return {**typed, head: without_row(value, rest)}
    number, _, below = rest.partition(".")
    if not isinstance(value, list) or not number.isdigit() or int(number) >= len(value):
        return typed
    rows = list(value)
    if below and isinstance(rows[int(number)], dict):
        rows[int(number)] = without_row(rows[int(number)], below)
    else:
        del rows[int(number)]
    return {**typed, head: rows}


def answered_alike(typed: Typed, field: str, column: str, value: str) -> Typed:
    """The same with ``value`` in a column of every line in which nothing stands there."""
    lines = [{**line, column: line.get(column) or value} for line in _list(typed.get(field)) if isinstance(line, dict)]
    return {**typed, field: lines}


def _empty(question: Question) -> Any:
    return {} if question.parts else ""


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else []
