"""``/health``: whether this process may be given work. ``/health/live``: whether it should be started anew.

For load balancers and service managers. What they tell helps nobody who attacks: no address, no name, no count.
"""

from datetime import UTC, date, datetime
from functools import cache

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from certwright import __version__
from certwright.answers.last_root import last_root
from certwright.journal import triggers
from certwright.office.tables import unapplied


@login_not_required
@require_safe
@never_cache
def live(request: HttpRequest) -> JsonResponse:
    """``200 {"status": "ok"}`` as long as the process answers at all, whatever became of the database."""
    return JsonResponse({"status": "ok", "release": __version__})


@login_not_required
@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """``200 {"status": "ok"}``, or ``503`` with what is wrong.

    ``root_age_days`` says how many days ago the journal was last signed, ``null`` if it never was. An old root is
    somebody's omission, not a reason to send people away, so it does not change the status.
    """
    wrong = _what_is_wrong()
    told = {"status": wrong or "ok", "release": __version__, "root_age_days": root_age(datetime.now(UTC).date())}
    return JsonResponse(told, status=503 if wrong else 200)


def root_age(today: date) -> int | None:
    """How many days before ``today`` the last trustworthy root was signed."""
    root = last_root(settings.CERTWRIGHT_ROOTS, settings.CERTWRIGHT_ROOT_KEY)
    return None if root is None or root.fault else (today - root.day).days


def _what_is_wrong() -> str:
    try:
        _tables_must_be_ours()
        return "record unprotected" if triggers.missing(connection) else ""
    except _Unmigrated:
        return "tables of another release"
    except DatabaseError:
        return "database unreachable"


class _Unmigrated(Exception):
    """The tables are not those of this release."""


@cache
def _tables_must_be_ours() -> None:
    """Looked at until it is so, then never again in this process: it takes long, and a newer release is another one."""
    if unapplied():
        raise _Unmigrated
