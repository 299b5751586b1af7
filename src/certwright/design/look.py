"""How a person likes the pages to look: light or dark, dense or airy, with keys or without.

Kept with the account, so that it holds on every machine, and in a cookie, so that it holds before anybody signs in. The
server writes it on ``<html>``, and the style sheet does the rest: no script chooses colours, nothing flashes.
"""

from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse

from certwright.accounts.models import User

COOKIE: Final = "look"
A_YEAR: Final = 31_536_000  # seconds

CHOICES: Final = {
    "theme": ("system", "light", "dark"),
    "density": ("comfortable", "compact"),
    "keys": ("on", "off"),  # single-key shortcuts can be switched off: WCAG 2.2, 2.1.4
}
"""What can be chosen of each; the first is what holds when nothing is chosen."""


@dataclass(frozen=True, slots=True)
class Look:
    """One person's choices."""

    theme: str = "system"
    density: str = "comfortable"
    keys: str = "on"

    def __str__(self) -> str:
        return f"{self.theme}.{self.density}.{self.keys}"

    def with_choices(self, **chosen: str) -> "Look":
        """The same look with what was chosen now; what is no choice leaves it as it was."""
        kept = {
            name: value if (value := chosen.get(name, "")) in allowed else getattr(self, name)
            for name, allowed in CHOICES.items()
        }
        return Look(**kept)


def look_of(request: HttpRequest) -> Look:
    """The look kept with the account of who is signed in, or else in the cookie; anything else counts as no choice."""
    kept = getattr(getattr(request, "user", None), "look", "") or request.COOKIES.get(COOKIE, "")
    given = kept.split(".")
    return Look().with_choices(**dict(zip(CHOICES, given, strict=False)))


def keep(request: HttpRequest, response: HttpResponse, look: Look) -> None:
    """Keep ``look`` with the account of whoever is signed in, and in this browser. No script needs to read it."""
    if isinstance(request.user, User):
        User.objects.filter(pk=request.user.pk).update(look=str(look))
    response.set_cookie(COOKIE, str(look), max_age=A_YEAR, samesite="Lax", httponly=True)


def context(request: HttpRequest) -> dict[str, Look]:
    """Context processor: ``look`` for the frame of every page."""
    return {"look": look_of(request)}
