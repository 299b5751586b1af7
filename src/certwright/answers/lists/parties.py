"""Lists of clients, people, providers and committees."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from certwright.answers.lists.cell import day, minor, number, own, state, text, word
from certwright.answers.lists.listing import Choice, Filter, Listing
from certwright.answers.viewer import Viewer
from certwright.core.functions import Function
from certwright.rows.models import AuthorisationRow, CertificationRow, ClientRow, CommitteeRow, PersonRow, ProviderRow


def _certified(*standings: str) -> Any:
    def where(viewer: Viewer) -> Q:
        now = CertificationRow.objects.filter(
            client=OuterRef("dossier"),
            standing__in=standings,
            from_day__lte=viewer.today,
            until_day__gte=viewer.today,
        )
        return Q(Exists(now))

    return where


CLIENTS = Listing(
    name="clients",
    title=_("Clients"),
    kind="client",
    table=ClientRow,
    columns=(
        own("name", _("Name"), "name", sorts="name"),
        text("town", _("Town"), "town"),
        text("country", _("Country"), "country"),
        text("register", _("Register number"), "register_number"),
        number("sites", _("Sites"), "sites"),
        minor(word("status", _("Legal form"), "status")),
    ),
    order="name",
    filters=(
        Filter(
            "certified",
            _("Certified"),
            (
                Choice("valid", _("Valid certification"), _certified("valid", "partly-suspended")),
                Choice("suspended", _("Suspended"), _certified("suspended", "partly-suspended")),
            ),
        ),
    ),
    searched={"dossier": "client"},
    linked={"country": _("Country")},
    opens="client.register",
    teaches=_("Whoever asks for certification is registered as a client, as a legal person or a sole trader."),
)


def _holds(function: Function) -> Any:
    def where(viewer: Viewer) -> Q:
        today = viewer.today
        still = Q(valid_until__isnull=True) | Q(valid_until__gte=today)
        held = AuthorisationRow.objects.filter(
            still, dossier=OuterRef("dossier"), function=function.value, valid_from__lte=today
        )
        return Q(Exists(held))

    return where


PEOPLE = Listing(
    name="people",
    title=_("People"),
    kind="person",
    table=PersonRow,
    columns=(
        own("name", _("Name"), "name", sorts="name"),
        word("basis", _("Tie to the body"), "basis"),
        day("since", _("Since"), "since"),
    ),
    order="name",
    filters=(
        Filter(
            "function",
            _("Authorised for"),
            tuple(Choice(one.value, one.label.capitalize(), _holds(one)) for one in Function),
        ),
    ),
    searched={"dossier": "person"},
    opens="person.register",
    teaches=_("People are registered before they are authorised for functions or work on a case."),
)


def _approval(row: Any, today: date) -> tuple[str | Promise, str]:
    if row.approved_from is None:
        return _("Not approved"), "quiet"
    if today < row.approved_from:
        return _("Approved later"), "info"
    if row.approved_until is not None and row.approved_until < today:
        return _("Approval is over"), "warn"
    return _("Approved"), "good"


def _approved(viewer: Viewer) -> Q:
    still = Q(approved_until__isnull=True) | Q(approved_until__gte=viewer.today)
    return Q(approved_from__lte=viewer.today) & still


PROVIDERS = Listing(
    name="providers",
    title=_("Providers"),
    kind="provider",
    table=ProviderRow,
    columns=(
        own("name", _("Name"), "name", sorts="name"),
        word("what", _("Kind"), "what"),
        state("approval", _("Approval"), _approval),
        day("until", _("Approved until"), "approved_until"),
        number("methods", _("Methods"), "methods"),
        minor(day("from", _("Approved from"), "approved_from")),
    ),
    order="name",
    filters=(
        Filter(
            "approval",
            _("Approval"),
            (
                Choice("approved", _("Approved"), _approved),
                Choice("over", _("Approval is over"), lambda viewer: Q(approved_until__lt=viewer.today)),
                Choice("none", _("Not approved"), lambda viewer: Q(approved_from=None)),
            ),
        ),
    ),
    searched={"dossier": "provider"},
    opens="provider.register",
    teaches=_("Laboratories, inspection bodies and agents are registered, and approved for methods before they work."),
)


COMMITTEES = Listing(
    name="committees",
    title=_("Committees"),
    kind="committee",
    table=CommitteeRow,
    columns=(
        own("name", _("Committee"), "dossier", sorts="dossier"),
        word("purpose", _("Purpose"), "purpose"),
        number("quorum", _("Quorum"), "quorum"),
        day("founded", _("Founded"), "founded_on"),
        day("session", _("Last session"), "last_session_on"),
    ),
    order="dossier",
    key=(),
    searched={"dossier": "committee"},
    opens="committee.found",
    teaches=_("Committees guard impartiality, judge technical questions or decide appeals."),
)
