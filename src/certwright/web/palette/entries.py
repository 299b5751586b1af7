"""What the palette offers for some letters: acts, pages, dossiers; all of which the viewer may do or see."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from certwright.answers.finding import dossiers_called
from certwright.answers.viewer import Viewer
from certwright.answers.words import KINDS
from certwright.core.acts import ACTS
from certwright.core.dossiers import KINDS as DOSSIERS
from certwright.core.rules.record import OPENING
from certwright.rows.deriving.words import words_asked, words_in
from certwright.web.acting.beginning import beginnings, is_for
from certwright.web.acting.remedies import act_url
from certwright.web.acting.wording.acts import doing
from certwright.web.dossier.places import dossier_url
from certwright.web.navigation import shown

_MOST = 8

_ICONS = {
    "client": "building-2",
    "certification": "badge-check",
    "person": "user-round",
    "assignment": "calendar-range",
    "finding": "triangle-alert",
    "application": "file-input",
    "matter": "message-square-warning",
    "pack": "book-marked",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to go to or to do."""

    name: str
    url: str
    icon: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Entries of one sort."""

    title: str
    entries: tuple[Entry, ...]


def entries(text: str, viewer: Viewer, here: str) -> tuple[Section, ...]:
    """What is offered for ``text``. ``here`` is the dossier whose page is open, or empty: its acts come first."""
    sections = (
        Section(_("Here"), tuple(_matching(_acts_of(here, viewer), text))[:_MOST]),
        Section(_("Found"), tuple(_dossiers(text, viewer))),
        Section(_("Do"), tuple(_matching(_begins(viewer), text))[:_MOST]),
        Section(_("Go to"), tuple(_matching(_pages(viewer), text))[: _MOST if text else None]),
    )
    return tuple(section for section in sections if section.entries)


def _matching(offered: Iterator[Entry], text: str) -> Iterator[Entry]:
    """Those of which every word asked for begins a word."""
    asked = words_asked(text)
    for entry in offered:
        words = words_in(entry.name)
        if all(any(word.startswith(one) for word in words) for one in asked):
            yield entry


def _acts_of(dossier: str, viewer: Viewer) -> Iterator[Entry]:
    kind = dossier.partition(":")[0]
    if kind not in DOSSIERS or not viewer.of_the_body:
        return
    for name, act in sorted(ACTS.items()):
        if act.spec.about == kind and name not in OPENING and is_for(act, viewer):
            yield Entry(doing(name), act_url(dossier, name), "zap")


def _begins(viewer: Viewer) -> Iterator[Entry]:
    for offer in beginnings(viewer):
        yield Entry(str(offer.label), offer.url, "plus")


def _pages(viewer: Viewer) -> Iterator[Entry]:
    for section in shown(viewer, ""):
        for entry in section.entries:
            yield Entry(str(entry.name), entry.url, entry.icon)


def _dossiers(text: str, viewer: Viewer) -> Iterator[Entry]:
    for one in dossiers_called(text, viewer) if text else ():
        kind = one.dossier.partition(":")[0]
        beside = ", ".join(filter(None, (str(KINDS[kind]), one.beside)))
        yield Entry(one.name, dossier_url(one.dossier), _ICONS.get(kind, "folder"), beside)
