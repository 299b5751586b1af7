"""Where one can go from every page: the entries beside the content, by what the viewer does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from certwright.answers.viewer import Viewer
from certwright.web.counts.near import kept


@dataclass(frozen=True, slots=True)
class Place:
    """An entry: its name, the page it leads to (the name of its address), its icon, the keys that go there.

    ``counts`` names what is counted beside it, ``counted`` says it. ``of_staff`` entries are not shown to those who
    only sit on a committee.
    """

    name: str | Promise
    page: str
    icon: str
    arguments: tuple[str, ...] = ()
    key: str = ""
    counts: str = ""
    counted: str | Promise = ""
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
    counts: str = ""
    counted: str | Promise = ""

    @property
    def tone(self) -> str:
        """Work that presses is told in red."""
        return "bad" if self.counts == "work" and self.count else ""


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section as it is shown."""

    name: str | Promise
    entries: tuple[Shown, ...] = field(default_factory=tuple)


SECTIONS = (
    Section("", (Place(_("My work"), "work", "inbox", (), "g w", "work", _("overdue or due today")),)),
    Section(
        _("Certification"),
        (
            Place(_("Clients"), "list", "building-2", ("clients",), "g c"),
            Place(_("Enquiries"), "list", "circle-question-mark", ("enquiries",), "g e"),
            Place(_("Applications"), "list", "file-input", ("applications",), "g a", "applications", _("open")),
            Place(_("Certifications"), "list", "badge-check", ("certifications",), "g n"),
            Place(
                _("Assignments"), "list", "calendar-range", ("assignments",), "g s", "assignments", _("not reported")
            ),
            Place(_("Findings"), "list", "triangle-alert", ("findings",), "g f", "findings", _("open")),
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
            Place(
                _("Complaints and appeals"), "list", "message-square-warning", ("matters",), "g m", "matters", _("open")
            ),
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
    """What every template of the desk may use: ``viewer``, ``navigation``, and where counts come from (``counts_url``,
    empty while those of the last minute are shown)."""
    viewer = getattr(request, "viewer", None)
    if not viewer:
        return {"viewer": viewer, "navigation": (), "counts_url": ""}
    counted = kept(viewer.user) if viewer.of_the_body else {}
    return {
        "viewer": viewer,
        "navigation": tuple(shown(viewer, request.path, counted or {})),
        "counts_url": reverse("counts") if counted is None else "",
    }


def shown(viewer: Viewer, path: str, counted: Mapping[str, int] = MappingProxyType({})) -> list[ShownSection]:
    """The sections for somebody who looks at ``path``. A client or an administrator sees only what is theirs."""
    if not viewer.person:
        return []
    found = (replace(section, places=tuple(_open_to(viewer, section))) for section in SECTIONS)
    sections = (ShownSection(section.name, tuple(_entries(section, path, counted))) for section in found)
    return [section for section in sections if section.entries]


def _open_to(viewer: Viewer, section: Section) -> Iterator[Place]:
    staff = viewer.works_for_the_body or viewer.assessor
    return (place for place in section.places if staff or not place.of_staff)


def counted_places(counted: Mapping[str, int]) -> list[Shown]:
    """The entries that have a count, without the others."""
    found = (entry for section in SECTIONS for entry in _entries(section, "", counted))
    return [entry for entry in found if entry.counts in counted]


def _entries(section: Section, path: str, counted: Mapping[str, int]) -> Iterator[Shown]:
    for place in section.places:
        url = reverse(place.page, args=place.arguments)
        current = path == url if url == "/" else path.startswith(url)
        count = counted.get(place.counts)
        yield Shown(place.name, url, place.icon, current, place.key, count, place.counts, place.counted)
