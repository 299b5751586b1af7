"""What is looked at before the program starts: nobody signs in to a production with a published password."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import DatabaseError

from certwright.accounts.demonstration import DOMAIN
from certwright.accounts.models import User


@register(Tags.database)
def holds_no_demonstration(*, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """In production no account of a demonstration is there (run by ``migrate``, ``serve`` and at start)."""
    if settings.CERTWRIGHT_MODE != "production":
        return []
    found: list[CheckMessage] = []
    for alias in databases or []:
        try:
            there = User.objects.using(alias).filter(email__endswith=f"@{DOMAIN}").exists()
        except DatabaseError:
            continue  # no tables yet, or Django says by itself that the database cannot be reached
        if there:
            hint = "Give another CERTWRIGHT_DATA and CERTWRIGHT_DATABASE, and found your own body: certwright init"
            says = "This database holds a demonstration, whose passwords are published with the program."
            found.append(Error(says, hint=hint, id="accounts.E001"))
    return found
