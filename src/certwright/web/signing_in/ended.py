"""Offboarding: whoever's tie to the body ends while they are signed in is not signed in at their next page."""

from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from certwright.accounts.models import User
from certwright.web.viewing import viewer


class EndedMiddleware:
    """Signs out whoever has nothing to do here any more."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        user = request.user
        if isinstance(user, User) and (user.person or user.assessor_until) and viewer(request).ended:
            logout(request)
            return HttpResponseRedirect(reverse("account_inactive"))
        return self.get_response(request)
