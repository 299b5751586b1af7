"""Acts that state what was done, found and concluded in an assignment (ISO/IEC 17065 7.4.4–7.4.9; 17021-1 9.3–9.4)."""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature, Part
from certwright.core.functions import Function
from certwright.core.words import (
    AgreementId,
    ApplicationId,
    AssignmentId,
    AttachmentId,
    AuditDays,
    CertificationId,
    FindingId,
    Line,
    LongText,
    PackName,
    PastDay,
    PersonId,
    ProviderId,
    Reason,
    SampleId,
)


class CarryOut(
    Act,
    name="assignment.carry-out",
    about="assignment",
    nature=Nature.FACT,
    by={Function.AUDIT_TEAM_LEADING, Function.EVALUATION, Function.AUDITING, Function.PLANNING},
    says="Carried out from {act.from_day} to {act.to_day}.",
):
    """State that the work was done, when, where and by whom (ISO/IEC 17065 7.4.4; ISO/IEC 17021-1 9.3, 9.4).

    ``stage_1`` is the stage 1 a stage 2 builds on; ``earlier`` are the audits of the cycle before a surveillance or
    recertification audit, the recertification that began the cycle included. ``limits`` is the pack of time limits.
    ``audit_days`` is the audit time that was spent (ISO/IEC 17021-1 9.1.4).
    """

    from_day: PastDay
    to_day: PastDay
    present: Annotated[tuple[PersonId, ...], Field(min_length=1, max_length=100)]
    certification: CertificationId
    agreement: AgreementId | None = None
    stage_1: AssignmentId | None = None
    earlier: Annotated[tuple[AssignmentId, ...], Field(max_length=50)] = ()
    limits: PackName | None = None
    sites: tuple[Line, ...] = ()
    remote_share: Annotated[int, Field(ge=0, le=100, strict=True)] = 0
    audit_days: AuditDays | None = None
    closing_meeting_on: PastDay | None = None
    deviations_from_plan: LongText | None = None


class ResultLine(Part):
    """The result for one requirement. ``value`` is the figure measured, ``limit`` what it is held to."""

    requirement: Line
    verdict: Literal["met", "not-met", "not-applicable", "not-examined"]
    method: Line | None = None
    value: Line | None = None
    limit: Line | None = None
    remark: LongText | None = None
    sample: SampleId | None = None


class RecordResults(
    Act,
    name="assignment.record-results",
    about="assignment",
    nature=Nature.FACT,
    by={Function.EVALUATION, Function.AUDITING, Function.AUDIT_TEAM_LEADING},
    says="Recorded {count:results}.",
):
    """State the results, requirement by requirement (ISO/IEC 17065 7.4.4, 7.4.9; ISO/IEC 17021-1 9.4.4–9.4.5).

    ``whose`` is who examined. ``taken_over`` says that somebody else produced them before the application (7.4.5);
    ``prior_result`` is then the reference under which the body took responsibility for them in ``application``.
    """

    whose: PersonId
    examined_on: PastDay
    provider: ProviderId | None = None
    lines: Annotated[tuple[ResultLine, ...], Field(min_length=1, max_length=5_000)]
    evidence: Annotated[tuple[AttachmentId, ...], Field(max_length=500)] = ()
    taken_over: LongText | None = None
    application: ApplicationId | None = None
    prior_result: Line | None = None

    def gathers(self) -> frozenset[str]:
        """Whose results they are, the provider, the application, and the samples that were examined."""
        return super().gathers() | {line.sample for line in self.lines if line.sample}


class Interrupt(
    Act,
    name="assignment.interrupt",
    about="assignment",
    nature=Nature.FACT,
    by={Function.AUDIT_TEAM_LEADING, Function.EVALUATION},
    says="Interrupted: {act.reason}",
):
    """The objectives cannot be reached, or there is an immediate risk (ISO/IEC 17021-1 9.4.3.2)."""

    on: PastDay
    reason: Reason
    told_client_on: PastDay


class Report(
    Act,
    name="assignment.report",
    about="assignment",
    nature=Nature.FACT,
    by={Function.AUDIT_TEAM_LEADING, Function.EVALUATION},
    says="Reported: {act.conclusion}.",
):
    """The report: what it covers, what was found, what is concluded (17065 7.4.9; 17021-1 9.3.1.2, 9.4.8).

    ``findings`` are all findings of the assignment. ``items`` are what the report covers: of an audit the items of
    :mod:`~certwright.core.report_items` and those the standard's pack adds, of a stage 1 its objectives.
    """

    pack: PackName
    author: PersonId
    certification: CertificationId
    conclusion: Literal["positive", "negative", "ready-for-stage-2", "postpone-stage-2", "repeat-stage-1"]
    summary: LongText
    findings: Annotated[tuple[FindingId, ...], Field(max_length=1_000)] = ()
    items: Annotated[tuple[Line, ...], Field(max_length=200)] = ()
    changes_since_last: LongText | None = None
    recommendation: LongText | None = None
    report: AttachmentId | None = None
    sent_to_client_on: PastDay | None = None
