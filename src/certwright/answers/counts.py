"""How much waits where: the counts beside the navigation, from kept rows, each of what the viewer may read."""

from collections.abc import Mapping

from django.db.models import Count, IntegerField, QuerySet, Subquery, Value

from certwright.answers.access import only_readable, readable_kinds
from certwright.answers.viewer import Viewer
from certwright.answers.work.everything import work
from certwright.rows.models import ApplicationRow, AssignmentRow, BodyRow, FindingRow, MatterRow, Row

MOST = 1_000
"""Nobody reads a larger count: it is told as this."""


def counts(viewer: Viewer, using: str = "default") -> Mapping[str, int]:
    """What waits, by name of the list: ``work`` (overdue or due today), open applications, findings and matters, and
    assignments not reported. Only lists the viewer may read at all are named."""
    found = {"work": work(viewer, using).pressing}
    readable = readable_kinds(viewer)
    asked = {
        name: _number(only_readable(viewer, rows, kind))
        for name, (kind, rows) in _open(using).items()
        if kind in readable
    }
    told = BodyRow.objects.using(using).annotate(**asked).values(*asked).first() if asked else None
    return found | {name: min(number or 0, MOST) for name, number in (told or {}).items()}


def _number(rows: QuerySet[Row]) -> Subquery:
    """How many rows there are, as a part of a question: all counts are asked at once."""
    counted = rows.order_by().annotate(all_of_them=Value(1)).values("all_of_them").annotate(number=Count("pk"))
    return Subquery(counted.values("number"), output_field=IntegerField())


def _open(using: str) -> Mapping[str, tuple[str, QuerySet[Row]]]:
    return {
        "applications": (
            "application",
            ApplicationRow.objects.using(using).filter(accepted_on=None, declined_on=None),
        ),
        "assignments": ("assignment", AssignmentRow.objects.using(using).filter(reported_on=None)),
        "findings": ("finding", FindingRow.objects.using(using).filter(settled_on=None)),
        "matters": ("matter", MatterRow.objects.using(using).filter(closed_on=None)),
    }
