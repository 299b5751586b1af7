"""Who could do what somebody was refused: only people whom no rule would stop for a reason of their own."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from certwright.core.entry import Proposal
from certwright.core.rules import Refusal
from certwright.office.enclosing import Enclosed, try_out
from certwright.office.means import Means
from certwright.office.outcome import Performed, Refused

MOST = 20
"""How many people are tried at most; nobody reads a longer list."""


def who_would_pass(
    people: Iterable[str], refused: Refused, proposals: Sequence[Proposal], enclosed: Enclosed, means: Means
) -> tuple[str, ...]:
    """Those of ``people`` who could do the refused act in place of its actor.

    What else stands against the act, whoever does it, must be put right by itself and counts against nobody.
    """
    stood = {_reason(refusal) for refusal in refused.refusals}

    def passes(person: str) -> bool:
        instead = [replace(item, actor=person) if item.id == refused.act_id else item for item in proposals]
        outcome = try_out(enclosed, instead, means)
        if isinstance(outcome, Performed) or outcome.act_id != refused.act_id:
            return True
        return {_reason(refusal) for refusal in outcome.refusals} < stood

    return tuple(person for person in list(people)[:MOST] if passes(person))


def is_about_the_actor(refusal: Refusal, proposal: Proposal) -> bool:
    """Whether somebody else could lift the refusal by acting instead (and not, say, by approving a deviation)."""
    if refusal.could is None or refusal.rule == "record.deviation-is-approved":
        return False
    return refusal.evidence.get("person") == proposal.actor


def _reason(refusal: Refusal) -> tuple[str, str]:
    return refusal.rule, refusal.says
