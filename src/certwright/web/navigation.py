"""Where one can go from every page: the entries beside the content, by what the viewer does."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from certwright.answers.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Place:
    """An entry: its name, the page it leads to (the name of its address), its icon, the keys that go there.

    ``of_staff`` entries are not shown to those who only sit on a committee.
    """

    name: str | Promise
    page: str
    icon: str
    arguments: tuple[str, ...] = ()
    key: str = ""
    of_staff: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Entries that belong together."""

    name: str | Promise
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry as it is shown. ``count`` is how much waits there; ``None`` is not told."""

    name: str | Promise
    url: str
    icon: str
    current: bool
    key: str = ""
    count: int | None = None


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section as it is shown."""

    name: str | Promise
    entries: tuple[Shown, ...] = field(default_factory=tuple)


SECTIONS = (
    Section("", (Place(_("My work"), "work", "inbox", key="g w"),)),
    Section(
        _("Certification"),
        (
            Place(_("Clients"), "list", "building-2", ("clients",), "g c"),
            Place(_("Enquiries"), "list", "circle-question-mark", ("enquiries",), "g e"),
            Place(_("Applications"), "list", "file-input", ("applications",), "g a"),
            Place(_("Certifications"), "list", "badge-check", ("certifications",), "g n"),
            Place(_("Assignments"), "list", "calendar-range", ("assignments",), "g s"),
            Place(_("Findings"), "list", "triangle-alert", ("findings",), "g f"),
            Place(_("Decisions"), "list", "gavel", ("decisions",), "g d"),
            Place(_("Certificates"), "list", "award", ("certificates",)),
        ),
    ),
    Section(
        _("The body"),
        (
            Place(_("People"), "list", "users", ("people",), "g p"),
            Place(_("Functions"), "functions", "key-round"),
            Place(_("Standards and schemes"), "list", "book-marked", ("schemes",)),
            Place(_("Complaints and appeals"), "list", "message-square-warning", ("matters",), "g m"),
            Place(_("Messages"), "messages", "mail"),
            Place(_("Committees"), "list", "users-round", ("committees",)),
            Place(_("Providers"), "list", "flask-conical", ("providers",)),
            Place(_("Clauses"), "matrix", "table-2"),
        ),
    ),
    Section(
        _("Tools"),
        (
            Place(_("Calculators"), "calculators", "calculator"),
            Place(_("Installation"), "landing", "server", of_staff=True),
        ),
    ),
)


def context(request: HttpRequest) -> dict[str, Any]:
    """What every template of the desk may use: ``viewer`` and ``navigation``."""
    viewer = getattr(request, "viewer", None)
    return {"viewer": viewer, "navigation": tuple(shown(viewer, request.path)) if viewer else ()}


def shown(viewer: Viewer, path: str) -> list[ShownSection]:
    """The sections for somebody who looks at ``path``. A client or an administrator sees only what is theirs."""
    if not viewer.person:
        return []
    sections = (ShownSection(section.name, tuple(_entries(section, path, viewer))) for section in SECTIONS)
    return [section for section in sections if section.entries]


def _entries(section: Section, path: str, viewer: Viewer) -> Iterator[Shown]:
    for place in section.places:
        if place.of_staff and not (viewer.works_for_the_body or viewer.assessor):
            continue
        url = reverse(place.page, args=place.arguments)
        current = path == url if url == "/" else path.startswith(url)
        yield Shown(place.name, url, place.icon, current, place.key)
