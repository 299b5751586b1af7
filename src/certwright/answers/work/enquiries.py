"""Enquiries that nobody settled yet: to be settled by application review, to be informed by client administration."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from certwright.answers.viewer import Viewer
from certwright.answers.work.item import MOST, Item, readable
from certwright.rows.models import EnquiryRow


def to_settle(viewer: Viewer, using: str = "default") -> Iterator[Item]:
    """Which standard applies has to be found."""
    yield from (_settle(row) for row in _unsettled(viewer, using)[:MOST])


def to_inform(viewer: Viewer, using: str = "default") -> Iterator[Item]:
    """The enquirer was sent nothing yet."""
    yield from (_inform(row) for row in _unsettled(viewer, using).filter(information_sent_on=None)[:MOST])


def to_settle_and_inform(viewer: Viewer, using: str = "default") -> Iterator[Item]:
    """Both, in one question."""
    for row in _unsettled(viewer, using)[:MOST]:
        yield _settle(row)
        if row.information_sent_on is None:
            yield _inform(row)


def _unsettled(viewer: Viewer, using: str) -> QuerySet[EnquiryRow]:
    rows = readable(viewer, EnquiryRow, "enquiry", using).filter(settled_on=None, declined_on=None)
    return rows.order_by("received_on")


def _settle(row: EnquiryRow) -> Item:
    why = _("Which standard applies is not settled yet")
    return Item("enquiry.settle", _("Settle"), row.dossier, why, client=row.client, since=row.received_on)


def _inform(row: EnquiryRow) -> Item:
    why, what = _("Nothing was sent to the enquirer yet"), _("Send the information package")
    return Item("enquiry.information-sent", what, row.dossier, why, client=row.client, since=row.received_on)
