"""A piece of work that waits: what to do, in which dossier, since when, by when, and why it waits."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.utils.functional import Promise

from certwright.answers.access import only_readable
from certwright.answers.viewer import Viewer
from certwright.rows.models import Row

R = TypeVar("R", bound=Row)

MOST = 50
"""Items of one source that are read; the lists hold all of them."""


@dataclass(frozen=True, slots=True)
class Item:
    """Work that waits.

    ``act`` is what to do (empty: look at the dossier), ``what`` says it as a verb. ``why`` is the first reason it
    waits. ``others`` says that somebody else has to move first.
    """

    act: str
    what: str | Promise
    dossier: str
    why: str | Promise
    client: str = ""
    pack: str = ""
    since: date | None = None
    due: date | None = None
    others: bool = False


class Group(Enum):
    """When something is to be done, in the order of the page."""

    OVERDUE = "overdue"
    TODAY = "today"
    THIS_WEEK = "this-week"
    LATER = "later"
    UNDATED = "undated"
    OTHERS = "others"


def group(item: Item, today: date) -> Group:
    """Where an item stands on ``today``. This week: within the next seven days.

    What others have to do waits for them until it is overdue; from then on somebody here has to act.
    """
    if item.due is not None and item.due < today:
        return Group.OVERDUE
    if item.others:
        return Group.OTHERS
    if item.due is None:
        return Group.UNDATED
    if item.due == today:
        return Group.TODAY
    return Group.THIS_WEEK if item.due <= today + timedelta(days=7) else Group.LATER


def of_case(row: Any) -> dict[str, Any]:
    """Whose case a row belongs to, as an item tells it."""
    return {"client": row.client, "pack": row.pack}


def readable(viewer: Viewer, table: type[R], kind: str, using: str) -> QuerySet[R]:
    """The rows of a table whose dossiers the viewer may read."""
    return only_readable(viewer, table._default_manager.using(using).all(), kind)
