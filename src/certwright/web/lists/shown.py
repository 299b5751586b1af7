"""A list made ready for its template: heads with their orders, chips, what else it can be narrowed to."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from certwright.answers.captions import captions
from certwright.answers.lists.asked import Asked
from certwright.answers.lists.listing import Listing
from certwright.answers.lists.page import Page
from certwright.answers.pack_names import pack_said
from certwright.rows.models import AdoptionRow
from certwright.web.lists.cells import row


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: where it leads to sort by it, and how it is sorted by now (``ascending``, …)."""

    label: str | Promise
    query: str
    sorted: str
    minor: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force, and the question without it."""

    label: str
    query: str


@dataclass(frozen=True, slots=True)
class Offered:
    """A choice that can be taken, and the question with it."""

    label: str | Promise
    query: str
    on: bool


@dataclass(frozen=True, slots=True)
class Menu:
    """A filter with its choices."""

    label: str | Promise
    choices: tuple[Offered, ...]


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """A column that can be shown or not."""

    name: str
    label: str | Promise
    on: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything the template of a list shows."""

    listing: Listing
    asked: Asked
    page: Page
    heads: tuple[Head, ...]
    rows: tuple[SafeString, ...]
    chips: tuple[Chip, ...]
    menus: tuple[Menu, ...]
    columns: tuple[ShownColumn, ...]
    query: str
    kept: tuple[tuple[str, str], ...]


def shown(listing: Listing, asked: Asked, page: Page, using: str = "default") -> Shown:
    """The list as it is shown. ``kept`` are the parameters a search takes along."""
    on = {column.name for column in page.columns}
    return Shown(
        listing=listing,
        asked=asked,
        page=page,
        heads=tuple(_heads(listing, asked, page)),
        rows=tuple([row(line, page.columns) for line in page.lines]),
        chips=tuple(_chips(listing, asked, using)),
        menus=tuple(_menus(listing, asked, using)),
        columns=tuple(ShownColumn(one.name, one.label, one.name in on) for one in listing.columns[1:]),
        query=asked.query(),
        kept=tuple(_kept(asked)),
    )


def _kept(asked: Asked) -> Iterator[tuple[str, str]]:
    yield from asked.taken.items()
    if asked.sort:
        yield "sort", asked.sort
    if asked.columns:
        yield "columns", ",".join(asked.columns)


def _heads(listing: Listing, asked: Asked, page: Page) -> Iterator[Head]:
    order = asked.order(listing)
    for column in page.columns:
        now = column.sorts == order.field and bool(column.sorts)
        other = f"-{column.name}" if now and not order.descending else column.name
        query = asked.first(sort=other).query() if column.sorts else ""
        direction = ("descending" if order.descending else "ascending") if now else ""
        yield Head(column.label, query, direction, column.minor)


def _chips(listing: Listing, asked: Asked, using: str) -> Iterator[Chip]:
    for one in listing.filters:
        for choice in one.choices:
            if asked.taken.get(one.name) == choice.value:
                yield Chip(f"{one.label}: {choice.label}", asked.without(one.name).query())
    if "pack" in asked.taken and listing.packs:
        yield Chip(pack_said(asked.taken["pack"]), asked.without("pack").query())
    named = {name: asked.taken[name] for name in listing.linked if name in asked.taken}
    known = captions({value for value in named.values() if ":" in value}, using=using)
    for name, value in named.items():
        yield Chip(f"{listing.linked[name]}: {known.get(value, value)}", asked.without(name).query())


def _menus(listing: Listing, asked: Asked, using: str) -> Iterator[Menu]:
    for one in listing.filters:
        taken = asked.taken.get(one.name)
        yield Menu(
            one.label,
            tuple(
                Offered(choice.label, asked.narrowed(one.name, choice.value).query(), choice.value == taken)
                for choice in one.choices
            ),
        )
    if listing.packs:
        names = AdoptionRow.objects.using(using).values_list("pack", flat=True).distinct().order_by("pack")
        taken = asked.taken.get("pack")
        offered = (Offered(pack_said(name), asked.narrowed("pack", name).query(), name == taken) for name in names)
        yield Menu(_("Standard or scheme"), tuple(offered))
