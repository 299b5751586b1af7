"""What waits for client administration: agreements to conclude, certificates to issue, findings to tell."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from certwright.answers.viewer import Viewer
from certwright.answers.work.item import MOST, Item, of_case, readable
from certwright.rows.models import AgreementRow, CertificationRow, DecisionRow, FindingRow

_ATTESTED = ("grant", "renew", "accept-transfer", "extend", "reduce")
"""Decisions after which a certificate is issued, or a new version of it."""

_LOOKED_BACK = 180
"""Days back in which a decision without a certificate is told; older ones were settled otherwise."""


def waiting(viewer: Viewer, using: str = "default") -> Iterator[Item]:
    """All of it."""
    yield from _without_agreement(viewer, using)
    yield from _to_issue(viewer, using)
    yield from _to_tell(viewer, using)


def _without_agreement(viewer: Viewer, using: str) -> Iterator[Item]:
    still = Q(last_day__isnull=True) | Q(last_day__gte=viewer.today)
    agreed = AgreementRow.objects.using(using).filter(still, client=OuterRef("client"))
    rows = readable(viewer, CertificationRow, "certification", using).filter(
        ~Exists(agreed), standing="none", from_day__lte=viewer.today, until_day__gte=viewer.today
    )
    for row in rows.order_by("opened_on")[:MOST]:
        yield Item(
            "agreement.conclude",
            _("Conclude the agreement"),
            row.dossier,
            _("Opened, and no agreement with the client is in force"),
            since=row.opened_on,
            **of_case(row),
        )


def _to_issue(viewer: Viewer, using: str) -> Iterator[Item]:
    rows = readable(viewer, DecisionRow, "certification", using).filter(
        kind__in=_ATTESTED, attested_on=None, decided_on__gt=viewer.today - timedelta(days=_LOOKED_BACK)
    )
    for row in rows.order_by("-decided_on")[:MOST]:
        yield Item(
            "certification.issue",
            _("Issue the certificate"),
            row.dossier,
            _("Decided, and no certificate was issued since"),
            since=row.decided_on,
            due=row.effective_from,
            **of_case(row),
        )


def _to_tell(viewer: Viewer, using: str) -> Iterator[Item]:
    rows = readable(viewer, FindingRow, "finding", using).filter(settled_on=None, told_on=None)
    for row in rows.order_by("answer_due")[:MOST]:
        yield Item(
            "finding.notify",
            _("Tell the client of the finding"),
            row.dossier,
            _("The client was not told of it yet"),
            since=row.raised_on,
            **of_case(row),
        )
