"""Django below the command line: its own commands, and its settings and database for ours."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches

from certwright.cli.commands import commands
from certwright.cli.outcome import BadInput, Problem, Status, Unavailable


@contextmanager
def record() -> Iterator[None]:
    """Set Django up with the installation's settings; while inside, what the database cannot do is Unavailable.

    Raises:
        BadInput: the settings do not do.
    """
    _set_up()
    from django.db import Error

    try:
        yield
    except Error as error:
        raise Unavailable(f"The database cannot serve: {str(error).strip()}. See: certwright doctor") from error


def run(words: Sequence[str]) -> int:
    """Run one of Django's commands and give back its exit status."""
    try:
        _set_up()
        _must_be_known(words[0])
    except BadInput as bad:
        print(bad, file=sys.stderr)
        return Status.BAD_INPUT
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(["certwright", *words])
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(bool(ended.code))
    return Status.DONE


def _set_up() -> None:
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise BadInput(*(Problem(line) for line in str(error).splitlines())) from error


def _must_be_known(name: str) -> None:
    from django.core.management import get_commands

    theirs = {*get_commands(), "help", "version"}
    if name in theirs:
        return
    ours = {command.name for command in commands()}
    longer = sorted(command for command in ours if command.startswith(f"{name} "))
    near = longer or get_close_matches(name, ours | theirs, n=3)
    remedy = f"Did you mean: {', '.join(near)}?" if near else "See: certwright --help"
    raise BadInput(Problem(f"There is no command “{name}”.", remedy))
