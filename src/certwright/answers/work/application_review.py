"""What waits for application review: applications to review, notified changes to assess."""

from collections.abc import Iterator

from django.utils.translation import gettext as told
from django.utils.translation import gettext_lazy as _

from certwright.answers.viewer import Viewer
from certwright.answers.words import said
from certwright.answers.work.item import MOST, Item, of_case, readable
from certwright.rows.models import ApplicationRow, WaitingRow


def waiting(viewer: Viewer, using: str = "default") -> Iterator[Item]:
    """All of it."""
    yield from _applications(viewer, using)
    changes = readable(viewer, WaitingRow, "certification", using).filter(settled_on=None, what="change")
    for change in changes.order_by("since")[:MOST]:
        about = told("A change was notified: %(about)s") % {"about": said(change.about)}
        given = {**of_case(change), "since": change.since}
        yield Item("certification.assess-change", _("Assess the change"), change.dossier, about, **given)


def _applications(viewer: Viewer, using: str) -> Iterator[Item]:
    rows = readable(viewer, ApplicationRow, "application", using).filter(accepted_on=None, declined_on=None)
    for row in rows.order_by("received_on")[:MOST]:
        given = of_case(row)
        if row.asked_on is None:
            why = _("Neither accepted nor declined yet")
            yield Item(
                "application.accept", _("Review the application"), row.dossier, why, since=row.received_on, **given
            )
        else:
            why = _("The client was asked for what is missing")
            yield Item(
                "application.supplement",
                _("Record what the client supplied"),
                row.dossier,
                why,
                since=row.asked_on,
                others=True,
                **given,
            )
