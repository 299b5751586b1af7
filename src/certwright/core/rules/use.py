"""How certificates and marks are used: what was seen is a fact, and what is wrong about it becomes a breach.

ISO/IEC 17065 4.1.3; ISO/IEC 17021-1 8.3; ISO/IEC 17030.
"""

from collections.abc import Iterator

from certwright.core.acts.use import LookAtUse
from certwright.core.dossiers import Certification
from certwright.core.dossiers.attested import LicenceStanding, licence_standing
from certwright.core.dossiers.certification_parts import Licence
from certwright.core.rules.marks import ON_PRODUCT
from certwright.core.rules.rule import HARD, RECORD, Refusal, refusal, rule

USE = ("17065:2012 4.1.3.2", "17021-1:2015 8.3.5")


def _held(act: LookAtUse, dossier: Certification) -> Licence | None:
    return next((licence for licence in dossier.licences if licence.number == act.licence), None)


@rule("use.licence-is-on-record", asks=USE, force=RECORD)
def licence_is_on_record(act: LookAtUse, dossier: Certification) -> Iterator[Refusal]:
    """A use is told under a licence of this certification, or under none."""
    if act.licence is not None and _held(act, dossier) is None:
        yield refusal("use-under-unknown-licence", licence=act.licence, dossier=dossier.id)


@rule("use.of-a-mark-is-licensed", asks=("17065:2012 4.1.3.1", *USE), force=HARD, answers=("R-70", "R-78"))
def of_a_mark_is_licensed(act: LookAtUse, dossier: Certification) -> Iterator[Refusal]:
    """A mark is used under a licence that is granted on the day it was seen."""
    held = _held(act, dossier)
    if act.artwork == "no-mark":
        return
    standing = licence_standing(dossier, held, act.seen_on) if held else None
    if standing is not LicenceStanding.GRANTED:
        yield refusal("use-without-licence", place=act.place, seen=act.seen_on, standing=standing or "not there")


@rule("use.as-licensed", asks=("17065:2012 4.1.3.1", *USE), force=HARD, answers=("R-78",))
def as_licensed(act: LookAtUse, dossier: Certification) -> Iterator[Refusal]:
    """A mark is used as its licence says: in a medium and for models it names, with its artwork as it is."""
    held = _held(act, dossier)
    if held is None or act.artwork == "no-mark":
        return
    if act.medium not in held.media:
        yield refusal("use-in-another-medium", medium=act.medium, licence=held.number)
    for model in sorted(set(act.models) - set(held.models)) if held.models else ():
        yield refusal("use-for-another-model", model=model, licence=held.number)
    if act.artwork == "altered":
        yield refusal("artwork-altered", place=act.place, licence=held.number)


@rule("use.never-of-a-management-system-on-a-product", asks=("17021-1:2015 8.3.1", *USE), force=HARD, answers=("R-78",))
def never_of_a_management_system_on_a_product(act: LookAtUse, dossier: Certification) -> Iterator[Refusal]:
    """The mark of a certified management system is seen on no product, label or packaging (8.3.3 permits words)."""
    if dossier.standard == "iso-iec-17021-1" and act.medium in ON_PRODUCT and act.artwork != "no-mark":
        yield refusal("system-mark-seen-on-product", place=act.place, medium=act.medium)


@rule("use.claims-what-was-certified", asks=("17065:2012 4.1.3.2", "17021-1:2015 8.3.4"), force=HARD, answers=("R-76",))
def claims_what_was_certified(act: LookAtUse) -> Iterator[Refusal]:
    """The words beside it claim what was certified: no approval by the body, no wider scope, not the whole company."""
    if act.claims != "what-was-certified":
        yield refusal("claims-more", place=act.place, claims=act.claims.replace("-", " "))


@rule("use.words-are-told", asks=USE, force=RECORD, answers=("R-76",))
def words_are_told(act: LookAtUse) -> Iterator[Refusal]:
    """Whoever finds that words claim too much says which words."""
    if act.claims != "what-was-certified" and act.wording is None:
        yield refusal("wording-missing", place=act.place)
