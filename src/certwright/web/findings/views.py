"""The page of one finding, the sheet of an evaluation's findings, and raising several in one go."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from certwright.core.dossiers import Assignment, Finding
from certwright.web.acting.carrying import carried
from certwright.web.dossier.views import page_of
from certwright.web.findings.page import loop_of
from certwright.web.findings.raising import raised
from certwright.web.findings.sheet import sheet_of
from certwright.web.reading import readable_dossier
from certwright.web.viewing import viewer


@require_safe
@never_cache
def finding(request: HttpRequest, key: str) -> HttpResponse:
    """Show a finding as the loop it is. A client, and whoever looks at another day, gets the page of any dossier."""
    found = readable_dossier(request, "finding", key)
    page = page_of(request, found)
    shown = page.context_data or {}
    if isinstance(found, Finding) and found.is_open and not viewer(request).client and shown["moment"].is_now:
        page.template_name = "web/findings/finding.html"
        page.context_data = {**shown, **loop_of(request, found, shown)}
    return page


@require_safe
@never_cache
def sheet(request: HttpRequest, key: str) -> HttpResponse:
    """Show all findings of one piece of determination, and what they hold back."""
    return render(request, "web/findings/sheet.html", sheet_of(_work(request, key), viewer(request)))


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def raising(request: HttpRequest, key: str) -> HttpResponse:
    """Raise several nonconformities in one form: each is an act of its own, and all are recorded or none."""
    if not request.user.is_authenticated:
        return carried(request)
    work, who = _work(request, key), viewer(request)
    if not who.person or who.assessor or who.ended:
        raise PermissionDenied(gettext("Only people of the body record acts."))
    return raised(request, work)


def _work(request: HttpRequest, key: str) -> Assignment:
    """The assignment, for people of the body. Raises ``PermissionDenied`` for a client."""
    found = readable_dossier(request, "assignment", key)
    if viewer(request).client or not isinstance(found, Assignment):
        raise PermissionDenied(gettext("How the body works on it is for the people of the body."))
    return found
