"""Who is looking, on each request: ``request.viewer``."""

from collections.abc import Callable
from datetime import date
from typing import cast

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from certwright.accounts.models import User
from certwright.answers.viewer import Viewer, functions_of
from certwright.core.dossiers import BODY, Body, Person
from certwright.office import installation
from certwright.office.means import local_day
from certwright.office.standing import dossiers
from certwright.rows.models import CommitteeRow, SeatRow


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
    found = dossiers({user.person, BODY} - {""}, means.using)
    body, person = found[BODY], found.get(user.person)
    assert isinstance(body, Body)  # dossiers are of the kind their id names
    today = local_day(means.clock(), body.time_zone)
    if not (isinstance(person, Person) and person.is_open):
        person = None
    return Viewer(
        user=user.pk,
        name=person.title if person else user.name or user.email,
        person=user.person,
        client=user.client,
        functions=functions_of(body, person, today) if person else frozenset(),
        administrator=user.administrator,
        today=today,
        committees=_committees(user.person, today, means.using) if person else frozenset(),
        assessor=user.assessor_from is not None and user.assessor_from <= today,
        basis=person.basis if person else "",
        ended=_has_ended(user, person, today),
    )


def _committees(person: str, today: date, using: str) -> frozenset[str]:
    """What the committees are for that the person sits on today."""
    still = Q(last_day__isnull=True) | Q(last_day__gte=today)
    seats = SeatRow.objects.using(using).filter(still, person=person, first_day__lte=today)
    committees = CommitteeRow.objects.using(using).filter(dossier__in=seats.values("dossier"))
    return frozenset(committees.values_list("purpose", flat=True))


def _has_ended(user: User, person: Person | None, today: date) -> bool:
    """Whether what ties the account to the body is over: employment or contract, or the days of an assessment."""
    if user.assessor_until is not None:
        return user.assessor_until < today
    return person is not None and person.ended_on is not None and person.ended_on < today
