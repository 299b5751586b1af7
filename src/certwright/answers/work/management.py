"""What waits for top management: the body's own accreditations, and threats to impartiality."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from certwright.answers.viewer import Viewer
from certwright.answers.work.item import MOST, Item, readable
from certwright.answers.work.quality import threats
from certwright.rows.models import AccreditationRow

AHEAD = 180
"""Days ahead in which the end of an accreditation is told."""


def waiting(viewer: Viewer, using: str = "default") -> Iterator[Item]:
    """All of it."""
    ends = Q(valid_until__gte=viewer.today, valid_until__lte=viewer.today + timedelta(days=AHEAD))
    rows = readable(viewer, AccreditationRow, "accreditation", using).filter(ends)
    for row in rows.order_by("valid_until")[:MOST]:
        why = _("Our accreditation ends")
        yield Item("accreditation.record", _("Have it renewed"), row.dossier, why, due=row.valid_until)
    yield from threats(viewer, using)
