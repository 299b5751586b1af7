"""Do what is due by the clock: send the outbox, sign the daily root, write reminders, throw away what is old.

Runs until it is stopped by SIGTERM or Ctrl+C, and then ends after the job in hand. Several may run at once, on several
machines: each job is done once. What fails is tried again with growing pauses. “certwright serve” runs it beside the
pages; with --once it does what is due now and ends, for those who prefer a timer of their own.
"""

from argparse import ArgumentParser, Namespace
from io import StringIO

from django.core.management import call_command

from certwright.cli.outcome import Outcome

JSON = {"done": "names of the scheduled jobs that were due and put into the queue (with --once)"}


def add_arguments(parser: ArgumentParser) -> None:
    """Whether to go on."""
    parser.add_argument("--once", action="store_true", help="do what is due now, and end")


def run(options: Namespace) -> Outcome:
    """Run the jobs."""
    out = StringIO()
    call_command("run_jobs", once=options.once, stdout=out)
    done = out.getvalue().split()
    return Outcome({"done": done}, f"Done: {', '.join(done) or 'nothing was due'}." if options.once else "")
