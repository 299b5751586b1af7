"""The lines of a form that raises several nonconformities: each is the form of one act, what they share stands above.

A line's inputs are called ``0.requirement``, ``0.statement`` …; those that all lines share ``all.raised_on`` ….
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import QueryDict

from certwright.answers.around import Around
from certwright.answers.viewer import Viewer
from certwright.core.acts import ACTS
from certwright.core.dossiers import Assignment
from certwright.core.rules.response import PRODUCT
from certwright.office.means import new_act_id
from certwright.web.acting.form import Form
from certwright.web.acting.naming import short_id
from certwright.web.acting.questions import Question, by_name, questions_of_act
from certwright.web.acting.typed import Typed, is_blank, read

ACT = "finding.raise"
_EVERY = by_name(questions_of_act(ACTS[ACT], None))
_GRADES = {True: ("not-met",), False: ("major", "minor")}
SHARED = tuple(_EVERY[name] for name in ("raised_on", "raised_by", "answer_due"))
"""What is asked once for all lines."""


def asked(work: Assignment) -> tuple[Question, ...]:
    """What is asked on each line: grades are those of the standard (corrections, 3)."""
    names = ("requirement", "grade", "statement", "evidence", "site", "repeats")
    grades = replace(_EVERY["grade"], choices=_GRADES[work.standard == PRODUCT])
    return tuple(grades if name == "grade" else _EVERY[name] for name in names)


@dataclass(frozen=True, slots=True)
class Line:
    """One nonconformity to be raised: under which id, by which act, and what was typed."""

    key: str
    act_id: str
    typed: Typed

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed that this line alone says; a grade by itself says nothing."""
        return is_blank({name: value for name, value in self.typed.items() if name != "grade"})


@dataclass(frozen=True, slots=True)
class Lines:
    """The whole form: what all lines share, and the lines. ``around`` is what was read of the work, if it was."""

    shared: Typed
    lines: tuple[Line, ...]
    around: Around | None = None
    memory: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def form_of(self, line: Line, work: Assignment, viewer: Viewer) -> Form:
        """The form of the act that a line stands for."""
        act = {"assignment": work.id, **self.shared, **line.typed}
        day = str(self.shared.get("raised_on") or viewer.today.isoformat())
        return Form(ACT, f"finding:{line.key}", viewer, act, {"day": day}, line.act_id, 0, {}, self.memory)

    def written(self) -> tuple[Line, ...]:
        """The lines in which something was typed."""
        return tuple(line for line in self.lines if not line.is_blank)

    def having(self, lines: Iterable[Line]) -> "Lines":
        """The same with other lines."""
        return replace(self, lines=tuple(lines))

    def content(self) -> dict[str, Any]:
        """What is kept in a draft."""
        lines = [{"key": one.key, "act_id": one.act_id, "typed": one.typed} for one in self.lines]
        return {"shared": self.shared, "lines": lines}


def blank(work: Assignment, requirement: str = "") -> Line:
    """A line nobody typed into yet."""
    grade = {"grade": "not-met"} if work.standard == PRODUCT else {}
    return Line(short_id(), new_act_id(), {**grade, **({"requirement": requirement} if requirement else {})})


def submitted(data: QueryDict, work: Assignment) -> Lines:
    """The lines as they were sent in."""
    numbers = dict.fromkeys(number for name in data if (number := name.partition(".")[0]).isdigit())
    lines = [
        Line(
            data.get(f"{number}.key") or short_id(),
            data.get(f"{number}.act_id") or new_act_id(),
            read(asked(work), data, number),
        )
        for number in numbers
    ]
    return Lines(read(SHARED, data, "all"), tuple(lines))


def kept(content: Mapping[str, Any]) -> Lines:
    """The lines as they were kept in a draft."""
    lines: Sequence[Mapping[str, Any]] = content.get("lines", ())
    return Lines(
        dict(content.get("shared", {})),
        tuple(Line(str(one["key"]), str(one["act_id"]), dict(one["typed"])) for one in lines),
    )
