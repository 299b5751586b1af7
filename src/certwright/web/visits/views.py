"""Planning or changing a visit: the form of the act, with the client's programme and two weeks of everybody's days."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from certwright.answers.access import may_read
from certwright.core.dossiers import Client, Visit
from certwright.office.case import Case
from certwright.web.acting.shown import Shown
from certwright.web.acting.views import do
from certwright.web.team.fortnight import heads
from certwright.web.viewing import viewer
from certwright.web.visits.programme import Programme, programme


@login_not_required  # the form itself leads whoever is not signed in to sign in, and keeps what they sent
def visit(request: HttpRequest, kind: str, key: str, act: str) -> HttpResponse:
    """Show what can be done together at the client, or take the act in. To htmx it answers with what a choice
    changes."""
    response = do(request, kind, key, act)
    if not isinstance(response, TemplateResponse) or response.context_data is None:
        return response
    context = response.context_data
    case: Case = context["case"]
    own, client = case.opened(), _client(case)
    if client is None or not may_read(viewer(request), client).readable:
        return response
    chosen = case.fields.get("assignments")
    if chosen is None and isinstance(own, Visit):
        chosen = own.assignments
    first = case.fields.get("from_day")
    found = programme(case, client.id, chosen or (), first if isinstance(first, date) else None)
    fields = {one.question.name: one for one in _suggested(context["fields"], found, own)}
    context |= {
        "client_title": client.title,
        "programme": found,
        "together": fields.pop("assignments"),
        "fields": tuple(fields.values()),
        "heads": heads(found.days),
        "wide": True,
        "today": viewer(request).today,
    }
    live = request.headers.get("HX-Request") == "true"
    response.template_name = "web/visits/choice.html" if live else "web/visits/plan.html"
    return response


def _client(case: Case) -> Client | None:
    own = case.opened()
    named = own.client if isinstance(own, Visit) and own.is_open else case.fields.get("client")
    found = case.at(named)
    return found if isinstance(found, Client) else None


def _suggested(fields: Iterable[Shown], found: Programme, own: object) -> Iterable[Shown]:
    """The fields with what the chosen assignments suggest where nothing was typed: their days, their common site."""
    chosen = found.chosen
    suggestions: dict[str, str] = {}
    if chosen:
        suggestions["from_day"] = min(one.first for one in chosen).isoformat()
        suggestions["to_day"] = max(one.last for one in chosen).isoformat()
        common = set(chosen[0].sites).intersection(*(one.sites for one in chosen))
        suggestions["site"] = min(common, default="")
    if isinstance(own, Visit) and own.from_day and own.to_day:
        planned = {"from_day": own.from_day.isoformat(), "to_day": own.to_day.isoformat()}
        suggestions |= planned | {"site": own.site, "how": own.how}
    for one in fields:
        suggestion = suggestions.get(one.question.name, "")
        yield replace(one, value=suggestion) if suggestion and not one.value else one
