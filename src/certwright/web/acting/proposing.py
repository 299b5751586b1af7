"""From a form to a proposal: what was typed understood, what follows filled in, every fault told at its field."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext, gettext_noop
from pydantic import BaseModel, ValidationError

from certwright.core.acts import read_act
from certwright.core.acts.problems import FieldProblem, field_problems
from certwright.core.acts.record import PutRight
from certwright.core.dossiers import BODY, Certification, Dossier
from certwright.core.entry import Deviation, OnBehalf, Proposal
from certwright.office.case import Case
from certwright.office.enclosing import Enclosed
from certwright.office.filling import CannotFill, Filled, filled
from certwright.packs.problem import PackRefused
from certwright.web.acting.choosing import Chooser, Option
from certwright.web.acting.form import Around, Form
from certwright.web.acting.questions import RECKONING, Question, questions
from certwright.web.acting.reckoned import why_not
from certwright.web.acting.typed import Typed
from certwright.web.acting.understood import understood
from certwright.web.acting.wording.fields import label

Problems = Mapping[str, str]
"""By the path of a field (``act.sites.0.town``): what is wrong with what stands there."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a form comes to: a proposal, or problems. ``doubtful`` are the choices for texts that name several."""

    proposal: Proposal | None = None
    enclosed: Enclosed = field(default_factory=Enclosed)
    problems: Problems = field(default_factory=lambda: MappingProxyType({}))
    doubtful: Mapping[str, tuple[Option, ...]] = field(default_factory=lambda: MappingProxyType({}))


def case_of(form: Form, typed: Typed) -> Case:
    """The case around the act, with the fields as far as they can be understood."""
    fields = understood(form.questions, typed, Chooser(form.viewer).find)
    case = Case(form.dossier, form.viewer.person, form.day, "default", fields, form.memory)
    _look_around(case)
    return case


def _look_around(case: Case) -> None:
    """Read the dossiers the act's own refers to, and what is planned there, at once instead of one by one."""
    named = [value for value in case.fields.values() if isinstance(value, str)]
    case.look_up([BODY, case.dossier, case.actor, *named, *_tied_to(case.memory.get(case.dossier))])
    case.look_up(_tied_to(case.memory.get(case.dossier)))
    case.look_up(_tied_to(case.certification))


def _tied_to(dossier: object) -> list[str]:
    """The dossiers that one refers to, and the pieces planned in it."""
    links = [target for target, _ in dossier.links] if isinstance(dossier, Dossier) else []
    if not isinstance(dossier, Certification):
        return links
    planned = [piece.assignment for piece in dossier.planned]
    return [*planned, *links, f"pack:{dossier.standard}-time-limits"]


def following(form: Form) -> Mapping[str, Any]:
    """The fields that follow from the case, for those the person said nothing about."""
    case = case_of(form, form.said)
    told = {question.name for question in form.questions if question.widget == RECKONING}
    beside = {name: value for name, value in case.fields.items() if name not in told}
    try:
        found = filled(form.name, case.having(beside)).fields
    except (CannotFill, PackRefused):
        return {}
    return {name: value for name, value in found.items() if name not in case.fields}


def propose(form: Form) -> Proposed:
    """The proposal that the form asks for, or everything that is wrong with it."""
    chooser = Chooser(form.viewer)
    fields = understood(form.questions, form.said, chooser.find)
    around, wrong = _around(form, chooser)
    case = Case(form.dossier, form.viewer.person, form.day, "default", fields, form.memory)
    try:
        completed = filled(form.name, case)
        act = read_act(form.model.spec.versioned_name, _complete(form, completed))
    except CannotFill as cannot:
        wrong |= {f"act.{cannot.field}": why_not(cannot.__cause__ or cannot)}
    except PackRefused as refused:
        wrong |= {"act.pack": " ".join(f"{item.says}." for item in refused.problems)}
    except ValidationError as error:
        wrong |= _problems(form.name, field_problems(error, form.model), form.questions, "act")
    if wrong or around is None:
        doubtful = {text: tuple(offered) for text, offered in chooser.doubtful.items()}
        return Proposed(problems=wrong, doubtful=doubtful)
    return Proposed(_proposal(form, act, around), Enclosed(completed.texts))


def _complete(form: Form, completed: Filled) -> dict[str, Any]:
    """Lists that must be told and are empty are told to be empty; a correction keeps its fields as JSON."""
    fields = dict(completed.fields)
    for question in form.questions:
        if question.many and not question.needed and form.model.model_fields[question.name].is_required():
            fields.setdefault(question.name, [])
    if form.model is PutRight and "fields" in fields:
        fields["fields"] = _as_json(fields["fields"])
    return fields


def _around(form: Form, chooser: Chooser) -> tuple[Around | None, dict[str, str]]:
    fields = understood(questions(Around), form.around, chooser.find)
    try:
        around = Around.model_validate(fields)
    except ValidationError as error:
        return None, _problems("", field_problems(error, Around), questions(Around), "around")
    if around.whom and not around.shows:
        return None, {"around.shows": gettext("Say what shows that you may enter this for somebody else.")}
    return around, {}


def _proposal(form: Form, act: Any, around: Around) -> Proposal:
    return Proposal(
        id=form.act_id,
        dossier=form.dossier,
        act=act,
        actor=form.viewer.person,
        effective_on=around.day,
        expects=form.seen,
        on_behalf=OnBehalf(around.whom, around.shows or "") if around.whom else None,
        deviations=tuple(Deviation(each.rule, each.reason, each.approver) for each in around.deviations),
    )


_INSTEAD = {
    "dossier": gettext_noop("Choose one that is on record: by its name, or by its id."),
    "choice": gettext_noop("Choose one of the answers."),
    "act": gettext_noop("Choose one of the acts."),
    "text-digest": gettext_noop("This follows from the case. Settle what it follows from first."),
}


def _problems(act: str, found: list[FieldProblem], asked: tuple[Question, ...], path: str) -> dict[str, str]:
    told: dict[str, str] = {}
    for problem in found:
        steps = [step for step in problem.steps if isinstance(step, int) or not _is_kind(step, asked)]
        question = _asked(asked, steps)
        name = label(act, question.name) if question else ""
        told.setdefault(".".join([path, *map(str, steps)]), _says(problem, question, name))
    return told


def _is_kind(step: str, asked: tuple[Question, ...]) -> bool:
    """Whether a step is pydantic's name for one of several types, and no field."""
    return "[" in step or step in {"str", "date", "function-plain"}


def _says(problem: FieldProblem, question: Question | None, name: str) -> str:
    if problem.given is None:
        return gettext("“%(field)s” is needed.") % {"field": name} if name else gettext(problem.says)
    sentence = _INSTEAD.get(question.widget) if question else None
    if problem.says.startswith("Give at least"):
        sentence = gettext_noop("Give at least one.")
    return f"{name}: {gettext(sentence or problem.says)}" if name else gettext(sentence or problem.says)


def _asked(asked: tuple[Question, ...], steps: list[int | str]) -> Question | None:
    found: Question | None = None
    for step in steps:
        if isinstance(step, str):
            found = next((question for question in asked if question.name == step), None)
            asked = found.parts if found else ()
    return found


def _as_json(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, Mapping):
        return {name: _as_json(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_as_json(item) for item in value]
    return value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, Decimal) else value
