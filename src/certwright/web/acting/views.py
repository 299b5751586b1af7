"""Doing an act: the form is shown, kept, checked, recorded. Beginning a new dossier. Suggestions for fields."""

from collections.abc import Mapping
from types import MappingProxyType

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from certwright.accounts.fresh import is_fresh, needs_fresh_sign_in, sign_in_again
from certwright.accounts.models import User
from certwright.answers.captions import captions
from certwright.answers.saying import called, is_dossier
from certwright.core.acts import ACTS
from certwright.core.acts.record import PutRight
from certwright.core.dossiers import Dossier, empty
from certwright.core.rules.record import OPENING
from certwright.drafts import keeping, reading
from certwright.drafts.models import Draft
from certwright.journal import reading as journal
from certwright.office.standing import dossiers
from certwright.web.acting.answering import Answer, answer, since
from certwright.web.acting.carrying import brought_back, carried
from certwright.web.acting.choosing import suggestions
from certwright.web.acting.form import Form, begun, kept, submitted
from certwright.web.acting.naming import short_id
from certwright.web.acting.page import filled_in, opened, page
from certwright.web.acting.proposing import Proposed, case_of
from certwright.web.acting.putting_right import said_before
from certwright.web.acting.reckoned import unreckoned
from certwright.web.acting.remedies import act_url
from certwright.web.acting.typed import Typed, answered_alike, with_row, without_row
from certwright.web.acting.uploading import with_uploads
from certwright.web.acting.wording.acts import doing
from certwright.web.counts.near import forget
from certwright.web.dossier.places import dossier_url
from certwright.web.performing import means
from certwright.web.reading import readable_dossier
from certwright.web.viewing import viewer


@require_safe
@never_cache
def new(request: HttpRequest, act: str) -> HttpResponse:
    """Begin a new dossier under a fresh id, which never holds a name."""
    if act not in OPENING or act == "body.found":
        raise Http404(f"{act} opens no dossier.")
    kind = ACTS[act].spec.about
    where = act_url(f"{kind}:{short_id()}", act)
    brought = request.GET.urlencode()
    return HttpResponseRedirect(f"{where}?{brought}" if brought else where)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def do(request: HttpRequest, kind: str, key: str, act: str) -> HttpResponse:
    """Show the form of an act in a dossier, or take it in."""
    if act not in ACTS or ACTS[act].spec.about not in ("*", kind):
        raise Http404(f"There is no act {act} of {kind} dossiers.")
    if not request.user.is_authenticated:
        return carried(request)
    who = viewer(request)
    if not who.person or who.client or who.assessor or who.ended:
        return render(request, "web/acting/nobody.html", {"doing": doing(act)}, status=403)
    dossier = _dossier(request, kind, key, act)
    if request.method == "POST":
        return _sent_in(request, dossier, act)
    return begun_page(request, dossier, act)


def _dossier(request: HttpRequest, kind: str, key: str, act: str) -> Dossier:
    """The dossier of the act; one that the act opens need not be there yet."""
    name = f"{kind}:{key}"
    if act in OPENING | {"pack.adopt"} and not dossiers([name])[name].exists:
        return empty(name)
    return readable_dossier(request, kind, key)


def begun_page(
    request: HttpRequest, dossier: Dossier, act: str, memory: Mapping[str, Dossier] = MappingProxyType({})
) -> TemplateResponse:
    """The form of an act in a dossier as the viewer left it, or as it begins: for its own page, and for others.

    ``memory`` are dossiers read for the page already, as they stand.
    """
    who = viewer(request)
    draft = _taken_over(request) or reading.of(who.user, dossier.id, act)
    if draft is not None:
        form = kept(act, dossier.id, who, draft.content).knowing(dossier, *memory.values())
        return page(request, form, dossier, resumed=draft)
    given = _given(request, act)
    if act == PutRight.spec.name:
        given = said_before(who, dossier, given)
    form = begun(act, dossier.id, who, dossier.seq, given).knowing(dossier, *memory.values())
    return page(request, opened(form), dossier)


def _given(request: HttpRequest, act: str) -> Typed:
    """What the link to the form brings along, for fields of the act that hold a single value."""
    fields = ACTS[act].model_fields
    given = {name: value for name in request.GET if name in fields and (value := request.GET.get(name))}
    known = captions(value for value in given.values() if is_dossier(value))
    return {name: called(value, known) for name, value in given.items()}


