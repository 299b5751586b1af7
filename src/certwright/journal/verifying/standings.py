"""Where dossiers and journal are said to stand, against where their envelopes end; and what the roots say of it."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from certwright.journal.root import Exported
from certwright.journal.tail import TAIL
from certwright.journal.verifying.chain import Chain
from certwright.journal.verifying.fault import Place, What


def check_tail(chain: Chain, tails: Sequence[tuple[object, object, object, object]]) -> None:
    """Hold the one tail (id, position, hash, time) against the end of the chain."""
    where = Place(chain.end)
    tail = next((row for row in tails if row[0] == TAIL), None)
    if len(tails) > 1 or (tails and tail is None):
        chain.faults.add(What.TAIL_DIFFERS, where, rows=[row[0] for row in tails], reason=f"the one tail is row {TAIL}")
    if tail is None:
        if chain.acts and not tails:
            chain.faults.add(What.TAIL_DIFFERS, where, reason="there is no tail")
        return
    _, position, running, recorded_at = tail
    if isinstance(position, int) and position > chain.end and running != chain.running:
        chain.whole = False
        chain.faults.add(What.CUT, Place(chain.end + 1, position), tail=position)
        return
    if position != chain.end:
        chain.faults.add(What.TAIL_DIFFERS, where, tail=position, acts_end=chain.end)
    if running != chain.running and chain.whole:  # else it differs because an envelope does, and that is named
        chain.faults.add(What.TAIL_DIFFERS, where, tail_hash=running, running_hash=chain.running)
    if chain.whole and _moment(recorded_at) != _moment(chain.recorded_at):
        chain.faults.add(What.TAIL_DIFFERS, where, tail_time=recorded_at, last_act=chain.recorded_at)


def _moment(value: object) -> datetime | None:
    try:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def check_heads(chain: Chain, heads: Iterable[tuple[str, int, str]]) -> None:
    """Hold every head against its dossier's last envelope; this uses the chain's own up."""
    for dossier, seq, head in heads:
        last_seq, last_hash, position = chain.heads.pop(dossier, (0, "", 0))
        if seq == last_seq and last_hash in (head, None):
            continue
        if isinstance(seq, int) and seq > last_seq and head != last_hash and not chain.whole:
            chain.missing.lost(dossier, last_seq + 1, seq, position, None)
            continue
        place = Place(position or None, None, dossier, last_seq)
        chain.faults.add(What.HEAD_DIFFERS, place, head=f"{seq} {head}", acts_end=f"{last_seq} {last_hash}")
    for dossier, (seq, _, position) in chain.heads.items():
        chain.faults.add(What.HEAD_DIFFERS, Place(position, None, dossier, seq), reason="there is no head")


def check_roots(chain: Chain, roots: Iterable[Exported]) -> None:
    """Hold signed roots against the running hash. From the first that differs on, all differ, so one is named."""
    agreed = 0
    for exported in sorted(roots, key=lambda item: (item.root.position if item.root else 0, item.name)):
        root = exported.root
        if root is None:
            chain.faults.add(What.ROOT_UNTRUSTED, Place(), file=exported.name, reason=exported.fault)
        elif root.position > chain.end:
            chain.faults.add(What.CUT, Place(chain.end + 1, root.position), root=exported.name)
            return
        elif chain.marks.get(root.position) != root.hash:
            chain.faults.add(What.ROOT_DIFFERS, Place(agreed + 1, root.position), root=exported.name, agreed_at=agreed)
            return
        else:
            agreed = root.position
