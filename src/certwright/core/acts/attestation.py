"""Attestation and licence: the certificate, its versions, and the right to use a mark (ISO/IEC 17065 7.7, 4.1.3, 7.9.3;
ISO/IEC 17021-1 8.2–8.3)."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature
from certwright.core.functions import Function
from certwright.core.words import (
    AccreditationId,
    ActId,
    AgreementId,
    ClientId,
    Day,
    FindingId,
    Line,
    LongText,
    PackName,
    PastDay,
    Reason,
)


class IssueCertificate(
    Act,
    name="certification.issue",
    about="certification",
    nature=Nature.AUTHORITY,
    by={Function.DECISION, Function.CLIENT_ADMINISTRATION},
    says="Issued the certificate {act.number}, version {act.version}.",
):
    """Issue a certification document or a new version of it (ISO/IEC 17065 7.7.1; ISO/IEC 17021-1 8.2.2).

    What it says follows from the decision and the dossier; number and version are put into the act before judging.
    ``findings`` are those the decision named: that they are settled is looked at once more (17065 7.7.3 b).
    ``accreditation`` is claimed only where its scope covers the certification on the day of issue.
    """

    pack: PackName
    decision: ActId
    findings: Annotated[tuple[FindingId, ...], Field(max_length=2_000)] = ()
    client: ClientId
    agreement: AgreementId
    number: Line
    version: Annotated[int, Field(ge=1, le=10_000, strict=True)]
    languages: Annotated[tuple[Line, ...], Field(min_length=1, max_length=20)]
    accreditation: AccreditationId | None = None
    signed_by: Line


class LicenseMark(
    Act,
    name="certification.license-mark",
    about="certification",
    nature=Nature.AUTHORITY,
    by={Function.DECISION, Function.SCHEME_MANAGEMENT},
    says="Licensed the mark {act.mark}.",
):
    """Grant the right to use a mark for models in scope (ISO/IEC 17065 4.1.3, 7.9.3–7.9.4; ISO/IEC 17030)."""

    pack: PackName
    licence: Line
    mark: Line
    models: tuple[Line, ...] = ()
    media: Annotated[
        tuple[Literal["product", "packaging", "papers", "digital", "label"], ...], Field(min_length=1, max_length=5)
    ]
    lookup_key: Line
    valid_from: Day


class EndLicence(
    Act,
    name="certification.end-licence",
    about="certification",
    nature=Nature.AUTHORITY,
    by={Function.DECISION, Function.SCHEME_MANAGEMENT},
    says="Ended the licence {act.licence}.",
):
    """End a licence before its certificate ends; with the certificate it ends by itself (R-70)."""

    licence: Line
    last_day: Day
    reason: Reason


class RecordCertificateInError(
    Act,
    name="certification.record-sent-in-error",
    about="certification",
    nature=Nature.FACT,
    by={Function.QUALITY_MANAGEMENT, Function.DECISION},
    says="A certification document went out in error on {act.sent_on}.",
):
    """State that a certification document went out that should not have (17065 4.1.3.1; 17021-1 8.3.5)."""

    number: Line
    sent_on: PastDay
    what_happened: LongText
