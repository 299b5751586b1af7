"""A file that an act names, for whoever may read that act: from outside the team only for a reason, and recorded."""

from pathlib import PurePath

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from certwright.core.dossiers import Dossier
from certwright.drafts.file_names import names_of
from certwright.journal.attachments import name_in_store
from certwright.web.dossier.places import dossier_url
from certwright.web.files.naming_acts import is_shown
from certwright.web.files.sending import sent
from certwright.web.performing import means
from certwright.web.reading import readable_dossier
from certwright.web.viewing import viewer


@require_safe
def file(request: HttpRequest, kind: str, key: str, digest: str) -> HttpResponseBase:
    """Send the file; say so where it was erased, or is not in store."""
    dossier = readable_dossier(request, kind, key)
    try:
        name_in_store(digest)
    except FileNotFoundError:
        raise Http404(f"“{digest}” names no file.") from None
    shown = is_shown(digest, dossier, viewer(request))
    if shown is None:
        return _gone(request, dossier)
    if not shown:
        raise PermissionDenied(gettext("Only those read this file who need it; see the table of access."))
    try:
        source = means().attachments.open(digest)
    except FileNotFoundError:
        return _missing(request, dossier, digest)
    known = names_of([dossier.id], [digest]).get((dossier.id, digest))
    name = PurePath(known.name).name if known else digest.replace("sha256:", "file-")[:21]
    return sent(source, name, digest, request.headers.get("Range", ""))


def _gone(request: HttpRequest, dossier: Dossier) -> HttpResponseBase:
    """No act that still says something names it. Where something was erased, that may be why."""
    if not any(mark.erased for mark in dossier.acts.values()):
        raise Http404(f"No act of {dossier.id} names this file.")
    says = gettext(
        "Nothing in this dossier names this file any more. Content of this dossier was erased by a recorded act, "
        "which the timeline shows; a file it named went with it."
    )
    shown = {"title": gettext("This file was erased"), "says": says, "back": dossier_url(dossier.id)}
    return render(request, "web/files/gone.html", shown, status=410)


def _missing(request: HttpRequest, dossier: Dossier, digest: str) -> HttpResponseBase:
    """The record names it, and it is not in store: nothing is wrong with the record, something is with the store."""
    says = gettext(
        "The record names this file, and it is not where files are kept. Tell whoever runs the machine: "
        "“certwright doctor” lists it, and a back-up holds it. Its digest is %(digest)s."
    )
    title = gettext("This file is missing")
    shown = {"title": title, "says": says % {"digest": digest}, "back": dossier_url(dossier.id)}
    return render(request, "web/files/gone.html", shown, status=404)
