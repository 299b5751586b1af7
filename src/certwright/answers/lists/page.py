"""The engine of all lists: one page of rows that the viewer may read, as cells, with names joined when read.

A page takes the same time and weight however long the list is: rows are found by index behind the last one seen,
nothing is counted beyond a thousand, and no choice lists what there are many of.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from certwright.answers import search
from certwright.answers.access import only_readable
from certwright.answers.captions import captions
from certwright.answers.lists.asked import Asked
from certwright.answers.lists.cell import Cell, Column, Seen
from certwright.answers.lists.keyset import Order, Place, after, before, place
from certwright.answers.lists.listing import Listing
from certwright.answers.viewer import Viewer
from certwright.rows.models import Row

SIZE = 50
COUNTED = 1_000
"""Rows are counted up to here; beyond it a list says that there are more."""

_FEW = 500
"""Dossiers found by name that are named one by one; more are left to the database to join."""

_EXPORTED_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a page."""

    dossier: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its lines, the addresses' tokens of the pages before and after (empty: none), and how many there are.

    ``total`` is exact unless ``more`` says that there are more than were counted.
    """

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    previous: str
    next: str
    total: int
    more: bool


def page(listing: Listing, asked: Asked, viewer: Viewer, using: str = "default") -> Page:
    """The page that was asked for."""
    rows, order = matching(listing, asked, viewer, using), asked.order(listing)
    end = place(asked.before, listing.table, order) if asked.before else None
    begin = place(asked.after, listing.table, order) if asked.after else None
    if end is not None:
        found = before(rows, order, end, SIZE + 1)
        earlier, found = len(found) > SIZE, found[-SIZE:]
        later = True
    else:
        found = after(rows, order, begin, SIZE + 1)
        later, found = len(found) > SIZE, found[:SIZE]
        earlier = begin is not None
    counted = rows.order_by().values("pk")[: COUNTED + 1].count()
    columns = asked.shown(listing)
    return Page(
        columns=columns,
        lines=tuple(_lines(listing, columns, found, viewer, using)),
        previous=Place.of(found[0], order).token() if earlier and found else "",
        next=Place.of(found[-1], order).token() if later and found else "",
        total=min(counted, COUNTED),
        more=counted > COUNTED,
    )


def matching(listing: Listing, asked: Asked, viewer: Viewer, using: str = "default") -> QuerySet[Any]:
    """Every row that was asked for and that ``viewer`` may read."""
    rows = only_readable(viewer, listing.rows(using).filter(listing.holds(viewer)), listing.kind)
    for one in listing.filters:
        for choice in one.choices:
            if asked.taken.get(one.name) == choice.value:
                rows = rows.filter(choice.where(viewer))
    for name in listing.linked:
        if name in asked.taken:
            rows = rows.filter(**{name: asked.taken[name]})
    if listing.packs and "pack" in asked.taken:
        rows = rows.filter(**{listing.packs: asked.taken["pack"]})
    return rows.filter(_found(listing, asked.search, using)) if asked.search else rows


def every_line(listing: Listing, asked: Asked, viewer: Viewer, using: str = "default") -> Iterator[Line]:
    """All lines that were asked for, read a thousand at a time, for an export."""
    rows, order, columns = matching(listing, asked, viewer, using), asked.order(listing), asked.shown(listing)
    begin: Place | None = None
    while found := after(rows, order, begin, _EXPORTED_AT_ONCE):
        yield from _lines(listing, columns, found, viewer, using)
        begin = Place.of(found[-1], order)


def _found(listing: Listing, text: str, using: str) -> Q:
    """Rows that are called so, or that name a dossier called so.

    A few names are put in one by one, so that an index finds their rows. Of many, most rows match, and the order of the
    list soon meets some: then the database joins them.
    """
    by_kind: dict[str, list[str]] = {kind: [] for kind in listing.searched.values()}
    matches = search.found(text, by_kind.keys(), using)
    some = list(matches.order_by().values_list("kind", "dossier").distinct()[: _FEW + 1])
    condition = Q(pk__in=())
    if len(some) > _FEW:
        for name, kind in listing.searched.items():
            condition |= Q(**{f"{name}__in": search.found(text, (kind,), using).values("dossier")})
        return condition
    for kind, dossier in some:
        by_kind[kind].append(dossier)
    for name, kind in listing.searched.items():
        if by_kind[kind]:
            condition |= Q(**{f"{name}__in": by_kind[kind]})
    return condition


def _lines(
    listing: Listing, columns: Sequence[Column], rows: Sequence[Row], viewer: Viewer, using: str
) -> Iterator[Line]:
    known = captions(set(_referred(columns, rows)), using=using)
    seen = Seen(viewer.today, known, listing.more(rows, viewer))
    for row in rows:
        yield Line(row.dossier, tuple([column.cell(row, seen) for column in columns]))


def _referred(columns: Iterable[Column], rows: Sequence[Row]) -> Iterator[str]:
    for column in columns:
        for row in rows if column.refers else ():
            value = getattr(row, column.refers)
            yield from value if isinstance(value, list) else (value,) if value else ()


__all__ = ["COUNTED", "SIZE", "Line", "Order", "Page", "every_line", "matching", "page"]
