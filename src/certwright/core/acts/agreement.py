"""Acts about the certification agreement (ISO/IEC 17065 4.1.2; ISO/IEC 17021-1 5.1.2, 8.3.4, 8.5)."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature, Part
from certwright.core.functions import Function
from certwright.core.words import (
    Answered,
    AttachmentId,
    ClientId,
    Day,
    DocumentId,
    Line,
    LongText,
    PackName,
    PastDay,
    PersonId,
    Reason,
)


class MappedDuty(Part):
    """Where the agreement's text answers a duty: the clause (``17065:2012 4.1.2.2 c``) and its paragraph."""

    clause: Answered
    paragraph: Line


class ConcludeAgreement(
    Act,
    name="agreement.conclude",
    about="agreement",
    nature=Nature.AUTHORITY,
    by={Function.CLIENT_ADMINISTRATION, Function.TOP_MANAGEMENT},
    says="Concluded the agreement, template {act.template} {act.template_version}.",
):
    """Conclude the agreement with the client: packs, sites, the duties a–k and their 17021-1 counterparts.

    ``template`` is the controlled document it was made from. ``signatory`` signed for the body.
    """

    client: ClientId
    template: DocumentId
    template_version: Line
    duties: Annotated[tuple[MappedDuty, ...], Field(min_length=1, max_length=200)]
    packs: Annotated[tuple[PackName, ...], Field(min_length=1, max_length=50)]
    sites: Annotated[tuple[Line, ...], Field(min_length=1, max_length=2_000)]
    signed_by_client_on: PastDay
    signed_by_body_on: PastDay
    signatory: PersonId
    valid_from: Day
    text: AttachmentId | None = None


class AmendAgreement(
    Act,
    name="agreement.amend",
    about="agreement",
    nature=Nature.AUTHORITY,
    by={Function.CLIENT_ADMINISTRATION, Function.TOP_MANAGEMENT},
    says="Amended the agreement: {act.what}",
):
    """Amend the agreement: packs, sites, duties. What is not given stays; duties are added to those there were."""

    client: ClientId
    packs: Annotated[tuple[PackName, ...], Field(max_length=50)] = ()
    sites: Annotated[tuple[Line, ...], Field(max_length=2_000)] = ()
    duties: Annotated[tuple[MappedDuty, ...], Field(max_length=200)] = ()
    what: LongText
    signed_by_client_on: PastDay
    signed_by_body_on: PastDay
    signatory: PersonId


class EndAgreement(
    Act,
    name="agreement.end",
    about="agreement",
    nature=Nature.AUTHORITY,
    by={Function.CLIENT_ADMINISTRATION, Function.TOP_MANAGEMENT},
    says="Ended the agreement; {act.last_day} is its last day.",
):
    """End the agreement. Every certification under it ends with it (ISO/IEC 17021-1 8.3.4; 17065 7.11.3)."""

    by_whom: Literal["client", "body"]
    last_day: Day
    reason: Reason
