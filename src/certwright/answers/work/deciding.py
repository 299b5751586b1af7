"""What waits for decision makers: what was reviewed, measures proposed, suspensions whose time is running out."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils.translation import gettext as told
from django.utils.translation import gettext_lazy as _

from certwright.answers.viewer import Viewer
from certwright.answers.words import said
from certwright.answers.work.item import MOST, Item, of_case, readable
from certwright.rows.models import CertificationRow, ReviewRow, WaitingRow

AHEAD = 60
"""Days ahead in which the end of the time given by a suspension is told."""


def waiting(viewer: Viewer, using: str = "default") -> Iterator[Item]:
    """All of it. What somebody reviewed is told to whoever decides; the rules say who may not."""
    reviews = readable(viewer, ReviewRow, "certification", using).filter(decided_on=None)
    for review in reviews.order_by("reviewed_on")[:MOST]:
        why = told("Reviewed, with the recommendation: %(what)s") % {"what": said(review.recommendation)}
        given = {**of_case(review), "since": review.reviewed_on}
        yield Item("certification.decide", _("Decide"), review.dossier, why, **given)
    measures = readable(viewer, WaitingRow, "certification", using).filter(settled_on=None, what="measure")
    for measure in measures.order_by("since")[:MOST]:
        why = told("A measure is proposed: %(what)s") % {"what": said(measure.about)}
        given = {**of_case(measure), "since": measure.since}
        yield Item("certification.decide", _("Decide on the measure"), measure.dossier, why, **given)
    suspended = readable(viewer, CertificationRow, "certification", using).filter(
        standing__in=("suspended", "partly-suspended"),
        from_day__lte=viewer.today,
        until_day__gte=viewer.today,
        limit_day__lte=viewer.today + timedelta(days=AHEAD),
    )
    for row in suspended.order_by("limit_day")[:MOST]:
        yield Item(
            "certification.decide",
            _("Restore, reduce or withdraw"),
            row.dossier,
            _("The time given by the suspension ends"),
            since=row.from_day,
            due=row.limit_day,
            **of_case(row),
        )
