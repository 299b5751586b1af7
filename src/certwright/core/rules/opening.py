"""Opening a certification: from an acceptance, for what was applied for, pinned to a text in force (R-00)."""

from collections.abc import Iterator
from datetime import date

from certwright.core.acts.application import AcceptApplication
from certwright.core.acts.certification import OpenCertification
from certwright.core.acts.taking_over import TakeOverCertification
from certwright.core.dossiers import Application, PackDossier
from certwright.core.known import Known
from certwright.core.objects import object_of
from certwright.core.rules.rule import HARD, RECORD, Refusal, refusal, rule
from certwright.packs.model.base import Pack

CASE = ("17065:2012 7.3.1 c", "17021-1:2015 9.1.2.2")


@rule(
    "opening.pins-an-adopted-text",
    asks=("17065:2012 7.1.1", "17021-1:2015 9.1.1"),
    force=RECORD,
    answers=("R-00", "T1"),
)
def pins_an_adopted_text(
    act: AcceptApplication | OpenCertification | TakeOverCertification, known: Known
) -> Iterator[Refusal]:
    """A case is pinned to one text of its standard or scheme, which the body adopted as that edition."""
    pack = known.gathered.get(f"pack:{act.pack}")
    adopted = pack.adoptions if isinstance(pack, PackDossier) else ()
    if not any((made.edition, made.text) == (act.edition, act.text) for made in adopted):
        yield refusal("text-not-adopted", pack=act.pack, edition=act.edition)


@rule("opening.pinned-text-is-valid", asks=("17065:2012 7.1.1", "17021-1:2015 9.1.1"), force=HARD, answers=("R-00",))
def pinned_text_is_valid(act: AcceptApplication | OpenCertification, known: Known) -> Iterator[Refusal]:
    """No case begins on an edition that is not valid on the day, or whose transition to the next one is over."""
    day = known.proposal.effective_on
    pinned, newest = known.packs.get(act.text), known.adopted(act.pack)
    if pinned is not None and (not pinned.is_valid_on(day) or _is_replaced(pinned, newest, day)):
        yield refusal("edition-not-valid", pack=act.pack, edition=act.edition, day=day)


def _is_replaced(pinned: Pack, newest: Pack | None, day: date) -> bool:
    replaces = newest.replaces if newest is not None and newest.is_valid_on(day) else None
    return replaces is not None and replaces.edition == pinned.edition and replaces.transition_until < day


@rule("opening.pinned-text-certifies-such-objects", asks=CASE, force=RECORD, answers=("R-00",))
def pinned_text_certifies_such_objects(
    act: OpenCertification | TakeOverCertification, known: Known
) -> Iterator[Refusal]:
    """The text a certification is pinned to certifies objects of its kind."""
    meant = object_of(known.packs.get(act.text))
    if meant != act.object_kind:
        yield refusal("pack-for-other-object", pack=act.pack, object=act.object_kind, meant=meant or "nothing")


@rule("opening.follows-an-acceptance", asks=CASE, force=RECORD, answers=("T3", "T04"))
def follows_an_acceptance(act: OpenCertification, known: Known) -> Iterator[Refusal]:
    """A certification is opened from an application that was accepted for this pack, this very text and these areas."""
    application = known.one(Application, act.application)
    accepted = application.accepted.get(act.pack) if application else None
    if accepted is None:
        yield refusal("application-not-accepted", application=act.application, pack=act.pack)
        return
    if (accepted.pin.edition, accepted.pin.text) != (act.edition, act.text):
        yield refusal("opened-otherwise", application=act.application, what="edition or text", given=act.edition)
    if set(accepted.areas) != set(act.areas):
        given = ", ".join(act.areas) or "none"
        yield refusal("opened-otherwise", application=act.application, what="areas", given=given)


@rule("opening.keeps-to-the-application", asks=CASE, force=RECORD, answers=("T3", "T04", "T27", "T30"))
def keeps_to_the_application(act: OpenCertification, known: Known) -> Iterator[Refusal]:
    """A certification is opened for the client, object, sites and products that were applied for, and no others."""
    application = known.one(Application, act.application)
    submitted = application.submitted if application else None
    if submitted is None:
        return
    same = {
        "client": (submitted.client, act.client),
        "standard": (submitted.standard, act.standard),
        "object": (submitted.object_kind, act.object_kind),
        "accreditation": (submitted.accredited, act.accredited),
    }
    for what, (applied, given) in same.items():
        if applied != given:
            yield refusal("opened-otherwise", application=act.application, what=what, given=given)
    transferred = submitted.transfer.number if submitted.transfer else None
    if (transferred is None) != (act.transferred_from is None) or (transferred or "") not in (
        act.transferred_from or ""
    ):
        given = act.transferred_from or "none"
        yield refusal("opened-otherwise", application=act.application, what="certificate transferred", given=given)
    for site in sorted(set(act.sites) - set(submitted.sites)):
        yield refusal("opened-otherwise", application=act.application, what="sites", given=site)
    applied_for = {product.code for product in submitted.products}
    for code in sorted({product.code for product in act.products} - applied_for):
        yield refusal("opened-otherwise", application=act.application, what="products", given=code)
