"""``/metrics`` for Prometheus: figures of this installation, to whoever may have them."""

import os
from hmac import compare_digest
from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from certwright.office.counting import ACTS
from certwright.web.monitoring.counted import REQUESTS
from certwright.web.monitoring.standing import Standing

TOGETHER = "PROMETHEUS_MULTIPROC_DIR"
"""The variable that names the folder in which processes count together. ``certwright serve`` sets it."""


@login_not_required
@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """The figures as Prometheus reads them. Whoever may not have them does not learn that there are any (404)."""
    if not _may_have(request):
        raise Http404
    return HttpResponse(generate_latest(_registry()), content_type=CONTENT_TYPE_LATEST)


def _may_have(request: HttpRequest) -> bool:
    token = settings.CERTWRIGHT_METRICS_TOKEN
    if token:
        shown = request.headers.get("Authorization", "").removeprefix("Bearer ")
        return compare_digest(shown.encode(), token.encode())
    return settings.CERTWRIGHT_TLS == "none" and _is_this_machine(request)


def _is_this_machine(request: HttpRequest) -> bool:
    """Whether the request was sent here, and was not handed on for somebody else."""
    if {"X-Forwarded-For", "Forwarded"} & request.headers.keys():
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def _registry() -> CollectorRegistry:
    registry = CollectorRegistry()
    if TOGETHER in os.environ:
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    else:
        registry.register(REQUESTS)
        registry.register(ACTS)
    registry.register(Standing())
    return registry
