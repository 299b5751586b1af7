"""Monitors ask by the machine's address, over plain HTTP and without a session.

So they are answered before anything looks at the name of the host, at TLS, or at who is signed in.
"""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import resolve

PLACES: Final = frozenset({"/health", "/health/live", "/metrics"})


class MonitorsMiddleware:
    """The first of all middleware: answers ``PLACES`` itself, and hands on everything else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        if request.path_info not in PLACES:
            return self.get_response(request)
        answer: HttpResponse = resolve(request.path_info).func(request)
        return answer
