"""Which letters and notices somebody may see and send: as far as the dossiers they are about (17065 4.5; 17021-1 8.4).

Whom a complaint came from is kept from everybody who does not look after complaints, letters to them included.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from certwright.answers.access import only_readable
from certwright.answers.readers import Circle, circles
from certwright.answers.viewer import Viewer
from certwright.core.acts import ACTS
from certwright.core.dossiers import Dossier
from certwright.core.functions import Function
from certwright.outbox.models import FAILED, LOOK, OPEN, POSTED, SEND, SENDING, SENT, SETTLED, Message

SIZE = 50
"""Messages on a page."""
COUNTED = 100
"""Messages are counted up to here; beyond it a list says that there are more."""
KINDS = ("application", "assignment", "certification", "finding", "matter")
"""Kinds of dossier that letters are about."""
_COMPLAINTS = frozenset({Function.COMPLAINTS_AND_APPEALS, Function.QUALITY_MANAGEMENT})
_OFFICE = frozenset({Function.CLIENT_ADMINISTRATION, Function.QUALITY_MANAGEMENT})

SHELVES: Mapping[str, tuple[str | Promise, Q]] = {
    "look": (_("To look at"), Q(state=LOOK)),
    "send": (_("To send"), Q(state__in=(SEND, SENDING))),
    "failed": (_("Failed"), Q(state=FAILED) | Q(state=SEND, tries__gt=0)),
    "sent": (_("Sent or posted"), Q(state__in=(SENT, POSTED))),
    "settled": (_("Not sent"), Q(state=SETTLED)),
}
"""Where messages lie, by what is to be done about them."""

SAID: Mapping[str, tuple[str | Promise, str]] = {
    LOOK: (_("To look at"), "info"),
    SEND: (_("To send"), "info"),
    SENDING: (_("Being sent"), "info"),
    SENT: (_("Sent"), "good"),
    FAILED: (_("Failed"), "bad"),
    POSTED: (_("Posted"), "good"),
    SETTLED: (_("Not sent"), "quiet"),
}
"""A state in words, and its tone."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A page of messages: those shown, where the next ones begin (``None``: no more), how many lie on each shelf."""

    name: str
    messages: Sequence[Message]
    before: int | None
    counts: Mapping[str, int]


def sees_messages(viewer: Viewer) -> bool:
    """Whether messages are anything for ``viewer``: for people who work for the body, and assessors."""
    return viewer.works_for_the_body or (viewer.assessor and not viewer.ended)


def visible(viewer: Viewer, using: str = "default") -> QuerySet[Message]:
    """The messages about dossiers that ``viewer`` may read."""
    if not sees_messages(viewer):
        return Message.objects.none()
    kinds = KINDS if viewer.functions & _COMPLAINTS else tuple(kind for kind in KINDS if kind != "matter")
    found = only_readable(viewer, cast(Any, Message.objects.using(using).filter(_of(kinds))), *kinds)
    return cast("QuerySet[Message]", found)


def _of(kinds: Sequence[str]) -> Q:
    condition = Q(pk__in=())
    for kind in kinds:
        condition |= Q(dossier__startswith=f"{kind}:")
    return condition


def shelf(viewer: Viewer, name: str, before: int | None, client: str = "", using: str = "default") -> Shelf:
    """The messages of one shelf, the newest first."""
    name = name if name in SHELVES else "look"
    mine = visible(viewer, using).filter(**({"client": client} if client else {}))
    rows = mine.filter(SHELVES[name][1]).order_by("-pk").defer("text", "calendar")
    found = list(rows.filter(pk__lt=before)[: SIZE + 1] if before else rows[: SIZE + 1])
    counts = {
        each: mine.filter(where).order_by().values("pk")[: COUNTED + 1].count()
        for each, (_label, where) in SHELVES.items()
        if each in ("look", "send", "failed")
    }
    return Shelf(name, found[:SIZE], found[SIZE - 1].pk if len(found) > SIZE else None, counts)


def may_see(viewer: Viewer, dossier: Dossier) -> bool:
    """Whether ``viewer``, who may read ``dossier``, may see the letters about it, too."""
    if not sees_messages(viewer):
        return False
    return dossier.kind != "matter" or Circle.ORIGIN in circles(viewer, dossier)


def about(viewer: Viewer, dossier: Dossier, using: str = "default") -> Sequence[Message]:
    """The messages that a dossier caused, the newest first."""
    if dossier.kind not in KINDS or not may_see(viewer, dossier):
        return ()
    return list(
        Message.objects.using(using).filter(dossier=dossier.id).order_by("-pk").defer("text", "calendar")[:SIZE]
    )


def may_handle(viewer: Viewer, message: Message) -> bool:
    """Whether ``viewer`` may change, send or post it: who may do the act that caused it, and the office."""
    by = ACTS[message.act].spec.by if message.act in ACTS else frozenset()
    return viewer.works_for_the_body and message.state in OPEN and bool(viewer.functions & (by | _OFFICE))
