"""What is known of a person around an assignment: authorised, tied to the client, engaged elsewhere, leading before."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext

from certwright.answers.words import said
from certwright.core.dossiers import Assignment, Person
from certwright.core.dossiers.person_parts import Authorisation
from certwright.core.rules.rotation import LED
from certwright.core.rules.team import FUNCTION_OF, first_day_without
from certwright.office.case import Case
from certwright.rows.models import AppointmentRow, AssignmentRow
from certwright.web.team.fortnight import Engaged, fortnight


def authorised(case: Case, role: str, one: str, day: date) -> tuple[Authorisation, ...]:
    """The person's authorisations on ``day`` for what the role asks for."""
    person, function = case.at(one), FUNCTION_OF.get(role)
    return tuple(person.authorised(function, day)) if isinstance(person, Person) and function else ()


def barred(
    case: Case, own: Assignment, role: str, areas: tuple[str, ...], one: str, days: Iterable[date]
) -> list[date]:
    """The days on which the person has no authorisation for the role and the assignment's pack."""
    person, function = case.at(one), FUNCTION_OF.get(role)
    if not isinstance(person, Person) or function is None or own.pin is None:
        return []
    asked = frozenset(areas)
    return [day for day in days if first_day_without(person, function, own.pin.pack, asked, day, day)]


def ties(case: Case, own: Assignment, one: str) -> Iterator[str]:
    """What ties the person to the client, now or in the past, in words."""
    person = case.at(one)
    if not isinstance(person, Person):
        return
    for tie in person.tied_to(frozenset({own.client})):
        whose = gettext("their employer’s") if tie.whose == "employer" else gettext("their own")
        until = gettext("until %(day)s") % {"day": tie.until_day} if tie.until_day else gettext("still")
        yield gettext("%(kind)s, %(whose)s, %(until)s") % {"kind": said(tie.kind), "whose": whose, "until": until}


def declared(case: Case, own: Assignment, one: str) -> str:
    """What the person declared for the certification: ``none``, ``described``, or nothing yet."""
    person = case.at(one)
    made = person.declared_for(own.certification) if isinstance(person, Person) else None
    return made.conflict if made else ""


def led_before(case: Case, own: Assignment) -> list[frozenset[str]]:
    """Who led each of the certification's earlier audits or evaluations."""
    certification = case.certification
    pieces = certification.planned if certification else ()
    work = [case.at(piece.assignment) for piece in pieces if piece.assignment != own.id]
    held = [one for one in work if isinstance(one, Assignment) and one.held_to and _is_counted(one)]
    return [
        frozenset(member.person for member in one.members if member.role in {"team-leader", "lead-evaluator"})
        for one in held
    ]


def _is_counted(work: Assignment) -> bool:
    return work.what in LED or work.standard != "iso-iec-17021-1"


def engaged(
    people: Collection[str], beside: Collection[str], monday: date, using: str
) -> Mapping[str, tuple[Engaged, ...]]:
    """What each of ``people`` is put on in the two weeks from ``monday``, the assignments ``beside`` left out: from
    rows."""
    days = fortnight(monday)
    work = AssignmentRow.objects.using(using).filter(dossier=OuterRef("dossier"))
    places = (
        AppointmentRow.objects.using(using)
        .filter(person__in=people, released_on__isnull=True)
        .exclude(dossier__in=beside)
        .annotate(
            kind=Subquery(work.values("kind")[:1]),
            planned_from=Subquery(work.values("planned_from")[:1]),
            planned_to=Subquery(work.values("planned_to")[:1]),
        )
        .filter(planned_from__lte=days[-1], planned_to__gte=days[0])
        .order_by("planned_from", "dossier")
    )
    found: dict[str, dict[str, Engaged]] = {}
    for person, dossier, kind, first, last in places.values_list(
        "person", "dossier", "kind", "planned_from", "planned_to"
    ):
        found.setdefault(person, {})[dossier] = Engaged(dossier, said(kind), first, last)
    return {person: tuple(each.values()) for person, each in found.items()}
