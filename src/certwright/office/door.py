"""The one door to every record: gather, judge, append, project, all in one transaction (DESIGN section 1).

Front doors propose acts and show what comes of it. They write nothing themselves.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC

from django.db import Error, IntegrityError, connections, transaction

from certwright import __version__
from certwright.core.acts.body import FoundBody
from certwright.core.acts.record import Annul, PutRight
from certwright.core.dossiers import BODY, Body, Dossier, advance
from certwright.core.entry import Entry, Proposal
from certwright.core.judge import catalogue, catalogue_digest
from certwright.core.rules.rule import refusal
from certwright.journal import heads, reading
from certwright.journal.appending import Catalogue, append
from certwright.journal.envelope import content_text
from certwright.journal.in_place import in_place
from certwright.journal.turns import in_turn
from certwright.office.admissible import malformed, misplaced, not_in_store
from certwright.office.counting import count
from certwright.office.folded import folded
from certwright.office.gathering import looked_at, tied
from certwright.office.in_turn import Rejected, judge_in_turn
from certwright.office.means import Means, local_day
from certwright.office.notifying import notify
from certwright.office.outcome import Outcome, OutcomeUnknown, Performed, RecordUnavailable, Refused
from certwright.office.unavailable import MOVED, collided, connection_lost, plainly
from certwright.rows.keeping import ClaimTaken, keep

TRIES = 5
"""How often acts are judged again because somebody else was faster, before they are refused as overtaken."""


class _DayTurned(Exception):
    """Midnight came between judging and recording: the acts are judged again on their new day."""


class _CommitUnknown(Exception):
    """The connection broke while the database was committing."""


class _Moved(Exception):
    """The connection writes to a file that is no longer the database."""


def perform(proposals: Sequence[Proposal], means: Means) -> Outcome:
    """Record all of ``proposals`` or none, and say what came of it. A connection that broke is opened again: the ids
    of the acts see to it that nothing is recorded twice.

    Raises:
        RecordUnavailable: the database, its disk or the attachments cannot be used now; nothing was recorded.
        OutcomeUnknown: the same, and whether they were recorded is not known. Ask again.
        ValueError: there is nothing to record, or two proposals share an id.
    """
    if not proposals or len({proposal.id for proposal in proposals}) < len(proposals):
        raise ValueError("give at least one proposal, each with an id of its own")
    outcome = _outcome(proposals, means)
    count(proposals, outcome)
    return outcome


def _outcome(proposals: Sequence[Proposal], means: Means) -> Outcome:
    for proposal in proposals:
        if wrong := misplaced(proposal) or malformed(proposal):
            return Refused(proposal.id, wrong)
    unknown = False
    for _ in range(TRIES):
        try:
            return _try(proposals, means)
        except _CommitUnknown:
            unknown = True
        except _Moved:
            raise RecordUnavailable(MOVED) from None  # and again, until somebody has looked after it
        except (_DayTurned, IntegrityError, heads.Overtaken):
            continue
        except (Error, OSError) as error:
            if not (collided(error) or (connection_lost(error) and _opens_again(means.using))):
                raise (OutcomeUnknown if unknown else RecordUnavailable)(plainly(error)) from error
    return Refused(proposals[0].id, (refusal("overtaken"),))


def _opens_again(using: str) -> bool:
    connection = connections[using]
    if connection.in_atomic_block:
        return False  # what else the caller's transaction wrote is lost with it
    try:
        connection.close()
        connection.ensure_connection()
    except Error:
        return False
    return True


def _try(proposals: Sequence[Proposal], means: Means) -> Outcome:
    """One attempt, in a transaction of its own."""
    committing = False
    try:
        for proposal in proposals:
            if missing := not_in_store(proposal, means.attachments):
                raise Rejected(proposal.id, missing)
        with in_turn(means.using):
            outcome = _perform(proposals, means)
            committing = True
        return outcome
    except Rejected as rejected:
        # What stands against an act may be that very act, asked for twice at once and recorded a moment ago.
        recorded = reading.by_id([proposal.id for proposal in proposals], means.using)
        return _asked_again(proposals, recorded) if recorded else rejected.refused
    except Error as error:
        if committing and connection_lost(error):
            raise _CommitUnknown from error
        raise


def _perform(proposals: Sequence[Proposal], means: Means) -> Outcome:
    if recorded := reading.by_id([proposal.id for proposal in proposals], means.using):
        return _asked_again(proposals, recorded)
    own = {proposal.dossier for proposal in proposals}
    seen = _looked_at(proposals, means.using)
    wanted = own.union(*seen.values())
    standings = heads.lock(own, wanted, means.using)
    dossiers = folded(means.using).at(standings, wanted)
    now = max(means.clock().astimezone(UTC), heads.last_moment(means.using))
    zone = _time_zone(dossiers[BODY], proposals)
    today = local_day(now, zone)
    judged = judge_in_turn(proposals, seen, dossiers, today, now, means)
    by = Catalogue(__version__, catalogue_digest(), catalogue())
    entries = append(judged, standings, by=by, recorded_at=now, using=means.using)
    if local_day(entries[0].recorded_at, zone) != today:
        raise _DayTurned
    if any(found - seen[name] for name, found in tied(proposals, means.using).items()):
        raise heads.Overtaken  # who holds the end of the journal sees all that was tied to the dossiers meanwhile
    after = {name: _advanced(dossiers[name], entries, means) for name in {entry.dossier for entry in entries}}
    _keep_rows(proposals, dossiers, after, means)
    notify(entries, dossiers, after, today, now, means.using)
    if not in_place(means.using):
        raise _Moved
    return Performed(tuple(entries))


def _keep_rows(
    proposals: Sequence[Proposal], dossiers: Mapping[str, Dossier], after: Mapping[str, Dossier], means: Means
) -> None:
    for name in sorted(after):
        try:
            keep(dossiers[name], after[name], means.using)
        except ClaimTaken as taken:
            says = refusal("already-claimed", scope=taken.scope, value=taken.value, holder=taken.holder)
            raise Rejected(next(item.id for item in proposals if item.dossier == name), [says]) from taken
    transaction.on_commit(lambda: folded(means.using).keep(after.values()), using=means.using)


def _looked_at(proposals: Sequence[Proposal], using: str) -> Mapping[str, frozenset[str]]:
    """The dossiers each proposal looks at. Who did an act that is being corrected can be read before any lock: what
    is recorded does not change."""
    corrected = [item.act.act for item in proposals if isinstance(item.act, Annul | PutRight)]
    actors = {item.id: item.actor for item in proposals}
    actors |= {entry.id: entry.actor for entry, _ in reading.by_id(corrected, using)}
    searched = tied(proposals, using)
    return {
        item.id: looked_at(item, actors.get(getattr(item.act, "act", ""))) | searched[item.id] for item in proposals
    }


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


def _time_zone(body: Dossier, proposals: Sequence[Proposal]) -> str:
    """The body's time zone; on its first day, the one it is about to be founded with."""
    if isinstance(body, Body) and body.is_open:
        return body.time_zone
    return next((item.act.time_zone for item in proposals if isinstance(item.act, FoundBody)), "UTC")


def _advanced(dossier: Dossier, entries: Iterable[Entry], means: Means) -> Dossier:
    news = [entry for entry in entries if entry.dossier == dossier.id]
    return advance(dossier, news, lambda: [e for e in _entries(dossier.id, means.using) if e.seq <= dossier.seq])


def _entries(dossier_id: str, using: str) -> list[Entry]:
    return reading.entries({dossier_id: 0}, using)[dossier_id]
