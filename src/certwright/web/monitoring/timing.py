"""How long each page takes, for ``/metrics``."""

from collections.abc import Callable
from time import perf_counter
from typing import Final

from django.http import HttpRequest, HttpResponse

from certwright.web.monitoring.counted import REQUESTS

NO_PAGE: Final = "none"
"""What an address that leads nowhere is counted as; the address itself could hold anything."""


class TimingMiddleware:
    """Counts every answer by the name of its page, and how long it took."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, and count it."""
        began = perf_counter()
        response = self.get_response(request)
        match = request.resolver_match
        page = match.view_name if match else NO_PAGE
        REQUESTS.labels(page, str(response.status_code)).observe(perf_counter() - began)
        return response
