"""The one door to every record: gather, judge, append, project, all in one transaction (DESIGN section 1).

Front doors propose acts and show what comes of it. They write nothing themselves.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial

from django.db import DatabaseError, IntegrityError, transaction

from certwright import __version__
from certwright.core.acts.body import FoundBody
from certwright.core.acts.record import Annul, PutRight
from certwright.core.dossiers import BODY, KINDS, Body, Dossier, advance
from certwright.core.entry import Breach, Entry, Proposal
from certwright.core.judge import catalogue, catalogue_digest
from certwright.core.rules import Refusal
from certwright.core.rules.rule import refusal
from certwright.journal import attachments, heads, reading
from certwright.journal.appending import Catalogue, Judged, append
from certwright.journal.envelope import CONTENT_LIMIT, content_text
from certwright.office.folded import folded
from certwright.office.gathering import looked_at, pack_texts
from certwright.office.judging import judge_proposal
from certwright.office.means import Means, local_day
from certwright.office.outcome import Outcome, Performed, RecordUnavailable, Refused
from certwright.rows.keeping import ClaimTaken, keep

TRIES = 5
"""How often acts are judged again because somebody else was faster, before they are refused as overtaken."""

_COLLIDED = frozenset({"40001", "40P01"})  # PostgreSQL: serialisation failure, deadlock


class _Rejected(Exception):
    """Carries refusals out of the transaction, so that everything is rolled back."""

    def __init__(self, act_id: str, refusals: Iterable[Refusal]) -> None:
        self.refused = Refused(act_id, tuple(refusals))


class _DayTurned(Exception):
    """Midnight came between judging and recording: the acts are judged again on their new day."""


def perform(proposals: Sequence[Proposal], means: Means) -> Outcome:
    """Record all of ``proposals`` or none, and say what came of it.

    Raises:
        RecordUnavailable: the database or its disk cannot take a record now; nothing was recorded.
        ValueError: there is nothing to record, or two proposals share an id.
    """
    if not proposals or len({proposal.id for proposal in proposals}) < len(proposals):
        raise ValueError("give at least one proposal, each with an id of its own")
    for proposal in proposals:
        if misplaced := _out_of_place(proposal):
            return Refused(proposal.id, (misplaced,))
    for _ in range(TRIES):
        try:
            with transaction.atomic(using=means.using):
                return _perform(proposals, means)
        except _Rejected as rejected:
            return rejected.refused
        except (_DayTurned, IntegrityError):
            continue
        except DatabaseError as error:
            if getattr(error.__cause__, "sqlstate", None) in _COLLIDED:
                continue
            raise RecordUnavailable(str(error)) from error
    return Refused(proposals[0].id, (refusal("overtaken"),))


def _out_of_place(proposal: Proposal) -> Refusal | None:
    """What stands against an act whose dossier is of no kind we know, or of another kind than the act is about."""
    spec = proposal.act.spec
    if proposal.kind not in KINDS:
        return refusal("no-such-kind-of-dossier", dossier=proposal.dossier)
    if spec.about not in ("*", proposal.kind) or (proposal.kind == "body" and proposal.dossier != BODY):
        return refusal("dossier-of-another-kind", form=spec.name, about=spec.about, dossier=proposal.dossier)
    return None


def _perform(proposals: Sequence[Proposal], means: Means) -> Outcome:
    if recorded := reading.by_id([proposal.id for proposal in proposals], means.using):
        return _asked_again(proposals, recorded)
    own = {proposal.dossier for proposal in proposals}
    seen = _looked_at(proposals, means.using)
    wanted = own.union(*seen.values())
    standings = heads.lock(own, wanted, means.using)
    dossiers = folded(means.using).at(standings, wanted)
    now = _never_backwards(means.clock(), dossiers.values())
    zone = _time_zone(dossiers[BODY], proposals)
    today = local_day(now, zone)
    judged = _judge_in_turn(proposals, seen, dossiers, today, now, means)
    by = Catalogue(__version__, catalogue_digest(), catalogue())
    entries = append(judged, standings, by=by, recorded_at=now, using=means.using)
    if local_day(entries[0].recorded_at, zone) != today:
        raise _DayTurned
    after = {name: _advanced(dossiers[name], entries, means) for name in own}
    for name in sorted(own):
        try:
            keep(dossiers[name], after[name], means.using)
        except ClaimTaken as taken:
            says = refusal("already-claimed", scope=taken.scope, value=taken.value, holder=taken.holder)
            raise _Rejected(next(item.id for item in proposals if item.dossier == name), [says]) from taken
    transaction.on_commit(lambda: folded(means.using).keep(after.values()), using=means.using)
    return Performed(tuple(entries))


def _looked_at(proposals: Sequence[Proposal], using: str) -> Mapping[str, frozenset[str]]:
    """The dossiers each proposal looks at. Who did an act that is being corrected can be read before any lock: what
    is recorded does not change."""
    corrected = [item.act.act for item in proposals if isinstance(item.act, Annul | PutRight)]
    actors = {item.id: item.actor for item in proposals}
    actors |= {entry.id: entry.actor for entry, _ in reading.by_id(corrected, using)}
    return {item.id: looked_at(item, actors.get(getattr(item.act, "act", ""))) for item in proposals}


def _asked_again(proposals: Sequence[Proposal], recorded: Sequence[tuple[Entry, str | None]]) -> Outcome:
    """Asking for what is recorded already is answered with it; asking for something else under its id is refused."""
    found = {entry.id: (entry, content) for entry, content in recorded}
    for proposal in proposals:
        entry, content = found.get(proposal.id, (None, None))
        same = entry is not None and (entry.dossier, entry.actor, entry.form, entry.effective_on) == (
            proposal.dossier,
            proposal.actor,
            proposal.act.spec.versioned_name,
            proposal.effective_on,
        )
        if not same or (content is not None and content != content_text(proposal)):
            return Refused(proposal.id, (refusal("act-id-taken", act_id=recorded[0][0].id),))
    return Performed(tuple(found[proposal.id][0] for proposal in proposals), repeated=True)


def _never_backwards(now: datetime, dossiers: Iterable[Dossier]) -> datetime:
    """The clock's time in UTC, or the time of the latest act looked at, should the clock have been put back."""
    return max([now.astimezone(UTC), *(dossier.recorded_at for dossier in dossiers if dossier.recorded_at)])


