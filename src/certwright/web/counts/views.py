"""The counts of the navigation, as pieces of markup that htmx puts in their places."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from certwright.answers.counts import counts
from certwright.web.counts.near import keep
from certwright.web.navigation import counted_places
from certwright.web.viewing import viewer


@require_safe
@never_cache
def counted(request: HttpRequest) -> HttpResponse:
    """Count what waits for the viewer, and keep it for a minute."""
    looks = viewer(request)
    if not looks.of_the_body or looks.ended:
        raise PermissionDenied(gettext("Counts are for the people of the body."))
    found = counts(looks)
    keep(looks.user, found)
    return render(request, "web/counts/counts.html", {"entries": counted_places(found)})
