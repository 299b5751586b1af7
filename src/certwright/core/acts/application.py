"""Acts about an application and its review (ISO/IEC 17065 7.2–7.3; ISO/IEC 17021-1 9.1.1–9.1.2)."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature, Part
from certwright.core.acts.body import Standard
from certwright.core.acts.certification import CertifiedProduct, ObjectKind
from certwright.core.acts.decision import Answer
from certwright.core.functions import Function
from certwright.core.words import (
    AccreditationId,
    AttachmentId,
    CertificationId,
    ClientId,
    Day,
    EnquiryId,
    Line,
    LongText,
    PackName,
    PastDay,
    PersonId,
    Reason,
    ReckoningDigest,
    TextDigest,
)


class Consultancy(Part):
    """Consultancy the client received: from whom, about what, until when (``None``: still going on)."""

    by: Line
    about: LongText
    until: Day | None = None


class PriorResult(Part):
    """A result produced before the application, as the client hands it in (ISO/IEC 17065 7.4.5)."""

    reference: Line
    issuer: Line
    issued_on: Day
    standard_and_edition: Line
    product: Line
    sample: Line | None = None
    ordered_by: Line | None = None
    whole: Literal["complete", "partial"] = "complete"
    accredited: Literal["accredited", "not-accredited", "unknown"]


class FieldAnswer(Part):
    """The answer to something that a scheme or standard asks of its applications, by the field's id or wording."""

    pack: PackName
    field: Line
    says: LongText


class Transfer(Part):
    """The certification of another body that the client wants to bring along, as confirmed with that body.

    IAF MD 2 for management systems; under ISO/IEC 17065 it is an application with prior results (corrections, 24).
    ``arrangement`` is the one the issuer's accreditation body has signed (MLA, MRA). ``ceased_on`` is the day on which
    the issuer ceased or lost its accreditation, if it did.
    """

    issuer: Line
    number: Line
    status: Literal["valid", "suspended", "withdrawn", "expired", "unconfirmed"]
    confirmed_on: Day | None = None
    last_day: Day | None = None
    arrangement: Line | None = None
    ceased_on: Day | None = None
    open_nonconformities: LongText | None = None
    complaints: LongText | None = None
    last_surveillance: Day | None = None
    reason: LongText


class SubmitApplication(
    Act,
    name="application.submit",
    about="application",
    nature=Nature.FACT,
    by={Function.CLIENT_ADMINISTRATION},
    says="Applied for certification by {count:packs}.",
):
    """The client applied. Entered on behalf of the client's authorised representative, with the evidence.

    ``consultancy_answer`` is explicit: silence is no answer (ISO/IEC 17021-1 9.1.1; ISO/IEC 17065 7.2). ``fields``
    answer what the packs ask beyond what every application asks. What is left out can be supplied later.
    """

    client: ClientId
    enquiry: EnquiryId
    standard: Standard
    object_kind: ObjectKind
    packs: Annotated[tuple[PackName, ...], Field(min_length=1, max_length=20)]
    accredited: Literal["accredited", "non-accredited"]
    scope: LongText
    sites: Annotated[tuple[Line, ...], Field(min_length=1, max_length=2_000)]
    personnel: Annotated[int, Field(ge=0, le=10_000_000, strict=True)] | None = None
    products: Annotated[tuple[CertifiedProduct, ...], Field(max_length=2_000)] = ()
    processes: LongText | None = None
    outsourced: LongText | None = None
    legal_obligations: LongText | None = None
    fields: Annotated[tuple[FieldAnswer, ...], Field(max_length=1_000)] = ()
    consultancy_answer: Literal["none", "received"]
    consultancy: tuple[Consultancy, ...] = ()
    existing_certificates: tuple[Line, ...] = ()
    prior_results: Annotated[tuple[PriorResult, ...], Field(max_length=500)] = ()
    transfer: Transfer | None = None
    representative: PersonId | None = None
    signed_on: PastDay
    documents: Annotated[tuple[AttachmentId, ...], Field(max_length=200)] = ()


