"""A new process reads everything once before it answers anybody.

Its first request would otherwise wait for what all of them need: pages, packs, rules, components and icons.
"""

from collections.abc import Callable, Iterable
from contextlib import closing
from typing import Any
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.urls import reverse

from certwright.core.judge import catalogue_digest
from certwright.packs import shipped

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def warm(application: Application) -> None:
    """Read the shipped packs and the catalogue of rules, and ask ``application`` for the page with all components."""
    shipped.library()
    catalogue_digest()
    host = settings.ALLOWED_HOSTS[0].lstrip(".")
    asked = {"PATH_INFO": reverse("design"), "HTTP_HOST": host, "HTTP_X_FORWARDED_PROTO": "https"}
    setup_testing_defaults(asked)
    with closing(application(asked, lambda *_: None)) as answer:  # type: ignore[type-var]
        for _ in answer:
            pass
