"""What a list is: a table, its columns, what it can be narrowed to, how it is ordered and searched."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.functional import Promise, lazy

from certwright.answers.lists.cell import Column
from certwright.answers.viewer import Viewer
from certwright.answers.words import said
from certwright.rows.models import Row

Where = Callable[[Viewer], Q]
"""A condition on rows, for whoever looks on the day they look."""


said_later = lazy(said, str)
"""A word of the vocabulary, said in the language of the page that shows it."""


def is_(field_name: str, value: str) -> Where:
    """That a field has this value."""
    return lambda viewer: Q(**{field_name: value})


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing a list can be narrowed to."""

    value: str
    label: str | Promise
    where: Where


@dataclass(frozen=True, slots=True)
class Filter:
    """A few choices of which one may be taken."""

    name: str
    label: str | Promise
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list.

    ``kind`` is the kind of dossier its rows belong to. ``key`` tells rows with the same value apart. ``searched`` says
    for a field which kind of dossier it holds, so that rows are found by what those are called. ``linked`` are fields
    an address may name a dossier for. ``first`` is what a name leads to when the list is asked for without an order.
    ``packs`` is the field that holds a standard or scheme. ``opens`` is the act that begins such a dossier.
    """

    name: str
    title: str | Promise
    kind: str
    table: type[Row]
    columns: tuple[Column, ...]
    order: str
    key: tuple[str, ...] = ("dossier",)
    descending: bool = False
    filters: tuple[Filter, ...] = ()
    searched: Mapping[str, str] = field(default_factory=dict)
    linked: Mapping[str, str | Promise] = field(default_factory=dict)
    packs: str = ""
    holds: Where = lambda viewer: Q()
    more: Callable[[Iterable[Any], Viewer], Mapping[str, Any]] = lambda rows, viewer: {}
    opens: str = ""
    teaches: str | Promise = ""

    def column(self, name: str) -> Column | None:
        """A column by its name."""
        return next((column for column in self.columns if column.name == name), None)

    def rows(self, using: str) -> QuerySet[Any]:
        """All rows of the table."""
        return self.table._default_manager.using(using).all()
