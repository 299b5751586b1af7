"""A quality management system under ISO/IEC 17021-1: stage 1 and stage 2, one nonconformity of stage 2 perhaps."""

from collections.abc import Sequence
from typing import Any

from application_cases import reckoning
from certification_cases import LIMITS
from certwright.core.report_items import ITEMS, STAGE_1_OBJECTIVES, STATEMENTS
from exploration.cast import AGREEMENT, CASE, CLIENT, FINDING, SYSTEM, VERA, name_of, step
from exploration.moves import Move, Step, move
from exploration.trade import Trade

PACK = "iso-9001"
STAGE_1, STAGE_2, AGAIN = "assignment:stage-1", "assignment:stage-2", "assignment:again"
CLAUSES = ("4", "5", "6", "7", "8", "9", "10")
"""The clauses of ISO 9001 that hold requirements."""
ADDED = (
    "Clauses held not to apply, and whether the reasons stand",
    "Capability to meet requirements of customers and of law",
    "Effectiveness of internal audit and management review",
)
"""What the report of ISO 9001 holds beyond ISO/IEC 17021-1."""
QUALITY = Trade(
    standard=SYSTEM,
    pack=PACK,
    object_kind="management-system",
    area="17",
    pieces={STAGE_1: ("stage-1", CLAUSES), STAGE_2: ("stage-2", CLAUSES), AGAIN: ("stage-2", CLAUSES)},
    applied={"processes": "Gears", "personnel": 40},
    accepted={"audit_time": reckoning(PACK).digest},
    decided={"last_day": "2029-03-01", "limits": LIMITS},
)


def create(name: str, by: str, asked: Sequence[str] = CLAUSES) -> Step:
    """The audit is opened as planned, for one day."""
    return QUALITY.create(name, by, audit_days="1", on_site_days="1", requirements=asked)


def ready(by: str, name: str, leader: str) -> tuple[Step, Step]:
    """The team is confirmed and the client told who comes with which plan."""
    times = [{"person": leader, "on_site": "1"}]
    return (
        step(name, by, "assignment.confirm-team", times=times),
        step(name, by, "assignment.send-plan", sent_on="today", plan="sha256:" + "2" * 64),
    )


def hold(name: str, by: str, *beside: str, under: str | None = AGREEMENT) -> Step:
    """The audit is held today."""
    held: dict[str, Any] = {"from_day": "today", "to_day": "today", "certification": CASE, "agreement": under}
    if name != STAGE_1:
        held |= {"stage_1": STAGE_1, "limits": LIMITS}
    present = list(dict.fromkeys([by, *beside]))
    return step(name, by, "assignment.carry-out", present=present, audit_days="1", **held)


def report(name: str, by: str, *findings: str, conclusion: str | None = None) -> Step:
    """The report with everything it must hold; it names findings."""
    first = name == STAGE_1
    items = [*STAGE_1_OBJECTIVES] if first else [*ITEMS, *STATEMENTS, *ADDED]
    said = {"pack": PACK, "certification": CASE, "summary": "As seen.", "items": items, "sent_to_client_on": "today"}
    concluded = conclusion or ("ready-for-stage-2" if first else "positive")
    return step(name, by, "assignment.report", author=by, conclusion=concluded, findings=findings, **said)


def whole(name: str, who: str, *, under: str | None = AGREEMENT, asked: Sequence[str] = CLAUSES) -> Move:
    """An audit from its opening to its report, by one leader, who found nothing."""
    opened = create(name, VERA, asked), QUALITY.appoint(name, VERA, who, "team-leader"), *ready(VERA, name, who)
    return move(f"all-of-{name_of(name)}", *opened, hold(name, who, under=under), report(name, who))


def raised(by: str, grade: str) -> Move:
    """A nonconformity of stage 2 is raised, and the client is told."""
    said = {"certification": CASE, "client": CLIENT, "standard": SYSTEM, "grade": grade, **QUALITY.pinned}
    more = {"assignment": STAGE_2, "requirement": "9.2", "raised_on": "today", "answer_due": "2027-01-01"}
    words = {"statement": "No internal audit was held.", "evidence": "There is no record of one."}
    return move(
        "the-finding",
        step(FINDING, by, "finding.raise", raised_by=by, **said, **more, **words),
        step(FINDING, by, "finding.notify", told_on="today"),
    )


def answered(by: str) -> Move:
    """The client answers with cause, correction and corrective action."""
    said = {"cause": "Nobody in charge.", "correction": "Audited.", "corrective_action": "A programme."}
    return move("the-answer", step(FINDING, by, "finding.respond", received_on="today", **said))


def accepted(by: str) -> Move:
    """The answer is accepted."""
    said = {"outcome": "accepted", "verified_by": "documents"}
    return move("the-acceptance-of-the-answer", step(FINDING, by, "finding.judge-response", **said))


def verified(by: str, outcome: str = "effective") -> Move:
    """Whether it works is verified."""
    said = {"method": "documents", "outcome": outcome, "evidence": "Reports of four audits."}
    return move("the-verification", step(FINDING, by, "finding.verify", verified_on="today", verified_by=by, **said))
