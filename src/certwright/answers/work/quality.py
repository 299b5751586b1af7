"""What waits for quality management: threats to impartiality, approvals of providers, breaches recorded of late."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as told
from django.utils.translation import gettext_lazy as _

from certwright.answers.viewer import Viewer
from certwright.answers.work.item import MOST, Item, readable
from certwright.core.dossiers import BODY
from certwright.rows.models import BreachRow, ProviderRow, ThreatRow

AHEAD = 60
"""Days ahead in which what comes to its end is told."""

BREACHES = 30
"""Days back in which breaches are told. What becomes of one is told by its dossier."""


def waiting(viewer: Viewer, using: str = "default") -> Iterator[Item]:
    """All of it."""
    yield from threats(viewer, using)
    ends = Q(approved_until__gte=viewer.today, approved_until__lte=viewer.today + timedelta(days=AHEAD))
    for row in readable(viewer, ProviderRow, "provider", using).filter(ends).order_by("approved_until")[:MOST]:
        why = _("The approval of the provider ends")
        yield Item("provider.approve", _("Approve anew"), row.dossier, why, due=row.approved_until)
    since = viewer.today - timedelta(days=BREACHES)
    for breach in BreachRow.objects.using(using).filter(on__gte=since).order_by("-on")[:MOST]:
        broken = told("Recorded although a rule speaks against it: %(rule)s") % {"rule": breach.rule}
        yield Item("", _("Follow up"), breach.dossier, broken, since=breach.on)


def threats(viewer: Viewer, using: str = "default") -> Iterator[Item]:
    """Threats to impartiality that nobody treated, or that are to be looked at again."""
    rows = ThreatRow.objects.using(using).filter(
        Q(residual="") | Q(look_again_on__lte=viewer.today + timedelta(days=AHEAD))
    )
    for row in rows.order_by("identified_on")[:MOST]:
        why = _("A threat to impartiality is to be looked at again") if row.residual else _("A threat is not treated")
        given: dict[str, Any] = {"client": row.client, "since": row.identified_on, "due": row.look_again_on}
        yield Item("body.treat-threat", _("Treat the threat"), BODY, why, **given)
