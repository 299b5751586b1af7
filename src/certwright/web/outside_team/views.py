"""The question why somebody reads a case they have no part in, and the list of who did (17065 4.5; 17021-1 8.4)."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from certwright.accounts import readings
from certwright.answers.access import may_read, may_see_readings
from certwright.answers.saying import names
from certwright.core.dossiers import Dossier
from certwright.web.reading import case_of, existing_dossier
from certwright.web.viewing import viewer


class ReasonForm(forms.Form):
    """Why somebody reads."""

    reason = forms.CharField(
        min_length=10,
        max_length=500,
        error_messages={
            "required": _("Say why you read this dossier."),
            "min_length": _("Say it in at least ten characters, so that a stranger understands it."),
            "max_length": _("Say it in at most 500 characters."),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def reason(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Ask for the reason, record it, and go on to what was to be read."""
    dossier = existing_dossier(kind, key)
    back = _back(request, dossier)
    access = may_read(viewer(request), dossier)
    if not access.known:
        raise Http404(f"Nothing is on record in {dossier.id}.")
    if not access.readable:
        raise PermissionDenied(access.reason)
    if not access.outside_team:
        return HttpResponseRedirect(back)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        who = viewer(request)
        given = form.cleaned_data["reason"]
        readings.record(who.user, who.person, dossier.id, case_of(dossier), given, who.today, timezone.now())
        return HttpResponseRedirect(back)
    shown = {"dossier": dossier, "form": form, "back": back, "days": readings.A_REASON_HOLDS}
    return render(request, "web/outside_team/reason.html", shown)


def _back(request: HttpRequest, dossier: Dossier) -> str:
    """The page to read: of ours, and never this one."""
    kind, _colon, key = dossier.id.partition(":")
    wanted = request.POST.get("next") or request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours and wanted.startswith("/") else reverse("dossier", args=(kind, key))


@require_safe
@never_cache
def read_by(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Who read the dossiers of this case from outside its team, for those who watch over confidentiality."""
    dossier = existing_dossier(kind, key)
    if not may_see_readings(viewer(request)):
        raise PermissionDenied(_("Who read a case is shown to quality management and client administration."))
    found = readings.readings_of_case(case_of(dossier))
    known = names({name for one in found for name in (one.person, one.dossier)})
    lines = [(one, known.get(one.person, one.person), known.get(one.dossier, one.dossier)) for one in found]
    return render(request, "web/outside_team/read_by.html", {"dossier": dossier, "lines": lines})
