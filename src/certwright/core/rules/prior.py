"""Results from before the application: usable once the body takes responsibility for them (ISO/IEC 17065 7.4.5)."""

from collections.abc import Iterator

from certwright.core.acts.application import AcceptPriorResult, PriorResult
from certwright.core.dossiers import Application
from certwright.core.dossiers.pin import Pin
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.reckoning.calendar import period_before
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.settle import settled_period
from certwright.core.rules.competence import not_authorised
from certwright.core.rules.rule import HARD, RECORD, Refusal, refusal, rule
from certwright.core.schemes.performers import demands_accreditation
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.evaluation import PriorResults

ASKS = ("17065:2012 7.4.5",)


@rule("prior.was-handed-in", asks=ASKS, force=RECORD)
def was_handed_in(act: AcceptPriorResult, dossier: Application) -> Iterator[Refusal]:
    """Responsibility is taken for a result the client handed in, under a pack the application was accepted for."""
    if act.pack not in dossier.accepted:
        yield refusal("prior-result-before-acceptance", application=dossier.id, pack=act.pack)
    if _handed_in(act, dossier) is None:
        yield refusal("prior-result-unknown", reference=act.reference, application=dossier.id)


@rule("prior.by-an-authorised-evaluator", asks=(*ASKS, "17065:2012 6.1.2.1 d"), force=HARD, answers=("R-34",))
def by_an_authorised_evaluator(act: AcceptPriorResult, dossier: Application, known: Known) -> Iterator[Refusal]:
    """Whoever takes responsibility is authorised to evaluate under the scheme, in all areas of the case, on the day."""
    accepted, day = dossier.accepted.get(act.pack), known.proposal.effective_on
    areas = frozenset(accepted.areas if accepted else ())
    if not known.actor.authorised_for(Function.EVALUATION, act.pack, areas, day):
        yield not_authorised(known.proposal.actor, Function.EVALUATION, act.pack, areas, day)


@rule("prior.scheme-lets-it-count", asks=ASKS, force=HARD)
def scheme_lets_it_count(act: AcceptPriorResult, dossier: Application, known: Known) -> Iterator[Refusal]:
    """A result from before the application counts only where the scheme says that such results do."""
    scheme = _scheme(act, dossier, known)
    if scheme is not None and not isinstance(scheme.prior_results, PriorResults):
        yield refusal("prior-results-not-allowed", pack=act.pack)


@rule("prior.is-young-enough", asks=ASKS, force=HARD)
def is_young_enough(act: AcceptPriorResult, dossier: Application, known: Known) -> Iterator[Refusal]:
    """A result is no older on the day of the application than the scheme allows."""
    scheme, handed_in, submitted = _scheme(act, dossier, known), _handed_in(act, dossier), dossier.submitted
    rules = scheme.prior_results if scheme else None
    if not isinstance(rules, PriorResults) or handed_in is None or submitted is None:
        return
    try:
        oldest = period_before(
            submitted.signed_on, settled_period(rules.longest_age, known.settled(_pin(act, dossier)))
        )
    except CannotReckon as cannot:
        yield refusal("prior-result-age-unknown", pack=act.pack, what=cannot.field)
        return
    if handed_in.issued_on < oldest:
        yield refusal(
            "prior-result-too-old",
            reference=act.reference,
            issued_on=handed_in.issued_on,
            oldest=oldest,
            pack=act.pack,
        )


@rule("prior.issuer-was-qualified", asks=(*ASKS, "17065:2012 6.2.2.1"), force=HARD, answers=("R-41", "R-42"))
def issuer_was_qualified(act: AcceptPriorResult, dossier: Application, known: Known) -> Iterator[Refusal]:
    """Its issuer met the requirements on the day of the test: accredited where the scheme demands it, else assessed."""
    scheme = _scheme(act, dossier, known)
    demanded = scheme is not None and demands_accreditation(scheme, act.requirements)
    if act.issuer_was == "neither" or (demanded and act.issuer_was != "accredited"):
        needed = "accredited" if demanded else "accredited or assessed by the body"
        yield refusal("issuer-not-qualified", reference=act.reference, tested_on=act.tested_on, needed=needed)


@rule("prior.is-of-this-product-and-edition", asks=ASKS, force=HARD)
def is_of_this_product_and_edition(act: AcceptPriorResult) -> Iterator[Refusal]:
    """It is of the same product, or the difference is assessed; and the edition it was tested to still holds for it."""
    if act.product_is == "different":
        yield refusal("prior-result-of-another", reference=act.reference, what="product")
    if act.edition_is == "superseded":
        yield refusal("prior-result-of-another", reference=act.reference, what="edition")


@rule("prior.is-authentic", asks=ASKS, force=HARD)
def is_authentic(act: AcceptPriorResult) -> Iterator[Refusal]:
    """Its issuer confirmed that it is authentic."""
    if act.authenticity_confirmed_on is None:
        yield refusal("prior-result-not-confirmed", reference=act.reference)


def _handed_in(act: AcceptPriorResult, dossier: Application) -> PriorResult | None:
    results = dossier.submitted.prior_results if dossier.submitted else ()
    return next((result for result in results if result.reference == act.reference), None)


def _pin(act: AcceptPriorResult, dossier: Application) -> Pin:
    accepted = dossier.accepted.get(act.pack)
    return accepted.pin if accepted else Pin(act.pack, "", "")


def _scheme(act: AcceptPriorResult, dossier: Application, known: Known) -> ProductScheme | None:
    pack = known.packs.get(_pin(act, dossier).text)
    return pack if isinstance(pack, ProductScheme) else None
