"""The accounts of a demonstration: the sign-in page lists them, so that everybody can look from every side.

Their password is published with the program. Nothing of this exists outside demonstration mode.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from certwright.accounts.models import User

PASSWORD = "demonstration"
"""Of every account of a demonstration. It protects nothing, and is refused in production."""

DOMAIN = "demo.example"
"""Addresses of demonstration accounts end so; nobody can own one (RFC 2606)."""


class NoDemonstration(Exception):
    """This installation is not a demonstration: accounts with a published password are not made here."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An account as the sign-in page lists it: what its person does, and how to sign in."""

    does: str
    email: str


def make(email: str, does: str, **fields: object) -> User:
    """An account of the demonstration, for somebody who does ``does`` (shown on the sign-in page).

    Raises:
        NoDemonstration: this installation is not one.
    """
    if not is_demonstration():
        raise NoDemonstration
    account, _ = User.objects.update_or_create(email=f"{email}@{DOMAIN}", defaults={"name": does, **fields})
    account.set_password(PASSWORD)
    account.save(update_fields=["password"])
    return account


def listed() -> Iterable[Shown]:
    """One sign-in per function; none outside a demonstration."""
    if not is_demonstration():
        return ()
    found = User.objects.filter(email__endswith=f"@{DOMAIN}", is_active=True).order_by("pk")
    return tuple(Shown(account.name, account.email) for account in found)


def is_demonstration() -> bool:
    """Whether this installation is for trying out."""
    return bool(settings.CERTWRIGHT_MODE == "demonstration")
