"""Who holds which function on a day, from rows: the functions of the body with the people who may do them."""

from collections import defaultdict
from collections.abc import Iterator
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
    people = {row.dossier for row in found}
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
    for function, person, name in _by_founding(using):
        holding[function].append(Holding(person, name, (), (), None, None))
    return tuple(
        Held(function, tuple(sorted(holding[function.value], key=lambda one: one.name.casefold())))
        for function in Function
    )


def _by_founding(using: str) -> Iterator[tuple[str, str, str]]:
    """Function, person and name of whoever the founding act names and no authorisation governs yet."""
    for body in BodyRow.objects.using(using).all():
        named = {Function.TOP_MANAGEMENT: body.founder, Function.COMPETENCE_EVALUATION: body.first_authoriser}
        names = dict(PersonRow.objects.using(using).filter(dossier__in=named.values()).values_list("dossier", "name"))
        ever = AuthorisationRow.objects.using(using).filter(dossier__in=named.values())
        governed = set(ever.values_list("function", "dossier"))
        for function, person in named.items():
            if person and (function.value, person) not in governed:
                yield function.value, person, names.get(person) or person
