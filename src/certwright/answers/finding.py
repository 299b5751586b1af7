"""Going straight to a dossier: the few that are called as somebody begins to type."""

from collections.abc import Mapping
from dataclasses import dataclass

from certwright.answers.access import only_readable, readable_kinds
from certwright.answers.captions import captions
from certwright.answers.search import found
from certwright.answers.viewer import Viewer
from certwright.rows.models import ClientRow, DossierRow

MOST = 12
_LOOKED_AT = 60
_ORDER = ("client", "certification", "person", "pack", "provider", "document", "committee")
"""Kinds in the order they are told; the others, which are found by their ids, follow."""


@dataclass(frozen=True, slots=True)
class Found:
    """A dossier, what it is called, and what tells it from others of that name."""

    dossier: str
    name: str
    beside: str


def dossiers_called(text: str, viewer: Viewer, using: str = "default") -> tuple[Found, ...]:
    """At most a dozen dossiers the viewer may read, that have words beginning so."""
    kinds = readable_kinds(viewer)
    matching = only_readable(viewer, found(text, kinds, using), *sorted(kinds)) if kinds else None
    if matching is None:
        return ()
    ids = list(matching.values_list("dossier", flat=True)[:_LOOKED_AT])
    titles = dict(DossierRow.objects.using(using).filter(dossier__in=set(ids)).values_list("dossier", "title"))
    names = captions(titles, titles, using)
    chosen = sorted(titles, key=lambda one: (_place(one), names[one].casefold()))[:MOST]
    towns = _towns([one for one in chosen if one.startswith("client:")], using)
    return tuple(Found(one, names[one], towns.get(one, "")) for one in chosen)


def _place(dossier: str) -> int:
    kind = dossier.partition(":")[0]
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def _towns(clients: list[str], using: str) -> Mapping[str, str]:
    if not clients:
        return {}
    return dict(ClientRow.objects.using(using).filter(dossier__in=clients).values_list("dossier", "town"))
