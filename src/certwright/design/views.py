"""The two pages of the look itself: choosing it, and seeing all its parts."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

from certwright.design.gallery import chapters
from certwright.design.look import CHOICES, keep, look_of


@login_not_required
@require_POST
def choose_look(request: HttpRequest) -> HttpResponse:
    """Keep what the form chose (``theme``, ``density``, ``keys``); go back to ``next``, if that is a page of ours."""
    chosen = {name: request.POST.get(name, "") for name in CHOICES}
    back = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    response = HttpResponseRedirect(back if ours else "/")
    keep(request, response, look_of(request).with_choices(**chosen))
    return response


@login_not_required
@require_safe
@override("en-gb")
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in each of its states, with the snippet that makes it. For those who build pages: English."""
    return render(request, "design/gallery.html", {"chapters": chapters()})