def _time_zone(body: Dossier, proposals: Sequence[Proposal]) -> str:
    """The body's time zone; on its first day, the one it is about to be founded with."""
    if isinstance(body, Body) and body.is_open:
        return body.time_zone
    return next((item.act.time_zone for item in proposals if isinstance(item.act, FoundBody)), "UTC")


def _judge_in_turn(
    proposals: Sequence[Proposal],
    seen: Mapping[str, frozenset[str]],
    dossiers: Mapping[str, Dossier],
    today: date,
    now: datetime,
    means: Means,
) -> list[Judged]:
    """Judge each proposal in the dossiers as the earlier ones of the same transaction would leave them."""
    standing = dict(dossiers)
    so_far: dict[str, list[Entry]] = defaultdict(list)
    judged: list[Judged] = []
    for proposal in proposals:
        dossier, ours = standing[proposal.dossier], so_far[proposal.dossier]
        _must_be_current(proposal, dossiers[proposal.dossier])
        _must_fit(proposal)
        _must_be_in_store(proposal, means)
        gathered = {name: standing[name] for name in seen[proposal.id]}
        earlier = partial(_entries_and, dossier.id, tuple(ours), means.using)
        found, packs = judge_proposal(proposal, today, gathered, pack_texts(means.using), earlier)
        if found.refusals:
            raise _Rejected(proposal.id, found.refusals)
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
        raise _Rejected(proposal.id, [stale])


def _must_fit(proposal: Proposal) -> None:
    size = len(content_text(proposal))
    if size > CONTENT_LIMIT:
        raise _Rejected(proposal.id, [refusal("content-too-large", size=size, limit=CONTENT_LIMIT)])


def _must_be_in_store(proposal: Proposal, means: Means) -> None:
    faults = list(attachments.faults(means.attachments, proposal.act.attachments()))
    if faults:
        raise _Rejected(proposal.id, [refusal(f"attachment-{fault}", attachment=name) for name, fault in faults])


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


def _advanced(dossier: Dossier, entries: Iterable[Entry], means: Means) -> Dossier:
    news = [entry for entry in entries if entry.dossier == dossier.id]
    return advance(dossier, news, lambda: [e for e in _entries(dossier.id, means.using) if e.seq <= dossier.seq])


def _entries(dossier_id: str, using: str) -> list[Entry]:
    return reading.entries({dossier_id: 0}, using)[dossier_id]


def _entries_and(dossier_id: str, provisional: Sequence[Entry], using: str) -> list[Entry]:
    """The entries on record, and those the acts before in the same transaction are going to be."""
    return [*_entries(dossier_id, using), *provisional]
