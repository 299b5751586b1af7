"""Lists of assignments, findings, and complaints and appeals."""

from datetime import date
from typing import Any, get_args

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from certwright.answers.lists.cell import Cell, Column, Seen, called, day, minor, number, own, pack, state, text, word
from certwright.answers.lists.listing import Choice, Filter, Listing, is_, said_later
from certwright.answers.viewer import Viewer
from certwright.answers.words import said
from certwright.core.acts.certification import AssignmentKind
from certwright.rows.models import AppointmentRow, AssignmentRow, FindingRow, MatterRow


def _assignment(row: Any, today: date) -> tuple[str | Promise, str]:
    if row.reported_on:
        return _("Reported"), "good"
    if row.interrupted_on:
        return _("Interrupted"), "warn"
    if row.held_to:
        return _("Report to come"), "info"
    if row.planned_to < today:
        return _("Not recorded as held"), "warn"
    return (_("Under way"), "info") if row.planned_from <= today else (_("Planned"), "quiet")


def _what(row: Any, seen: Seen) -> Cell:
    words = said(row.kind)
    return Cell("name", words[:1].upper() + words[1:], row.dossier)


def _mine(viewer: Viewer) -> Q:
    serving = AppointmentRow.objects.filter(person=viewer.person, released_on=None)
    return Q(dossier__in=serving.values("dossier"))


ASSIGNMENTS = Listing(
    name="assignments",
    title=_("Assignments"),
    kind="assignment",
    table=AssignmentRow,
    columns=(
        Column("what", _("Assignment"), _what),
        called("client", _("Client"), "client"),
        pack("pack", _("Standard or scheme"), "pack"),
        state("state", _("State"), _assignment),
        day("from", _("Planned from"), "planned_from", sorts="planned_from"),
        day("to", _("to"), "planned_to"),
        called("leader", _("Led by"), "leader"),
        minor(called("certification", _("Certification"), "certification")),
        minor(number("members", _("On the team"), "members")),
        minor(called("provider", _("Provider"), "provider")),
        minor(day("confirmed", _("Team confirmed"), "confirmed_on")),
        minor(day("held", _("Held until"), "held_to")),
        minor(day("reported", _("Reported"), "reported_on")),
        minor(word("conclusion", _("Conclusion"), "conclusion")),
    ),
    order="planned_from",
    descending=True,
    filters=(
        Filter(
            "state",
            _("State"),
            (
                Choice("coming", _("Planned"), lambda viewer: Q(reported_on=None, planned_from__gt=viewer.today)),
                Choice(
                    "late",
                    _("Not recorded as held"),
                    lambda viewer: Q(reported_on=None, held_to=None, planned_to__lt=viewer.today),
                ),
                Choice("report", _("Report to come"), lambda viewer: Q(reported_on=None, held_to__isnull=False)),
                Choice("reported", _("Reported"), lambda viewer: Q(reported_on__isnull=False)),
                Choice(
                    "no-team",
                    _("Without a confirmed team"),
                    lambda viewer: Q(reported_on=None, held_to=None, confirmed_on=None),
                ),
            ),
        ),
        Filter(
            "kind",
            _("Kind"),
            tuple(Choice(kind, said_later(kind), is_("kind", kind)) for kind in get_args(AssignmentKind)),
        ),
        Filter("mine", _("Whose"), (Choice("yes", _("Mine"), _mine),)),
    ),
    searched={"dossier": "assignment", "client": "client", "certification": "certification", "leader": "person"},
    linked={"client": _("Client"), "certification": _("Certification"), "leader": _("Led by")},
    packs="pack",
    teaches=_("Audits, tests and inspections are planned for a certification and given to a team."),
)


def _finding(row: Any, today: date) -> tuple[str | Promise, str]:
    if row.settled_on:
        return _("Settled"), "good"
    if row.answered_on is None:
        late = row.answer_due is not None and row.answer_due < today
        return (_("Answer is late"), "bad") if late else (_("Waits for the client"), "warn")
    if not row.judged:
        return _("Answer to judge"), "info"
    return (_("To verify"), "info") if row.accepted_on else (_("Answer not accepted"), "warn")


