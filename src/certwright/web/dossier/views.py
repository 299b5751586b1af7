"""A dossier's page, its timeline page by page, one act with its proof, and what changed between two days."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from certwright.answers.captions import captions
from certwright.answers.differences import differences
from certwright.answers.facts import sheet
from certwright.answers.files_called import files_called
from certwright.answers.readers import hidden_fields, names_of_circles
from certwright.answers.viewer import Viewer
from certwright.answers.words import KINDS
from certwright.core.dossiers import Dossier, Mark
from certwright.web.dossier.acts import line_of, page_of_acts
from certwright.web.dossier.gathering import gathered
from certwright.web.dossier.moment import NOW, Moment, day_of, moment_of
from certwright.web.dossier.offered import acting
from certwright.web.dossier.page import context, context_for_client, names_for
from certwright.web.dossier.proof import proof_of
from certwright.web.reading import readable_dossier
from certwright.web.viewing import viewer


@require_safe
def dossier(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Show a dossier: as it stands, as it was known, or as it stood."""
    return page_of(request, readable_dossier(request, kind, key))


def page_of(request: HttpRequest, found: Dossier) -> TemplateResponse:
    """The page of a dossier that the viewer may read. It is rendered last, so that kinds with a page of their own show
    more by another template."""
    who = viewer(request)
    if who.client:
        case = gathered(found, NOW, who.today)
        shown = {**context_for_client(case, who), "for_client": True}
        return TemplateResponse(request, "web/dossier/page.html", shown)
    moment, wrong = moment_of(request.GET)
    case = gathered(found, moment, who.today, acting(who))
    shown = context(case, who, request.GET.get("phase", ""), _number(request))
    return TemplateResponse(request, "web/dossier/page.html", {**shown, "wrong": wrong, "today": who.today})


@require_safe
def timeline(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """More of a dossier's timeline, for a page that has the beginning of it."""
    found = _of_the_body(request, kind, key)
    moment, _ = moment_of(request.GET)
    if not moment.is_now:
        found = gathered(found, moment, viewer(request).today).dossier
    phase = request.GET.get("phase", "")
    acts = page_of_acts(found, phase, _number(request))
    shown = {"kind": kind, "key": key, "acts": acts, "phase": phase, "moment": moment, "names": names_for(acts)}
    response = render(request, "web/dossier/acts.html", shown)
    patch_vary_headers(response, ("HX-Request",))
    return response


@require_safe
def act(request: HttpRequest, kind: str, key: str, act_id: str) -> HttpResponse:
    """One act in full: what it says, what became of it, and what proves that it was allowed."""
    found = _of_the_body(request, kind, key)
    mark = found.acts.get(act_id)
    if mark is None:
        raise Http404(f"There is no act {act_id} in {found.id}.")
    if hidden_fields(viewer(request), found, mark.form.partition("@")[0]):
        raise PermissionDenied(gettext("This act holds what only those read who need it; see the table of access."))
    proved = proof_of(act_id, found)
    line = line_of(proved.entry, mark)
    named = line.dossiers() | {found.id} | {each.dossier for each in proved.read}
    shown = {
        "kind": kind,
        "key": key,
        "kind_label": KINDS[kind],
        "dossier": found,
        "line": line,
        "proved": proved,
        "may_correct": _may_correct(viewer(request), mark),
        "names": {**captions(named, {found.id: found.title}), **files_called(line.values())},
        "moment": NOW,
    }
    return render(request, "web/dossier/act.html", shown)


@require_safe
def changes(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """What of a dossier reads otherwise at the end of one day than at the end of another."""
    found = _of_the_body(request, kind, key)
    today = viewer(request).today
    wrong: dict[str, str] = {}
    first, last = day_of(request.GET, "from", wrong), day_of(request.GET, "to", wrong) or today
    shown = {
        "kind": kind,
        "key": key,
        "kind_label": KINDS[kind],
        "dossier": found,
        "first": first,
        "last": last,
        "wrong": wrong,
        "names": captions({found.id}, {found.id: found.title}),
    }
    if first is not None:
        before, after = (gathered(found, Moment(known=day), today) for day in (first, last))
        may = names_of_circles(viewer(request), found)
        old, new = (sheet(case.dossier, case.around).for_readers(may) for case in (before, after))
        titles = {each: one.title for each, one in {**before.around.gathered, **after.around.gathered}.items()}
        shown["differences"] = differences(old, new)
        shown["names"] = captions({*old.dossiers(), *new.dossiers(), found.id}, titles)
    return render(request, "web/dossier/changes.html", shown)


def _may_correct(who: Viewer, mark: Mark) -> bool:
    """Whether correcting an act is offered: to people of the body, once, and never of an act that is settled."""
    return who.works_for_the_body and not (mark.settled or mark.erased or mark.annulled_by or mark.put_right_by)


def _of_the_body(request: HttpRequest, kind: str, key: str) -> Dossier:
    """The dossier, for whoever may see how the body works on it. Raises ``PermissionDenied`` for a client."""
    found = readable_dossier(request, kind, key)
    if viewer(request).client:
        raise PermissionDenied(gettext("The record of how the body works on it is for the people of the body."))
    return found


def _number(request: HttpRequest) -> int | None:
    text = request.GET.get("before", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