class AskForMore(
    Act,
    name="application.ask-for-more",
    about="application",
    nature=Nature.AUTHORITY,
    by={Function.APPLICATION_REVIEW},
    says="Asked the client for what is missing.",
):
    """Ask for what the application lacks (ISO/IEC 17065 7.3.1 a; T2). The clock stops until it comes."""

    missing: Annotated[tuple[LongText, ...], Field(min_length=1, max_length=100)]


class Supplement(
    Act,
    name="application.supplement",
    about="application",
    nature=Nature.FACT,
    by={Function.CLIENT_ADMINISTRATION, Function.APPLICATION_REVIEW},
    says="The client supplied what was missing.",
):
    """What the client supplied on request. What is not given stays as it was."""

    received_on: PastDay
    what: LongText
    representative: PersonId | None = None
    personnel: Annotated[int, Field(ge=0, le=10_000_000, strict=True)] | None = None
    products: Annotated[tuple[CertifiedProduct, ...], Field(max_length=2_000)] = ()
    processes: LongText | None = None
    outsourced: LongText | None = None
    legal_obligations: LongText | None = None
    fields: Annotated[tuple[FieldAnswer, ...], Field(max_length=1_000)] = ()
    prior_results: Annotated[tuple[PriorResult, ...], Field(max_length=500)] = ()
    transfer: Transfer | None = None
    documents: Annotated[tuple[AttachmentId, ...], Field(max_length=200)] = ()

    def gathers(self) -> frozenset[str]:
        """What every act gathers, and the packs whose questions are answered."""
        return super().gathers() | {f"pack:{answer.pack}" for answer in self.fields}


class AcceptApplication(
    Act,
    name="application.accept",
    about="application",
    nature=Nature.AUTHORITY,
    by={Function.APPLICATION_REVIEW},
    says="Accepted the application for {act.pack}.",
):
    """Accept the application for one pack, each with its own review (ISO/IEC 17065 7.3.1–7.3.5; 17021-1 9.1.2).

    ``answers`` are the review's questions. ``first_time`` justifies taking on a product, document or scheme new to
    the body (7.3.2–7.3.3). ``omissions`` says what is left out, ``omitted_because_of`` on the strength of which
    certifications of the body (7.3.5). ``audit_time`` is the digest of the approved reckoning, which was kept with its
    justification (17021-1 9.1.4.3). ``limits`` is the pack of time limits that a transfer is judged by.
    """

    client: ClientId
    pack: PackName
    edition: Line
    text: TextDigest
    answers: Annotated[tuple[Answer, ...], Field(min_length=1, max_length=100)]
    areas: Annotated[tuple[Line, ...], Field(max_length=100)] = ()
    accreditation: AccreditationId | None = None
    audit_time: ReckoningDigest | None = None
    conflict_screen: Literal["clear", "conflict"]
    first_time: LongText | None = None
    omissions: LongText | None = None
    omitted_because_of: Annotated[tuple[CertificationId, ...], Field(max_length=50)] = ()
    limits: PackName | None = None


class DeclineApplication(
    Act,
    name="application.decline",
    about="application",
    nature=Nature.AUTHORITY,
    by={Function.APPLICATION_REVIEW},
    says="Declined the application for {act.pack}.",
):
    """Decline the application for one pack, with the reasons that go to the client (7.3.4; 17021-1 9.1.2.2)."""

    pack: PackName
    reason: Reason
    told_on: PastDay


class AcceptPriorResult(
    Act,
    name="application.accept-prior-result",
    about="application",
    nature=Nature.AUTHORITY,
    by={Function.EVALUATION},
    says="Took responsibility for the result {act.reference} of before the application.",
):
    """Take responsibility for a result produced before the application (ISO/IEC 17065 7.4.5).

    Whoever does is an evaluator of the case, and enters the result as theirs where it is used (R-11).

    ``issuer_was`` is what the issuer was for the method on the day of the test (6.2.2). ``requirements`` are those of
    the scheme that the result answers.
    """

    pack: PackName
    reference: Line
    requirements: Annotated[tuple[Line, ...], Field(min_length=1, max_length=500)]
    tested_on: PastDay
    issuer_was: Literal["accredited", "assessed-by-us", "neither"]
    authenticity_confirmed_on: PastDay | None = None
    product_is: Literal["identical", "different-and-assessed", "different"]
    edition_is: Literal["current", "unchanged-for-this", "superseded"]
    assessment: LongText
