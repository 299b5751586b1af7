"""What waits for planning: pieces without a team, certifications for which nothing is planned."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.translation import gettext as told
from django.utils.translation import gettext_lazy as _

from certwright.answers.viewer import Viewer
from certwright.answers.words import said
from certwright.answers.work.item import MOST, Item, of_case, readable
from certwright.core.dossiers.certification import LASTING
from certwright.core.reckoning.calendar import add_months
from certwright.rows.models import AssignmentRow, CertificationRow, PieceRow

AHEAD = 60
"""Days ahead of its first day in which a planned piece is told to have no team."""

QUIET = 8
"""Months after which nothing is planned for a certification that somebody has to plan; a year is the usual interval."""

BEFORE_END = 180
"""Days before its last day in which a certification without a planned evaluation is told."""

_LASTING = sorted(standing.value for standing in LASTING)


def waiting(viewer: Viewer, using: str = "default") -> Iterator[Item]:
    """All of it."""
    yield from _without_team(viewer, using)
    yield from _nothing_planned(viewer, using)


def _without_team(viewer: Viewer, using: str) -> Iterator[Item]:
    assigned = AssignmentRow.objects.using(using).filter(dossier=OuterRef("assignment"))
    underway = assigned.filter(Q(confirmed_on__isnull=False) | Q(held_to__isnull=False) | Q(reported_on__isnull=False))
    rows = (
        readable(viewer, PieceRow, "certification", using)
        .filter(~Exists(underway), settled_on=None, planned_from__lte=viewer.today + timedelta(days=AHEAD))
        .annotate(members=Subquery(assigned.values("members")))
    )
    for row in rows.order_by("planned_from")[:MOST]:
        yield _team_for(row, row.members)


def _team_for(row: PieceRow, members: int | None) -> Item:
    given = {**of_case(row), "due": row.planned_from}
    if members is None:
        why = told("Planned: %(what)s, and not assigned yet") % {"what": said(row.kind)}
        return Item("assignment.create", _("Assign"), row.assignment, why, **given)
    if members == 0:
        why = told("Nobody is appointed: %(what)s") % {"what": said(row.kind)}
        return Item("assignment.appoint", _("Appoint the team"), row.assignment, why, **given)
    why = told("The team is not confirmed: %(what)s") % {"what": said(row.kind)}
    return Item("assignment.confirm-team", _("Confirm the team"), row.assignment, why, **given)


def _nothing_planned(viewer: Viewer, using: str) -> Iterator[Item]:
    quiet_since, ends = add_months(viewer.today, -QUIET), viewer.today + timedelta(days=BEFORE_END)
    rows = readable(viewer, CertificationRow, "certification", using).filter(
        Q(looked_at_on__lt=quiet_since) | Q(last_day__lte=ends),
        standing__in=_LASTING,
        from_day__lte=viewer.today,
        until_day__gte=viewer.today,
        next_on=None,
    )
    for row in rows.order_by("looked_at_on")[:MOST]:
        looked = add_months(row.looked_at_on, 12) if row.looked_at_on else None
        ends_first = row.last_day is not None and row.last_day <= ends
        why = _("It ends, and no evaluation is planned") if ends_first else _("No surveillance is planned")
        yield Item(
            "certification.plan",
            _("Plan the evaluation"),
            row.dossier,
            why,
            since=row.looked_at_on,
            due=row.last_day if ends_first else looked,
            **of_case(row),
        )
