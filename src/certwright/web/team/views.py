"""Appointing and confirming a team: the forms of the acts, with candidates, coverage and two weeks beside them."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from certwright.answers.words import said
from certwright.core.dossiers import Assignment
from certwright.core.dossiers.assignment_parts import Member
from certwright.core.dossiers.person import Person
from certwright.office.case import Case
from certwright.web.acting.choosing import Option
from certwright.web.acting.naming import captions_in
from certwright.web.acting.shown import Shown, choice_said
from certwright.web.acting.views import do
from certwright.web.team.audit_time import audit_time
from certwright.web.team.candidates import Candidates, Choice, candidates, suggested_role
from certwright.web.team.coverage import accompanied_first, coverage

_TICKS = "web/acting/widgets/ticks.html"
_ACCOMPANIED = frozenset({"trainee", "technical-expert"})
"""Roles for which a companion is asked for (ISO/IEC 17021-1 9.2.2.1.4, 9.2.2.2.2)."""
_CHOSEN_BY = ("role", "areas", "accompanied_by")
_ROTATION = ("certification", "earlier")


@login_not_required  # the form itself leads whoever is not signed in to sign in, and keeps what they sent
def appoint(request: HttpRequest, kind: str, key: str, act: str) -> HttpResponse:
    """Show who could be appointed, or take the appointment in. To htmx it answers with what a choice changes."""
    response = do(request, kind, key, act)
    if not isinstance(response, TemplateResponse) or response.context_data is None:
        return response
    context = response.context_data
    case: Case = context["case"]
    own = case.opened()
    if not isinstance(own, Assignment) or not own.is_open:
        return response
    choice = _choice(case, own)
    found = candidates(case, own, choice, [choice.person] if choice.person else [])
    chosen = next((one for one in found.people if one.chosen), None)
    brings = choice.areas or (chosen.brings if chosen else ())
    member = Member(choice.person, choice.role, brings, choice.companion, case.day) if choice.person else None
    context |= {
        "candidates": found,
        "role": said(choice.role),
        **_fields(context["fields"], own, choice, brings),
        "wide": True,
        **_beside(case, own, member, found),
    }
    live = request.headers.get("HX-Request") == "true"
    response.template_name = "web/team/changed.html" if live else "web/team/appoint.html"
    return response


@login_not_required
def confirm(request: HttpRequest, kind: str, key: str, act: str) -> HttpResponse:
    """Show what the team covers beside the form that confirms it, or take it in."""
    response = do(request, kind, key, act)
    if not isinstance(response, TemplateResponse) or response.context_data is None:
        return response
    case: Case = response.context_data["case"]
    own = case.opened()
    if isinstance(own, Assignment) and own.is_open:
        response.context_data |= _beside(case, own, None, None)
        response.template_name = "web/team/confirm.html"
    return response


def _choice(case: Case, own: Assignment) -> Choice:
    role = case.fields.get("role") or suggested_role(own)
    areas = tuple(each for each in case.fields.get("areas") or () if isinstance(each, str))
    companion = case.fields.get("accompanied_by")
    person = str(case.fields.get("person") or "")
    known = case.at(person)
    return Choice(str(role), areas, companion, person if isinstance(known, Person) else "")


def _fields(fields: Iterable[Shown], own: Assignment, choice: Choice, brings: tuple[str, ...]) -> dict[str, Any]:
    """The fields of the form by where they stand: what candidates are chosen by, what rotation asks, the rest."""
    known = {one.question.name: _ready(one, own, choice, brings) for one in fields}
    asked = choice.role in _ACCOMPANIED or choice.companion
    chosen_by = [known[name] for name in _CHOSEN_BY if name != "accompanied_by" or asked]
    apart = {"person", *_CHOSEN_BY, *_ROTATION}
    return {
        "person_field": known["person"],
        "chosen_by": chosen_by,
        "rotation_fields": [known[name] for name in _ROTATION if not known[name].folded],
        "last_fields": [one for name, one in known.items() if name not in apart and not one.folded],
    }


def _ready(one: Shown, own: Assignment, choice: Choice, brings: tuple[str, ...]) -> Shown:
    """The field with what is suggested: the role the team lacks, the areas the chosen person can bring."""
    if one.question.name == "role" and not one.value:
        return replace(one, value=choice.role)
    if one.question.name == "areas" and own.areas:
        titles = {option.value: option.label for option in one.options}
        options = tuple(Option(area, titles.get(area, area)) for area in own.areas)
        typed = str(one.value or "").splitlines()
        ticked = tuple(area for area in own.areas if area in typed) or brings
        rest = "\n".join(area for area in typed if area not in own.areas)
        return replace(one, template=_TICKS, options=options, ticked=ticked, rest=rest)
    return one


def _beside(case: Case, own: Assignment, member: Member | None, found: Candidates | None) -> dict[str, Any]:
    """The team as it stands, what it covers with the choice, objections of the client, and the time it needs."""
    people = {one.person for one in own.members} | {one.person for one in own.objections}
    names = {**captions_in(case, people), **({one.person: one.name for one in found.people} if found else {})}
    return {
        "assignment": own,
        "team": tuple(
            (one, names[one.person], choice_said(one.role)) for one in accompanied_first(own.serving_members)
        ),
        "coverage": coverage(own, member, names),
        "objections": tuple((names[one.person], one.outcome) for one in own.objections),
        "time": audit_time(case, own),
    }
