"""How long a session lasts: it ends when nobody looked at a page for a while, and after a working day in any case."""

import time
from collections.abc import Callable
from typing import Final

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

BEGAN: Final = "began_at"
"""Where the session keeps when it began, in seconds since 1970."""

SEEN: Final = "seen_at"
_PART: Final = 10
"""The session is written again when this part of the time it may rest is over: not a write for each page."""


class SessionAgeMiddleware:
    """Ends sessions that are too old, and keeps those alive that are used."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, signed out if the session had its time."""
        if request.session.session_key and request.user.is_authenticated:
            now = time.time()
            began = request.session.setdefault(BEGAN, now)
            if now - began > settings.CERTWRIGHT_SESSION_HOURS * 3_600:
                logout(request)
            elif now - request.session.get(SEEN, 0) > settings.SESSION_COOKIE_AGE / _PART:
                request.session[SEEN] = now
                UserSession.objects.filter(session_key=request.session.session_key).update(last_seen_at=timezone.now())
        return self.get_response(request)
