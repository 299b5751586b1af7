"""A standard or scheme to be read, and the exact text it was read from."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from certwright.answers.access import readable_kinds
from certwright.answers.pack_names import titled
from certwright.answers.reader import chapters
from certwright.web.schemes.finding import found
from certwright.web.viewing import viewer


@require_safe
def scheme(request: HttpRequest, pack: str, edition: str) -> HttpResponse:
    """Show what the standard or scheme asks, with what the body set where the text is unsure."""
    one = found(pack, edition)
    values = {value.name: (value.value, value.basis) for value in one.adoption.values} if one.adoption else {}
    shown = {
        "pack": one.volume.pack,
        "volume": one.volume,
        "title": titled(one.volume.pack.title),
        "adoption": one.adoption,
        "newer": one.newer,
        "valid": one.volume.pack.is_valid_on(viewer(request).today),
        "has_dossier": bool(one.adoption or one.newer) and "pack" in readable_kinds(viewer(request)),
        "chapters": chapters(one.volume.pack, values),
        "names": {},
    }
    return render(request, "web/schemes/scheme.html", shown)


@require_safe
def text(request: HttpRequest, pack: str, edition: str) -> HttpResponse:
    """The exact text, as it is pinned by its digest."""
    return HttpResponse(found(pack, edition).volume.text, content_type="text/plain; charset=utf-8")
