"""What happens to a certification after it was granted (ISO/IEC 17065 7.9–7.11; ISO/IEC 17021-1 9.6)."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature
from certwright.core.functions import Function
from certwright.core.words import (
    ActId,
    AgreementId,
    AssignmentId,
    Day,
    FindingId,
    LongText,
    PackName,
    PastDay,
    PersonId,
    Reason,
)


class MaintainOnConclusion(
    Act,
    name="certification.maintain",
    about="certification",
    nature=Nature.AUTHORITY,
    by={Function.AUDIT_TEAM_LEADING},
    says="Maintained the certification on the audit team leader's positive conclusion.",
):
    """Maintain a management-system certification on the leader's conclusion, without review (17021-1 9.6.1)."""

    pack: PackName
    surveillance: AssignmentId
    findings: Annotated[tuple[FindingId, ...], Field(max_length=500)] = ()

    def searches(self) -> frozenset[tuple[str, str]]:
        """Every finding raised in the surveillance: none is forgotten because its report leaves it out."""
        return frozenset({(self.surveillance, "finding.raise")})


class NotifyChange(
    Act,
    name="certification.notify-change",
    about="certification",
    nature=Nature.FACT,
    by={Function.CLIENT_ADMINISTRATION, Function.SCHEME_MANAGEMENT},
    says="A change was notified by the {act.origin}.",
):
    """A change that may touch the certification was told (17065 4.1.2.2 k, 7.10.1–7.10.2; 17021-1 8.5.2–8.5.3).

    ``limits`` is the pack of time limits that says how soon a client tells a change; the standard says no number.
    """

    origin: Literal["client", "scheme", "standard", "body"]
    about: Literal[
        "legal-entity", "ownership", "organisation", "contact-or-sites", "scope", "product", "process", "requirements"
    ]
    happened_on: PastDay
    told_on: PastDay
    description: LongText
    limits: PackName | None = None


class AssessChange(
    Act,
    name="certification.assess-change",
    about="certification",
    nature=Nature.AUTHORITY,
    by={Function.APPLICATION_REVIEW, Function.DECISION},
    says="Assessed a notified change: {act.outcome}.",
):
    """Judge what a notified change asks for (ISO/IEC 17065 7.10.2–7.10.3; ISO/IEC 17021-1 8.5.3, 9.6.4)."""

    change: ActId
    outcome: Literal["nothing", "new-document", "evaluate", "decide"]
    reason: Reason


class ProposeMeasure(
    Act,
    name="certification.propose-measure",
    about="certification",
    nature=Nature.FACT,
    by={Function.AUDIT_TEAM_LEADING, Function.CLIENT_ADMINISTRATION, Function.QUALITY_MANAGEMENT, Function.REVIEW},
    says="Proposed to {act.measure}: {act.trigger}.",
):
    """State what speaks for suspending, reducing or withdrawing (17065 7.11.1; 17021-1 9.6.5.2)."""

    measure: Literal["continue-with-conditions", "suspend", "reduce", "withdraw"]
    trigger: Literal[
        "surveillance-late",
        "access-refused",
        "major-not-resolved",
        "requirement-not-met",
        "misuse",
        "fees",
        "client-request",
        "complaint",
        "change",
    ]
    evidence: LongText
    findings: Annotated[tuple[FindingId, ...], Field(max_length=500)] = ()


class AnswerNonconformity(
    Act,
    name="certification.client-answers",
    about="certification",
    nature=Nature.FACT,
    by={Function.CLIENT_ADMINISTRATION, Function.EVALUATION},
    says="The client {act.wish} after the nonconformities told.",
):
    """Whether the client wishes to continue after nonconformities were told (ISO/IEC 17065 7.4.7–7.4.8)."""

    wish: Literal["continues", "does-not-continue"]
    told_on: PastDay
    findings: Annotated[tuple[FindingId, ...], Field(min_length=1, max_length=500)]


class Terminate(
    Act,
    name="certification.terminate",
    about="certification",
    nature=Nature.AUTHORITY,
    by={Function.CLIENT_ADMINISTRATION, Function.DECISION},
    says="Terminated the certification at the client's request; {act.last_day} is its last day.",
):
    """End a certification because the client asked for it (ISO/IEC 17065 7.11.3; ISO/IEC 17021-1 8.3.4)."""

    requested_on: PastDay
    request: LongText
    last_day: Day
    agreement: AgreementId


class ConfirmClosedDown(
    Act,
    name="certification.confirm-closed-down",
    about="certification",
    nature=Nature.FACT,
    by={Function.CLIENT_ADMINISTRATION, Function.QUALITY_MANAGEMENT},
    says="Confirmed that references and marks are no longer used.",
):
    """State that documents, directory, marks and publicity were seen to be put right (17065 7.11.3; 17021-1 8.3.5)."""

    checked_on: PastDay
    checked_by: PersonId
    evidence: LongText
