"""Who may read which dossier: from function, part in the work, client and need (17065 4.5; 17021-1 8.4).

The table of :mod:`.access_table` says how far; here it is held against one dossier, or against a whole list.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from certwright.answers.access_table import (
    ASSESSOR,
    CLIENT,
    EVERYBODY,
    IMPARTIALITY_MEMBER,
    JUDGING_MEMBER,
    KINDS,
    TABLE,
    Reach,
    is_case,
)
from certwright.answers.viewer import Viewer
from certwright.core.dossiers import Dossier
from certwright.core.dossiers.belonging import Belonging, belonging
from certwright.core.functions import Function
from certwright.rows.models import BelongingRow, PartRow, Row

R = TypeVar("R", bound=Row)

_WITH_THE_CLIENT = frozenset({"enquiry", "client", "application", "agreement", "visit"})
"""Kinds of dossier that are open to whoever has a part in any work for that client."""

_IN_THE_CASE = frozenset({"certification", "assignment", "sample", "finding"})
"""Kinds of dossier that are open to whoever has a part in that certification."""


@dataclass(frozen=True, slots=True)
class Access:
    """Whether a dossier may be read, and if not, why.

    ``outside_team`` says that the viewer has no part in the work: reading asks for a reason and is recorded.
    ``known`` says whether the viewer may learn that the dossier exists.
    """

    readable: bool
    reason: str | Promise = ""
    outside_team: bool = False
    known: bool = True


@dataclass(frozen=True, slots=True)
class Mine:
    """What somebody has a part in today: dossiers by themselves, and the cases and clients these belong to."""

    dossiers: frozenset[str] = frozenset()
    certifications: frozenset[str] = frozenset()
    clients: frozenset[str] = frozenset()


def roles(viewer: Viewer) -> Iterator[Function | str]:
    """The rows of the table that speak for somebody. None do for whoever runs the machine, or is gone."""
    if viewer.administrator or viewer.ended:
        return
    if viewer.client:
        yield CLIENT
    elif viewer.assessor:
        yield ASSESSOR
    elif viewer.person:
        yield from viewer.functions
        if viewer.committees & {"technical", "appeals"}:
            yield JUDGING_MEMBER
        if "impartiality" in viewer.committees:
            yield IMPARTIALITY_MEMBER
        if viewer.works_for_the_body:
            yield EVERYBODY


def reach(viewer: Viewer, kind: str) -> Reach:
    """How far ``viewer`` may read dossiers of one kind."""
    return max((TABLE[role][kind] for role in roles(viewer)), default=Reach.NONE)


def readable_kinds(viewer: Viewer) -> frozenset[str]:
    """The kinds of dossier of which ``viewer`` may read at least some."""
    return frozenset(kind for kind in KINDS if reach(viewer, kind) > Reach.NONE)


def access(viewer: Viewer, dossier_id: str, of: Belonging, mine: Mine) -> Access:
    """Whether ``viewer``, who has a part in ``mine``, may read the dossier that belongs to ``of``."""
    kind = dossier_id.partition(":")[0]
    reaches = reach(viewer, kind)
    if viewer.client:
        own = dossier_id == viewer.person or (of.told and of.client == viewer.client)
        return Access(readable=True) if own and reaches else _STRANGER
    if reaches is Reach.NONE:
        return _ADMINISTRATOR if viewer.administrator else _NOT_FOR_THEM
    if reaches is Reach.ALL or _has_part(kind, dossier_id, of, mine):
        return Access(readable=True)
    if reaches is Reach.NEED:
        return Access(readable=True, outside_team=is_case(kind))
    return _NO_PART


_STRANGER = Access(readable=False, known=False)
_ADMINISTRATOR = Access(
    readable=False, reason=_("Whoever runs the machine reads no dossiers: they are the certification body's.")
)
_NOT_FOR_THEM = Access(readable=False, reason=_("None of your functions in the body reads dossiers of this kind."))
_NO_PART = Access(readable=False, reason=_("You have no part in this work, and your functions do not read it without."))


def _has_part(kind: str, dossier_id: str, of: Belonging, mine: Mine) -> bool:
    if dossier_id in mine.dossiers:
        return True
    if kind in _WITH_THE_CLIENT:
        return of.client in mine.clients
    return kind in _IN_THE_CASE and of.certification in mine.certifications


def may_read(viewer: Viewer, dossier: Dossier, using: str = "default") -> Access:
    """Whether ``viewer`` may read ``dossier`` today."""
    mine = part_of(viewer, using) if Reach.NONE < reach(viewer, dossier.kind) < Reach.ALL else Mine()
    return access(viewer, dossier.id, belonging(dossier), mine)


def part_of(viewer: Viewer, using: str = "default") -> Mine:
    """What ``viewer`` has a part in today, in one question."""
    found = list(_parts(viewer, using).values_list("dossier", "certification", "client"))
    return Mine(*(frozenset(column) - {""} for column in zip(*found, strict=True))) if found else Mine()


def _parts(viewer: Viewer, using: str) -> QuerySet[PartRow]:
    still = Q(until_day__isnull=True) | Q(until_day__gte=viewer.today)
    return PartRow.objects.using(using).filter(still, person=viewer.person or None)


def only_readable(viewer: Viewer, rows: QuerySet[R], *kinds: str) -> QuerySet[R]:
    """Those of ``rows`` whose dossiers ``viewer`` may read, if need be with a reason.

    ``kinds`` are the kinds of dossier the rows are of; none given: any, which costs a look at each row's id.
    """
    wanted = kinds or KINDS
    if not viewer.client and all(reach(viewer, kind) >= Reach.NEED for kind in wanted):
        return rows
    allowed = Q(pk__in=())
    for kind in wanted:
        condition = _condition(viewer, kind, rows.db)
        if condition is not None:
            allowed |= condition if len(wanted) == 1 else condition & Q(dossier__startswith=f"{kind}:")
    return rows.filter(allowed)


def _condition(viewer: Viewer, kind: str, using: str) -> Q | None:
    """What a dossier of this kind has to fulfil; ``None`` where none may be read."""
    reaches = reach(viewer, kind)
    if reaches is Reach.NONE:
        return None
    if viewer.client:
        told = BelongingRow.objects.using(using).filter(client=viewer.client, told=True)
        return Q(dossier__in=told.values("dossier")) | Q(dossier=viewer.person or None)
    if reaches >= Reach.NEED:
        return Q(dossier__isnull=False)
    parts = _parts(viewer, using)
    found = Q(dossier__in=parts.values("dossier"))
    if kind in _WITH_THE_CLIENT:
        found |= Q(dossier__in=_belonging(using, client__in=parts.exclude(client="").values("client")))
    if kind in _IN_THE_CASE:
        cases = parts.exclude(certification="").values("certification")
        found |= Q(dossier__in=_belonging(using, certification__in=cases))
    return found


def _belonging(using: str, **where: object) -> QuerySet[BelongingRow, Any]:
    return BelongingRow.objects.using(using).filter(**where).values("dossier")


def may_see_readings(viewer: Viewer) -> bool:
    """Whether ``viewer`` watches over confidentiality, and so sees who read a case from outside its team."""
    watching = {Function.QUALITY_MANAGEMENT, Function.CLIENT_ADMINISTRATION, Function.TOP_MANAGEMENT}
    return bool(viewer.of_the_body and viewer.functions & watching) or (viewer.assessor and not viewer.ended)
