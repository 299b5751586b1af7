"""Who holds a function: the people a refusal can send somebody to."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Q

from certwright.core.dossiers import BODY, Body, Person, fold, holds_by_founding
from certwright.core.functions import Function
from certwright.journal import reading
from certwright.rows.models import AuthorisationRow

UNBOUND = ""
"""What stands in a row for a function that is not bound to a pack."""


def who_could(function: Function, day: date, using: str = "default", packs: Collection[str] = ()) -> tuple[str, ...]:
    """The ids of everybody who holds ``function`` on ``day``, by authorisation or by the founding act.

    With ``packs`` only those who hold it for all of these standards and schemes, or bound to none.
    """
    still = Q(valid_until__isnull=True) | Q(valid_until__gte=day)
    rows = AuthorisationRow.objects.using(using).filter(still, function=function.value, valid_from__lte=day)
    bound_to: dict[str, set[str]] = defaultdict(set)
    for person, pack in rows.values_list("dossier", "pack"):
        bound_to[person].add(pack)
    authorised = (person for person, bound in bound_to.items() if UNBOUND in bound or bound.issuperset(packs))
    return tuple(sorted({*authorised, *_founding(function, using)}))


def _founding(function: Function, using: str) -> list[str]:
    """Whoever the founding act names for ``function`` and no authorisation governs yet."""
    body = fold(BODY, reading.entries({BODY: 0}, using)[BODY])
    if not isinstance(body, Body):
        return []
    named = {person for person in (body.founder, body.first_authoriser) if person}
    found = reading.entries(dict.fromkeys(named, 0), using)
    people = [fold(person, found[person]) for person in named]
    return [one.id for one in people if isinstance(one, Person) and holds_by_founding(body, one, function)]


def holders(
    functions: Collection[Function], body: Body, day: date, using: str = "default"
) -> dict[Function, list[str]]:
    """The ids of everybody who holds each of ``functions`` on ``day``, bound to a pack or not, in one question.

    Whoever the founding act names holds it until an authorisation of theirs for it stands, even one that ended.
    """
    found: dict[Function, list[str]] = {function: [] for function in functions}
    rows = AuthorisationRow.objects.using(using).filter(function__in=[function.value for function in functions])
    ever = set()
    for person, name, first, last in rows.values_list("dossier", "function", "valid_from", "valid_until"):
        ever.add((person, name))
        if first <= day and (last is None or day <= last) and person not in found[Function(name)]:
            found[Function(name)].append(person)
    founding = {Function.TOP_MANAGEMENT: body.founder, Function.COMPETENCE_EVALUATION: body.first_authoriser}
    for function, named in founding.items():
        if function in found and named and (named, function.value) not in ever:
            found[function].append(named)
    return {function: sorted(people) for function, people in found.items()}
