"""Reading from outside the team: the reason is asked for once, and every reading is recorded and stays."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from certwright.accounts.models import Reading

A_REASON_HOLDS = 30
"""For how many days a reason once given opens the dossiers of its case."""


def reason_given(user: int, case: str, today: date) -> str | None:
    """Why somebody said they read ``case``, if they said so lately."""
    since = today - timedelta(days=A_REASON_HOLDS)
    found = Reading.objects.filter(user=user, case=case, day__gt=since).order_by("-read_at")
    return found.values_list("reason", flat=True).first()


def record(user: int, person: str, dossier: str, case: str, reason: str, today: date, now: datetime) -> None:
    """Somebody read ``dossier`` today; the first reading of a day is recorded."""
    Reading.objects.get_or_create(
        user_id=user,
        dossier=dossier,
        day=today,
        defaults={"person": person, "case": case, "read_at": now, "reason": reason},
    )


def readings_of(dossier: str, most: int = 100) -> Sequence[Reading]:
    """Who read a dossier, or another of its case, from outside the team, newest first."""
    return tuple(Reading.objects.filter(dossier=dossier).order_by("-read_at")[:most])


def readings_of_case(case: str, most: int = 100) -> Sequence[Reading]:
    """Who read any dossier of a case from outside the team, newest first."""
    return tuple(Reading.objects.filter(case=case).order_by("-read_at")[:most])
