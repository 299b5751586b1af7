"""My work: grouped by when it is to be done, each line with the reason it waits and a link that does it."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from certwright.answers.captions import captions
from certwright.answers.first_steps import are_behind, first_steps
from certwright.answers.viewer import Viewer
from certwright.answers.work.everything import Work, functions_at_work, functions_of_team, work, work_of_team
from certwright.core.functions import Function
from certwright.office import installation
from certwright.web.landing import before_signing_in
from certwright.web.viewing import viewer
from certwright.web.work.shown import shown

GUIDED = frozenset({Function.TOP_MANAGEMENT, Function.COMPETENCE_EVALUATION, Function.SCHEME_MANAGEMENT})
"""Functions that bring a new body on its way."""


@login_not_required
@require_safe
@never_cache
def first_page(request: HttpRequest) -> HttpResponse:
    """Show what waits for the viewer, or in a function of the team; to strangers the way in."""
    if not request.user.is_authenticated:
        return before_signing_in(request)
    looks = viewer(request)
    team = functions_of_team(looks)
    wanted = next((one for one in team if one.value == request.GET.get("function")), None)
    found = work_of_team(looks, wanted) if wanted else work(looks)
    context = {
        "work": found,
        "groups": shown(found, captions(_named(found))),
        "functions": functions_at_work(looks),
        "team": team,
        "wanted": wanted,
        "guided": _is_guided(looks, found),
    }
    return render(request, "web/work/page.html", context)


def _is_guided(looks: Viewer, found: Work) -> bool:
    """Whether the first steps are told of: to those who take most of them, until all are done or work has begun."""
    begun = any(item.pack and not item.dossier.startswith("pack:") for _, items in found.groups for item in items)
    if begun or not looks.functions & GUIDED or are_behind():
        return False
    return first_steps(installation.body(), looks.today).next is not None


def _named(found: Work) -> set[str]:
    items = [item for _, items in found.groups for item in items]
    return {item.dossier for item in items} | {item.client for item in items if item.client}
