"""One form for a text and those it rests on: each unsure value with its meaning, one basis, all adopted or none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from pydantic import ValidationError

from certwright.accounts.fresh import is_fresh, sign_in_again
from certwright.answers.pack_names import titled
from certwright.core.acts.pack import AdoptPack
from certwright.core.acts.problems import field_problems
from certwright.core.entry import Proposal
from certwright.office.enclosing import Enclosed
from certwright.office.filling import adopting
from certwright.office.means import new_act_id
from certwright.office.outcome import OutcomeUnknown, Performed, RecordUnavailable
from certwright.packs.adoption import meaning
from certwright.packs.library import UnknownPack, Volume
from certwright.packs.model.base import UncertainValue, ValueForm
from certwright.packs.shipped import library
from certwright.rows.models import AdoptionRow
from certwright.web.acting.wording.acts import doing
from certwright.web.adopting.bundle import bundle
from certwright.web.performing import ask, told
from certwright.web.viewing import viewer

_KEPT = "adopting-kept"
"""Where the session keeps what was typed while somebody signs in again."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An unsure value as it is asked: the name of its field, what was typed, what is wrong with it."""

    value: UncertainValue
    name: str
    typed: str
    wrong: str = ""

    @property
    def choices(self) -> tuple[str, ...]:
        """What there is to choose from; nothing where it is typed."""
        return ("yes", "no") if self.value.form is ValueForm.YES_NO else self.value.choices


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the bundle, with the values asked for it."""

    volume: Volume
    title: str
    asked: tuple[Asked, ...]


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def adopt(request: HttpRequest, pack: str, edition: str) -> HttpResponse:
    """Show what is to be set, or adopt all of it."""
    who = viewer(request)
    if not who.of_the_body or who.assessor:
        return render(request, "web/acting/nobody.html", {"doing": doing("pack.adopt")}, status=403)
    try:
        volumes = bundle(library(), pack, edition, set(AdoptionRow.objects.values_list("pack", flat=True)), who.today)
    except UnknownPack as unknown:
        raise Http404(str(unknown)) from unknown
    typed = request.POST if request.method == "POST" else request.session.pop(_KEPT, {}).get(request.path, {})
    texts = tuple(_texts(volumes, typed))
    shown: dict[str, object] = {
        "texts": texts,
        "pack": pack,
        "edition": edition,
        "basis": typed.get("basis", ""),
        "doing": doing("pack.adopt"),
    }
    if request.method != "POST":
        return render(request, "web/adopting/page.html", shown)
    if not is_fresh(request):
        request.session[_KEPT] = {request.path: {name: request.POST.get(name, "") for name in request.POST}}
        return sign_in_again(request, request.path)
    wrong = [(f"id_{one.name}", one.wrong) for text in texts for one in text.asked if one.wrong]
    return _recorded(request, shown, who.person, texts, wrong)


def _texts(volumes: tuple[Volume, ...], typed: Mapping[str, str]) -> Iterator[Text]:
    for one in volumes:
        yield Text(one, titled(one.pack.title), tuple(_asked(one, value, typed) for value in one.pack.uncertain))


def _asked(one: Volume, value: UncertainValue, typed: Mapping[str, str]) -> Asked:
    name = f"{one.pack.pack}.{value.name}"
    written = typed.get(name, "")
    wrong = ""
    if typed:
        try:
            meaning(value, written)
        except ValueError:
            wrong = gettext("Set this value, counted in %(unit)s.") % {"unit": value.unit}
    return Asked(value, name, written.strip(), wrong)


def _recorded(
    request: HttpRequest, shown: dict[str, object], person: str, texts: tuple[Text, ...], wrong: list[tuple[str, str]]
) -> HttpResponse:
    proposals: list[Proposal] = []
    enclosed: dict[str, str] = {}
    for text in texts:
        values = [{"name": one.value.name, "value": one.typed, "basis": shown["basis"]} for one in text.asked]
        filled = adopting(text.volume, {"basis": shown["basis"], "values": values})
        enclosed |= filled.texts
        try:
            act = AdoptPack.model_validate(filled.fields)
        except ValidationError as error:
            basis = next((one.says for one in field_problems(error, AdoptPack) if one.path == "basis"), "")
            wrong += [("id_basis", basis)] if basis and ("id_basis", basis) not in wrong else []
            shown["basis_wrong"] = basis
            continue
        proposals.append(Proposal(new_act_id(), f"pack:{act.pack}", act, person, viewer(request).today))
    if wrong:
        return render(request, "web/adopting/page.html", {**shown, "errors": wrong}, status=422)
    try:
        outcome = ask(proposals, Enclosed(enclosed))
    except (RecordUnavailable, OutcomeUnknown) as unavailable:
        return render(request, "web/adopting/page.html", {**shown, "unavailable": str(unavailable)}, status=503)
    if not isinstance(outcome, Performed):
        refusals = told(outcome, proposals, Enclosed(enclosed))
        return render(request, "web/adopting/page.html", {**shown, "refusals": refusals}, status=409)
    messages.success(request, gettext("%(act)s: recorded.") % {"act": doing("pack.adopt")})
    return HttpResponseRedirect(reverse("scheme", args=(shown["pack"], shown["edition"])))
