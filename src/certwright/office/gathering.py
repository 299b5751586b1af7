"""Gathering: what a proposal's rules may see. The door locks the heads of it all, so that it stands still meanwhile."""

from collections.abc import Iterable, Mapping, Sequence

from certwright.core.acts.pack import AdoptPack
from certwright.core.acts.record import PutRight
from certwright.core.dossiers import BODY, KINDS, Dossier, PackDossier
from certwright.core.entry import Proposal
from certwright.core.reckoning.kept import KeptReckoning, NotAReckoning, read_kept
from certwright.core.vocabulary import REGISTRY
from certwright.journal import reading
from certwright.packs.check import check
from certwright.packs.library import Volume, volume
from certwright.packs.model.base import Pack
from certwright.packs.problem import PackRefused
from certwright.rows.models import LinkRow


def looked_at(proposal: Proposal, first_actor: str | None = None) -> frozenset[str]:
    """Every dossier gathered for a proposal, its own included. ``first_actor`` did the act a correction corrects."""
    named = {BODY, proposal.dossier, proposal.actor, *proposal.act.gathers(), *proposal.act.considers()}
    if first_actor:
        named.add(first_actor)
    named.update(deviation.approver for deviation in proposal.deviations)
    if proposal.on_behalf:
        named.add(proposal.on_behalf.whom)
    return frozenset(name for name in named if name.partition(":")[0] in KINDS)


def tied(proposals: Sequence[Proposal], using: str) -> Mapping[str, frozenset[str]]:
    """The dossiers each proposal searches: those on record, and those that proposals beside it are about to open."""
    pairs = {pair for proposal in proposals for pair in proposal.act.searches()}
    if not pairs:
        return {proposal.id: frozenset() for proposal in proposals}
    rows = LinkRow.objects.using(using).filter(target__in=sorted({target for target, _ in pairs}))
    links = {((target, by), dossier) for dossier, target, by in rows.values_list("dossier", "target", "by")}
    links.update(((name, one.act.spec.name), one.dossier) for one in proposals for name in one.act.gathers())
    return {
        proposal.id: frozenset(dossier for pair, dossier in links if pair in proposal.act.searches())
        for proposal in proposals
    }


class PackTexts:
    """Stored pack texts read into packs, kept by digest: a text never changes, so neither does what it means."""

    def __init__(self, using: str) -> None:
        self._using = using
        self._read: dict[str, Volume | tuple[str, ...] | None] = {}

    def volume(self, digest: str) -> Volume | tuple[str, ...] | None:
        """The pack of a stored text; what is wrong with it; or ``None`` if no such text is in store."""
        if digest not in self._read:
            text = reading.text(digest, self._using)
            if text is None:
                return None  # not remembered: it may be put in store later
            try:
                self._read[digest] = volume(text)
            except PackRefused as refused:
                self._read[digest] = tuple(str(problem) for problem in refused.problems)
        return self._read[digest]

    def text(self, digest: str) -> str | None:
        """The stored text as it is, or ``None`` if no such text is in store."""
        return reading.text(digest, self._using)


_TEXTS: dict[str, PackTexts] = {}


def pack_texts(using: str) -> PackTexts:
    """The pack texts of a database in this process."""
    return _TEXTS.setdefault(using, PackTexts(using))


def packs_for(
    proposal: Proposal, gathered: Mapping[str, Dossier], texts: PackTexts
) -> tuple[Mapping[str, Pack], Mapping[str, tuple[str, ...]]]:
    """The packs an act reads, by the digest of their text, and what is wrong with those that cannot be used.

    An adoption reads the text it adopts; every other act the texts its dossiers are pinned to, and the one it pins.
    """
    act = proposal.act.corrected() if isinstance(proposal.act, PutRight) else proposal.act
    if isinstance(act, AdoptPack):
        return _to_adopt(act, gathered, texts)
    pinned = {pin.text for dossier in gathered.values() for pin in dossier.pinned}
    pinned.update(
        made.adoptions[-1].text for made in gathered.values() if isinstance(made, PackDossier) and made.is_open
    )
    text = vars(act).get("text") if act else None  # the digest an act pins is always called so
    if isinstance(text, str) and text.startswith("sha256:"):
        pinned.add(text)
    found = {digest: texts.volume(digest) for digest in sorted(pinned)}
    return {digest: one.pack for digest, one in found.items() if isinstance(one, Volume)}, {}


def reckonings_for(proposal: Proposal, texts: PackTexts) -> Mapping[str, KeptReckoning | None]:
    """The reckonings an act names, by digest; ``None`` for a text that is none, nothing for one not in store."""
    stored = {digest: texts.text(digest) for digest in proposal.act.reckonings()}
    return {digest: _read(text) for digest, text in stored.items() if text is not None}


def kept_reckoning(digest: str, using: str) -> KeptReckoning | None:
    """The reckoning kept under a digest; ``None`` if there is none."""
    return kept_reckonings([digest], using).get(digest)


def kept_reckonings(digests: Iterable[str], using: str) -> Mapping[str, KeptReckoning | None]:
    """The reckonings kept under some digests; ``None`` for a text that is none, nothing for one not in store."""
    wanted = sorted(set(digests))
    return {digest: _read(text) for digest, text in reading.texts(wanted, using).items()} if wanted else {}


def _read(text: str) -> KeptReckoning | None:
    try:
        return read_kept(text)
    except NotAReckoning:
        return None


def _to_adopt(
    act: AdoptPack, gathered: Mapping[str, Dossier], texts: PackTexts
) -> tuple[Mapping[str, Pack], Mapping[str, tuple[str, ...]]]:
    found = texts.volume(act.text)
    if found is None:
        return {}, {}
    if not isinstance(found, Volume):
        return {}, {act.text: found}
    others = [texts.volume(digest) for digest in _adopted(gathered)]
    beside = [other for other in others if isinstance(other, Volume) and other.pack.pack != found.pack.pack]
    problems = tuple(str(item) for item in check([*beside, found], REGISTRY) if item.pack == found.name)
    return ({}, {act.text: problems}) if problems else ({act.text: found.pack}, {})


def _adopted(gathered: Mapping[str, Dossier]) -> Sequence[str]:
    return [
        adopted.text
        for dossier in gathered.values()
        if isinstance(dossier, PackDossier)
        for adopted in dossier.adoptions
    ]
