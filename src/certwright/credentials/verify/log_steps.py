"""Does the body's log hold it, and does the log still tell the same story?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from certwright.credentials.flaws import Flawed, flaw
from certwright.credentials.log.checking import check_consistency
from certwright.credentials.log.checkpoint import Checkpoint, opened_checkpoint
from certwright.credentials.log.cosignature import check_cosignature
from certwright.credentials.log.event import Event, EventKind, read_event
from certwright.credentials.log.note import read_note
from certwright.credentials.log.proof_file import LogProof, read_proof
from certwright.credentials.verify.case import Case
from certwright.credentials.verify.material import LogView
from certwright.credentials.verify.verdict import Facts, Reason, Verdict

_ATTESTS = frozenset({EventKind.ISSUED, EventKind.AMENDED})


@dataclass(frozen=True, slots=True)
class Logged:
    """The entry that holds the credential, the checkpoint it is proven under, and when witnesses saw that."""

    event: Event
    checkpoint: Checkpoint
    cosigned: Mapping[str, datetime]


def logged(case: Case, facts: Facts) -> tuple[Logged | None, list[Reason]]:
    """The entry that the proof shown proves, and what is wrong with it. Without a proof there is a remark only."""
    if case.shown.proof is None:
        return None, [Reason(Verdict.GENUINE, flaw("no-log-proof"))]
    try:
        proof = read_proof(case.shown.proof)
        if _signed_with_a_lost_key(case, proof):
            return None, [Reason(Verdict.GENUINE, flaw("log-key-compromised"))]
        checkpoint, note = proof.check(proof.extra, case.issuer.log_origin, case.issuer.log_keys)
        event = read_event(proof.extra)
        seen = [check_cosignature(note, witness, case.at_hand.now) for witness in case.at_hand.witnesses]
    except Flawed as found:
        return None, [Reason(Verdict.ALTERED, found.flaw)]
    reasons = _binding(case, facts, event)
    cosigned = {one.witness: one.at for one in seen if one is not None}
    return (None if reasons else Logged(event, checkpoint, cosigned)), reasons


def _signed_with_a_lost_key(case: Case, proof: LogProof) -> bool:
    note = read_note(proof.checkpoint)
    known = any(note.by(key) for key in case.issuer.log_keys)
    return not known and any(note.by(key) for key in case.issuer.lost_log_keys)


def _binding(case: Case, facts: Facts, event: Event) -> list[Reason]:
    """The entry is about this certificate and binds exactly this credential."""
    if event.kind not in _ATTESTS or event.about != facts.id:
        return [Reason(Verdict.ALTERED, flaw("proof-of-another", about=event.about, id=facts.id))]
    envelope = case.shown.envelope or ""
    if event.digests.get("credential") != sha256(envelope.encode()).digest():
        return [Reason(Verdict.ALTERED, flaw("proof-of-another-version", id=facts.id))]
    return []


def view_reasons(case: Case, seen: Logged | None) -> Iterator[Reason]:
    """Whether the log as the verifier sees it continues what it saw before, and the checkpoint of the proof."""
    view = case.at_hand.log
    if view is None:
        return
    try:
        latest, _ = opened_checkpoint(view.checkpoint, case.issuer.log_origin, case.issuer.log_keys)
    except Flawed as found:
        yield Reason(Verdict.UNCONFIRMED, found.flaw)
        return
    for earlier in (view.remembered, seen.checkpoint if seen else None):
        if earlier is not None:
            yield from _continued(earlier, latest, view)


def _continued(earlier: Checkpoint, latest: Checkpoint, view: LogView) -> Iterator[Reason]:
    if latest.size < earlier.size:
        yield Reason(Verdict.UNCONFIRMED, flaw("log-rolled-back", size=latest.size, was=earlier.size))
        return
    if earlier.size == 0 or (latest.size > earlier.size and earlier.size not in view.consistency):
        yield Reason(Verdict.GENUINE, flaw("log-not-compared", size=latest.size, was=earlier.size))
        return
    proof = view.consistency.get(earlier.size, ())
    try:
        check_consistency(earlier.size, latest.size, proof, earlier.root, latest.root)
    except Flawed:
        yield Reason(Verdict.UNCONFIRMED, flaw("log-forked", size=latest.size, was=earlier.size))
