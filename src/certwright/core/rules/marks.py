"""Marks: a licence needs a valid certificate, surveillance behind it, and the right medium.

ISO/IEC 17065 4.1.3, 7.9.3–7.9.4; ISO/IEC 17021-1 8.3; ISO/IEC 17030.
"""

from collections.abc import Iterator

from certwright.core.acts.attestation import EndLicence, LicenseMark
from certwright.core.dossiers import Certification
from certwright.core.dossiers.certification import Standing
from certwright.core.known import Known
from certwright.core.rules.attestation import SPEAKS
from certwright.core.rules.rule import HARD, RECORD, Refusal, refusal, rule
from certwright.core.rules.scope import models_of
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.marks import Place

ON_PRODUCT = frozenset({"product", "packaging", "label"})


@rule("marks.only-on-what-is-valid", asks=("17065:2012 4.1.3.1", "17065:2012 7.9.3"), force=HARD, answers=("R-70",))
def only_on_what_is_valid(act: LicenseMark, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """A licence is granted only on a valid certification that was attested, for nothing that is suspended."""
    day = known.proposal.effective_on
    standing = dossier.standing(day)
    if standing not in SPEAKS:
        yield refusal("not-valid-now", dossier=dossier.id, standing=standing.value)
    named = act.models or sorted(models_of(dossier.products))
    for pause in dossier.suspended_on(day) if standing is Standing.PARTLY_SUSPENDED else ():
        for model in named:
            if pause.rests(model, dossier.products):
                yield refusal("model-suspended", model=model, dossier=dossier.id)
    if not dossier.attestations:
        yield refusal("licence-before-certificate", dossier=dossier.id)


@rule("marks.only-for-models-in-scope", asks=("17065:2012 4.1.3.1",), force=HARD, answers=("R-70",))
def only_for_models_in_scope(act: LicenseMark, dossier: Certification) -> Iterator[Refusal]:
    """A licence covers models that the certification covers."""
    for model in sorted(set(act.models) - models_of(dossier.products)):
        yield refusal("model-not-certified", model=model, dossier=dossier.id)


@rule(
    "marks.never-of-a-management-system-on-a-product",
    asks=("17021-1:2015 8.3.1", "17021-1:2015 8.3.2"),
    force=HARD,
    answers=("R-72",),
)
def never_of_a_management_system_on_a_product(act: LicenseMark, dossier: Certification) -> Iterator[Refusal]:
    """The mark of a management-system certification stands on no product and no packaging of one.

    A statement on packaging that names client, system, standard and body is no mark (8.3.3; corrections, 17).
    """
    if dossier.standard == "iso-iec-17021-1":
        for medium in sorted(ON_PRODUCT & set(act.media)):
            yield refusal("system-mark-on-product", medium=medium)


@rule(
    "marks.as-the-scheme-allows",
    asks=("17065:2012 7.9.3", "17065:2012 7.9.4", "17065:2012 4.1.3.1"),
    force=HARD,
    answers=("R-02", "R-71"),
)
def as_the_scheme_allows(act: LicenseMark, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """A mark is licensed only where the scheme has one, and on a product only with surveillance of it."""
    pack = known.pack_of(dossier)
    if not isinstance(pack, ProductScheme):
        return
    if pack.mark_rules is None:
        yield refusal("scheme-without-mark", pack=pack.pack)
    elif ON_PRODUCT & set(act.media) and pack.plan is None and pack.type != "1b":
        yield refusal("mark-without-surveillance", pack=pack.pack, type=pack.type)


@rule(
    "marks.where-the-scheme-says", asks=("17065:2012 4.1.3.1", "17065:2012 7.1.1"), force=HARD, answers=("R-71", "R-74")
)
def where_the_scheme_says(act: LicenseMark, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """A mark stands where the rules of the mark let it, and the mark licensed is the scheme's."""
    pack = known.pack_of(dossier)
    rules = pack.mark_rules if isinstance(pack, ProductScheme) else None
    if rules is None:
        return
    if act.mark != rules.id:
        yield refusal("mark-of-another", mark=act.mark, own=rules.id)
    for medium in sorted(act.media):
        if _PLACES[medium].isdisjoint(rules.places):
            yield refusal("medium-not-allowed", medium=medium, mark=rules.id)


_PLACES: dict[str, frozenset[Place]] = {
    "product": frozenset({Place.PRODUCT}),
    "label": frozenset({Place.PRODUCT, Place.PACKAGING}),
    "packaging": frozenset({Place.PACKAGING}),
    "papers": frozenset({Place.PAPERS, Place.ADVERTISING, Place.ACCOMPANYING}),
    "digital": frozenset({Place.WEB}),
}
"""Medium of a licence → the places of a scheme's mark rules it stands in, any of them."""


@rule("marks.tells-how-to-look-it-up", asks=("17065:2012 4.1.3.1", "17021-1:2015 8.3.1"), force=HARD, answers=("R-74",))
def tells_how_to_look_it_up(act: LicenseMark, dossier: Certification) -> Iterator[Refusal]:
    """What stands beside the mark leads to what was certified: it holds the number of the licence or certificate."""
    numbers = {act.licence, *(issued.number for issued in dossier.attestations)}
    if not any(number in act.lookup_key for number in numbers):
        yield refusal("mark-leads-nowhere", key=act.lookup_key, licence=act.licence)


@rule("marks.licensed-once", asks=("17065:2012 4.1.3.1",), force=RECORD, answers=("R-70",))
def licensed_once(act: LicenseMark, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """A licence has a number of its own, and is not granted for days gone by."""
    if any(held.number == act.licence for held in dossier.licences):
        yield refusal("licence-granted-before", licence=act.licence)
    if act.valid_from < known.proposal.effective_on:
        yield refusal("licence-backdated", given=act.valid_from, day=known.proposal.effective_on)


@rule("marks.ended-licence-is-held", asks=("17065:2012 4.1.3.1", "17021-1:2015 8.3.5"), force=RECORD)
def ended_licence_is_held(act: EndLicence, dossier: Certification) -> Iterator[Refusal]:
    """Only a licence that was granted here, and runs on, is ended."""
    held = next((licence for licence in dossier.licences if licence.number == act.licence), None)
    if held is None or (held.span.until is not None and held.span.until <= act.last_day):
        yield refusal("licence-not-held", licence=act.licence, dossier=dossier.id)
