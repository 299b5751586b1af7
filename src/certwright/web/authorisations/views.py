"""Who holds which function on a day: the page."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from certwright.answers.access import readable_kinds
from certwright.web.authorisations.on_day import held_on
from certwright.web.dossier.moment import day_of
from certwright.web.viewing import viewer


@require_safe
def functions(request: HttpRequest) -> HttpResponse:
    """Show every function with everybody who holds it on the day asked for, today unless told."""
    looks = viewer(request)
    if looks.client or "person" not in readable_kinds(looks):
        raise PermissionDenied(gettext("None of your functions in the body reads dossiers of this kind."))
    wrong: dict[str, str] = {}
    day = day_of(request.GET, "on", wrong) or looks.today
    context = {"held": held_on(day, looks), "day": day, "wrong": wrong.get("on", ""), "today": looks.today}
    return render(request, "web/authorisations/functions.html", context)
