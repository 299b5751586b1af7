"""The rows of an assignment, a finding, a matter."""

from collections.abc import Iterator

from certwright.core.dossiers import Assignment, Finding, Matter
from certwright.rows.deriving.row import Made, day_of, row
from certwright.rows.models import AppointmentRow, AssignmentRow, FindingRow, MatterRow

_LEADING = ("team-leader", "lead-evaluator", "evaluator")


def of_assignment(assignment: Assignment) -> Iterator[Made]:
    """The assignment and everybody ever appointed to it."""
    if assignment.pin is None:
        return
    report = assignment.report
    yield row(
        AssignmentRow,
        certification=assignment.certification,
        client=assignment.client,
        standard=assignment.standard,
        pack=assignment.pin.pack,
        kind=assignment.what,
        planned_from=assignment.from_day,
        planned_to=assignment.to_day,
        confirmed_on=assignment.confirmed_on,
        plan_sent_on=assignment.plan_sent_on,
        held_from=assignment.held_from,
        held_to=assignment.held_to,
        interrupted_on=assignment.interrupted_on,
        reported_on=report.on if report else None,
        conclusion=report.conclusion if report else "",
        leader=_leader(assignment),
        members=len(assignment.serving_members),
        provider=assignment.provider or "",
    )
    for number, member in enumerate(assignment.members, 1):
        yield row(
            AppointmentRow,
            number=number,
            person=member.person,
            role=member.role,
            appointed_on=member.appointed_on,
            released_on=member.released_on,
        )


def _leader(assignment: Assignment) -> str:
    """Who leads it: the team leader, or the evaluator in charge."""
    leading = [member for member in assignment.serving_members if member.role in _LEADING]
    first = min(leading, key=lambda member: _LEADING.index(member.role), default=None)
    return first.person if first else ""


def of_finding(finding: Finding) -> Iterator[Made]:
    """The nonconformity and how far it has come."""
    if not finding.is_open or finding.pin is None:
        return
    settled_on = finding.accepted_on if finding.grade == "minor" else None
    yield row(
        FindingRow,
        certification=finding.certification,
        assignment=finding.assignment,
        client=finding.client,
        standard=finding.standard,
        pack=finding.pin.pack,
        grade=finding.grade,
        requirement=finding.requirement,
        raised_on=finding.raised_on,
        raised_by=finding.raised_by,
        told_on=finding.told_on,
        answer_due=finding.answer_due,
        answered_on=finding.answered_on,
        judged=finding.judged or "",
        accepted_on=finding.accepted_on,
        verified_on=finding.verified_on,
        settled_on=finding.verified_on or settled_on,
    )


def of_matter(matter: Matter) -> Iterator[Made]:
    """The matter and how far it has come, never whom it came from."""
    received = matter.received
    if received is None:
        return
    yield row(
        MatterRow,
        kind=received.kind,
        standard=received.standard,
        received_on=received.received_on,
        certification=received.about_certification or "",
        client=received.about_client or "",
        ours=matter.ours,
        acknowledged_on=matter.acknowledged_on,
        handler=matter.handlers[-1] if matter.handlers else "",
        inquired_on=day_of(matter, "matter.record-inquiry"),
        decided_on=day_of(matter, "matter.decide"),
        outcome=matter.decided.outcome if matter.decided else "",
        told_on=matter.told_on,
        closed_on=matter.closed_on,
    )
