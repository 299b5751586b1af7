"""From what was typed to the fields of an act: days, numbers and names of dossiers understood, the rest left as it is.

What cannot be understood stays what was typed, for the word of its field to complain about.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from certwright.web.acting.questions import Question
from certwright.web.acting.typed import Typed, is_blank, is_by_line

Finding = Callable[[str, Question], str]
"""The id of the dossier that a text names among those a question may name; the text itself if none is meant."""

_DAYS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d %B %Y", "%d %b %Y")


def understood(asked: Iterable[Question], typed: Typed, finding: Finding) -> dict[str, Any]:
    """The fields of an act, as far as something was typed."""
    return {
        question.name: _value(question, typed[question.name], finding)
        for question in asked
        if not is_blank(typed.get(question.name))
    }


def _value(question: Question, typed: Any, finding: Finding) -> Any:
    if not question.many:
        return _one(question, typed, finding)
    if is_by_line(question):
        texts = [line.strip() for line in str(typed).splitlines() if line.strip()]
    else:
        texts = [item for item in typed if not is_blank(item)] if isinstance(typed, list) else [typed]
    return [_one(question, text, finding) for text in texts]


def _one(question: Question, typed: Any, finding: Finding) -> Any:
    if question.parts:
        return understood(question.parts, typed, finding) if isinstance(typed, dict) else typed
    text = str(typed).strip()
    match question.widget:
        case "day" | "past-day":
            return day(text) or text
        case "number":
            return _number(text, question)
        case "dossier":
            return finding(text, question)
        case "attachment":
            return text.partition(" ")[0]
        case "country":
            return text.upper()
        case "pack":
            return text.removeprefix("pack:")
    return typed


def day(text: str) -> date | None:
    """A day as people write it: 2026-11-23, 23.11.2026, 23/11/2026, 23 November 2026."""
    for form in _DAYS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007  # a calendar day has no zone
        except ValueError:
            continue
    return None


def _number(text: str, question: Question) -> Any:
    plain = re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d)", "", text)
    if question.whole:
        return int(plain) if re.fullmatch(r"[0-9]{1,18}", plain) else text
    return plain.replace(",", ".")
