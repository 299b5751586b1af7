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
approver}]”. Where a field takes an attachment or a pack's text, and as evidence of acting for somebody else, a path
beside the file may be given; it is put in store with the act. Where a field takes a day, “today” may be given. What
can be computed (the acts an erasure removes, the text of a shipped pack) may be left out.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path

from django.conf import settings

from certwright.cli.act_file import read_act_file
from certwright.cli.outcome import Outcome
from certwright.cli.proposing import Asking, propose
from certwright.cli.ready import must_be_ready
from certwright.cli.recording import RECORDED, Asked, add_dry_run, record, rehearse
from certwright.office import installation
from certwright.office.means import Means, local_day

JSON = RECORDED


def add_arguments(parser: ArgumentParser) -> None:
    """The file, who acts, and whether it is meant."""
    parser.add_argument("file", metavar="FILE.yaml", type=Path, help="the acts")
    parser.add_argument("--as", dest="actor", metavar="PERSON", help="who does the acts that name nobody of their own")
    add_dry_run(parser)


def run(options: Namespace) -> Outcome:
    """Read, propose, record."""
    must_be_ready()
    means = installation.means()
    file = read_act_file(options.file)
    proposed = propose(file, Asking(options.actor, _days(means), settings.CERTWRIGHT_ATTACHMENT_LIMIT, means.using))
    asked = Asked(proposed.proposals, proposed.enclosed, str(file.path), proposed.lines)
    return rehearse(asked, means) if options.dry_run else record(asked, means)


def _days(means: Means) -> Callable[[str | None], date]:
    """The body's day: by the zone it was founded with, or by the one it is about to be founded with."""

    def today(founding: str | None) -> date:
        body = installation.body(means.using)
        return local_day(means.clock(), body.time_zone if body.is_open else founding or body.time_zone)

    return today
