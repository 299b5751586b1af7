"""Letters that acts cause are put into the outbox in the same transaction, and follow what happens to their cause.

Which letters there are is data (:mod:`certwright.outbox`). What a standard wants evidence of having been told is an act
of its own (``finding.notify``, ``matter.acknowledge`` …): sending the letter proposes it, and recording it by hand
settles the letter. Decisions have no such act; of those the message itself keeps when it was sent.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import partial

from django.conf import settings

from certwright.accounts.models import User
from certwright.core.acts.matter import StateOrigin
from certwright.core.acts.record import Annul, PutRight
from certwright.core.dossiers import KINDS, Application, Dossier, Matter, Person
from certwright.core.entry import Entry
from certwright.office.standing import dossiers
from certwright.outbox import moving
from certwright.outbox.addressing import Addressee, of_origin
from certwright.outbox.erasing import erase_origin, erase_person
from certwright.outbox.facts import Occasion
from certwright.outbox.library import proving
from certwright.outbox.models import Message
from certwright.outbox.queueing import Ways, caused, keep, meant, write
from certwright.rows.models import LinkRow


def notify(
    entries: Iterable[Entry],
    before: Mapping[str, Dossier],
    after: Mapping[str, Dossier],
    today: date,
    now: datetime,
    using: str,
) -> None:
    """Put into the outbox what ``entries`` cause, and let them settle, readdress or erase what lies there.

    ``before`` and ``after`` are the dossiers as they stood before and stand after all of the entries.
    """
    own = settings.CERTWRIGHT_LETTERS
    written: list[Message] = []
    for entry in entries:
        if entry.act is None:
            continue
        _follow(entry, before, after, using)
        if letters := caused(entry, own):
            of = Occasion(entry, after[entry.dossier], partial(_at, dict(after), using), today)
            written += [write(letter, of, ways(now, using)) for letter in letters if meant(letter, of)]
    if written:
        keep(written, using)


def ways(now: datetime, using: str) -> Ways:
    """How letters are written in this installation."""
    return Ways(
        own=settings.CERTWRIGHT_LETTERS,
        language=partial(_language, using),
        last_application=partial(_last_application, using),
        now=now,
    )


def _at(known: dict[str, Dossier], using: str, dossier_id: str) -> Dossier | None:
    if dossier_id not in known:
        if dossier_id.partition(":")[0] not in KINDS:
            return None
        known.update(dossiers([dossier_id], using))
    found = known[dossier_id]
    return found if found.exists else None


def occasion(dossier: Dossier, entry: Entry | None, on: date, using: str) -> Occasion:
    """What a letter about ``dossier`` looks at, with dossiers as they stand now."""
    return Occasion(entry, dossier, partial(_at, {dossier.id: dossier}, using), on)


def _language(using: str, to: Addressee) -> str:
    """The language the person reads pages in, if they sign in; else the one of the installation."""
    chosen = User.objects.using(using).filter(person=to.recipient or None).values_list("language", flat=True).first()
    return (chosen or settings.CERTWRIGHT_LETTER_LANGUAGE)[:2]


def _last_application(using: str, client: str) -> Application | None:
    rows = LinkRow.objects.using(using).filter(target=client, by="application.submit")
    names = list(rows.order_by("-id").values_list("dossier", flat=True)[:1])
    found = dossiers(names, using).get(names[0]) if names else None
    return found if isinstance(found, Application) else None


def _follow(entry: Entry, before: Mapping[str, Dossier], after: Mapping[str, Dossier], using: str) -> None:
    """What an act does to messages that lie in the outbox already."""
    act, dossier = entry.act, before.get(entry.dossier)
    assert act is not None
    if act.erases():
        _erase(dossier, using)
    elif isinstance(act, Annul | PutRight):
        moving.withdraw(act.act, act.spec.name, using)
    elif act.spec.name in proving(settings.CERTWRIGHT_LETTERS):
        moving.told_otherwise(entry.dossier, act.spec.name, entry.id, using)
    elif isinstance(act, StateOrigin) and isinstance(matter := after[entry.dossier], Matter):
        moving.readdress(matter.id, of_origin(matter), using)


def _erase(dossier: Dossier | None, using: str) -> None:
    if isinstance(dossier, Person):
        told = dossier.particulars
        erase_person(dossier.id, (told.name, told.email or "", told.address or "") if told else (), using)
    elif isinstance(dossier, Matter):
        whom = dossier.origin
        erase_origin(dossier.id, (whom.who, whom.contact or "") if whom else (), using)
