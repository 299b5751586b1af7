"""What waits for whoever handles complaints and appeals: the next step of every open matter."""

from collections.abc import Iterator
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as told
from django.utils.translation import gettext_lazy as _

from certwright.answers.viewer import Viewer
from certwright.answers.words import said
from certwright.answers.work.item import MOST, Item, readable
from certwright.rows.models import MatterRow

_STEPS: tuple[tuple[str, str, Promise, Promise], ...] = (
    ("acknowledged_on", "matter.acknowledge", _("Acknowledge receipt"), _("Receipt is not acknowledged")),
    ("ours", "matter.validate", _("Judge whether it is ours"), _("Whether it is ours is not judged yet")),
    ("handler", "matter.assign-handler", _("Assign a handler"), _("Nobody handles it yet")),
    ("inquired_on", "matter.record-inquiry", _("Find out and record"), _("Nothing is found out yet")),
    ("decided_on", "matter.decide", _("Decide"), _("It is not decided yet")),
    ("told_on", "matter.notify", _("Tell the outcome"), _("The outcome was not told")),
)
"""Field that holds what a step leaves behind → the act, in the order of 17065 7.13 and 17021-1 9.7–9.8."""

_CLOSE = ("matter.close", _("Close"), _("Everything is done, and it is not closed"))


def waiting(viewer: Viewer, using: str = "default") -> Iterator[Item]:
    """All of it. What another person handles waits for others until it is to be decided."""
    rows = readable(viewer, MatterRow, "matter", using).filter(closed_on=None)
    for row in rows.order_by("received_on")[:MOST]:
        act, verb, why = next((step[1:] for step in _STEPS if not getattr(row, step[0])), _CLOSE)
        elsewhere = act == "matter.record-inquiry" and row.handler not in ("", viewer.person)
        reason = told("%(kind)s: %(why)s") % {"kind": said(row.kind).capitalize(), "why": why}
        given: dict[str, Any] = {"client": row.client, "since": row.received_on, "others": elsewhere}
        yield Item(act, verb, row.dossier, reason, **given)
