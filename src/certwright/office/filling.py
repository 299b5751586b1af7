"""Fields of an act that are computed, not asked for: filled in before the act is judged (DESIGN section 5.8)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from certwright.core.acts.pack import AdoptPack
from certwright.core.acts.person import EraseParticulars
from certwright.journal import heads, reading
from certwright.office.folded import folded
from certwright.packs.library import UnknownPack, Volume, volume
from certwright.packs.problem import PackRefused
from certwright.packs.shipped import library

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Filled:
    """The fields of an act with the computed ones, and the texts they name by digest."""

    fields: Fields
    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def filled(name: str, dossier: str, fields: Fields, using: str) -> Filled:
    """The ``fields`` of an act called ``name`` in ``dossier``, those that are missing and can be computed filled in.

    What is given is left as it is, right or wrong: the rules judge it.
    """
    fill = _FILL.get(name)
    return fill(dossier, fields, using) if fill else Filled(fields)


def adopting(text: Volume, fields: Fields) -> Filled:
    """The fields of the act that adopts ``text``."""
    pack = text.pack
    known = {
        "pack": pack.pack,
        "edition": pack.edition,
        "text": text.digest,
        "rests_on": sorted({reference.pack for reference in pack.references()} - {pack.pack}),
    }
    return Filled({**known, **fields}, {text.digest: text.text})


def _erasure(dossier: str, fields: Fields, using: str) -> Filled:
    if "acts" in fields:
        return Filled(fields)
    standing = heads.standing(dossier, using)
    person = folded(using).at({dossier: standing} if standing else {}, [dossier])[dossier]
    carried = [act_id for act_id, mark in person.acts.items() if mark.personal and not mark.erased]
    return Filled({**fields, "acts": carried})


def _adoption(dossier: str, fields: Fields, using: str) -> Filled:
    text = _text_of(fields, using)
    return adopting(text, fields) if text else Filled(fields)


def _text_of(fields: Fields, using: str) -> Volume | None:
    """The text an adoption means: the one it names, or the shipped one of that pack and edition."""
    try:
        if "text" not in fields:
            return library().get(str(fields.get("pack")), str(fields.get("edition")))
        text = reading.text(str(fields["text"]), using)
        return volume(text) if text else None
    except (UnknownPack, PackRefused):
        return None


_FILL: Mapping[str, Callable[[str, Fields, str], Filled]] = {
    AdoptPack.spec.name: _adoption,
    EraseParticulars.spec.name: _erasure,
}
