"""The enquiry: which standard applies is settled before anything is offered or applied for (S1).

ISO/IEC 17065 4.6, 7.2, 7.3.1; ISO/IEC 17021-1 8.1, 8.5.1, 9.1.1. The guide is :mod:`certwright.core.enquiries`.
"""

from collections.abc import Iterator

from certwright.core.acts.enquiry import AnswerQuestions, DeclineEnquiry, SettleEnquiry
from certwright.core.dossiers import Enquiry, OwnAccreditation
from certwright.core.dossiers.claims import Claim, claim
from certwright.core.enquiries import contradictions
from certwright.core.enquiry_words import sentence
from certwright.core.known import Known
from certwright.core.rules.rule import HARD, RECORD, Refusal, refusal, rule
from certwright.packs.model.product import ProductScheme

WHAT_IS_WANTED = ("17065:2012 7.3.1 c", "17021-1:2015 9.1.2.1")


@rule("enquiry.is-not-declined", asks=WHAT_IS_WANTED, force=RECORD, of=(AnswerQuestions, SettleEnquiry, DeclineEnquiry))
def is_not_declined(dossier: Enquiry) -> Iterator[Refusal]:
    """A declined enquiry is over."""
    if dossier.declined:
        yield refusal("enquiry-declined", enquiry=dossier.id)


@rule("enquiry.settled-from-answers", asks=WHAT_IS_WANTED, force=HARD, answers=("T1", "T01"))
def settled_from_answers(dossier: Enquiry, act: SettleEnquiry) -> Iterator[Refusal]:
    """An enquiry is settled once its questions are answered: the object, the mark on a product, accredited or not."""
    answers = dossier.answers
    if answers is None:
        yield refusal("question-open", question="all of them", enquiry=dossier.id)
        return
    if answers.object == "unclear":
        yield refusal("question-open", question="what the certificate shall speak about", enquiry=dossier.id)
    if answers.needs_accredited == "unclear":
        yield refusal("question-open", question="whether it must be accredited", enquiry=dossier.id)
    if answers.wants_mark_on_product == "unclear" and act.object == "product":
        yield refusal("question-open", question="whether a mark shall stand on the product", enquiry=dossier.id)


@rule(
    "enquiry.answers-go-together",
    asks=("17065:2012 7.3.1 b", "17065:2012 7.9.3", "17021-1:2015 9.1.2.1", "17021-1:2015 8.3.3"),
    force=HARD,
    answers=("R-72",),
)
def answers_go_together(act: SettleEnquiry, dossier: Enquiry, known: Known) -> Iterator[Refusal]:
    """What is settled does not contradict what was asked for: no system certificate where a product mark is wanted."""
    packs = [pack for name in act.packs if (pack := known.adopted(name)) is not None]
    if dossier.answers is not None:
        for point in contradictions(dossier.answers, act.object, packs):
            yield refusal("answers-contradict", problem=sentence(point), enquiry=dossier.id)
        if dossier.answers.needs_accredited == "yes" and act.accredited == "non-accredited":
            yield refusal("accredited-was-asked-for", enquiry=dossier.id)


@rule(
    "enquiry.accreditation-is-ours",
    asks=("17065:2012 4.1.3.1", "17021-1:2015 8.1.3"),
    force=HARD,
    answers=("T04", "R-73"),
)
def accreditation_is_ours(act: SettleEnquiry, known: Known) -> Iterator[Refusal]:
    """Accredited certification is offered only where an accreditation in force holds the pack on that day."""
    if act.accredited != "accredited":
        return
    own, day = known.one(OwnAccreditation, act.accreditation), known.proposal.effective_on
    for name in act.packs:
        found = claim(own, act.standard, name, frozenset(), day) if own else None
        if not isinstance(found, Claim):
            yield refusal("not-in-accredited-scope", pack=name, areas="all areas", day=day, why=found or "none-named")
        scheme = known.adopted(name)
        if isinstance(scheme, ProductScheme) and scheme.accreditation and scheme.accreditation.status == "not-offered":
            yield refusal("scheme-never-accredited", pack=name)
