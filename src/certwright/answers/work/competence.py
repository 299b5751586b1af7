"""What waits for competence evaluation: authorisations that end soon."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as told
from django.utils.translation import gettext_lazy as _

from certwright.answers.pack_names import pack_said
from certwright.answers.viewer import Viewer
from certwright.answers.words import said
from certwright.answers.work.item import MOST, Item, readable
from certwright.rows.models import AuthorisationRow

AHEAD = 60
"""Days ahead in which the end of an authorisation is told."""


def waiting(viewer: Viewer, using: str = "default") -> Iterator[Item]:
    """All of it, except where a later authorisation for the same function goes on."""
    ends = Q(valid_until__gte=viewer.today, valid_until__lte=viewer.today + timedelta(days=AHEAD))
    later = AuthorisationRow.objects.using(using).filter(
        Q(valid_until__isnull=True) | Q(valid_until__gt=OuterRef("valid_until")),
        dossier=OuterRef("dossier"),
        function=OuterRef("function"),
        pack__in=("", OuterRef("pack")),
    )
    rows = readable(viewer, AuthorisationRow, "person", using).filter(ends, ~Exists(later))
    for row in rows.order_by("valid_until")[:MOST]:
        why = told("The authorisation for %(function)s ends") % {"function": said(row.function)}
        if row.pack:
            why = told("The authorisation for %(function)s under %(pack)s ends") % {
                "function": said(row.function),
                "pack": pack_said(row.pack),
            }
        yield Item("person.grant-authorisation", _("Evaluate anew"), row.dossier, why, due=row.valid_until)
