"""Proposing acts to the one door from the command line, and telling what came of it: the same for every command."""

from argparse import ArgumentParser
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from certwright.answers.who_could import who_could
from certwright.cli.outcome import BadInput, Outcome, Problem, Status, Unavailable
from certwright.cli.wording import entries_text, entry_data, refusals_data, refusals_text
from certwright.core.entry import Proposal
from certwright.journal.attachments import AttachmentTooLarge
from certwright.office.candidates import who_could_lift
from certwright.office.enclosing import Enclosed, perform_with, try_out
from certwright.office.means import Means
from certwright.office.outcome import Outcome as Answer
from certwright.office.outcome import OutcomeUnknown, Performed, RecordUnavailable, Refused

RECORDED = {
    "recorded": "whether anything was recorded now",
    "repeated": "whether all of it was on record already",
    "acts": "id, form, dossier, seq, actor, effective_on, recorded_at, breaches (rule, sentence, evidence)",
    "act": "if refused, the act that was: id, form, dossier",
    "refusals": "if refused, every reason: says, remedy, sentence (id), evidence, rule, force, asks, could (people)",
    "file": "if refused, the file the act was asked for in",
    "line": "if refused, the line of the act in it",
}
"""What JSON documents of commands that record acts hold."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the door, and where each act was asked for: the file and line, by the act's id."""

    proposals: Sequence[Proposal]
    enclosed: Enclosed
    file: str = ""
    lines: Mapping[str, int] | None = None

    def place(self, act_id: str) -> str:
        """Where an act was asked for, as it stands before a message: ``acts.yaml:3: ``."""
        return f"{self.file}:{(self.lines or {}).get(act_id, 1)}: " if self.file else ""


def add_dry_run(parser: ArgumentParser) -> None:
    """Let a command be tried without consequences."""
    parser.add_argument("--dry-run", action="store_true", help="judge, and record nothing")


def record(asked: Asked, means: Means) -> Outcome:
    """Record the acts, or say everything that stands against them."""
    return _answered(asked, means, perform_with, "Recorded:")


def rehearse(asked: Asked, means: Means) -> Outcome:
    """Say what would come of it; record nothing."""
    return _answered(asked, means, try_out, "Would be recorded (nothing was):")


def _answered(
    asked: Asked, means: Means, ask: Callable[[Enclosed, Sequence[Proposal], Means], Answer], head: str
) -> Outcome:
    try:
        answer = ask(asked.enclosed, asked.proposals, means)
    except RecordUnavailable as error:
        raise Unavailable(_try_again(error, asked)) from error
    except (AttachmentTooLarge, ValueError) as error:
        raise BadInput(Problem(f"{error}.", "Try again.", asked.file)) from error
    if isinstance(answer, Refused):
        return _refused(answer, asked, means)
    recorded = ask is perform_with and not answer.repeated
    return _performed(answer, "On record already, nothing was recorded again:" if answer.repeated else head, recorded)


def _performed(answer: Performed, head: str, recorded: bool) -> Outcome:
    data = {
        "recorded": recorded,
        "repeated": answer.repeated,
        "acts": [entry_data(entry) for entry in answer.entries],
    }
    return Outcome(data, "\n".join([head, *entries_text(answer.entries)]))


def _refused(answer: Refused, asked: Asked, means: Means) -> Outcome:
    proposal = next(proposal for proposal in asked.proposals if proposal.id == answer.act_id)
    holders = partial(who_could, using=means.using)
    could = who_could_lift(answer, asked.proposals, asked.enclosed, means, holders)
    data: dict[str, Any] = {**refusals_data(answer, could, proposal, means.using)}
    if asked.file:
        data |= {"file": asked.file, "line": (asked.lines or {}).get(answer.act_id)}
    text = refusals_text(answer, could, proposal, asked.place(answer.act_id), means.using)
    return Outcome(data, text, Status.REFUSED)


def _try_again(error: RecordUnavailable, asked: Asked) -> str:
    known = "It is not known whether it was recorded." if isinstance(error, OutcomeUnknown) else "Nothing was recorded."
    ids = "".join(f"\n  {asked.place(item.id)}id: {item.id}" for item in asked.proposals)
    return (
        f"The record cannot take this now ({str(error).strip().rstrip('.')}). {known} Try again; "
        f"with these ids given to the acts, asking twice records once:{ids}"
    )
