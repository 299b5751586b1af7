"""Paging by the last row seen: no offset, so that the last page costs what the first does.

Rows stand in the order of one field and of fields that tell rows with the same value apart. Where the first field may
be empty, rows without a value come last, whatever the direction: they are a part of their own, in the order of the
other fields, because databases disagree where nothing sorts, and none finds it by index.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import DateField, Field, Q, QuerySet

from certwright.rows.models import Row

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Order:
    """The order of a list: by ``field``, then by ``key``, all in one direction."""

    field: str
    key: tuple[str, ...]
    descending: bool = False

    @property
    def reverse(self) -> "Order":
        """The same order seen from the other end."""
        return Order(self.field, self.key, not self.descending)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins: behind (or before) a row, by the values of its order; ``None`` for the field: empty."""

    values: tuple[Any, ...]

    @classmethod
    def of(cls, row: Row, order: Order) -> "Place":
        """The place of a row."""
        return cls(tuple(getattr(row, name) for name in (order.field, *order.key)))

    def token(self) -> str:
        """The place as it stands in an address."""
        values = [value.isoformat() if isinstance(value, date) else value for value in self.values]
        return urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def place(token: str, table: type[Row], order: Order) -> Place | None:
    """The place a token names; ``None`` if it names none, as after the order was changed by hand."""
    fields = [table._meta.get_field(name) for name in (order.field, *order.key)]
    try:
        values = json.loads(urlsafe_b64decode(token + "=" * (-len(token) % 4)))
        return Place(tuple(_value(field, value) for field, value in zip(fields, values, strict=True)))
    except (ValueError, TypeError):
        return None


def _value(field: Any, value: Any) -> Any:
    if value is None:
        if not field.null:
            raise ValueError("this field is never empty")
        return None
    if isinstance(field, DateField):
        return date.fromisoformat(value)
    if not isinstance(value, str) or "\x00" in value:
        raise ValueError("fields lists sort by are texts or days")
    return value


def after(rows: QuerySet[R], order: Order, begin: Place | None, size: int) -> list[R]:
    """At most ``size`` rows behind ``begin`` (``None``: from the first)."""
    found: list[R] = []
    for part in _parts(rows, order, begin):
        found += part[: size - len(found)]
        if len(found) == size:
            break
    return found


def before(rows: QuerySet[R], order: Order, end: Place, size: int) -> list[R]:
    """The at most ``size`` rows right before ``end``, in the order of the list."""
    found: list[R] = []
    for part in _parts(rows, order.reverse, end, empty_first=True):
        found += part[: size - len(found)]
        if len(found) == size:
            break
    return found[::-1]


def _parts(rows: QuerySet[R], order: Order, begin: Place | None, empty_first: bool = False) -> list[QuerySet[R]]:
    """The rows with a value and those without, each in order, as far as they come behind ``begin``."""
    field: Field[Any, Any] = rows.model._meta.get_field(order.field)  # type: ignore[assignment]  # never a relation
    if not field.null:
        return [_part(rows, (order.field, *order.key), order, begin.values if begin else None)]
    given, empty = rows.exclude(**{order.field: None}), rows.filter(**{order.field: None})
    in_given = begin is not None and begin.values[0] is not None
    in_empty = begin is not None and begin.values[0] is None
    valued = _part(given, (order.field, *order.key), order, begin.values if begin and in_given else None)
    without = _part(empty, order.key, order, begin.values[1:] if begin and in_empty else None)
    if empty_first:
        return [valued] if in_given else [without, valued]
    return [without] if in_empty else [valued, without]


def _part(rows: QuerySet[R], fields: Sequence[str], order: Order, behind: Sequence[Any] | None) -> QuerySet[R]:
    if behind is not None:
        rows = rows.filter(_beyond(fields, behind, "lt" if order.descending else "gt"))
    return rows.order_by(*(f"-{name}" if order.descending else name for name in fields))


def _beyond(fields: Sequence[str], values: Sequence[Any], side: str) -> Q:
    """Behind these values. That the first field is not before its value is told apart, so that an index serves."""
    (field, *others), (value, *rest) = fields, values
    if not others:
        return Q(**{f"{field}__{side}": value})
    return Q(**{f"{field}__{side}e": value}) & (Q(**{f"{field}__{side}": value}) | _beyond(others, rest, side))
