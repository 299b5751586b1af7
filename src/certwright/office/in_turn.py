"""Judging the acts of one transaction in turn, each in the dossiers as the ones before it would leave them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import partial

from certwright.core.dossiers import Dossier, advance
from certwright.core.entry import Breach, Entry, Proposal
from certwright.core.rules import Refusal
from certwright.core.rules.rule import refusal
from certwright.journal import reading
from certwright.journal.appending import Judged
from certwright.office.gathering import pack_texts
from certwright.office.judging import judge_proposal
from certwright.office.means import Means
from certwright.office.outcome import Refused


class Rejected(Exception):
    """Carries refusals out of a transaction, so that everything is rolled back."""

    def __init__(self, act_id: str, refusals: Iterable[Refusal]) -> None:
        self.refused = Refused(act_id, tuple(refusals))


def judge_in_turn(
    proposals: Sequence[Proposal],
    seen: Mapping[str, frozenset[str]],
    dossiers: Mapping[str, Dossier],
    today: date,
    now: datetime,
    means: Means,
) -> list[Judged]:
    """Judge each proposal in the dossiers as the earlier ones of the same transaction would leave them.

    ``seen`` are the dossiers each act looks at, ``dossiers`` all of them as they stand.

    Raises:
        Rejected: the first act that is refused.
    """
    standing = dict(dossiers)
    so_far: dict[str, list[Entry]] = defaultdict(list)
    judged: list[Judged] = []
    for proposal in proposals:
        dossier, ours = standing[proposal.dossier], so_far[proposal.dossier]
        _must_be_current(proposal, dossiers[proposal.dossier])
        gathered = {name: standing[name] for name in seen[proposal.id]}
        earlier = partial(_entries_and, dossier.id, tuple(ours), means.using)
        found, packs = judge_proposal(proposal, today, gathered, pack_texts(means.using), earlier)
        if found.refusals:
            raise Rejected(proposal.id, found.refusals)
        erases = proposal.act.erases()
        judged.append(
            Judged(proposal, seen[proposal.id], packs, found.breaches, found.deviations, means.salt(), erases)
        )
        ours.append(_provisional(proposal, dossier.seq + 1, now, found.breaches))
        if proposal is not proposals[-1]:
            standing[dossier.id] = advance(dossier, ours[-1:], earlier)
    return judged


def _must_be_current(proposal: Proposal, dossier: Dossier) -> None:
    if proposal.expects is not None and proposal.expects != dossier.seq:
        stale = refusal("dossier-has-moved", dossier=dossier.id, seen=proposal.expects, stands=dossier.seq)
        raise Rejected(proposal.id, [stale])


def _provisional(proposal: Proposal, seq: int, now: datetime, breaches: tuple[Breach, ...]) -> Entry:
    """The entry a judged proposal is going to be, for judging the next one of the same transaction."""
    return Entry(
        id=proposal.id,
        dossier=proposal.dossier,
        seq=seq,
        position=0,
        form=proposal.act.spec.versioned_name,
        act=proposal.act,
        actor=proposal.actor,
        effective_on=proposal.effective_on,
        recorded_at=now,
        hash="",
        on_behalf=proposal.on_behalf,
        deviations=proposal.deviations,
        breaches=breaches,
    )


def _entries_and(dossier_id: str, provisional: Sequence[Entry], using: str) -> list[Entry]:
    """The entries on record, and those the acts before in the same transaction are going to be."""
    return [*reading.entries({dossier_id: 0}, using)[dossier_id], *provisional]
