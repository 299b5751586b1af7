"""Acts that plan an assignment, one piece of determination, and put people on it (17065 7.4.1–7.4.3; 17021-1 9.2).

Putting people on work is an act of authority and is refused where the standards forbid it; what the client was told
or objected to are statements of fact. What was then done and found stands in :mod:`.determination`.
"""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature, Part
from certwright.core.acts.body import Standard
from certwright.core.acts.certification import AssignmentKind
from certwright.core.functions import Function
from certwright.core.words import (
    AssignmentId,
    AttachmentId,
    AuditDays,
    CertificationId,
    ClientId,
    Day,
    FindingId,
    Line,
    LongText,
    PackName,
    PastDay,
    PersonId,
    ProviderId,
    Reason,
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
    """Open an assignment the certification's plan foresees (ISO/IEC 17065 7.4.1–7.4.2; ISO/IEC 17021-1 9.2).

    ``audit_days`` is the audit time it needs, ``on_site_days`` how much of it on site (17021-1 9.1.4). ``because`` says
    why a special audit is held (9.6.4). ``cures`` are the findings that this new determination looks at (17065 7.4.8).
    """

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
    on_site_days: AuditDays | None = None
    provider: ProviderId | None = None
    method: Line | None = None
    objectives: LongText
    announced: Literal["announced", "unannounced"] = "announced"
    because: Literal["extension", "complaint", "change", "suspension", "nonconformity"] | None = None
    cures: Annotated[tuple[FindingId, ...], Field(max_length=200)] = ()


class Reschedule(
    Act,
    name="assignment.reschedule",
    about="assignment",
    nature=Nature.AUTHORITY,
    by={Function.PLANNING},
    says="Moved to {act.from_day} until {act.to_day}: {act.reason}",
):
    """Move an assignment to other days. The client is told anew; everybody on ``team`` must be authorised then, too."""

    from_day: Day
    to_day: Day
    team: Annotated[tuple[PersonId, ...], Field(max_length=200)] = ()
    reason: Reason


class Appoint(
    Act,
    name="assignment.appoint",
    about="assignment",
    nature=Nature.AUTHORITY,
    by={Function.PLANNING},
    says="Appointed {act.person} as {act.role}.",
):
    """Put a person on the assignment in a role (17065 7.4.2, 6.1.2.1 d; 17021-1 9.2.2, 7.1.3).

    Where the standard limits how often one person leads, ``certification`` and ``earlier`` audits show how often.
    """

    person: PersonId
    client: ClientId
    role: Role
    areas: tuple[Line, ...] = ()
    accompanied_by: PersonId | None = None
    certification: CertificationId | None = None
    earlier: Annotated[tuple[AssignmentId, ...], Field(max_length=200)] = ()


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


class AnswerObjection(
    Act,
    name="assignment.answer-objection",
    about="assignment",
    nature=Nature.AUTHORITY,
    by={Function.PLANNING, Function.CLIENT_ADMINISTRATION, Function.QUALITY_MANAGEMENT},
    says="The objection to {act.person} was {act.outcome}.",
):
    """Judge whether the client's objection to a member is valid (17021-1 9.2.3.5). If so, the team is rebuilt."""

    person: PersonId
    outcome: Literal["upheld", "not-upheld"]
    reason: Reason


class MemberTime(Part):
    """Audit days one member is planned for. Time on the inspection of products is no audit time (corrections, 19)."""

    person: PersonId
    on_site: AuditDays
    off_site: AuditDays = Decimal(0)
    activity: Literal["management-system-audit", "product-inspection"] = "management-system-audit"


class ConfirmTeam(
    Act,
    name="assignment.confirm-team",
    about="assignment",
    nature=Nature.AUTHORITY,
    by={Function.PLANNING},
    says="Confirmed the team.",
):
    """State that the team as it stands has the competence and the time the work needs (17021-1 9.2.2.1, 9.1.4).

    A later change of the team asks for confirming it anew.
    """

    times: Annotated[tuple[MemberTime, ...], Field(max_length=200)] = ()
    little_on_site_because: LongText | None = None


class PlanLine(Part):
    """A line of the audit plan: when, where, what, which requirements, by whom and accompanied by whom."""

    on: Day
    at: Line
    site: Line | None = None
    about: Line
    requirements: Annotated[tuple[Line, ...], Field(max_length=200)] = ()
    member: PersonId
    companion: PersonId | None = None
    how: Literal["on-site", "remote"] = "on-site"


class SendPlan(
    Act,
    name="assignment.send-plan",
    about="assignment",
    nature=Nature.FACT,
    by={Function.PLANNING, Function.AUDIT_TEAM_LEADING},
    says="Sent the plan and the names of the team to the client.",
):
    """The plan, with dates and the names of the team as it stands, went to the client (17021-1 9.2.3; 17065 7.4.1).

    ``plan`` is the plan as a file; ``lines`` the plan itself, where it is kept here. Stage 1 needs no plan, only names.
    """

    sent_on: PastDay
    lines: Annotated[tuple[PlanLine, ...], Field(max_length=500)] = ()
    plan: AttachmentId | None = None
