"""Reading a dossier for a page: found, and readable for whoever looks."""

from django.http import Http404, HttpRequest

from certwright.core.dossiers import KINDS, Dossier
from certwright.office.standing import dossiers


def readable_dossier(request: HttpRequest, kind: str, key: str) -> Dossier:
    """The dossier ``kind:key`` as it stands.

    Raises:
        Http404: there is none, or it is not for the viewer to see. The two are told alike to strangers.
    """
    if kind not in KINDS:
        raise Http404(f"There is no kind of dossier called {kind}.")
    dossier_id = f"{kind}:{key}"
    found = dossiers([dossier_id])[dossier_id]
    if not found.exists:
        raise Http404(f"Nothing is on record in {dossier_id}.")
    return found
