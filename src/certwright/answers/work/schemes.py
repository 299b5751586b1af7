"""What waits for scheme management: newer shipped editions, and adopted ones that come to their end."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as told
from django.utils.translation import gettext_lazy as _

from certwright.answers.viewer import Viewer
from certwright.answers.work.item import Item
from certwright.packs import shipped
from certwright.rows.models import AdoptionRow

AHEAD = 365
"""Days ahead in which the end of an edition is told: a transition takes its time."""


def waiting(viewer: Viewer, using: str = "default") -> Iterator[Item]:
    """All of it."""
    adopted: dict[str, set[str]] = {}
    for row in AdoptionRow.objects.using(using).all():
        adopted.setdefault(row.pack, set()).add(row.edition)
    for name, editions in sorted(adopted.items()):
        volumes = shipped.library().editions(name)
        began = [one.pack.valid_from or date.min for one in volumes if one.pack.edition in editions]
        for one in volumes:
            given: dict[str, Any] = {"dossier": f"pack:{name}", "pack": name}
            if one.pack.edition not in editions and began and (one.pack.valid_from or date.min) > max(began):
                why = told("Edition %(edition)s ships with the program and is not adopted") % {
                    "edition": one.pack.edition
                }
                yield Item("pack.adopt", _("Adopt the newer edition"), why=why, due=one.pack.valid_from, **given)
            ends = one.pack.valid_to
            if one.pack.edition in editions and ends and viewer.today <= ends <= viewer.today + timedelta(days=AHEAD):
                why = told("Edition %(edition)s comes to its end") % {"edition": one.pack.edition}
                yield Item("", _("Lead the transition"), why=why, due=ends, **given)
