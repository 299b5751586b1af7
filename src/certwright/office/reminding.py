"""Letters that no act causes but a day: a certification that ends, an answer that is due.

Each date is reminded of once: the message's key says of which date of which dossier.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.conf import settings

from certwright.core.dossiers import Dossier
from certwright.core.dossiers.certification import LASTING
from certwright.office import installation
from certwright.office.means import Means
from certwright.office.notifying import occasion, ways
from certwright.office.standing import dossiers
from certwright.outbox.letter import Letter
from certwright.outbox.library import letters
from certwright.outbox.models import Message
from certwright.outbox.queueing import keep, write
from certwright.rows.models import CertificationRow, FindingRow

BEFORE_EXPIRY = timedelta(days=120)
"""How long before its last day a client is reminded that a certification ends (POLICY)."""
BEFORE_ANSWER = timedelta(days=7)
"""How long before an answer is due the client is reminded of it (POLICY)."""
AT_ONCE = 20
"""Letters written in one go."""


def remind(means: Means) -> int:
    """Write the reminders whose day has come. Gives back how many were written."""
    today, wrote = installation.today(means), 0
    for letter in letters(settings.CERTWRIGHT_LETTERS).values():
        if letter.reminds is None:
            continue
        due = dict(_ending(today, means.using) if letter.reminds == "expiry" else _unanswered(today, means.using))
        keys = {f"{letter.id}:{dossier}:{day}": dossier for dossier, day in due.items()}
        known = Message.objects.using(means.using).filter(key__in=keys).values_list("key", flat=True)
        fresh = sorted(keys.keys() - set(known))[:AT_ONCE]
        found = dossiers({keys[key] for key in fresh}, means.using)
        made = [_reminder(letter, key, found[keys[key]], today, means) for key in fresh]
        wrote += keep(made, means.using)
    return wrote


def _reminder(letter: Letter, key: str, dossier: Dossier, today: date, means: Means) -> Message:
    message = write(letter, occasion(dossier, None, today, means.using), ways(means.clock(), means.using))
    message.key = key
    return message


def _ending(today: date, using: str) -> Iterator[tuple[str, date]]:
    rows = CertificationRow.objects.using(using).filter(
        from_day__lte=today, until_day__gte=today, last_day__gte=today, last_day__lte=today + BEFORE_EXPIRY
    )
    found = rows.filter(standing__in=sorted(LASTING)).values_list("dossier", "last_day")
    yield from ((dossier, day) for dossier, day in found if day)


def _unanswered(today: date, using: str) -> Iterator[tuple[str, date]]:
    rows = FindingRow.objects.using(using).filter(
        answered_on=None, told_on__isnull=False, answer_due__gte=today, answer_due__lte=today + BEFORE_ANSWER
    )
    yield from ((dossier, day) for dossier, day in rows.values_list("dossier", "answer_due") if day)
