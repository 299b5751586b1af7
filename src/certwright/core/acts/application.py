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
    ClientId,
    Day,
    EnquiryId,
    Line,
    LongText,
    PackName,
    Reason,
    TextDigest,
)


class Consultancy(Part):
    """Consultancy the client received: from whom, about what, until when (``None``: still going on)."""

    by: Line
    about: LongText
    until: Day | None = None


class PriorResult(Part):
    """A result produced before the application (ISO/IEC 17065 7.4.5)."""

    reference: Line
    issuer: Line
    issued_on: Day
    standard_and_edition: Line
    product: Line
    accredited: Literal["accredited", "not-accredited", "unknown"]


class SubmitApplication(
    Act,
    name="application.submit",
    about="application",
    nature=Nature.FACT,
    by={Function.CLIENT_ADMINISTRATION},
    says="Applied for {packs}.",
):
    """The client applied. Entered on behalf of the client's authorised representative, with the evidence.

    ``consultancy_answer`` is explicit: silence is no answer (ISO/IEC 17021-1 9.1.1; ISO/IEC 17065 7.2).
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
    consultancy_answer: Literal["none", "received"]
    consultancy: tuple[Consultancy, ...] = ()
    existing_certificates: tuple[Line, ...] = ()
    prior_results: Annotated[tuple[PriorResult, ...], Field(max_length=500)] = ()
    transfer_of: Line | None = None
    signed_on: Day
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
    """What the client supplied on request."""

    received_on: Day
    what: LongText
    documents: Annotated[tuple[AttachmentId, ...], Field(max_length=200)] = ()


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
    the body (7.3.2–7.3.3). ``omissions`` refers to the certification that lets something be left out (7.3.5).
    """

    client: ClientId
    pack: PackName
    edition: Line
    text: TextDigest
    answers: Annotated[tuple[Answer, ...], Field(min_length=1, max_length=100)]
    areas: Annotated[tuple[Line, ...], Field(max_length=100)] = ()
    accreditation: AccreditationId | None = None
    audit_time: TextDigest | None = None
    conflict_screen: Literal["clear", "conflict"]
    first_time: LongText | None = None
    omissions: LongText | None = None


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
    told_on: Day
