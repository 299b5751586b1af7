"""The first steps: where each stands, why it is asked, and the links that do it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from certwright.answers.first_steps import FirstSteps, Step, first_steps, offered
from certwright.answers.pack_names import pack_said
from certwright.answers.saying import names
from certwright.answers.viewer import Viewer
from certwright.answers.words import said
from certwright.core.dossiers import Body
from certwright.core.functions import Function
from certwright.office import installation
from certwright.rows.models import CommitteeRow
from certwright.web.acting.beginning import new_url
from certwright.web.acting.remedies import act_url
from certwright.web.first_steps.wording import TITLES, WHY
from certwright.web.viewing import viewer

MOST = 8
"""How many people are offered for a function, those who came first."""


@dataclass(frozen=True, slots=True)
class Link:
    """Something to do, and where."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Links:
    """Links that do the same for several; ``label`` says what."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A step as it is shown. ``mine`` is whether whoever looks holds a function that does it."""

    step: Step
    number: int
    title: Promise
    why: Promise
    now: bool
    mine: bool
    links: tuple[Links, ...]


@require_safe
@never_cache
def page(request: HttpRequest) -> HttpResponse:
    """Show every step, the first open one foremost. For the people of the body."""
    who = viewer(request)
    if not who.works_for_the_body:
        raise PermissionDenied
    body = installation.body()
    found = first_steps(body, who.today)
    named = names(found.people)
    context = {"found": found, "body": body, "steps": tuple(_shown(found, body, who, named))}
    return render(request, "web/first_steps/page.html", context)


def _shown(found: FirstSteps, body: Body, who: Viewer, named: Any) -> Iterator[Shown]:
    for number, step in enumerate(found.steps, 1):
        mine = not step.by or bool(who.functions & frozenset(step.by))
        links = tuple(_links(step, found, body, who, named)) if mine else ()
        title, why = TITLES[step.name], WHY[step.name]
        yield Shown(step, number, title, why, step is found.next, mine, tuple(one for one in links if one.links))


def _links(step: Step, found: FirstSteps, body: Body, who: Viewer, named: Any) -> Iterator[Links]:
    today = who.today.isoformat()
    if step.name == "people":
        employed = new_url("person.register", {"basis": "employment", "since": today}.items())
        yield Links("", (Link(_("Register a person"), employed),))
        nameless = [person for person in found.people if person not in named]
        stated = (Link(person, act_url(person, "person.state-particulars")) for person in nameless)
        yield Links(_("State the name of"), tuple(stated))
    elif step.name == "accounts":
        invite = reverse("accounts-invite")
        link = (Link(named.get(one, one), f"{invite}?{urlencode({'person': one})}") for one in step.lacking)
        yield Links(_("Invite"), tuple(link))
    elif step.missing:
        for function in step.missing:
            yield Links(capfirst(said(function.value)), tuple(_candidates(function, found, who, named)))
        if found.evaluators == (who.person,):
            evaluating = tuple(_candidates(Function.COMPETENCE_EVALUATION, found, who, named))
            yield Links(_("Competence evaluation, to authorise you in turn"), evaluating)
    elif step.name == "scheme" and not step.done:
        packs = offered(body.standards_in_use, who.today)
        yield Links(_("Adopt"), tuple(Link(f"{pack_said(one)} ({edition})", reverse("adopt", args=(one, edition)))
                                      for one, edition in packs))  # fmt: skip
    elif step.name == "impartiality" and not step.done:
        yield from _committee(body, today)
    elif step.name == "enquiry" and not step.done:
        yield Links("", (Link(_("Record the first enquiry"), new_url("enquiry.open", {"received_on": today}.items())),))


def _candidates(function: Function, found: FirstSteps, who: Viewer, named: Any) -> Iterator[Link]:
    """Everybody but whoever looks: nobody authorises themselves."""
    query = urlencode({"function": function.value, "valid_from": who.today.isoformat()})
    for person in [one for one in found.people if one != who.person][:MOST]:
        yield Link(named.get(person, person), f"{act_url(person, 'person.grant-authorisation')}?{query}")


def _committee(body: Body, today: str) -> Iterator[Links]:
    committee = CommitteeRow.objects.filter(purpose="impartiality").order_by("dossier").first()
    if committee is None:
        yield Links(
            "", (Link(_("Found the committee"), new_url("committee.found", {"purpose": "impartiality"}.items())),)
        )
    else:
        admit = act_url(committee.dossier, "committee.admit") + f"?first_day={today}"
        yield Links("", (Link(_("Admit a member"), admit),))
