"""What stands in this installation, for those who work with it; to strangers only that there is nothing yet.

Figures, release and the state of the record are the body's: they would tell an attacker what runs here and since when,
and a competitor how many clients there are (ISO/IEC 17065 4.5; ISO/IEC 17021-1 8.4).
"""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from certwright import __version__
from certwright.answers.last_root import last_root
from certwright.answers.what_stands import WhatStands, what_stands
from certwright.web.viewing import viewer


@require_safe
@never_cache
def landing(request: HttpRequest) -> HttpResponse:
    """Show the release, the mode and what is on record, to people of the body and to whoever runs the machine."""
    who = viewer(request)
    if who.ended or not (who.administrator or who.works_for_the_body or who.assessor):
        raise PermissionDenied(gettext("What is installed here is for the people of the body."))
    shown = {
        "release": __version__,
        "mode": settings.CERTWRIGHT_MODE,
        "stands": what_stands(),
        "root": last_root(settings.CERTWRIGHT_ROOTS, settings.CERTWRIGHT_ROOT_KEY),
    }
    return render(request, "web/landing.html", shown)


@login_not_required
@require_safe
@never_cache
def before_signing_in(request: HttpRequest) -> HttpResponse:
    """Lead strangers to the sign-in; where nobody can sign in yet, say how the body begins (status 503: no tables)."""
    stands = _read()
    if stands is not None and stands.body:
        return redirect_to_login("/")
    shown = {"mode": settings.CERTWRIGHT_MODE, "stands": stands}
    return render(request, "web/landing.html", shown, status=200 if stands else 503)


def _read() -> WhatStands | None:
    try:
        return what_stands()
    except DatabaseError:
        return None
