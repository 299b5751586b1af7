"""Who could do what somebody was refused: only people whom no rule would stop for a reason of their own."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from certwright.core.entry import Proposal
from certwright.core.functions import Function
from certwright.core.rules import Refusal
from certwright.office.enclosing import Enclosed, try_out
from certwright.office.means import Means
from certwright.office.outcome import Performed, Refused

MOST = 20
"""How many people are tried at most; nobody reads a longer list."""


Holders = Callable[[Function, date], Sequence[str]]
"""Who holds a function on a day: the ids of persons."""


def who_could_lift(
    refused: Refused, proposals: Sequence[Proposal], enclosed: Enclosed, means: Means, holders: Holders
) -> list[tuple[str, ...] | None]:
    """For each refusal, in their order: who could do what it asks for, or ``None`` if it names no function."""
    proposal = next(item for item in proposals if item.id == refused.act_id)

    def could(refusal: Refusal) -> tuple[str, ...] | None:
        if refusal.could is None:
            return None
        people = holders(refusal.could.function, proposal.effective_on)
        person = whom_it_is_about(refusal, proposal)
        others = tuple(other for other in people if other != (person or proposal.actor))
        return others if person is None else who_would_pass(others, person, refused, proposals, enclosed, means)

    return [could(refusal) for refusal in refused.refusals]


def who_would_pass(
    people: Iterable[str],
    instead_of: str,
    refused: Refused,
    proposals: Sequence[Proposal],
    enclosed: Enclosed,
    means: Means,
) -> tuple[str, ...]:
    """Those of ``people`` who could stand ``instead_of`` somebody in the refused act, as its actor or in its fields.

    What else stands against the act, whoever does it, must be put right by itself and counts against nobody.
    """
    stood = {_reason(refusal) for refusal in refused.refusals}

    def passes(person: str) -> bool:
        other = [standing_in(item, instead_of, person) if item.id == refused.act_id else item for item in proposals]
        outcome = try_out(enclosed, other, means)
        if isinstance(outcome, Performed) or outcome.act_id != refused.act_id:
            return True
        return {_reason(refusal) for refusal in outcome.refusals} < stood

    return tuple(person for person in list(people)[:MOST] if passes(person))


def standing_in(proposal: Proposal, instead_of: str, person: str) -> Proposal:
    """The proposal with ``person`` wherever it has ``instead_of``: as its actor, appointed, among the deciders …"""
    fields = proposal.act.model_dump()
    for name, prefix in proposal.act.spec.references:
        if not prefix:
            fields[name] = _replaced(fields[name], instead_of, person)
    actor = person if proposal.actor == instead_of else proposal.actor
    return replace(proposal, actor=actor, act=type(proposal.act).model_validate(fields))


def whom_it_is_about(refusal: Refusal, proposal: Proposal) -> str | None:
    """The person the refusal speaks of, if somebody else could lift it by standing in for them in this very act (and
    not, say, by approving a deviation)."""
    person = refusal.evidence.get("person")
    if refusal.could is None or person is None or refusal.rule == "record.deviation-is-approved":
        return None
    return person if person == proposal.actor or person in proposal.act.gathers() else None


def _replaced(value: object, old: str, new: str) -> object:
    if isinstance(value, tuple | list):
        return tuple(dict.fromkeys(_replaced(item, old, new) for item in value))
    return new if value == old else value


def _reason(refusal: Refusal) -> tuple[str, str]:
    return refusal.rule, refusal.says
