"""What this process was asked to record, counted for monitors. Labels are names of acts, never of anybody."""

from collections.abc import Sequence
from typing import Final

from prometheus_client import Counter

from certwright.core.entry import Proposal
from certwright.office.outcome import Outcome, Performed

ACTS: Final = Counter(
    "certwright_acts",
    "Acts asked for, by name and by what came of them: performed, repeated (they were on record already), refused.",
    ("act", "outcome"),
    registry=None,
)


def count(proposals: Sequence[Proposal], outcome: Outcome) -> None:
    """Count each act that was asked for. All share one outcome: all are recorded, or none."""
    word = "refused"
    if isinstance(outcome, Performed):
        word = "repeated" if outcome.repeated else "performed"
    for proposal in proposals:
        ACTS.labels(proposal.act.spec.name, word).inc()
