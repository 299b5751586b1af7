"""What is said when something is not there, not allowed, too much or broken: in words, with a way on."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_not_required
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came back without the mark it was given: mostly the page had been open since another sign-in."""
    return render(request, "403_csrf.html", status=403)


@login_not_required
def too_many(request: HttpRequest) -> HttpResponse:
    """Somebody asks too often: the answer to guessing passwords."""
    response = render(request, "429.html", status=429)
    response.headers["Retry-After"] = "300"
    return response
