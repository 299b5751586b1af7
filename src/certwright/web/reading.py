"""Reading a dossier for a page: found, and readable for whoever looks."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from certwright.accounts import readings
from certwright.answers.access import may_read
from certwright.answers.saying import is_dossier
from certwright.core.dossiers import KINDS, Dossier
from certwright.core.dossiers.belonging import belonging
from certwright.office.standing import dossiers
from certwright.web.viewing import viewer


class AsksForReason(Exception):
    """The dossier may be read, but the viewer has no part in the work and has not said yet why they read it."""

    def __init__(self, dossier: str) -> None:
        super().__init__(dossier)
        self.dossier = dossier


class AsksForReasonMiddleware:
    """Leads whoever must say why they read a dossier to the page that asks, and from there back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Where a page asked for a reason: to the question. What was sent in goes on when it is answered by GET."""
        if not isinstance(exception, AsksForReason):
            return None
        kind, _colon, key = exception.dossier.partition(":")
        back = request.get_full_path() if request.method in {"GET", "HEAD"} else request.path
        return HttpResponseRedirect(f"{reverse('reading-reason', args=(kind, key))}?{urlencode({'next': back})}")


def readable_dossier(request: HttpRequest, kind: str, key: str) -> Dossier:
    """The dossier ``kind:key`` as it stands.

    Raises:
        Http404: there is none, or it is not for the viewer to know of. The two are told alike.
        PermissionDenied: it is not for the viewer to read; the text says why.
        AsksForReason: it may be read for a reason, which was not given yet.
    """
    found = existing_dossier(kind, key)
    who = viewer(request)
    access = may_read(who, found)
    if not access.known:
        raise Http404(f"Nothing is on record in {found.id}.")
    if not access.readable:
        raise PermissionDenied(access.reason)
    if access.outside_team:
        case = case_of(found)
        reason = readings.reason_given(who.user, case, who.today)
        if reason is None:
            raise AsksForReason(found.id)
        readings.record(who.user, who.person, found.id, case, reason, who.today, timezone.now())
    return found


def existing_dossier(kind: str, key: str) -> Dossier:
    """The dossier ``kind:key`` as it stands, whoever asks.

    Raises:
        Http404: there is none.
    """
    if kind not in KINDS:
        raise Http404(f"There is no kind of dossier called {kind}.")
    dossier_id = f"{kind}:{key}"
    # What no id may be is asked of no database: some take offence at it.
    found = dossiers([dossier_id])[dossier_id] if is_dossier(dossier_id) else None
    if found is None or not found.exists:
        raise Http404(f"Nothing is on record in {dossier_id}.")
    return found


def case_of(dossier: Dossier) -> str:
    """What a reason for reading is given for: the certification, or else the client, or the dossier by itself."""
    of = belonging(dossier)
    return of.certification or of.client or dossier.id
