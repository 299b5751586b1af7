"""Acts about a finding: a nonconformity and its way to closure (ISO/IEC 17065 7.4.6–7.4.8; 17021-1 9.4.5–9.4.10).

No act closes a finding because the client lost interest: then the certification is refused (17065 7.6.6; T11).
"""

from typing import Annotated, Literal

from pydantic import Field

from certwright.core.acts.act import Act, Nature
from certwright.core.acts.body import Standard
from certwright.core.functions import Function
from certwright.core.words import (
    AssignmentId,
    AttachmentId,
    CertificationId,
    ClientId,
    Day,
    FindingId,
    Line,
    LongText,
    PackName,
    PastDay,
    PersonId,
    Reason,
    TextDigest,
)

Grade = Literal["major", "minor", "not-met"]
"""``major`` and ``minor`` are ISO/IEC 17021-1's; under ISO/IEC 17065 a requirement is met or not (corrections, 3)."""

Gap = Literal["cause", "extent", "correction", "corrective-action", "dates", "evidence"]
"""What an answer can lack. Clients are told what is incomplete, never a cause or a solution (corrections, 14)."""


class RaiseFinding(
    Act,
    name="finding.raise",
    about="finding",
    nature=Nature.FACT,
    by={Function.AUDITING, Function.AUDIT_TEAM_LEADING, Function.EVALUATION},
    says="Raised a nonconformity ({act.grade}) with {act.requirement}.",
):
    """Raise a nonconformity: the requirement, the statement, the evidence (17065 7.4.6; 17021-1 9.4.5.3).

    ``scheme_class`` is the class the scheme gives the requirement. ``repeats`` is an earlier finding on the same
    requirement. ``answer_due`` is the last day for the client's answer, as agreed at the closing meeting.
    """

    certification: CertificationId
    client: ClientId
    assignment: AssignmentId
    standard: Standard
    pack: PackName
    edition: Line
    text: TextDigest
    raised_by: PersonId
    raised_on: PastDay
    requirement: Line
    grade: Grade
    scheme_class: Line | None = None
    statement: LongText
    evidence: LongText
    site: Line | None = None
    repeats: FindingId | None = None
    answer_due: Day | None = None


class NotifyFinding(
    Act,
    name="finding.notify",
    about="finding",
    nature=Nature.FACT,
    by={Function.AUDIT_TEAM_LEADING, Function.AUDITING, Function.EVALUATION, Function.CLIENT_ADMINISTRATION},
    says="Told the client of the nonconformity.",
):
    """The client was told (ISO/IEC 17065 7.4.6; ISO/IEC 17021-1 9.4.7). What must be evaluated anew too (7.4.7).

    May be told again, as when the further evaluation is settled later.
    """

    told_on: PastDay
    further_evaluation: LongText | None = None


class Respond(
    Act,
    name="finding.respond",
    about="finding",
    nature=Nature.FACT,
    by={Function.CLIENT_ADMINISTRATION, Function.AUDIT_TEAM_LEADING, Function.AUDITING, Function.EVALUATION},
    says="The client answered the nonconformity.",
):
    """The client's answer: cause, correction and corrective action, done or planned (ISO/IEC 17021-1 9.4.9)."""

    received_on: PastDay
    cause: LongText | None = None
    correction: LongText | None = None
    corrective_action: LongText | None = None
    done_by: Day | None = None
    evidence: Annotated[tuple[AttachmentId, ...], Field(max_length=200)] = ()


class JudgeResponse(
    Act,
    name="finding.judge-response",
    about="finding",
    nature=Nature.AUTHORITY,
    by={Function.AUDIT_TEAM_LEADING, Function.AUDITING, Function.EVALUATION, Function.REVIEW},
    says="The answer was {act.outcome}.",
):
    """Accept the client's answer, or reject it and say which parts are incomplete (ISO/IEC 17021-1 9.4.10).

    There is no room for words to the client about a cause or a solution (9.4.5.3; corrections, 14). ``verified_by`` is
    what an accepted answer is verified by, which the client is told.
    """

    outcome: Literal["accepted", "rejected"]
    incomplete: Annotated[tuple[Gap, ...], Field(max_length=6)] = ()
    verified_by: Literal["documents", "limited-audit", "full-audit", "next-audit", "new-determination"] | None = None


class Verify(
    Act,
    name="finding.verify",
    about="finding",
    nature=Nature.AUTHORITY,
    by={Function.AUDIT_TEAM_LEADING, Function.AUDITING, Function.EVALUATION},
    says="Verified on {act.verified_on}: {act.outcome}.",
):
    """Verify that correction and corrective action work (17021-1 9.4.10), or a requirement is met now (17065 7.4.8).

    ``new_determination`` names the assignment that found a product requirement met; nothing else cures one.
    """

    verified_on: PastDay
    verified_by: PersonId
    method: Literal["documents", "on-site", "remote", "next-audit", "repeated-test"]
    outcome: Literal["effective", "not-effective"]
    evidence: LongText
    new_determination: AssignmentId | None = None


class Regrade(
    Act,
    name="finding.regrade",
    about="finding",
    nature=Nature.AUTHORITY,
    by={Function.AUDIT_TEAM_LEADING, Function.REVIEW, Function.DECISION},
    says="Regraded to {act.grade}.",
):
    """Change the grade: the leader before the report, reviewer or decider afterwards, with the reason.

    ``assignment`` is the audit it was raised in. Only ISO/IEC 17021-1 grades (17021-1-rules, 8).
    """

    assignment: AssignmentId
    grade: Literal["major", "minor"]
    reason: Reason
