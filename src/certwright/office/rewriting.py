"""Writing a message anew from the record, in another language."""

from dataclasses import replace

from django.conf import settings

from certwright.journal import reading
from certwright.office import installation
from certwright.office.means import Means
from certwright.office.notifying import occasion, ways
from certwright.office.standing import dossiers
from certwright.outbox.library import letters
from certwright.outbox.models import Message
from certwright.outbox.moving import CannotMove, edit
from certwright.outbox.queueing import write


def rewrite(message: Message, language: str, by: str, means: Means) -> None:
    """Write the letter in ``language`` from what is on record now; what was edited by hand is lost.

    Raises:
        CannotMove: it left already, or there is no such letter any more.
    """
    letter = letters(settings.CERTWRIGHT_LETTERS).get(message.letter)
    found = reading.by_id([message.cause], means.using) if message.cause else []
    entry = found[0][0] if found else None
    if letter is None or (message.cause and (entry is None or entry.act is None)):
        raise CannotMove("no-letter")
    dossier = dossiers([message.dossier], means.using)[message.dossier]
    of = occasion(dossier, entry, installation.today(means), means.using)
    fresh = write(letter, of, replace(ways(means.clock(), means.using), language=lambda to: language))
    edit(message, fresh.subject, fresh.text, by)
    for field in ("language", "version", "people", "calendar", "clauses"):
        setattr(message, field, getattr(fresh, field))
    message.save(update_fields=["language", "version", "people", "calendar", "clauses"], using=means.using)
