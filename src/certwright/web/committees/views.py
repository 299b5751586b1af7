"""The meeting of a committee today, and the minutes of a day on which it met."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from certwright.core.dossiers import Committee
from certwright.web.committees.meeting import meeting_of, minutes_of
from certwright.web.reading import readable_dossier
from certwright.web.viewing import viewer


@require_safe
@never_cache
def meeting(request: HttpRequest, key: str) -> HttpResponse:
    """Show the agenda, who has to leave which item, and what was taken up today."""
    return render(request, "web/committees/meeting.html", meeting_of(_committee(request, key), viewer(request)))


@require_safe
@never_cache
def minutes(request: HttpRequest, key: str, day: str) -> HttpResponse:
    """Show the minutes of a day, to read or to print. Votes and notes only to those who may read them."""
    committee = _committee(request, key)
    try:
        met = parse_date(day)
    except ValueError:
        met = None
    shown = minutes_of(committee, met, viewer(request)) if met else {"held": ()}
    if not shown["held"]:
        raise Http404(f"{committee.id} did not meet on “{day}”.")
    return render(request, "web/committees/minutes.html", shown)


def _committee(request: HttpRequest, key: str) -> Committee:
    found = readable_dossier(request, "committee", key)
    if not isinstance(found, Committee) or not found.is_open:
        raise Http404(f"There is no committee {key}.")
    return found