def _sent_in(request: HttpRequest, dossier: Dossier, act: str) -> HttpResponse:
    form = submitted(act, dossier.id, viewer(request), request.POST).knowing(dossier)
    pressed, _, path = request.POST.get("do", "record").partition(":")
    if pressed == "pass":
        return _passed_on(request, form)
    if pressed == "discard":
        keeping.erase(form.viewer.user, form.dossier, act)
        messages.info(request, gettext("The draft was thrown away."))
        return HttpResponseRedirect(dossier_url(form.dossier) if dossier.exists else "/")
    try:
        typed, wrong = with_uploads(request, form.dossier, form.questions, form.act, means().attachments)
    except OSError:
        typed, wrong = form.act, {"act": gettext("Files cannot be taken just now. Everything else is kept.")}
    form = form.having(typed)
    if wrong:
        return page(request, form, dossier, Answer(Proposed(problems=wrong)))
    match pressed:
        case "add":
            return page(request, form.having(with_row(form.act, form.questions, path)), dossier)
        case "remove":
            return page(request, form.having(without_row(form.act, path)), dossier)
        case "all":
            return page(request, form.having(answered_alike(form.act, *path.split(",", 2))), dossier)
        case "deviate":
            return page(request, form.departing_from(path), dossier)
        case "look":
            return page(request, filled_in(form.tidied()), dossier)
        case "reckon":
            return _reckoned(request, filled_in(form.tidied()), dossier)
        case "save":
            return _saved(request, form.tidied(), dossier)
    return _recorded(request, form.tidied(), dossier, pressed)


def _reckoned(request: HttpRequest, form: Form, dossier: Dossier) -> HttpResponse:
    """The form with what its reckonings come to; what is missing is told at its field. Nothing is judged."""
    wrong = unreckoned(form.questions, form.act, case_of(form, form.act))
    response = page(request, form, dossier, Answer(Proposed(problems=wrong)))
    response.status_code = 200
    return response


def _recorded(request: HttpRequest, form: Form, dossier: Dossier, pressed: str) -> HttpResponse:
    if pressed != "check" and needs_fresh_sign_in(form.name) and not is_fresh(request):
        keeping.save(form.viewer.user, form.dossier, form.name, form.content())
        return sign_in_again(request, act_url(form.dossier, form.name))
    come = answer(form, pressed, request.POST.get("accepts", ""))
    if not come.entries:
        if come.refusals or come.overtaken:
            keeping.save(form.viewer.user, form.dossier, form.name, form.content())
        stands = dossiers([dossier.id])[dossier.id] if come.overtaken else dossier
        return page(request, filled_in(form) if come.asked else form, stands, come)
    keeping.erase(form.viewer.user, form.dossier, form.name)
    forget(form.viewer.user)
    _say_so(request, form, come)
    return HttpResponseRedirect(dossier_url(form.dossier))


def _say_so(request: HttpRequest, form: Form, come: Answer) -> None:
    what = {"act": doing(form.name)}
    if come.repeated:
        messages.info(request, gettext("%(act)s: on record already, nothing was recorded twice.") % what)
    elif any(entry.breaches for entry in come.entries):
        messages.warning(request, gettext("%(act)s: recorded, as a breach.") % what)
    else:
        messages.success(request, gettext("%(act)s: recorded.") % what)


def _saved(request: HttpRequest, form: Form, dossier: Dossier) -> HttpResponse:
    if recorded := journal.by_id([form.act_id], "default"):  # the page saved itself while it was handed in
        return JsonResponse({"saved": recorded[0][0].recorded_at.isoformat(), "since": []})
    draft = keeping.save(form.viewer.user, form.dossier, form.name, form.content())
    if request.headers.get("Accept") == "application/json":
        told = [f"{one.actor}: {one.says}" for one in since(form, dossier)]
        return JsonResponse({"saved": draft.saved_at.isoformat(), "since": told})
    messages.success(request, gettext("The draft is saved. You find it in your work."))
    return HttpResponseRedirect(act_url(form.dossier, form.name))


def _passed_on(request: HttpRequest, form: Form) -> HttpResponse:
    """Give a copy of the draft to somebody who could do it."""
    draft = reading.of(form.viewer.user, form.dossier, form.name)
    to = User.objects.filter(person=request.POST.get("to", ""), is_active=True).exclude(person="").first()
    here = HttpResponseRedirect(act_url(form.dossier, form.name))
    if draft is None or to is None:
        messages.warning(request, gettext("It could not be passed on: this person has no account here."))
    elif keeping.pass_on(to.pk, form.dossier, form.name, {**draft.content, "act_id": ""}, form.viewer.name):
        messages.success(request, gettext("Passed on: they find it among their drafts."))
    else:
        messages.info(request, gettext("They have begun this themselves already."))
    return here


def _taken_over(request: HttpRequest) -> Draft | None:
    who = viewer(request)
    data = brought_back(request, who.user)
    if data is None:
        return None
    resolved = request.resolver_match
    assert resolved is not None
    found = resolved.kwargs
    form = submitted(found["act"], f"{found['kind']}:{found['key']}", who, data)
    return keeping.save(who.user, form.dossier, form.name, form.content())


@require_safe
@never_cache
def choose(request: HttpRequest, kinds: str) -> HttpResponse:
    """What somebody could mean by the beginnings of words: options for a field."""
    who = viewer(request)
    text = request.GET.get("q", "")[:200]
    offered = suggestions(text, kinds.split(","), who) if who and who.person else ()
    return render(request, "web/acting/options.html", {"options": offered})
