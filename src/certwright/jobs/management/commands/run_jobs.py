"""Runs the jobs: what is due by the clock, and what was put into the queue. ``certwright jobs`` calls it."""

import os
import socket
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from certwright.jobs.running import Runner


class Command(BaseCommand):
    """Run jobs until stopped, or once."""

    help = "Run the jobs that are due, until stopped (SIGTERM, Ctrl+C) or once."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to go on."""
        parser.add_argument("--once", action="store_true", help="do what is due now, and end")

    def handle(self, *args: Any, once: bool, **options: Any) -> str | None:
        """Run. Gives back the names of the scheduled jobs that were done, one per line."""
        runner = Runner(f"{socket.gethostname()[:40]}-{os.getpid()}", timezone.now)
        if once:
            return "\n".join(runner.once())
        runner.stop_on_signals()
        runner.run()
        return None
