"""The first page: what stands in this installation. The desk (*my work*) takes its place when it comes."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from certwright import __version__
from certwright.answers.last_root import last_root
from certwright.answers.what_stands import WhatStands, what_stands


@login_not_required
@require_safe
@never_cache
def landing(request: HttpRequest) -> HttpResponse:
    """Show the release, the mode and what is on record; with no tables yet, say how to make them (status 503)."""
    stands = _read()
    shown = {
        "release": __version__,
        "mode": settings.CERTWRIGHT_MODE,
        "stands": stands,
        "root": last_root(settings.CERTWRIGHT_ROOTS, settings.CERTWRIGHT_ROOT_KEY),
    }
    return render(request, "web/landing.html", shown, status=200 if stands else 503)


def _read() -> WhatStands | None:
    try:
        return what_stands()
    except DatabaseError:
        return None
