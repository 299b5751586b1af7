"""Reading what stands around a dossier in few questions: now from memory, for the past from the journal."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from certwright.answers.around import Around
from certwright.answers.dossiers import end_of, known, known_at, standing_on
from certwright.answers.facts import OF_KIND
from certwright.core.dossiers import Dossier, PackDossier
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
    standing = dossiers({*wanted, *beside} if moment.is_now else beside, using)
    others = {each: standing[each] for each in wanted} if moment.is_now else _at({*wanted, dossier.id}, moment, using)
    own = others.get(dossier.id, dossier) if not moment.is_now else dossier
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


def _at(wanted: Iterable[str], moment: Moment, using: str) -> Mapping[str, Dossier]:
    entries = reading.entries(dict.fromkeys(wanted, 0), using)
    until = end_of(moment.known, using) if moment.known else None

    def then(dossier_id: str, acts: Sequence[Entry]) -> Dossier:
        recorded = known_at(acts, until) if until else acts
        return standing_on(dossier_id, recorded, moment.stood) if moment.stood else known(dossier_id, recorded)

    return {dossier_id: then(dossier_id, acts) for dossier_id, acts in entries.items()}


def _packs(dossiers: Iterable[Dossier], using: str) -> Mapping[str, Pack]:
    """The texts the dossiers are pinned to, and those that were adopted last."""
    texts = {pin.text for dossier in dossiers for pin in dossier.pinned}
    texts |= {one.adoptions[-1].text for one in dossiers if isinstance(one, PackDossier) and one.adoptions}
    found = {digest: pack_texts(using).volume(digest) for digest in texts}
    return {digest: one.pack for digest, one in found.items() if isinstance(one, Volume)}
