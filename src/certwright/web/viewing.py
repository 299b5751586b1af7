"""Who is looking, on each request: ``request.viewer``."""

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from certwright.accounts.models import User
from certwright.answers.viewer import Viewer, functions_of
from certwright.core.dossiers import Person
from certwright.office import installation
from certwright.office.means import local_day
from certwright.office.standing import dossiers


class ViewerMiddleware:
    """Gives the request a ``viewer``; nothing is asked of the record until a page looks at it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request. ``request.viewer`` is falsy for somebody who is not signed in."""
        request.viewer = SimpleLazyObject(lambda: _viewer_of(request))  # type: ignore[attr-defined]
        return self.get_response(request)


def viewer(request: HttpRequest) -> Viewer:
    """Who is looking. Only for pages that somebody has to sign in for."""
    return cast(Viewer, request.viewer)  # type: ignore[attr-defined]


def _viewer_of(request: HttpRequest) -> Viewer | None:
    return viewer_of(request.user) if isinstance(request.user, User) else None


def viewer_of(user: User) -> Viewer:
    """What pages need to know of somebody, today."""
    means = installation.means()
    found = dossiers({user.person} - {""}, means.using)
    body = installation.body(means.using)
    person = found.get(user.person)
    today = local_day(means.clock(), body.time_zone)
    if not (isinstance(person, Person) and person.is_open):
        person = None
    return Viewer(
        user=user.pk,
        name=person.title if person else user.email,
        person=user.person,
        client=user.client,
        functions=functions_of(body, person, today) if person else frozenset(),
        administrator=user.administrator,
        today=today,
    )
