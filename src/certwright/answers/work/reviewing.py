"""What waits for reviewers: evaluations of which every piece is reported and nobody reviewed."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as told
from django.utils.translation import gettext_lazy as _

from certwright.answers.viewer import Viewer
from certwright.answers.words import said
from certwright.answers.work.item import MOST, Item, readable
from certwright.rows.models import AssignmentRow, PieceRow, ReviewRow

PIECES = 4
"""Pieces that an evaluation usually has at most: so many are read for each evaluation that is told."""


def waiting(viewer: Viewer, using: str = "default") -> Iterator[Item]:
    """All of it, what was planned first before what was planned later.

    Surveillance that its leader may conclude alone (ISO/IEC 17021-1 9.6.1) waits for the leader, not for a reviewer.
    """
    told_of: set[tuple[str, str]] = set()
    for row in _reported(viewer, using)[: MOST * PIECES]:
        evaluation = (row["dossier"], row["purpose"])
        if evaluation in told_of or len(told_of) == MOST:
            continue
        told_of.add(evaluation)
        why = told("All that was planned is reported: %(what)s") % {"what": said(row["purpose"])}
        given: dict[str, Any] = {"client": row["client"], "pack": row["pack"], "since": row["since"]}
        yield Item("certification.review", _("Review"), row["dossier"], why, **given)


def _reported(viewer: Viewer, using: str) -> QuerySet[Any, Any]:
    """The pieces of evaluations that wait, in the order of the index by which they are found: reading stops with the
    last one shown, however many wait."""
    due = PieceRow.objects.using(using).filter(settled_on=None, planned_from__lte=viewer.today)
    own = AssignmentRow.objects.using(using).filter(dossier=OuterRef("assignment"), reported_on__isnull=False)
    concluded = {"kind": "surveillance", "standard": "iso-iec-17021-1", "conclusion": "positive"}
    evaluation = due.filter(dossier=OuterRef("dossier"), purpose=OuterRef("purpose"))
    together = due.filter(dossier=OuterRef(OuterRef("dossier")), purpose=OuterRef(OuterRef("purpose")))
    reports = AssignmentRow.objects.using(using).filter(dossier__in=together.values("assignment"))
    undecided = ReviewRow.objects.using(using).filter(dossier=OuterRef("dossier"), decided_on=None)
    return (
        readable(viewer, PieceRow, "certification", using)
        .filter(settled_on=None, planned_from__lte=viewer.today)
        .filter(Exists(own.exclude(**concluded)), ~Exists(evaluation.filter(~Exists(own))), ~Exists(undecided))
        .annotate(since=Subquery(reports.order_by("-reported_on").values("reported_on")[:1]))
        .order_by("planned_from")
        .values("dossier", "client", "pack", "purpose", "since")
    )
