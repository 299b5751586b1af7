"""The page of a form, whatever came of it: everything its template shows."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext

from certwright.accounts.fresh import FRESH_ACTS
from certwright.answers.words import KINDS
from certwright.core.acts.act import Nature
from certwright.core.dossiers import Dossier
from certwright.drafts.models import Draft
from certwright.web.acting.answering import Answer, as_typed, since
from certwright.web.acting.beside import beside
from certwright.web.acting.checklists import begun_with
from certwright.web.acting.form import Around, Form
from certwright.web.acting.naming import captions_in
from certwright.web.acting.preview import preview
from certwright.web.acting.proposing import Proposed, case_of, following
from certwright.web.acting.questions import questions
from certwright.web.acting.remedies import act_url, remedy
from certwright.web.acting.shown import Looked, Shown, shown
from certwright.web.acting.typed import is_blank
from certwright.web.acting.uploading import ACCEPTED
from certwright.web.acting.wording.acts import doing
from certwright.web.dossier.places import clause_url, dossier_url
from certwright.web.performing import Person, Told


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with the address where the matrix tells it."""

    text: str
    url: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class ToldHere:
    """A refusal with the page that lifts it."""

    rule: str
    force: str
    says: str
    remedy: str
    url: str
    url_label: str
    asks: tuple[Clause, ...]
    could: tuple[Person, ...] | None


@dataclass(frozen=True, slots=True)
class Fault:
    """A line of the summary above a form."""

    id: str
    text: str


def filled_in(form: Form) -> Form:
    """The form with what follows from its case filled in where nothing was typed."""
    found = as_typed(form, following(form))
    fresh = {name: value for name, value in found.items() if is_blank(form.said.get(name))}
    return replace(form, act={**form.said, **fresh}, follows=fresh)


def opened(form: Form) -> Form:
    """A form nobody typed into yet, with what follows from its case and the lists it begins with."""
    started = filled_in(form)
    lines = {name: value for name, value in begun_with(form.name, case_of(started, started.act)).items() if value}
    return filled_in(started.having({**started.act, **lines, **form.act}))


def page(
    request: HttpRequest, form: Form, dossier: Dossier, come: Answer | None = None, resumed: Draft | None = None
) -> TemplateResponse:
    """The form as it stands, with what came of it above.

    It is rendered last, so that an act with a page of its own shows the same form by another template.
    """
    proposed = come.proposed if come else Proposed()
    looked = Looked(form, case_of(form, form.act), proposed, come.now if come else {})
    fields = shown(form.questions, form.act, "act", looked)
    around = shown(questions(Around), form.around, "around", looked)
    refusals = tuple(here(one, form.dossier) for one in come.refusals) if come else ()
    deviating = bool(form.around.get("deviations")) or any(one.force == "policy" for one in refusals)
    overtakers = since(form, dossier) if come is None or come.overtaken else ()
    context: dict[str, Any] = {
        "form": replace(form, seen=dossier.seq) if overtakers else form,
        "follows": json.dumps(form.follows),
        "fields": fields,
        "around": around,
        "around_open": deviating or any(one.at_fault for one in around) or bool(form.around.get("whom")),
        "deviating": deviating,
        "wide": any(one.template.endswith("/table.html") for one in fields),
        "has_folded": any(one.folded for one in fields),
        "folded_at_fault": any(one.folded and one.at_fault for one in fields),
        "errors": tuple(_faults((*fields, *around), proposed.problems)),
        "refusals": refusals,
        "refused_title": gettext("This cannot be recorded yet"),
        "breaches": come.breaches if come else (),
        "accepts": come.accepts if come else "",
        "told": dict(zip(("tone", "title", "says"), come.notice, strict=True)) if come and come.notice else None,
        "since": overtakers,
        "resumed": resumed,
        "beside": beside(form.name, looked.case),
        "asked": come.asked if come else (),
        "certificate": preview(proposed.proposal, looked.case) if come and (come.asked or come.breaches) else None,
        **_standing(form, dossier),
        "dossier_title": captions_in(looked.case, [dossier.id])[dossier.id],
        "case": looked.case,
        "problems": proposed.problems,
    }
    return TemplateResponse(request, "web/acting/act.html", context, status=_status(come))


def _standing(form: Form, dossier: Dossier) -> Mapping[str, Any]:
    authority = form.model.spec.nature is Nature.AUTHORITY
    return {
        "doing": doing(form.name),
        "here": act_url(form.dossier, form.name),
        "back_to": dossier_url(form.dossier),
        "standing": dossier.exists,
        "kind_title": KINDS.get(dossier.kind, ""),
        "fresh": FRESH_ACTS.get(form.name, ""),
        "accepted_files": ACCEPTED,
        "nature": gettext("An act of authority: every rule is judged before it happens, and it can be refused.")
        if authority
        else gettext("A statement of fact: what happened is recorded, with its true date. What a rule says against it "
                     "is recorded with it."),
    }  # fmt: skip


def here(told: Told, dossier: str) -> ToldHere:
    """A refusal of an act in ``dossier`` with the page that lifts it and its clauses linked."""
    url, url_label = remedy(told, dossier)
    asks = tuple(Clause(clause, clause_url(clause)) for clause in told.asks)
    return ToldHere(told.rule, told.force, told.says, told.remedy, url, url_label, asks, told.could)


def _faults(fields: tuple[Shown, ...], problems: Mapping[str, str]) -> list[Fault]:
    """Every problem once, linked to its field or to the nearest field around it."""
    every = _all(fields)
    known = {one.path: one.id for one in every}
    heads = {one.path: one.head for one in every if one.head}
    found = []
    for path, text in problems.items():
        steps = path
        while steps and steps not in known:
            steps = steps.rpartition(".")[0]
        head = heads.get(path.rpartition(".")[0])
        found.append(Fault(known.get(steps, "main"), f"{head} {text}" if head else text))
    return found


def _all(fields: tuple[Shown, ...]) -> list[Shown]:
    return [found for one in fields for found in (one, *_all(one.parts), *_all(one.rows))]


def _status(come: Answer | None) -> int:
    if come is None or (come.notice and not come.unavailable):
        return 200
    if come.unavailable:
        return 503
    return 409 if come.overtaken or come.refusals else 422 if come.proposed.problems else 200
