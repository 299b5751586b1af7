"""What waits for a committee: what was reviewed and measures proposed, appeals, or threats to impartiality."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import get_args

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from certwright.answers.viewer import Viewer
from certwright.answers.words import said
from certwright.answers.work.item import readable
from certwright.core.acts.decision import DecisionKind
from certwright.core.dossiers import BODY, Committee
from certwright.rows.models import MatterRow, ReviewRow, ThreatRow, WaitingRow

MOST = 20
"""How many items an agenda tells at most; the rest waits in the lists."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something a committee could take up. ``proposes`` is the decision that is proposed, ``rests_on`` its review."""

    dossier: str
    why: str | Promise
    question: str
    since: date | None = None
    proposes: str = ""
    review: str = ""


def agenda(committee: Committee, viewer: Viewer, using: str = "default") -> tuple[Waiting, ...]:
    """What waits for ``committee`` and may be read by ``viewer``, the longest first."""
    found = _FOR.get(committee.purpose, _nothing)(viewer, using)
    return tuple(sorted(found, key=lambda one: (one.since or date.max, one.dossier)))[:MOST]


def _technical(viewer: Viewer, using: str) -> Iterator[Waiting]:
    reviews = readable(viewer, ReviewRow, "certification", using).filter(decided_on=None)
    for review in reviews.order_by("reviewed_on")[:MOST]:
        why = gettext("Reviewed, with the recommendation: %(what)s") % {"what": said(review.recommendation)}
        question = gettext("Decide: %(what)s?") % {"what": said(review.recommendation)}
        yield Waiting(review.dossier, why, question, review.reviewed_on, review.recommendation, review.act_id)
    measures = readable(viewer, WaitingRow, "certification", using).filter(settled_on=None, what="measure")
    for measure in measures.order_by("since")[:MOST]:
        why = gettext("A measure is proposed: %(what)s") % {"what": said(measure.about)}
        question = gettext("Decide: %(what)s?") % {"what": said(measure.about)}
        proposed = measure.about if measure.about in get_args(DecisionKind) else ""
        yield Waiting(measure.dossier, why, question, measure.since, proposed)


def _appeals(viewer: Viewer, using: str) -> Iterator[Waiting]:
    appeals = readable(viewer, MatterRow, "matter", using).filter(kind="appeal", decided_on=None, closed_on=None)
    for appeal in appeals.order_by("received_on")[:MOST]:
        yield Waiting(appeal.dossier, _("An appeal, not decided"), gettext("Uphold the appeal?"), appeal.received_on)


def _impartiality(viewer: Viewer, using: str) -> Iterator[Waiting]:
    for threat in ThreatRow.objects.using(using).filter(dossier=BODY, residual="").order_by("identified_on")[:MOST]:
        question = gettext("How is this threat to impartiality treated?")
        yield Waiting(BODY, _("A threat to impartiality, not treated"), question, threat.identified_on)
    due = ThreatRow.objects.using(using).filter(dossier=BODY, look_again_on__lte=viewer.today)
    for threat in due.order_by("look_again_on")[:MOST]:
        question = gettext("Does what remains of this threat still hold?")
        yield Waiting(BODY, _("What remains of a threat is to be looked at again"), question, threat.look_again_on)


def _nothing(viewer: Viewer, using: str) -> Iterator[Waiting]:
    yield from ()


_FOR = {"technical": _technical, "appeals": _appeals, "impartiality": _impartiality}
