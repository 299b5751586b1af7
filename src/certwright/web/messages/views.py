"""The list of messages, one message with its preview, and what can be done with it."""

from urllib.parse import urlencode

from django.contrib import messages as notices
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from certwright.answers.captions import captions
from certwright.answers.messages import COUNTED, SAID, SHELVES, may_handle, may_see, sees_messages, shelf
from certwright.office import installation
from certwright.outbox import moving
from certwright.outbox.models import Message
from certwright.outbox.moving import CannotMove
from certwright.outbox.paper import NoFont, pdf
from certwright.web.messages.doing import DOES, Wrong
from certwright.web.messages.form import EditForm
from certwright.web.messages.shown import WHY, context
from certwright.web.reading import readable_dossier
from certwright.web.viewing import viewer


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """One shelf of messages."""
    _must_see(request)
    client, before = request.GET.get("client", ""), request.GET.get("before", "")
    number = int(before) if before.isascii() and before.isdigit() and len(before) < 18 else None
    found = shelf(viewer(request), request.GET.get("shelf", ""), number, client)
    kept = {"client": client} if client else {}
    named = captions({one.client for one in found.messages} | {one.dossier for one in found.messages} | {client} - {""})
    tabs = [
        (label, f"?{urlencode({'shelf': name, **kept})}", name == found.name, _counted(found.counts.get(name)))
        for name, (label, _where) in SHELVES.items()
    ]
    shown = {
        "tabs": tabs,
        "lines": [(one, *SAID[one.state]) for one in found.messages],
        "older": f"?{urlencode({'shelf': found.name, 'before': found.before, **kept})}" if found.before else "",
        "client": client,
        "all": f"?{urlencode({'shelf': found.name})}",
        "names": named,
    }
    return render(request, "web/messages/list.html", shown)


@require_safe
def message(request: HttpRequest, pk: int) -> HttpResponse:
    """One message: the letter as it reads, to whom, because of what, what became of it."""
    return render(request, "web/messages/message.html", context(_theirs(request, pk), viewer(request), {}))


@require_safe
def as_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The letter for printing."""
    found = _theirs(request, pk)
    names = [name for _digest, name in found.enclosed]
    try:
        content = pdf(found, installation.body().legal_entity, names)
    except NoFont as lacks:
        notices.error(
            request, gettext("There is no font for letters in this script: %(script)s.") % {"script": lacks.script}
        )
        return _back(pk)
    named = {"Content-Disposition": f'inline; filename="letter-{pk}.pdf"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type="application/pdf", headers=named)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the words before it leaves."""
    found = _to_handle(request, pk)
    form = EditForm(request.POST or None, initial={"subject": found.subject, "text": found.text})
    if request.method == "POST" and form.is_valid():
        try:
            moving.edit(found, form.cleaned_data["subject"], form.cleaned_data["text"], viewer(request).person)
        except CannotMove as cannot:
            notices.error(request, str(WHY[cannot.why]))
        else:
            notices.success(request, gettext("The letter is changed."))
        return _back(pk)
    return render(
        request, "web/messages/edit.html", {"message": found, "form": form}, status=422 if form.errors else 200
    )


@require_POST
def do(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """Do one thing with a message: ``release``, ``post``, ``settle``, ``rewrite``."""
    found = _to_handle(request, pk)
    if what not in DOES:
        raise Http404
    try:
        told = DOES[what](found, viewer(request), request.POST)
    except CannotMove as cannot:
        notices.error(request, str(WHY[cannot.why]))
    except Wrong as wrong:
        shown = context(found, viewer(request), wrong.errors)
        return render(request, "web/messages/message.html", shown, status=422)
    else:
        notices.success(request, told)
    return _back(pk)


def _must_see(request: HttpRequest) -> None:
    if not sees_messages(viewer(request)):
        raise PermissionDenied(_("Letters and notices are written and sent by the people of the body."))


def _theirs(request: HttpRequest, pk: int) -> Message:
    """The message, for whoever may read the dossier it is about.

    Raises:
        Http404, PermissionDenied, AsksForReason: as for its dossier.
    """
    _must_see(request)
    found = get_object_or_404(Message, pk=pk)
    dossier = readable_dossier(request, *found.dossier.split(":", 1))
    if not may_see(viewer(request), dossier):
        raise PermissionDenied(_("Whom a complaint came from is known only to those who look after complaints."))
    return found


def _to_handle(request: HttpRequest, pk: int) -> Message:
    found = _theirs(request, pk)
    if not found.is_open:
        return found  # what has left is told by the step itself
    if not may_handle(viewer(request), found):
        raise PermissionDenied(_("Those send it who may do the act that caused it, and client administration."))
    return found


def _counted(number: int | None) -> str:
    if number is None:
        return ""
    return f"{COUNTED}+" if number > COUNTED else str(number)


def _back(pk: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("message", args=(pk,)))
