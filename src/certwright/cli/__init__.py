"""The command line: a front door that also runs Django's own commands."""

import os
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that ``argv`` names (default: what the process was called with). Returns the exit status."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "certwright.config.settings")
    from certwright.cli.running import run

    return run(list(sys.argv[1:] if argv is None else argv))
