"""Lists of what the body works by: adopted standards and schemes, controlled documents."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from certwright.answers.lists.cell import Cell, Column, Seen, day, minor, own, state, text
from certwright.answers.lists.listing import Choice, Filter, Listing
from certwright.answers.pack_names import pack_said
from certwright.answers.viewer import Viewer
from certwright.rows.models import AdoptionRow, DocumentRow


def _scheme(row: Any, seen: Seen) -> Cell:
    return Cell("name", pack_said(row.pack), row.dossier)


def _last(viewer: Viewer) -> Q:
    """Adoptions that no later one of the same pack replaced."""
    later = AdoptionRow.objects.filter(pack=OuterRef("pack"), adopted_on__gt=OuterRef("adopted_on"))
    return ~Q(Exists(later))


SCHEMES = Listing(
    name="schemes",
    title=_("Standards and schemes"),
    kind="pack",
    table=AdoptionRow,
    columns=(
        Column("name", _("Standard or scheme"), _scheme, sorts="pack"),
        text("edition", _("Edition"), "edition"),
        day("adopted", _("Adopted"), "adopted_on"),
        minor(text("digest", _("Digest of the text"), "text_digest")),
    ),
    order="pack",
    key=("act_id",),
    holds=lambda viewer: Q(adopted_on__lte=viewer.today),
    filters=(
        Filter(
            "edition",
            _("Edition"),
            (Choice("last", _("Adopted last"), _last),),
        ),
    ),
    searched={"dossier": "pack"},
    opens="pack.adopt",
    teaches=_("The body certifies by what it adopted: shipped standards and schemes, or texts of its own."),
)


def _document(row: Any, today: date) -> tuple[str | Promise, str]:
    if row.last_day is not None and row.last_day < today:
        return _("Withdrawn"), "quiet"
    if row.in_force_from is None:
        return _("Not released"), "warn"
    return (_("In force"), "good") if row.in_force_from <= today else (_("In force later"), "info")


DOCUMENTS = Listing(
    name="documents",
    title=_("Documents"),
    kind="document",
    table=DocumentRow,
    columns=(
        own("title", _("Title"), "title", sorts="title"),
        text("version", _("Version"), "version"),
        state("state", _("State"), _document),
        day("from", _("In force from"), "in_force_from"),
        day("until", _("Last day"), "last_day"),
    ),
    order="title",
    filters=(
        Filter(
            "state",
            _("State"),
            (
                Choice(
                    "in-force",
                    _("In force"),
                    lambda viewer: (
                        Q(in_force_from__lte=viewer.today) & (Q(last_day__isnull=True) | Q(last_day__gte=viewer.today))
                    ),
                ),
                Choice("draft", _("Not released"), lambda viewer: Q(in_force_from=None)),
                Choice("withdrawn", _("Withdrawn"), lambda viewer: Q(last_day__lt=viewer.today)),
            ),
        ),
    ),
    searched={"dossier": "document"},
    opens="document.register",
    teaches=_("The documents of the management system, each with the version in force."),
)
