"""Lists of enquiries, applications and agreements."""

from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from certwright.answers.lists.cell import Cell, Column, Seen, called, day, minor, own, pack, state, word
from certwright.answers.lists.listing import Choice, Filter, Listing
from certwright.answers.pack_names import pack_said
from certwright.answers.viewer import Viewer
from certwright.rows.models import AgreementRow, ApplicationRow, EnquiryRow


def _enquiry(row: Any, today: date) -> tuple[str | Promise, str]:
    if row.declined_on:
        return _("Declined"), "quiet"
    return (_("Settled"), "good") if row.settled_on else (_("Open"), "info")


ENQUIRIES = Listing(
    name="enquiries",
    title=_("Enquiries"),
    kind="enquiry",
    table=EnquiryRow,
    columns=(
        own("enquiry", _("Enquiry"), "dossier"),
        called("client", _("Client"), "client"),
        state("state", _("State"), _enquiry),
        day("received", _("Received"), "received_on", sorts="received_on"),
        word("standard", _("Standard"), "standard"),
        day("settled", _("Settled"), "settled_on"),
        minor(day("informed", _("Information sent"), "information_sent_on")),
    ),
    order="received_on",
    descending=True,
    filters=(
        Filter(
            "state",
            _("State"),
            (
                Choice("open", _("Open"), lambda viewer: Q(settled_on=None, declined_on=None)),
                Choice("settled", _("Settled"), lambda viewer: Q(settled_on__isnull=False)),
                Choice("declined", _("Declined"), lambda viewer: Q(declined_on__isnull=False)),
            ),
        ),
    ),
    searched={"dossier": "enquiry", "client": "client"},
    linked={"client": _("Client")},
    opens="enquiry.open",
    teaches=_("Somebody asks; which standard applies is settled before anything is offered or applied for."),
)


def _application(row: Any, today: date) -> tuple[str | Promise, str]:
    if row.accepted_on:
        return _("Accepted"), "good"
    if row.declined_on:
        return _("Declined"), "quiet"
    return (_("Waits for the client"), "warn") if row.asked_on else (_("To review"), "info")


_OPEN = Q(accepted_on=None, declined_on=None)

APPLICATIONS = Listing(
    name="applications",
    title=_("Applications"),
    kind="application",
    table=ApplicationRow,
    columns=(
        own("application", _("Application"), "dossier"),
        called("client", _("Client"), "client"),
        pack("pack", _("Standard or scheme"), "pack"),
        state("state", _("State"), _application),
        day("received", _("Received"), "received_on", sorts="received_on"),
        day("accepted", _("Accepted"), "accepted_on"),
        minor(day("asked", _("Client asked"), "asked_on")),
        minor(word("standard", _("Standard"), "standard")),
        minor(day("declined", _("Declined"), "declined_on")),
    ),
    order="received_on",
    key=("dossier", "pack"),
    descending=True,
    filters=(
        Filter(
            "state",
            _("State"),
            (
                Choice("review", _("To review"), lambda viewer: _OPEN & Q(asked_on=None)),
                Choice("client", _("Waits for the client"), lambda viewer: _OPEN & Q(asked_on__isnull=False)),
                Choice("accepted", _("Accepted"), lambda viewer: Q(accepted_on__isnull=False)),
                Choice("declined", _("Declined"), lambda viewer: Q(declined_on__isnull=False)),
            ),
        ),
    ),
    searched={"dossier": "application", "client": "client"},
    linked={"client": _("Client")},
    packs="pack",
    opens="application.submit",
    teaches=_("A client applies for one or several standards or schemes; each is reviewed by itself."),
)


def _agreement(row: Any, today: date) -> tuple[str | Promise, str]:
    if today < row.valid_from:
        return _("Begins later"), "info"
    if row.last_day is not None and row.last_day < today:
        return _("Ended"), "quiet"
    return _("In force"), "good"


def _covers(row: Any, seen: Seen) -> Cell:
    return Cell("text", ", ".join(pack_said(name) for name in row.packs))


def _in_force(viewer: Viewer) -> Q:
    still = Q(last_day__isnull=True) | Q(last_day__gte=viewer.today)
    return Q(valid_from__lte=viewer.today) & still


AGREEMENTS = Listing(
    name="agreements",
    title=_("Agreements"),
    kind="agreement",
    table=AgreementRow,
    columns=(
        own("agreement", _("Agreement"), "dossier"),
        called("client", _("Client"), "client"),
        Column("packs", _("Covers"), _covers),
        state("state", _("State"), _agreement),
        day("from", _("In force from"), "valid_from", sorts="valid_from"),
        day("until", _("Last day"), "last_day"),
    ),
    order="valid_from",
    descending=True,
    filters=(
        Filter(
            "state",
            _("State"),
            (
                Choice("in-force", _("In force"), _in_force),
                Choice("ended", _("Ended"), lambda viewer: Q(last_day__lt=viewer.today)),
            ),
        ),
    ),
    searched={"dossier": "agreement", "client": "client"},
    linked={"client": _("Client")},
    opens="agreement.conclude",
    teaches=_("No certification without an agreement in force that binds the client to its duties."),
)
