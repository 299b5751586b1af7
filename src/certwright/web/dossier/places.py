"""The addresses of what dossiers name."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from certwright.answers.facts.sheet import File
from certwright.core.dossiers.pin import Pin
from certwright.packs.both_standards import STANDARDS
from certwright.web.matrix.shown import anchor


def dossier_url(dossier_id: str) -> str:
    """The page of a dossier."""
    kind, _, key = dossier_id.partition(":")
    return reverse("dossier", args=(kind, key))


def act_address(dossier_id: str, act: str) -> str:
    """The page of one act."""
    kind, _, key = dossier_id.partition(":")
    return reverse("dossier-act", args=(kind, key, act))


def file_url(file: File) -> str:
    """Where a file that a dossier names is downloaded."""
    kind, _, key = file.dossier.partition(":")
    return reverse("dossier-file", args=(kind, key, file.digest))


def pack_url(pack: str) -> str:
    """The dossier of a standard or scheme."""
    return dossier_url(f"pack:{pack}")


def pin_url(pin: Pin) -> str:
    """The text a case is pinned to, in the scheme reader."""
    return scheme_url(pin.pack, pin.edition)


def scheme_url(pack: str, edition: str) -> str:
    """A standard or scheme in one edition, in the scheme reader."""
    return reverse("scheme", args=(pack, edition))


def clause_url(cited: str) -> str:
    """Where the matrix shows a clause: ``17065:2012 7.6.2``."""
    standard, _, number = cited.partition(" ")
    name = standard.partition(":")[0]
    return f"{reverse('matrix-of', args=(name,))}#{quote(anchor(number))}" if name in STANDARDS else ""


@dataclass(frozen=True, slots=True)
class Beside:
    """A page of its own that belongs to a dossier: what it is called, its icon, where it is."""

    label: str | Promise
    icon: str
    url: str


_BESIDE: Mapping[str, tuple[tuple[str | Promise, str, str], ...]] = {
    "committee": ((_("Meeting"), "users-round", "committee-meeting"),),
    "assignment": ((_("Findings"), "list-checks", "findings-sheet"),),
}
"""Kind of dossier → name, icon and route of the pages that belong to each of them."""


def pages_beside(dossier_id: str) -> tuple[Beside, ...]:
    """The pages of their own that belong to a dossier, beside the one every dossier has."""
    kind, _colon, key = dossier_id.partition(":")
    return tuple(Beside(label, icon, reverse(route, args=(key,))) for label, icon, route in _BESIDE.get(kind, ()))
