"""``/health``: whether this process can answer and its database can be read. For load balancers and monitoring."""

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from certwright import __version__


@login_not_required
@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """``200 {"status": "ok"}``, or ``503`` with the status ``database unreachable``. It tells nothing of the record."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "database unreachable", "release": __version__}, status=503)
    return JsonResponse({"status": "ok", "release": __version__})
