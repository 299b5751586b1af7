"""Who holds which function on a day, from rows: the functions of the body with the people who may do them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from certwright.answers.access import only_readable
from certwright.answers.viewer import Viewer
from certwright.core.functions import Function
from certwright.rows.models import AuthorisationRow, BodyRow, PersonRow


@dataclass(frozen=True, slots=True)
class Holding:
    """Somebody's hold on a function: for which packs and areas (empty: all), until when (``None``: without end).

    ``since`` is ``None`` for what somebody holds by the founding act.
    """

    person: str
    name: str
    packs: tuple[str, ...]
    areas: tuple[str, ...]
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Held:
    """A function with everybody who holds it on the day."""

    function: Function
    people: tuple[Holding, ...]


def held_on(day: date, viewer: Viewer, using: str = "default") -> tuple[Held, ...]:
    """Every function with the people whom the viewer may read of, by name."""
    still = Q(valid_until__isnull=True) | Q(valid_until__gte=day)
    rows = AuthorisationRow.objects.using(using).filter(still, valid_from__lte=day)
    found = list(only_readable(viewer, rows, "person").order_by("dossier", "act_id", "pack"))
    founding = _by_founding(using)
    people = {row.dossier for row in found} | set(founding.values())
    names = dict(PersonRow.objects.using(using).filter(dossier__in=people).values_list("dossier", "name"))
    granted: dict[str, list[AuthorisationRow]] = defaultdict(list)
    for row in found:
        granted[row.act_id].append(row)
    holding: dict[str, list[Holding]] = defaultdict(list)
    for of_one in granted.values():
        row = of_one[0]
        packs = tuple(one.pack for one in of_one if one.pack)
        told = Holding(
            row.dossier, names.get(row.dossier) or row.dossier, packs, tuple(row.areas), row.valid_from, row.valid_until
        )
        holding[row.function].append(told)
    for function, person in founding.items():
        holding[function].append(Holding(person, names.get(person) or person, (), (), None, None))
    return tuple(
        Held(function, tuple(sorted(holding[function.value], key=lambda one: one.name.casefold())))
        for function in Function
    )


def _by_founding(using: str) -> dict[str, str]:
    """Function → whom the founding act names for it, where no authorisation of theirs governs it yet."""
    body = BodyRow.objects.using(using).first()
    if body is None:
        return {}
    named = {Function.TOP_MANAGEMENT.value: body.founder, Function.COMPETENCE_EVALUATION.value: body.first_authoriser}
    ever = AuthorisationRow.objects.using(using).filter(dossier__in=named.values())
    governed = set(ever.values_list("function", "dossier"))
    return {function: person for function, person in named.items() if person and (function, person) not in governed}
