"""Record the acts of a file: all of them or none, and every reason if they are refused.

A file of acts:

    as: person:anna                     # who does the acts below (or give --as)
    acts:
      - do: client.register             # which act; “certwright rules --json” lists them with their rules
        in: client:helmets              # the dossier it is recorded in
        on: 2026-11-23                  # the day it takes effect; default: today
        with:                           # the fields of the act
          legal_entity: {name: Helmets & Sons, form: Ltd, town: York, country: GB}
          sites:
            - {code: "1", name: Works, town: York, country: GB}

Further keys of an act: “as” (somebody else does this one), “id” (asking again with the same id records once),
“expects” (how many acts the dossier had when you looked), “on_behalf: {whom, evidence}”, “deviations: [{rule, reason,
approver}]”. Where a field takes an attachment or a pack's text, a path beside the file may be given; it is put in store
with the act. What can be computed (the acts an erasure removes, the text of a shipped pack) may be left out.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path

from django.conf import settings

from certwright.cli.act_file import ActFile, read_act_file
from certwright.cli.candidates import candidates
from certwright.cli.outcome import BadInput, Outcome, Problem, Status, Unavailable
from certwright.cli.proposing import Asking, Proposed, propose
from certwright.cli.ready import must_be_ready
from certwright.cli.wording import entries_text, entry_data, refusals_data, refusals_text
from certwright.journal.attachments import AttachmentTooLarge
from certwright.office import installation
from certwright.office.enclosing import perform_with, try_out
from certwright.office.means import Means, local_day
from certwright.office.outcome import Performed, RecordUnavailable, Refused


def add_arguments(parser: ArgumentParser) -> None:
    """The file, who acts, and whether it is meant."""
    parser.add_argument("file", metavar="FILE.yaml", type=Path, help="the acts")
    parser.add_argument("--as", dest="actor", metavar="PERSON", help="who does the acts that name nobody of their own")
    parser.add_argument("--dry-run", action="store_true", help="judge the acts and record nothing")


def run(options: Namespace) -> Outcome:
    """Read, propose, record."""
    must_be_ready()
    means = installation.means()
    file = read_act_file(options.file)
    proposed = propose(file, Asking(options.actor, _days(means), settings.CERTWRIGHT_ATTACHMENT_LIMIT, means.using))
    record = try_out if options.dry_run else perform_with
    try:
        outcome = record(proposed.enclosed, proposed.proposals, means)
    except RecordUnavailable as error:
        raise Unavailable(_try_again(error, proposed)) from error
    except (AttachmentTooLarge, ValueError) as error:
        raise BadInput(Problem(f"{error}.", "Try again.", str(file.path))) from error
    if isinstance(outcome, Refused):
        return _refused(outcome, proposed, file, means)
    return _performed(outcome, options.dry_run)


def _days(means: Means) -> Callable[[str | None], date]:
    def today(zone: str | None) -> date:
        body = installation.body(means.using)
        return local_day(means.clock(), body.time_zone if body.is_open or zone is None else zone)

    return today


def _performed(outcome: Performed, dry_run: bool) -> Outcome:
    data = {
        "recorded": not (dry_run or outcome.repeated),
        "repeated": outcome.repeated,
        "acts": [entry_data(entry) for entry in outcome.entries],
    }
    head = "Recorded:"
    if dry_run:
        head = "Would be recorded (nothing was):"
    elif outcome.repeated:
        head = "On record already, nothing was recorded again:"
    return Outcome(data, "\n".join([head, *entries_text(outcome.entries)]))


def _refused(outcome: Refused, proposed: Proposed, file: ActFile, means: Means) -> Outcome:
    proposal = next(proposal for proposal in proposed.proposals if proposal.id == outcome.act_id)
    could = candidates(outcome, proposed.proposals, proposed.enclosed, means)
    line = proposed.lines[proposal.id]
    data = {**refusals_data(outcome, could, proposal), "file": str(file.path), "line": line}
    return Outcome(data, refusals_text(outcome, could, proposal, f"{file.path}:{line}: "), Status.REFUSED)


def _try_again(error: RecordUnavailable, proposed: Proposed) -> str:
    ids = ", ".join(proposal.id for proposal in proposed.proposals)
    return (
        f"The record cannot take this now ({str(error).strip()}). Nothing was recorded. "
        f"Try again; with these ids in the file, asking twice records once: {ids}"
    )
