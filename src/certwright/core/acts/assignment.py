"""Acts about an assignment: one piece of determination, and the people and results of it.

ISO/IEC 17065 7.4; ISO/IEC 17021-1 9.2–9.4. What was held, found and concluded are statements of fact; putting people
on work is an act of authority.
"""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature, Part
from certwright.core.acts.body import Standard
from certwright.core.acts.certification import AssignmentKind
from certwright.core.functions import Function
from certwright.core.words import (
    ApplicationId,
    AttachmentId,
    AuditDays,
    CertificationId,
    ClientId,
    Day,
    FindingId,
    Line,
    LongText,
    PackName,
    PersonId,
    ProviderId,
    Reason,
    SampleId,
    TextDigest,
)

Role = Literal[
    "team-leader",
    "auditor",
    "trainee",
    "evaluator",
    "lead-evaluator",
    "sampler",
    "technical-expert",
    "observer",
    "guide",
    "interpreter",
]
"""What somebody does in an assignment. Experts, trainees, observers, guides and interpreters count no audit time."""


class CreateAssignment(
    Act,
    name="assignment.create",
    about="assignment",
    nature=Nature.AUTHORITY,
    by={Function.PLANNING},
    says="Planned a {act.kind} from {act.from_day} to {act.to_day}.",
):
    """Open an assignment the certification's plan foresees (ISO/IEC 17065 7.4.1–7.4.2; ISO/IEC 17021-1 9.2)."""

    certification: CertificationId
    client: ClientId
    standard: Standard
    pack: PackName
    edition: Line
    text: TextDigest
    kind: AssignmentKind
    requirements: Annotated[tuple[Line, ...], Field(min_length=1, max_length=500)]
    sites: Annotated[tuple[Line, ...], Field(max_length=2_000)] = ()
    areas: tuple[Line, ...] = ()
    from_day: Day
    to_day: Day
    audit_days: AuditDays | None = None
    provider: ProviderId | None = None
    method: Line | None = None
    objectives: LongText
    announced: Literal["announced", "unannounced"] = "announced"
    repeats: Line | None = None


class Appoint(
    Act,
    name="assignment.appoint",
    about="assignment",
    nature=Nature.AUTHORITY,
    by={Function.PLANNING},
    says="Appointed {act.person} as {act.role}.",
):
    """Put a person on the assignment in a role (17065 7.4.2, 6.1.2.1 d; 17021-1 9.2.2, 7.1.3)."""

    person: PersonId
    client: ClientId
    role: Role
    areas: tuple[Line, ...] = ()
    accompanied_by: PersonId | None = None


class Release(
    Act,
    name="assignment.release",
    about="assignment",
    nature=Nature.AUTHORITY,
    by={Function.PLANNING},
    says="Released {act.person} from the assignment.",
):
    """Take a person off the assignment; what they did before stays theirs."""

    person: PersonId
    reason: Reason


class ClientObjects(
    Act,
    name="assignment.client-objects",
    about="assignment",
    nature=Nature.FACT,
    by={Function.PLANNING, Function.CLIENT_ADMINISTRATION},
    says="The client objected to {act.person}.",
):
    """The client objects to a member of the team (ISO/IEC 17021-1 9.2.3.5)."""

    person: PersonId
    objection: LongText


class SendPlan(
    Act,
    name="assignment.send-plan",
    about="assignment",
    nature=Nature.FACT,
    by={Function.PLANNING, Function.AUDIT_TEAM_LEADING},
    says="Sent the plan to the client.",
):
    """The plan, with dates and the names of the team, went to the client (17021-1 9.2.3; 17065 7.4.1, 6.2.2.4 f)."""

    sent_on: Day
    plan: AttachmentId | None = None
    outsourcing_told: Literal["told", "nothing-outsourced"] = "nothing-outsourced"


class CarryOut(
    Act,
    name="assignment.carry-out",
    about="assignment",
    nature=Nature.FACT,
    by={Function.AUDIT_TEAM_LEADING, Function.EVALUATION, Function.AUDITING, Function.PLANNING},
    says="Carried out from {act.from_day} to {act.to_day}.",
):
    """State that the work was done, when, where and by whom (ISO/IEC 17065 7.4.4; ISO/IEC 17021-1 9.3, 9.4)."""

    from_day: Day
    to_day: Day
    present: Annotated[tuple[PersonId, ...], Field(min_length=1, max_length=100)]
    certification: CertificationId
    sites: tuple[Line, ...] = ()
    remote_share: Annotated[int, Field(ge=0, le=100, strict=True)] = 0
    audit_days: AuditDays | None = None
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
    says="Recorded {count} results.",
):
    """State the results, requirement by requirement (ISO/IEC 17065 7.4.4, 7.4.9; ISO/IEC 17021-1 9.4.4–9.4.5).

    ``whose`` is who examined. ``taken_over`` says that somebody else produced them before the application (7.4.5);
    ``prior_result`` is then the reference under which the body took responsibility for them in ``application``.
    """

    whose: PersonId
    examined_on: Day
    provider: ProviderId | None = None
    lines: Annotated[tuple[ResultLine, ...], Field(min_length=1, max_length=5_000)]
    evidence: Annotated[tuple[AttachmentId, ...], Field(max_length=500)] = ()
    taken_over: LongText | None = None
    application: ApplicationId | None = None
    prior_result: Line | None = None


class Interrupt(
    Act,
    name="assignment.interrupt",
    about="assignment",
    nature=Nature.FACT,
    by={Function.AUDIT_TEAM_LEADING, Function.EVALUATION},
    says="Interrupted: {act.reason}",
):
    """The objectives cannot be reached, or there is an immediate risk (ISO/IEC 17021-1 9.4.3.2)."""

    on: Day
    reason: Reason
    told_client_on: Day


class Report(
    Act,
    name="assignment.report",
    about="assignment",
    nature=Nature.FACT,
    by={Function.AUDIT_TEAM_LEADING, Function.EVALUATION},
    says="Reported: {act.conclusion}.",
):
    """The report: what it covers, what was found, what is concluded (17065 7.4.9; 17021-1 9.3.1.2, 9.4.8).

    ``findings`` are all findings of the assignment; ``items`` the report items covered, of those the pack demands.
    """

    pack: PackName
    author: PersonId
    certification: CertificationId
    conclusion: Literal["positive", "negative", "ready-for-stage-2", "postpone-stage-2", "repeat-stage-1"]
    summary: LongText
    findings: Annotated[tuple[FindingId, ...], Field(max_length=1_000)] = ()
    items: tuple[Line, ...] = ()
    changes_since_last: LongText | None = None
    recommendation: LongText | None = None
    report: AttachmentId | None = None
    sent_to_client_on: Day | None = None
