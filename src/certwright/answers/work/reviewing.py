"""What waits for reviewers: evaluations of which every piece is reported and nobody reviewed."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, Max, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as told
from django.utils.translation import gettext_lazy as _

from certwright.answers.viewer import Viewer
from certwright.answers.words import said
from certwright.answers.work.item import MOST, Item, readable
from certwright.rows.models import AssignmentRow, PieceRow, ReviewRow


def waiting(viewer: Viewer, using: str = "default") -> Iterator[Item]:
    """All of it.

    Surveillance that its leader may conclude alone (ISO/IEC 17021-1 9.6.1) waits for the leader, not for a reviewer.
    """
    for row in _reported(viewer, using)[:MOST]:
        why = told("All that was planned is reported: %(what)s") % {"what": said(row["purpose"])}
        given: dict[str, Any] = {"client": row["client"], "pack": row["pack"], "since": row["since"]}
        yield Item("certification.review", _("Review"), row["dossier"], why, **given)


def _reported(viewer: Viewer, using: str) -> QuerySet[Any, Any]:
    assignments = AssignmentRow.objects.using(using).filter(dossier=OuterRef("assignment"))
    reported = assignments.filter(reported_on__isnull=False)
    concluded = reported.filter(kind="surveillance", standard="iso-iec-17021-1", conclusion="positive")
    still_out = PieceRow.objects.using(using).filter(
        ~Exists(reported),
        dossier=OuterRef("dossier"),
        purpose=OuterRef("purpose"),
        settled_on=None,
        planned_from__lte=viewer.today,
    )
    undecided = ReviewRow.objects.using(using).filter(dossier=OuterRef("dossier"), decided_on=None)
    return (
        readable(viewer, PieceRow, "certification", using)
        .filter(
            Exists(reported),
            ~Exists(concluded),
            ~Exists(still_out),
            ~Exists(undecided),
            settled_on=None,
            planned_from__lte=viewer.today,
        )
        .values("dossier", "client", "pack", "purpose")
        .annotate(since=Max(Subquery(reported.values("reported_on"))))
        .order_by("since")
    )
