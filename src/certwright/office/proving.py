"""Proving: every recorded act is judged again, in the dossiers as they stood, and must come out as its proof says.

The journal is replayed in its own order. Acts of one transaction were judged in turn, so what stands before each of
them here is what stood then. What may differ is explained by the record itself: a rule that did not exist yet, a rule
that changed (with its changelog entry), or an erasure. Anything else is named as unexplained (DESIGN section 5.5).

Whether the stored bytes are the bytes that were hashed is another question: ``certwright journal verify`` answers it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from pydantic_core import from_json

from certwright.core.acts.body import FoundBody
from certwright.core.dossiers import BODY, Dossier
from certwright.core.entry import Entry
from certwright.journal import reading
from certwright.journal.envelope import Proof, entry_of, read_proof
from certwright.journal.models import Erasure, Tail
from certwright.office.judging_again import JudgingAgain
from certwright.office.means import local_day
from certwright.office.replaying import AsRecorded, Replay
from certwright.office.verdicts import Finding, Proved, Verdict

Progress = Callable[[int, int], None]
"""Takes how many acts are judged again, and of how many."""

TELL_EVERY = 1_000


class NotOnRecord(LookupError):
    """There is no such act or dossier in the journal."""


def prove(using: str = "default", progress: Progress = lambda done, of: None) -> Proved:
    """Judge every act of the journal again, up to the last one recorded when all others have been judged."""
    of = Tail.objects.using(using).values_list("position", flat=True).first() or 0
    replay = Replay(using)
    judging = JudgingAgain(using, replay, _erasures(using))

    def findings() -> Iterator[Finding | None]:
        done = 0
        for done, line in enumerate(reading.lines(using), 1):
            entry, proof = _recorded(line)
            yield judging.judge(entry, proof, _day(entry, replay.dossier(BODY)))
            replay.go_on(entry)
            if done % TELL_EVERY == 0:
                progress(done, max(of, done))
        progress(done, max(of, done))

    return _proved(findings())


def prove_dossier(dossier_id: str, using: str = "default", progress: Progress = lambda done, of: None) -> Proved:
    """Judge every act of one dossier again. Raises :class:`NotOnRecord`."""
    entries = reading.entries({dossier_id: 0}, using)[dossier_id]
    return _prove_some([entry.position for entry in entries], dossier_id, using, progress)


def prove_act(act_id: str, using: str = "default") -> Proved:
    """Judge one act again. Raises :class:`NotOnRecord`."""
    found = reading.by_id([act_id], using)
    return _prove_some([entry.position for entry, _ in found], act_id, using, lambda done, of: None)


def prove_sample(number: int, using: str = "default", progress: Progress = lambda done, of: None) -> Proved:
    """Judge ``number`` acts again, spread evenly over the journal, the last one among them."""
    last = Tail.objects.using(using).values_list("position", flat=True).first() or 0
    wanted = min(number, last)
    return _prove_some([last * nth // wanted for nth in range(1, wanted + 1)], "journal", using, progress)


def _prove_some(positions: Sequence[int], asked_for: str, using: str, progress: Progress) -> Proved:
    """Judge the acts at some positions again, reading only the dossiers they looked at."""
    if not positions:
        raise NotOnRecord(asked_for)
    standings = AsRecorded(using)
    judging = JudgingAgain(using, standings, _erasures(using))

    def findings() -> Iterator[Finding | None]:
        for done, position in enumerate(positions, 1):
            line = next(reading.lines(using, after=position - 1, page=1))
            entry, proof = _recorded(line)
            standings.go_to(position)
            yield judging.judge(entry, proof, _day(entry, standings.dossier(BODY)))
            progress(done, len(positions))

    return _proved(findings())


def _proved(findings: Iterable[Finding | None]) -> Proved:
    counts: Counter[Verdict] = Counter()
    found: list[Finding] = []
    for finding in findings:
        counts[finding.verdict if finding else Verdict.SAME] += 1
        if finding:
            found.append(finding)
    return Proved({verdict: counts[verdict] for verdict in Verdict}, tuple(found))


def _recorded(line: reading.Line) -> tuple[Entry, Proof]:
    _, _, _, _, envelope_hash, text, _, content = line
    envelope = from_json(text)
    return entry_of(envelope, envelope_hash, content), read_proof(envelope)


def _erasures(using: str) -> frozenset[int]:
    return frozenset(Erasure.objects.using(using).values_list("position", flat=True))


def _day(entry: Entry, body: Dossier) -> date:
    """The body's calendar day the act was recorded on; the founding act says by itself in which zone it counts."""
    zone = entry.act.time_zone if isinstance(entry.act, FoundBody) else getattr(body, "time_zone", "UTC")
    return local_day(entry.recorded_at, zone)
