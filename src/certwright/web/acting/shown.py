"""The fields of a form as the templates show them: with label, hint, value, what is wrong, and what may be picked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext

from certwright.answers.words import said
from certwright.core.functions import Function
from certwright.office.case import Case
from certwright.web.acting.checklists import key_of, said_of
from certwright.web.acting.choosing import Option, kinds_of, with_chosen
from certwright.web.acting.form import Form
from certwright.web.acting.options import options
from certwright.web.acting.proposing import Proposed
from certwright.web.acting.questions import RECKONING, Question
from certwright.web.acting.reckoned import SELDOM, Reckoned, answered, asked_here
from certwright.web.acting.typed import TICKED, Typed, in_rows, is_blank, is_by_line
from certwright.web.acting.wording.fields import hint, label

FEW = 5
"""Up to so many choices stand open as radio buttons; more go into a list."""
_FROM_THE_CASE = frozenset({"text-digest"})
_REFERENCES = frozenset(
    {"certification", "application", "client", "standard", "pack", "edition", "limits", "agreement", "enquiry"}
)
"""Fields that say where the act belongs: folded away where they follow from the case."""

_DRAWN_ELSEWHERE = frozenset({"assignment.record-results act.lines"})
"""Act and list that a page of its own draws line by line: there may be hundreds."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A field. ``template`` shows it; ``rows`` are those of a list, ``parts`` the fields of a part or a row.

    ``follows`` says that the value follows from the case. ``now`` is what follows now where that differs from what was
    typed, for somebody who was overtaken. ``ticked`` are the values picked, ``rest`` what was typed beside them.
    ``head`` is what a line of a table is about, in words. ``reckoned`` is what the facts told come to.
    """

    path: str
    question: Question
    label: str
    hint: str
    template: str
    value: Any = ""
    error: str = ""
    options: tuple[Option, ...] = ()
    ticked: tuple[str, ...] = ()
    rest: str = ""
    doubtful: tuple[Option, ...] = ()
    follows: bool = False
    now: str = ""
    parts: tuple["Shown", ...] = ()
    rows: tuple["Shown", ...] = ()
    head: str = ""
    reckoned: Reckoned | None = None

    @property
    def id(self) -> str:
        """The id of the control."""
        return "id_" + self.path.replace(".", "-")

    @property
    def row_path(self) -> str:
        """The path below the act, as the buttons for rows write it."""
        return self.path.partition(".")[2]

    @property
    def number(self) -> int:
        """The number of a row, from 1."""
        last = self.path.rpartition(".")[2]
        return int(last) + 1 if last.isdigit() else 0

    @property
    def described_by(self) -> str:
        """The ids of hint and error."""
        return " ".join([*([f"{self.id}-hint"] if self.hint else []), *([f"{self.id}-error"] if self.error else [])])

    @property
    def alike(self) -> tuple[tuple[str, str], ...]:
        """For a table: how every line not answered yet can be answered at once, as the button sends and says it."""
        column = next((part for part in self.rows[0].parts if part.question.choices), None) if self.rows else None
        if column is None or len(self.rows) < FEW:
            return ()
        first = column.options[0]
        return ((f"all:{self.question.name},{column.question.name},{first.value}", first.label),)

    @property
    def first(self) -> tuple["Shown", ...]:
        """Of a reckoning: the facts that stand open."""
        return tuple(one for one in self.parts if one.question.name not in SELDOM)

    @property
    def seldom(self) -> tuple["Shown", ...]:
        """Of a reckoning: the facts that are asked for only now and then."""
        return tuple(one for one in self.parts if one.question.name in SELDOM)

    @property
    def seldom_told(self) -> bool:
        """Whether any of these is told, or at fault."""
        return any(one.at_fault or not is_blank(one.value) or one.rows for one in self.seldom)

    @property
    def picked(self) -> bool:
        """Whether the value is one of those offered."""
        return any(option.value == self.value for option in self.options)

    @property
    def kinds(self) -> str:
        """The kinds of dossier that may be named, as the address of suggestions writes them."""
        return ",".join(kinds_of(self.question))

    @property
    def folded(self) -> bool:
        """Whether it belongs to what follows from the case."""
        return self.question.widget in _FROM_THE_CASE or (self.follows and self.question.name in _REFERENCES)

    @property
    def at_fault(self) -> bool:
        """Whether something is wrong with it or within."""
        return bool(self.error) or any(one.at_fault for one in (*self.parts, *self.rows))


@dataclass(frozen=True, slots=True)
class Looked:
    """What a form is shown with: the form, the case, what came of it, and what followed when it was overtaken."""

    form: Form
    case: Case
    came: Proposed = field(default_factory=Proposed)
    now: Mapping[str, str] = field(default_factory=dict)


def shown(asked: Iterable[Question], typed: Typed, path: str, looked: Looked) -> tuple[Shown, ...]:
    """Every field below ``path``."""
    return tuple(
        _field(question, typed.get(question.name), f"{path}.{question.name}", looked)
        for question in asked
        if question.widget != RECKONING or asked_here(question, looked.case)
    )


def _field(question: Question, value: Any, path: str, looked: Looked) -> Shown:
    name = looked.form.name
    offered = _offered(question, path, looked)
    if question.widget == "dossier" and isinstance(value, str):
        offered = with_chosen(offered, value)
    by_line = is_by_line(question)
    texts = str(value or "").splitlines() if by_line else value if isinstance(value, list) else [value or ""]
    among = {option.value for option in offered}
    ticks = by_line or question.many
    rows = _rows(question, value, path, looked, among) if in_rows(question) and not _elsewhere(path, looked) else ()
    return Shown(
        path=path,
        question=question,
        label=label(name, question.name),
        hint=hint(name, question.name),
        template=f"web/acting/widgets/{_template(question, offered, looked.form.name, path)}.html",
        value=_or_default(question, value),
        error=looked.came.problems.get(path, ""),
        options=offered,
        ticked=tuple(text for text in texts if isinstance(text, str) and text in among) if ticks else (),
        rest="\n".join(text for text in texts if text not in among) if by_line else "",
        doubtful=looked.came.doubtful.get(value, ()) if isinstance(value, str) else (),
        follows=path.startswith("act.") and _follows(question, value, path, looked),
        now=looked.now.get(path, ""),
        parts=shown(_parts(question, looked), value if isinstance(value, dict) else {}, path, looked)
        if question.parts and not question.many
        else (),
        rows=rows,
        reckoned=answered(question, value, looked.case) if question.widget == RECKONING else None,
    )


def _parts(question: Question, looked: Looked) -> tuple[Question, ...]:
    return asked_here(question, looked.case) if question.widget == RECKONING else question.parts


def _elsewhere(path: str, looked: Looked) -> bool:
    """Whether a page of its own draws the lines of the list, and nothing is wrong that the summary would tell."""
    return f"{looked.form.name} {path}" in _DRAWN_ELSEWHERE and not looked.came.problems


def _rows(question: Question, value: Any, path: str, looked: Looked, among: set[str]) -> tuple[Shown, ...]:
    """The rows of a list; those that stand among the options are ticked there instead."""
    rows = [item for item in value if not (isinstance(item, str) and item in among)] if isinstance(value, list) else []
    if not rows and question.needed and question.parts:
        rows = [{}]
    made = tuple(_row(question, item, f"{path}.{at}", looked) for at, item in enumerate(rows))
    key = key_of(looked.form.name, path.removeprefix("act."))
    return tuple(_headed(row, key) for row in made) if key else made


def _headed(row: Shown, key: str) -> Shown:
    """A line of a table, with what it is about at its head."""
    about = next((part for part in row.parts if part.question.name == key), None)
    if about is None or not about.value:
        return row
    known = said_of(key, about.options)
    return replace(row, head=known.get(str(about.value), str(about.value)))


def _row(question: Question, item: Any, path: str, looked: Looked) -> Shown:
    parts = shown(question.parts, item if isinstance(item, dict) else {}, path, looked)
    template = "part" if question.parts else question.widget
    error = looked.came.problems.get(path, "")
    doubtful = looked.came.doubtful.get(item, ()) if isinstance(item, str) else ()
    return Shown(
        path, question, label(looked.form.name, question.name), "", f"web/acting/widgets/{template}.html",
        value=item, error=error, doubtful=doubtful, parts=parts,
    )  # fmt: skip


def _or_default(question: Question, value: Any) -> Any:
    if value is None and question.default not in (None, ()):
        return str(question.default)
    return [] if value is None and question.many and not is_by_line(question) else "" if value is None else value


def _follows(question: Question, value: Any, path: str, looked: Looked) -> bool:
    follows = looked.form.follows
    return path == f"act.{question.name}" and question.name in follows and follows[question.name] == value


def _offered(question: Question, path: str, looked: Looked) -> tuple[Option, ...]:
    if question.choices:
        return tuple(Option(value, choice_said(value)) for value in question.choices)
    if not path.startswith("act."):
        return ()
    below = ".".join(step for step in path.split(".")[1:] if not step.isdigit())
    return options(looked.form.model, below, question, looked.case)


def choice_said(value: str) -> str:
    """A choice in words, its first letter large."""
    words = said(value)
    if value in {function.value for function in Function}:
        words = gettext(Function(value).label)
    return words[:1].upper() + words[1:]


def _template(question: Question, offered: tuple[Option, ...], act: str, path: str) -> str:
    if question.many:
        if question.widget == "part":
            return "table" if key_of(act, path.removeprefix("act.")) else "rows"
        if in_rows(question):
            return "picks" if offered else "rows"
        if question.widget == "attachment":
            return "attachments"
        return "ticks" if offered or question.widget in TICKED else "lines"
    if question.widget == "choice":
        return "radios" if len(offered) <= FEW else "list"
    if question.widget in {"act", "pack"} and offered:
        return "list"
    return _SINGLE.get(question.widget, "line")


_SINGLE: Mapping[str, str] = {
    "part": "part",
    "text": "text",
    "day": "day",
    "past-day": "day",
    "number": "number",
    "dossier": "dossier",
    "attachment": "attachments",
    "email": "email",
    "time-zone": "line",
    "text-digest": "digest",
    "reckoning": "reckoning",
}
