"""The command line: a front door that also runs Django's own commands."""

import os
import sys


def main() -> int:
    """Run the command the process was called with. Returns the exit status."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "certwright.config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
    return 0
