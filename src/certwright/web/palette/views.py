"""The palette as a page, as a dialog for the script that opens it, and its entries alone while somebody types."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from certwright.web.palette.entries import entries
from certwright.web.viewing import viewer

_DOSSIER_PAGE = re.compile(r"^/d/([a-z]+)/([A-Za-z0-9][A-Za-z0-9._-]{0,59})/")
_TEMPLATES = {"dialog": "web/palette/dialog.html", "entries": "web/palette/entries.html"}
_LONGEST = 100


@require_safe
@never_cache
def palette(request: HttpRequest) -> HttpResponse:
    """Show what the letters in ``q`` lead to. ``at`` is the page it was opened on; ``as`` a dialog, or entries."""
    text = request.GET.get("q", "").replace("\x00", "").strip()[:_LONGEST]
    at = _DOSSIER_PAGE.match(request.GET.get("at", ""))
    here = f"{at[1]}:{at[2]}" if at else ""
    context = {"sections": entries(text, viewer(request), here), "asked": text}
    return render(request, _TEMPLATES.get(request.GET.get("as", ""), "web/palette/page.html"), context)
