"""The letters in use, and each as it reads: before a body puts its own in place of one, and after."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from certwright.answers.messages import sees_messages
from certwright.office import installation
from certwright.outbox.library import faults, letters
from certwright.outbox.meanings import in_general
from certwright.outbox.models import Message
from certwright.outbox.paper import sheet
from certwright.web.viewing import viewer


@require_safe
def every(request: HttpRequest) -> HttpResponse:
    """Every letter in use, and what is wrong with the body's own."""
    _must_see(request)
    own, shipped = settings.CERTWRIGHT_LETTERS, letters()
    lines = [(one, shipped.get(name) != one) for name, one in letters(own).items()]
    return render(request, "web/messages/letters.html", {"lines": lines, "faults": list(faults(own))})


@require_safe
def one(request: HttpRequest, name: str) -> HttpResponse:
    """One letter with what each of its words stands for, on the body's letterhead."""
    _must_see(request)
    letter = letters(settings.CERTWRIGHT_LETTERS).get(name)
    if letter is None:
        raise Http404(gettext("There is no such letter."))
    language, words = letter.in_language(request.GET.get("language", ""))
    subject, text = in_general(words, language)
    example = Message(
        pk=0, dossier=":…", letter=name, version=letter.version, language=language, clauses=list(letter.clauses),
        on=viewer(request).today, name="…", subject=subject, text=text,
    )  # fmt: skip
    shown = {
        "letter": letter,
        "language": language,
        "tabs": [(each, f"?language={each}", each == language) for each in sorted(letter.words)],
        "message": example,
        "sheet": sheet(example, installation.body().legal_entity),
        "own": letters().get(name) != letter,
    }
    return render(request, "web/messages/letter.html", shown)


def _must_see(request: HttpRequest) -> None:
    if not sees_messages(viewer(request)):
        raise PermissionDenied(_("Letters and notices are written and sent by the people of the body."))
