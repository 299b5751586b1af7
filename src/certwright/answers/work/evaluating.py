"""What waits for auditors, evaluators and experts: their own assignments, and the findings raised in them."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as told
from django.utils.translation import gettext_lazy as _

from certwright.answers.viewer import Viewer
from certwright.answers.words import said
from certwright.answers.work.item import MOST, Item, of_case, readable
from certwright.rows.models import AppointmentRow, AssignmentRow, FindingRow, PieceRow

AHEAD = 60
"""Days ahead in which one's coming assignments are told."""


def waiting(viewer: Viewer, using: str = "default") -> Iterator[Item]:
    """All of it."""
    serving = AppointmentRow.objects.using(using).filter(person=viewer.person, released_on=None)
    own = serving.values("dossier")
    coming = Q(planned_from__lte=viewer.today + timedelta(days=AHEAD)) | Q(held_to__isnull=False)
    assignments = AssignmentRow.objects.using(using).filter(coming, dossier__in=own, reported_on=None)
    for row in assignments.order_by("planned_from")[:MOST]:
        yield _assignment(row, viewer)
    findings = FindingRow.objects.using(using).filter(assignment__in=own, settled_on=None)
    for finding in findings.order_by("answer_due", "raised_on")[:MOST]:
        yield _finding(finding)
    due = PieceRow.objects.using(using).filter(assignment=OuterRef("dossier"), settled_on=None)
    concluded = AssignmentRow.objects.using(using).filter(
        Exists(due),
        leader=viewer.person,
        kind="surveillance",
        standard="iso-iec-17021-1",
        conclusion="positive",
    )
    for row in concluded.order_by("reported_on")[:MOST]:
        why = _("Reported with a positive conclusion, which the leader may maintain it on")
        given = {**of_case(row), "since": row.reported_on}
        yield Item("certification.maintain", _("Maintain the certification"), row.certification, why, **given)


def of_everybody(viewer: Viewer, using: str = "default") -> Iterator[Item]:
    """For who coordinates: assignments of anybody that are late, and answers to findings that are."""
    late = Q(planned_to__lt=viewer.today, held_to=None) | Q(held_to__lt=viewer.today)
    assignments = readable(viewer, AssignmentRow, "assignment", using).filter(late, reported_on=None)
    for row in assignments.order_by("planned_from")[:MOST]:
        yield _assignment(row, viewer)
    findings = readable(viewer, FindingRow, "finding", using).filter(settled_on=None, answer_due__lt=viewer.today)
    for finding in findings.order_by("answer_due")[:MOST]:
        yield _finding(finding)


def _assignment(row: AssignmentRow, viewer: Viewer) -> Item:
    given = of_case(row)
    leads, what = row.leader == viewer.person, {"what": said(row.kind)}
    if row.held_to is not None:
        why = told("Held, and not reported yet: %(what)s") % what
        act, verb = ("assignment.report", _("Report")) if leads else ("assignment.record-results", _("Enter results"))
        return Item(act, verb, row.dossier, why, since=row.held_to, **given)
    if row.planned_to < viewer.today:
        why = told("Its planned days are over: %(what)s") % what
        return Item("assignment.carry-out", _("Record what was held"), row.dossier, why, due=row.planned_to, **given)
    if leads and row.confirmed_on and row.plan_sent_on is None:
        why = told("The client has no plan yet: %(what)s") % what
        return Item("assignment.send-plan", _("Send the plan"), row.dossier, why, due=row.planned_from, **given)
    why = told("Planned with you: %(what)s") % what
    return Item("", _("Prepare"), row.dossier, why, due=row.planned_from, **given)


def _finding(row: FindingRow) -> Item:
    given = of_case(row)
    if row.accepted_on is not None:
        why = _("The answer was accepted and is not verified yet")
        return Item("finding.verify", _("Verify"), row.dossier, why, since=row.accepted_on, **given)
    if row.answered_on is not None and not row.judged:
        why = _("The client answered")
        return Item("finding.judge-response", _("Judge the answer"), row.dossier, why, since=row.answered_on, **given)
    why = _("The client has not answered yet") if row.answered_on is None else _("The answer was not accepted")
    verb = _("Record the client's answer")
    return Item("finding.respond", verb, row.dossier, why, since=row.told_on, due=row.answer_due, others=True, **given)
