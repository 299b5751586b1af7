"""The list page, its exports, and the views somebody keeps of it."""

import logging
from tempfile import TemporaryFile

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from certwright.accounts.saved_views import SavedView
from certwright.answers.access import readable_kinds
from certwright.answers.lists.asked import Asked
from certwright.answers.lists.catalogue import LISTS
from certwright.answers.lists.listing import Listing
from certwright.answers.lists.page import every_line, page
from certwright.answers.viewer import Viewer
from certwright.core.acts import ACTS
from certwright.web.acting.beginning import is_for
from certwright.web.lists.exporting import CSV, XLSX, csv_rows, write_xlsx
from certwright.web.lists.shown import shown
from certwright.web.viewing import viewer

_log = logging.getLogger("certwright.exports")


@require_safe
def listed(request: HttpRequest, name: str) -> HttpResponse:
    """Show a page of a list; of it alone when a script asks for what changed."""
    listing, looks, asked = _question(request, name)
    found = shown(listing, asked, page(listing, asked, looks))
    whole = not request.headers.get("HX-Request")
    context = {"shown": found, "listing": listing, "name": name}
    if whole:
        context["opens"] = bool(listing.opens) and is_for(ACTS[listing.opens], looks)
        context["views"] = SavedView.objects.filter(user=looks.user, listing=name)
    response = render(request, "web/lists/list.html" if whole else "web/lists/sheet.html", context)
    patch_vary_headers(response, ("HX-Request",))
    return response


@require_safe
def as_csv(request: HttpRequest, name: str) -> HttpResponseBase:
    """The whole list as it was asked for, as CSV."""
    listing, looks, asked = _question(request, name)
    _exported(looks, name, asked, "CSV")
    rows = csv_rows(asked.shown(listing), every_line(listing, asked, looks))
    return StreamingHttpResponse(rows, content_type=CSV, headers=_named(f"{name}.csv"))


@require_safe
def as_xlsx(request: HttpRequest, name: str) -> HttpResponseBase:
    """The whole list as it was asked for, as a workbook."""
    listing, looks, asked = _question(request, name)
    _exported(looks, name, asked, "XLSX")
    target = TemporaryFile()  # noqa: SIM115  # the response closes it
    write_xlsx(target, str(listing.title), asked.shown(listing), every_line(listing, asked, looks))
    target.seek(0)
    return FileResponse(target, content_type=XLSX, headers=_named(f"{name}.xlsx"))


@require_POST
def keep_view(request: HttpRequest, name: str) -> HttpResponse:
    """Keep the question under a name; one of the same name is replaced."""
    _, looks, asked = _question(request, name)
    called = request.POST.get("called", "").strip()[: SavedView.LONGEST]
    if called:
        SavedView.objects.update_or_create(
            user_id=looks.user, listing=name, name=called, defaults={"query": asked.query()}
        )
    return _back(name, asked.query())


@require_POST
def remove_view(request: HttpRequest, name: str, key: int) -> HttpResponse:
    """Forget a view of one's own."""
    get_object_or_404(SavedView, pk=key, user_id=viewer(request).user, listing=name).delete()
    return _back(name, "")


def _question(request: HttpRequest, name: str) -> tuple[Listing, Viewer, Asked]:
    """What was asked of which list.

    Raises:
        Http404: nothing of what the list holds is for the viewer to read.
    """
    listing, looks = LISTS[name], viewer(request)
    if listing.kind not in readable_kinds(looks):
        raise Http404(gettext("There is no list of this kind for you to read."))
    columns = [name for given in request.GET.getlist("columns") for name in given.split(",")]
    return listing, looks, Asked.of(listing, request.GET.dict(), columns)


def _exported(looks: Viewer, name: str, asked: Asked, form: str) -> None:
    """Say in the log who took what along: a file leaves the reach of whoever may read."""
    _log.info("%s exported %s as %s: %s", looks.person or looks.user, name, form, asked.query() or "all")


def _named(file: str) -> dict[str, str]:
    return {"Content-Disposition": content_disposition_header(True, file) or "attachment", "Cache-Control": "no-store"}


def _back(name: str, query: str) -> HttpResponseRedirect:
    return redirect(f"/{name}/" + (f"?{query}" if query else ""))
