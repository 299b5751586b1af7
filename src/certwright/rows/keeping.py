"""Keeping rows in step with a dossier that has moved: only what differs is written."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from certwright.core.dossiers import Dossier
from certwright.rows.deriving import fields_of, rows_of, values_of
from certwright.rows.models import ClaimRow, Row


@dataclass(eq=False, slots=True)
class ClaimTaken(Exception):
    """Something that may belong to one dossier only already belongs to ``holder``."""

    scope: str
    value: str
    holder: str


def keep(before: Dossier, after: Dossier, using: str) -> None:
    """Write the difference between the rows of one dossier before and after it moved.

    Raises:
        ClaimTaken: a row claims what another dossier holds.
        django.db.IntegrityError: it was claimed by somebody else in this very moment.
    """
    old, new = rows_of(before), rows_of(after)
    added: dict[type[Row], list[Row]] = defaultdict(list)
    changed: dict[type[Row], list[Row]] = defaultdict(list)
    for key, row in new.items():
        if key not in old:
            added[key[0]].append(row)
        elif values_of(old[key]) != values_of(row):
            changed[key[0]].append(row)
    _claims_are_free(added[ClaimRow], using)
    for key in old.keys() - new.keys():
        table, values = key
        table._default_manager.using(using).filter(**dict(zip(table.KEY, values, strict=True))).delete()
    for table, rows in added.items():
        table._default_manager.using(using).bulk_create(rows)
    for table, rows in changed.items():
        table._default_manager.using(using).bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=table.KEY,
            update_fields=[name for name in fields_of(table) if name not in table.KEY],
        )


def _claims_are_free(claims: list[Row], using: str) -> None:
    if not claims:
        return
    wanted = Q()
    for claim in claims:
        wanted |= Q(**{name: getattr(claim, name) for name in claim.KEY})
    if taken := ClaimRow.objects.using(using).filter(wanted).first():
        raise ClaimTaken(taken.scope, taken.value, taken.dossier)
