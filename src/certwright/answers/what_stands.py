"""What an installation has on record, in figures: the first thing anybody asks of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count

from certwright.journal.models import Tail
from certwright.rows.models import AdoptionRow, BreachRow, DossierRow


@dataclass(frozen=True, slots=True)
class AdoptedPack:
    """A pack the body works by, in the edition it adopted last."""

    name: str
    edition: str
    adopted_on: date


@dataclass(frozen=True, slots=True)
class WhatStands:
    """The figures. ``body`` is the name of the founded body, or ``None`` before it is founded."""

    body: str | None
    acts: int
    last_recorded_at: datetime | None
    dossiers: Mapping[str, int]
    packs: tuple[AdoptedPack, ...]
    breaches: int


def what_stands(using: str = "default") -> WhatStands:
    """Read the figures. Raises Django's ``DatabaseError`` where the tables were not made yet."""
    tail = Tail.objects.using(using).first()
    kinds = DossierRow.objects.using(using).values_list("kind").annotate(number=Count("pk")).order_by("kind")
    return WhatStands(
        body=DossierRow.objects.using(using).filter(kind="body").values_list("title", flat=True).first(),
        acts=tail.position if tail else 0,
        last_recorded_at=tail.recorded_at if tail and tail.position else None,
        dossiers=dict(kinds),
        packs=_packs(using),
        breaches=BreachRow.objects.using(using).count(),
    )


def _packs(using: str) -> tuple[AdoptedPack, ...]:
    latest: dict[str, AdoptedPack] = {}
    for row in AdoptionRow.objects.using(using).order_by("adopted_on", "pk"):
        latest[row.pack] = AdoptedPack(row.pack, row.edition, row.adopted_on)
    return tuple(latest[name] for name in sorted(latest))
