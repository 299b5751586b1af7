"""Acts about an enquiry: which standard applies is settled before anything is offered or applied for (S1)."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature
from certwright.core.acts.body import Standard
from certwright.core.functions import Function
from certwright.core.words import AccreditationId, ClientId, Line, LongText, PackName, PastDay, Reason

EnquiredObject = Literal["product", "process", "service", "management-system", "person", "laboratory", "unclear"]
"""What the enquirer wants a certificate for."""


class OpenEnquiry(
    Act,
    name="enquiry.open",
    about="enquiry",
    nature=Nature.FACT,
    by={Function.CLIENT_ADMINISTRATION, Function.APPLICATION_REVIEW},
    says="Somebody asked: {act.wants}",
):
    """An enquiry came in (ISO/IEC 17065 4.6, 7.2; ISO/IEC 17021-1 8.5.1). It names no person by name."""

    received_on: PastDay
    client: ClientId | None = None
    channel: Literal["telephone", "e-mail", "form", "visit", "other"]
    wants: LongText


class AnswerQuestions(
    Act,
    name="enquiry.answer",
    about="enquiry",
    nature=Nature.FACT,
    by={Function.CLIENT_ADMINISTRATION, Function.APPLICATION_REVIEW},
    says="Answered the guiding questions.",
):
    """The answers to the few questions that tell which standard applies."""

    object: EnquiredObject
    wants_mark_on_product: Literal["yes", "no", "unclear"]
    conforms_with: LongText | None = None
    demanded_by: Literal["law", "customer", "scheme-owner", "own-wish", "unclear"]
    countries: tuple[Line, ...] = ()
    needs_accredited: Literal["yes", "no", "unclear"]


class SettleEnquiry(
    Act,
    name="enquiry.settle",
    about="enquiry",
    nature=Nature.AUTHORITY,
    by={Function.APPLICATION_REVIEW},
    says="Settled: {act.object} under {act.standard}.",
):
    """Settle object, standard and schemes, with why, and what the certification is not.

    ``accreditation`` is the body's own accreditation that holds the schemes, where accredited certification is offered.
    """

    object: Literal["product", "process", "service", "management-system"]
    standard: Standard
    packs: Annotated[tuple[PackName, ...], Field(min_length=1, max_length=20)]
    accredited: Literal["accredited", "non-accredited"]
    accreditation: AccreditationId | None = None
    why: LongText
    is_not: LongText


class DeclineEnquiry(
    Act,
    name="enquiry.decline",
    about="enquiry",
    nature=Nature.AUTHORITY,
    by={Function.APPLICATION_REVIEW, Function.CLIENT_ADMINISTRATION},
    says="Declined the enquiry: {act.reason}",
):
    """Tell the enquirer that the body does not do this."""

    reason: Reason


class InformationSent(
    Act,
    name="enquiry.information-sent",
    about="enquiry",
    nature=Nature.FACT,
    by={Function.CLIENT_ADMINISTRATION, Function.APPLICATION_REVIEW},
    says="Sent the information package, version {act.version}.",
):
    """What the body publishes about process, fees, rights and duties went out (17065 4.6; 17021-1 8.5.1; T01)."""

    version: Line
    sent_on: PastDay
