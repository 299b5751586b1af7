"""The calendar file of a visit or an assignment, for the people who plan it and go there."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from certwright.answers.captions import captions
from certwright.answers.pack_names import pack_said
from certwright.answers.words import said
from certwright.core.dossiers import Assignment, Dossier, Visit
from certwright.office import installation
from certwright.outbox.invitation import Visited, first_act, icalendar
from certwright.web.reading import readable_dossier


@require_safe
def visit(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """The days of a visit for a calendar. Who may not know of it yet is told that there is nothing."""
    found = readable_dossier(request, kind, key)
    days = days_of(found)
    if days is None:
        raise Http404(gettext("There are no days here for a calendar."))
    called_off = isinstance(found, Visit) and found.called_off_on is not None
    content = icalendar(_told(found, *days), "cancel" if called_off else "invite")
    named = {"Content-Disposition": f'attachment; filename="{kind}-{key}.ics"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=named)


def days_of(dossier: Dossier) -> tuple[date, date] | None:
    """First and last day of a visit or assignment; ``None`` where there are none."""
    if isinstance(dossier, Visit | Assignment) and dossier.from_day and dossier.to_day:
        return dossier.from_day, dossier.to_day
    return None


def _told(dossier: Dossier, first: date, last: date) -> Visited:
    assert isinstance(dossier, Visit | Assignment)
    client = captions({dossier.client})[dossier.client]
    what = said(dossier.what) if isinstance(dossier, Assignment) else gettext("visit")
    scheme = f", {pack_said(dossier.pin.pack)}" if isinstance(dossier, Assignment) and dossier.pin else ""
    assert dossier.recorded_at is not None
    return Visited(
        dossier=dossier.id,
        body=first_act(list(installation.body().acts)),
        sequence=dossier.seq,
        told_at=dossier.recorded_at,
        first=first,
        last=last,
        summary=f"{what[:1].upper()}{what[1:]}{scheme}: {client}",
        where=dossier.site if isinstance(dossier, Visit) else ", ".join(dossier.sites),
    )
