"""The people a refusal can send somebody to: found among those who hold the function, tried by the office."""

from collections.abc import Sequence

from certwright.answers.who_could import who_could
from certwright.core.entry import Proposal
from certwright.core.rules import Refusal
from certwright.office.candidates import who_would_pass, whom_it_is_about
from certwright.office.enclosing import Enclosed
from certwright.office.means import Means
from certwright.office.outcome import Refused


def candidates(
    refused: Refused, proposals: Sequence[Proposal], enclosed: Enclosed, means: Means
) -> list[tuple[str, ...] | None]:
    """For each refusal, in their order: who could do what it asks for, or ``None`` if it names no function."""
    proposal = next(item for item in proposals if item.id == refused.act_id)

    def could(refusal: Refusal) -> tuple[str, ...] | None:
        if refusal.could is None:
            return None
        people = who_could(refusal.could.function, proposal.effective_on, means.using)
        person = whom_it_is_about(refusal, proposal)
        others = tuple(other for other in people if other != (person or proposal.actor))
        return others if person is None else who_would_pass(others, person, refused, proposals, enclosed, means)

    return [could(refusal) for refusal in refused.refusals]
