"""Fields of an act that are computed, not asked for: filled in before the act is judged (DESIGN section 5.8)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from django.utils.translation import gettext

from certwright.core.acts import ACTS
from certwright.core.acts.act import Act
from certwright.core.acts.matter import EraseOrigin
from certwright.core.acts.pack import AdoptPack
from certwright.core.acts.person import EraseParticulars
from certwright.core.acts.record import PutRight
from certwright.core.dossiers import KINDS
from certwright.journal import heads, reading
from certwright.office.case import Case, Fields
from certwright.office.folded import folded
from certwright.office.following import following
from certwright.office.time_kept import CannotTell, named
from certwright.office.wholesale import spelled_out
from certwright.packs.library import UnknownPack, Volume, volume
from certwright.packs.shipped import library


@dataclass(frozen=True, slots=True)
class Filled:
    """The fields of an act with the computed ones, and the texts they name by digest."""

    fields: Fields
    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


class CannotFill(ValueError):
    """A field that should have been computed cannot be, because of what ``field`` says."""

    def __init__(self, field: str, says: str) -> None:
        self.field = field
        super().__init__(says)


def filled(name: str, case: Case) -> Filled:
    """The fields of an act called ``name``, completed by those that are computed or follow from its case.

    What is given is left as it is, right or wrong: the rules judge it.

    Raises:
        CannotFill: what a computed field is computed from is not there.
        PackRefused: the text of the pack that is adopted is faulty.
    """
    fill = _FILL.get(name)
    if fill is not None:
        return fill(case.dossier, case.fields, case.using)
    if name not in ACTS:
        return Filled(case.fields)
    model = ACTS[name]
    case = case.having(following(model, case.having(spelled_out(name, case))))
    try:
        return _corrected(case) if model is PutRight else _reckoned(model, case)
    except CannotTell as cannot:
        raise CannotFill(cannot.field, str(cannot)) from cannot


def _reckoned(model: type[Act], case: Case) -> Filled:
    found = named(model, case)
    return Filled(found.fields, found.texts)


def _corrected(case: Case) -> Filled:
    """A correction carries the fields of another act, which may tell a reckoning by its facts."""
    model, fields = ACTS.get(str(case.fields.get("form", "")).partition("@")[0]), case.fields.get("fields")
    if model is None or not isinstance(fields, Mapping):
        return Filled(case.fields)
    try:
        found = named(model, case.having(fields))
    except CannotTell as cannot:
        raise CannotTell(f"fields.{cannot.field}", str(cannot), cannot.cannot) from cannot
    return Filled({**case.fields, "fields": found.fields}, found.texts)


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
    if "acts" in fields or dossier.partition(":")[0] not in KINDS:
        return Filled(fields)
    standing = heads.standing(dossier, using)
    found = folded(using).at({dossier: standing} if standing else {}, [dossier])[dossier]
    carried = [act_id for act_id, mark in found.acts.items() if mark.personal and not mark.erased]
    return Filled({**fields, "acts": carried})


def _adoption(dossier: str, fields: Fields, using: str) -> Filled:
    if "text" in fields:
        text = reading.text(str(fields["text"]), using)
        return adopting(volume(text), fields) if text else Filled(fields)
    if not {"pack", "edition"} <= fields.keys():
        return Filled(fields)
    try:
        return adopting(library().get(str(fields["pack"]), str(fields["edition"])), fields)
    except UnknownPack as unknown:
        says = gettext("The program ships %(packs)s. Name the file of your own text under “text”.")
        raise CannotFill("edition", says % {"packs": unknown}) from unknown


_FILL: Mapping[str, Callable[[str, Fields, str], Filled]] = {
    AdoptPack.spec.name: _adoption,
    EraseParticulars.spec.name: _erasure,
    EraseOrigin.spec.name: _erasure,
}
