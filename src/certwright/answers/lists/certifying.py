"""Lists of certifications, decisions and certificates."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any, get_args

from django.db.models import Q
from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _

from certwright.answers.lists.cell import (
    Cell,
    Column,
    Seen,
    called,
    day,
    everybody,
    minor,
    number,
    own,
    pack,
    state,
    text,
    word,
)
from certwright.answers.lists.listing import Choice, Filter, Listing, is_, said_later
from certwright.answers.viewer import Viewer
from certwright.answers.words import said, tone
from certwright.core.acts.decision import DecisionKind
from certwright.core.dossiers.certification import LASTING, Standing
from certwright.rows.models import AttestationRow, CertificationRow, DecisionRow

SOON = 90
"""Days ahead in which a certification is told to end soon."""

_LASTING = sorted(standing.value for standing in LASTING)


def on(viewer: Viewer) -> Q:
    """The rows of certifications that hold today."""
    return Q(from_day__lte=viewer.today, until_day__gte=viewer.today)


def _standing(standing: str) -> tuple[str | Promise, str]:
    return (_("Not granted"), "quiet") if standing == "none" else (said(standing), tone(standing) or "quiet")


def _itself(row: Any, seen: Seen) -> Cell:
    return Cell("name", row.number or row.dossier.partition(":")[2], row.dossier)


def _standing_said(standing: str) -> str:
    return str(_standing(standing)[0])


_standing_later = lazy(_standing_said, str)


def _ends_soon(viewer: Viewer) -> Q:
    soon = viewer.today + timedelta(days=SOON)
    return Q(standing__in=_LASTING, last_day__gte=viewer.today, last_day__lte=soon)


CERTIFICATIONS = Listing(
    name="certifications",
    title=_("Certifications"),
    kind="certification",
    table=CertificationRow,
    columns=(
        Column("number", _("Certification"), _itself, sorts="number"),
        called("client", _("Client"), "client"),
        pack("pack", _("Standard or scheme"), "pack"),
        state("standing", _("State"), lambda row, today: _standing(row.standing)),
        day("until", _("Last day"), "last_day", sorts="last_day"),
        day("next", _("Next evaluation by"), "next_on", sorts="next_on"),
        minor(word("next-what", _("Next evaluation"), "next_what")),
        minor(text("scope", _("Scope"), "scope")),
        minor(word("standard", _("Standard"), "standard")),
        minor(day("granted", _("Granted"), "granted_on")),
        minor(day("opened", _("Opened"), "opened_on", sorts="opened_on")),
        minor(day("looked-at", _("Last decided on"), "looked_at_on")),
    ),
    order="opened_on",
    descending=True,
    holds=on,
    filters=(
        Filter(
            "standing",
            _("State"),
            tuple(Choice(one.value, _standing_later(one.value), is_("standing", one.value)) for one in Standing),
        ),
        Filter(
            "soon",
            _("Soon"),
            (
                Choice("ends", _("Ends within 90 days"), _ends_soon),
                Choice(
                    "late",
                    _("Evaluation is late"),
                    lambda viewer: Q(standing__in=_LASTING, next_on__lt=viewer.today),
                ),
            ),
        ),
    ),
    searched={"dossier": "certification", "client": "client"},
    linked={"client": _("Client")},
    packs="pack",
    teaches=_("A certification is opened when an application is accepted, one for each standard or scheme."),
)


def _decision(row: Any, seen: Seen) -> Cell:
    return Cell("name", seen.names.get(row.dossier, row.dossier.partition(":")[2]), row.dossier)


DECISIONS = Listing(
    name="decisions",
    title=_("Decisions"),
    kind="certification",
    table=DecisionRow,
    columns=(
        day("decided", _("Decided"), "decided_on", sorts="decided_on"),
        state("kind", _("Decision"), lambda row, today: row.kind),
        Column("certification", _("Certification"), _decision, refers="dossier"),
        called("client", _("Client"), "client"),
        pack("pack", _("Standard or scheme"), "pack"),
        everybody("deciders", _("Decided by"), "deciders"),
        day("from", _("Effective from"), "effective_from"),
        minor(day("until", _("Last day"), "last_day")),
    ),
    order="decided_on",
    key=("act_id",),
    descending=True,
    filters=(
        Filter(
            "kind",
            _("Decision"),
            tuple(Choice(kind, said_later(kind), is_("kind", kind)) for kind in get_args(DecisionKind)),
        ),
    ),
    searched={"dossier": "certification", "client": "client"},
    linked={"client": _("Client"), "dossier": _("Certification")},
    packs="pack",
    teaches=_("A decision rests on a reviewed evaluation, and is taken by people who did not evaluate."),
)


def _standings(rows: Iterable[Any], viewer: Viewer) -> Mapping[str, str]:
    """What the certifications of a page of certificates are today."""
    wanted = {row.dossier for row in rows}
    found = CertificationRow.objects.filter(on(viewer), dossier__in=wanted)
    return dict(found.values_list("dossier", "standing"))


def _standing_today(row: Any, seen: Seen) -> Cell:
    label, how = _standing(seen.more.get(row.dossier, "none"))
    return Cell("state", str(label), tone=how)


CERTIFICATES = Listing(
    name="certificates",
    title=_("Certificates"),
    kind="certification",
    table=AttestationRow,
    columns=(
        own("number", _("Number"), "number", sorts="number"),
        number("version", _("Version"), "version"),
        called("client", _("Client"), "client"),
        pack("pack", _("Standard or scheme"), "pack"),
        Column("standing", _("Certification today"), _standing_today),
        day("issued", _("Issued"), "issued_on", sorts="issued_on"),
        day("until", _("Last day"), "last_day"),
        minor(day("from", _("Valid from"), "valid_from")),
    ),
    order="issued_on",
    key=("act_id",),
    descending=True,
    filters=(
        Filter(
            "issued",
            _("Issued"),
            (
                Choice(
                    "month",
                    _("In the last 30 days"),
                    lambda viewer: Q(issued_on__gt=viewer.today - timedelta(days=30)),
                ),
                Choice(
                    "year",
                    _("In the last 365 days"),
                    lambda viewer: Q(issued_on__gt=viewer.today - timedelta(days=365)),
                ),
            ),
        ),
    ),
    searched={"dossier": "certification", "client": "client"},
    linked={"client": _("Client"), "dossier": _("Certification")},
    packs="pack",
    more=_standings,
    teaches=_("A certificate is issued after the decision; a new version replaces the one before."),
)
