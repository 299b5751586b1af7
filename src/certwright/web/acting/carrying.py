"""A form sent in after the sign-in ended: carried over in the session, and there again when the person is back."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict

_CARRIED = "acting-carried"
_LARGEST = 500_000
"""In characters: more is no form of ours."""


def carried(request: HttpRequest) -> HttpResponse:
    """Keep what a stranger sent in, if it says whose form it was, and lead to the sign-in."""
    if request.method == "POST" and request.POST.get("author", "").isdigit():
        sent = {name: request.POST.getlist(name) for name in request.POST if name != "csrfmiddlewaretoken"}
        if sum(len(value) for values in sent.values() for value in values) <= _LARGEST:
            request.session[_CARRIED] = {"path": request.path, "sent": sent}
    return redirect_to_login(request.path)


def brought_back(request: HttpRequest, author: int) -> QueryDict | None:
    """What ``author`` had sent in to this very page, once; ``None`` if there is nothing, or it is somebody else's."""
    found: dict[str, Any] = request.session.get(_CARRIED) or {}
    if found.get("path") != request.path:
        return None
    del request.session[_CARRIED]
    data = QueryDict(mutable=True)
    for name, values in found["sent"].items():
        data.setlist(name, values)
    return data if data.get("author") == str(author) else None
