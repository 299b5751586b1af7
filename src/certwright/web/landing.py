"""The first page: what stands in this installation. The desk (*my work*) takes its place when it comes."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from certwright import __version__


@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """Show the release, the mode and what the body has on record."""
    return render(request, "web/landing.html", {"release": __version__, "mode": settings.CERTWRIGHT_MODE})
