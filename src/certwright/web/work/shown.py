"""Work made ready for its template."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from certwright.answers.pack_names import pack_said
from certwright.answers.work.everything import Work
from certwright.answers.work.item import Group, Item
from certwright.core.acts import ACTS
from certwright.web.acting.beginning import new_url
from certwright.web.dossier.places import dossier_url

TITLES: Mapping[Group, tuple[str | Promise, str]] = {
    Group.OVERDUE: (_("Overdue"), "bad"),
    Group.TODAY: (_("Today"), "warn"),
    Group.THIS_WEEK: (_("This week"), "info"),
    Group.LATER: (_("Later"), "quiet"),
    Group.UNDATED: (_("Without a date"), "info"),
    Group.OTHERS: (_("Waiting for others"), "quiet"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """An item as it is shown."""

    what: str | Promise
    does: str
    name: str
    leads: str
    client: str
    client_leads: str
    pack: str
    why: str | Promise
    since: date | None
    due: date | None


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A group with its title and tone."""

    title: str | Promise
    tone: str
    lines: tuple[Line, ...]


def shown(work: Work, names: Mapping[str, str]) -> tuple[ShownGroup, ...]:
    """The groups, with names joined and links made."""
    return tuple(ShownGroup(*TITLES[one], tuple(_line(item, names) for item in items)) for one, items in work.groups)


def _does(item: Item) -> str:
    """Where it is done: in the dossier, or in a new one that the act opens for the client."""
    if not item.act:
        return ""
    kind, _sep, key = item.dossier.partition(":")
    if ACTS[item.act].spec.about != kind:
        return new_url(item.act, (("client", item.client),))
    return reverse("acting-do", args=(kind, key, item.act))


def _line(item: Item, names: Mapping[str, str]) -> Line:
    leads = dossier_url(item.dossier)
    return Line(
        what=item.what,
        does=_does(item) or leads,
        name=names.get(item.dossier, item.dossier),
        leads=leads,
        client=names.get(item.client, item.client),
        client_leads=dossier_url(item.client) if item.client else "",
        pack=pack_said(item.pack) if item.pack else "",
        why=item.why,
        since=item.since,
        due=item.due,
    )