_ANSWERED = Q(answered_on__isnull=False)
_GRADES = ("major", "minor", "not-met")

FINDINGS = Listing(
    name="findings",
    title=_("Findings"),
    kind="finding",
    table=FindingRow,
    columns=(
        own("requirement", _("Requirement"), "requirement"),
        state("grade", _("Grade"), lambda row, today: row.grade),
        called("client", _("Client"), "client"),
        state("state", _("State"), _finding),
        day("raised", _("Raised"), "raised_on", sorts="raised_on"),
        day("due", _("Answer due"), "answer_due", sorts="answer_due"),
        called("certification", _("Certification"), "certification"),
        minor(pack("pack", _("Standard or scheme"), "pack")),
        minor(called("by", _("Raised by"), "raised_by")),
        minor(day("answered", _("Answered"), "answered_on")),
        minor(day("accepted", _("Accepted"), "accepted_on")),
        minor(day("verified", _("Verified"), "verified_on")),
    ),
    order="raised_on",
    descending=True,
    filters=(
        Filter(
            "state",
            _("State"),
            (
                Choice("open", _("Open"), lambda viewer: Q(settled_on=None)),
                Choice(
                    "late",
                    _("Answer is late"),
                    lambda viewer: Q(settled_on=None, answered_on=None, answer_due__lt=viewer.today),
                ),
                Choice("judge", _("Answer to judge"), lambda viewer: Q(settled_on=None, judged="") & _ANSWERED),
                Choice("verify", _("To verify"), lambda viewer: Q(settled_on=None, accepted_on__isnull=False)),
                Choice("settled", _("Settled"), lambda viewer: Q(settled_on__isnull=False)),
            ),
        ),
        Filter("grade", _("Grade"), tuple(Choice(grade, said_later(grade), is_("grade", grade)) for grade in _GRADES)),
    ),
    searched={"dossier": "finding", "client": "client", "certification": "certification"},
    linked={"client": _("Client"), "certification": _("Certification"), "assignment": _("Assignment")},
    packs="pack",
    teaches=_("What does not meet a requirement is raised from an assignment, answered by the client and verified."),
)


def _matter(row: Any, today: date) -> tuple[str | Promise, str]:
    if row.closed_on:
        return _("Closed"), "quiet"
    if row.decided_on:
        return _("Decided"), "good"
    if not row.acknowledged_on:
        return _("To acknowledge"), "warn"
    return _("Being handled"), "info"


def _kind(row: Any, seen: Seen) -> Cell:
    return Cell("name", said(row.kind).capitalize(), row.dossier)


MATTERS = Listing(
    name="matters",
    title=_("Complaints and appeals"),
    kind="matter",
    table=MatterRow,
    columns=(
        Column("kind", _("What"), _kind),
        day("received", _("Received"), "received_on", sorts="received_on"),
        state("state", _("State"), _matter),
        called("client", _("About"), "client"),
        called("handler", _("Handled by"), "handler"),
        word("outcome", _("Outcome"), "outcome"),
        minor(called("certification", _("Certification"), "certification")),
        minor(text("id", _("Matter"), "dossier")),
        minor(day("decided", _("Decided"), "decided_on")),
        minor(day("told", _("Outcome told"), "told_on")),
        minor(day("closed", _("Closed"), "closed_on")),
    ),
    order="received_on",
    descending=True,
    filters=(
        Filter(
            "state",
            _("State"),
            (
                Choice("open", _("Open"), lambda viewer: Q(closed_on=None)),
                Choice("decide", _("To decide"), lambda viewer: Q(closed_on=None, decided_on=None)),
                Choice("closed", _("Closed"), lambda viewer: Q(closed_on__isnull=False)),
            ),
        ),
        Filter(
            "kind",
            _("What"),
            tuple(Choice(kind, said_later(kind), is_("kind", kind)) for kind in ("complaint", "appeal", "misuse")),
        ),
    ),
    searched={"dossier": "matter", "client": "client", "handler": "person"},
    linked={"client": _("About"), "certification": _("Certification"), "handler": _("Handled by")},
    opens="matter.receive",
    teaches=_("Complaints, appeals and misuse of certificates or marks are received, acknowledged and decided."),
)
