"""Reading what stands around a dossier in few questions: now from memory, for the past from the journal."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Q

from certwright.answers.around import Around
from certwright.answers.dossiers import end_in, is_as_now, known, known_at, standing_on
from certwright.answers.facts import OF_KIND
from certwright.core.dossiers import BODY, Dossier, PackDossier
from certwright.core.entry import Entry
from certwright.journal import reading
from certwright.office.gathering import pack_texts
from certwright.office.standing import dossiers
from certwright.packs.library import Volume
from certwright.packs.model.base import Pack
from certwright.rows.models import LinkRow
from certwright.web.dossier.moment import Moment

MOST = 120
"""How many dossiers that refer to one are shown beside it; a list shows the others."""


@dataclass(frozen=True, slots=True)
class Case:
    """A dossier with what stands around it, at a moment; ``beside`` are others that were asked for, as they stand."""

    dossier: Dossier
    around: Around
    moment: Moment
    beside: Mapping[str, Dossier] = field(default_factory=dict)


def gathered(
    dossier: Dossier, moment: Moment, today: date, beside: Collection[str] = (), using: str = "default"
) -> Case:
    """The dossier, which is given as it stands, with what is around it at ``moment``.

    What stands now is read in one question, the dossiers ``beside`` included.
    """
    linked = _linked(dossier, using)
    wanted = {each for ids in linked.values() for each in ids} | set(OF_KIND[dossier.kind].needs(dossier))
    wanted.discard("")
    standing = dossiers({*wanted, *beside, BODY}, using)
    others: Mapping[str, Dossier] = {each: standing[each] for each in wanted}
    own = dossier
    if not moment.is_now:
        until = end_in(moment.known, standing[BODY]) if moment.known else None
        others = _at({**others, dossier.id: dossier}, moment, until, using)
        own = others[dossier.id]
    found = {each: one for each, one in others.items() if one.exists}
    packs = _packs([own, *(one for one in found.values() if isinstance(one, PackDossier))], using)
    around = Around(moment.day(today), {**found, own.id: own}, packs, linked)
    return Case(own, around, moment, {each: standing[each] for each in beside})


def _linked(dossier: Dossier, using: str) -> Mapping[str, tuple[str, ...]]:
    """The dossiers that name this one, by the kind of act; to a certification belong its client's agreements."""
    asked = Q(target=dossier.id, by__in=OF_KIND[dossier.kind].linked)
    if dossier.kind == "certification":
        asked |= Q(target=getattr(dossier, "client", ""), by="agreement.conclude")
    elif not OF_KIND[dossier.kind].linked:
        return {}
    found: dict[str, tuple[str, ...]] = {}
    rows = LinkRow.objects.using(using).filter(asked).order_by("-pk").values_list("by", "dossier")
    for by, name in rows[:MOST]:
        found[by] = (*found.get(by, ()), name)
    return found


def _at(standing: Mapping[str, Dossier], moment: Moment, until: datetime | None, using: str) -> Mapping[str, Dossier]:
    """The dossiers at ``moment``, known ``until``. Only of those that have moved since are the acts read again."""
    found = {each: one for each, one in standing.items() if is_as_now(one, until, moment.stood)}
    moved = dict.fromkeys(standing.keys() - found.keys(), 0)

    def then(dossier_id: str, acts: Sequence[Entry]) -> Dossier:
        recorded = known_at(acts, until) if until else acts
        return standing_on(dossier_id, recorded, moment.stood) if moment.stood else known(dossier_id, recorded)

    entries = reading.entries(moved, using) if moved else {}
    return found | {dossier_id: then(dossier_id, acts) for dossier_id, acts in entries.items()}


def _packs(dossiers: Iterable[Dossier], using: str) -> Mapping[str, Pack]:
    """The texts the dossiers are pinned to, and those that were adopted last."""
    texts = {pin.text for dossier in dossiers for pin in dossier.pinned}
    texts |= {one.adoptions[-1].text for one in dossiers if isinstance(one, PackDossier) and one.adoptions}
    found = {digest: pack_texts(using).volume(digest) for digest in texts}
    return {digest: one.pack for digest, one in found.items() if isinstance(one, Volume)}
