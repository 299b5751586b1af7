"""From words to an exit status: find the command, read its arguments, do it, print what came of it."""

import json
import os
import sys
import traceback
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from inspect import cleandoc
from typing import Any, NoReturn

from certwright import __version__
from certwright.cli import django_commands
from certwright.cli.commands import GROUPS, Command, OnRecord, find
from certwright.cli.outcome import BadInput, Outcome, Problem, Status, Unavailable

INTERRUPTED = 130
"""The exit status after Ctrl+C, as shells have it (128 and the number of the signal)."""

OUR_FAULT = 70
"""The exit status when the program itself failed (``EX_SOFTWARE``), so that nobody takes it for an answer."""

_ASKS_FOR_HELP: tuple[list[str], ...] = ([], ["-h"], ["--help"], ["help"])


def run(words: Sequence[str]) -> int:
    """Run the command that ``words`` name, and give back the exit status."""
    try:
        if list(words) in _ASKS_FOR_HELP:
            print(overview())
        elif list(words) == ["--version"]:
            print(__version__)
        elif found := find(words):
            return _run(*found)
        else:
            return django_commands.run(words)
    except KeyboardInterrupt:
        print("\nInterrupted.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # the reader (head, a pager) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception:
        traceback.print_exc()
        print(f"\nThe program failed (release {__version__}). Please report what stands above.", file=sys.stderr)
        return OUR_FAULT
    return Status.DONE


def overview() -> str:
    """What ``certwright --help`` prints."""
    widest = max(len(command.name) for group in GROUPS.values() for command in group)
    lines = ["Runs a certification body, and keeps the evidence.", "", "certwright COMMAND [--help] [--json]"]
    for title, group in GROUPS.items():
        lines += ["", title]
        lines += [f"  {command.name:{widest}}  {command.summary}" for command in group]
    lines += ["", "Beside these, Django's commands: certwright migrate, check, shell, … (certwright help --commands)"]
    return "\n".join(lines)


def parser_of(command: Command) -> ArgumentParser:
    """The parser of one command; the reference page is written from it."""
    module = command.module()
    parser = _Parser(
        prog=f"certwright {command.name}",
        description=cleandoc(module.__doc__ or command.summary),
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    module.add_arguments(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON document for programs")
    return parser


class _Parser(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise BadInput(Problem(message[:1].upper() + message[1:] + ".", f"See: {self.prog} --help"))


def _run(command: Command, words: Sequence[str]) -> int:
    as_json = "--json" in words
    try:
        outcome = _done(command, words)
    except SystemExit as asked_for_help:
        return int(asked_for_help.code or 0)
    except BadInput as bad:
        problems = [_problem_data(problem) for problem in bad.problems]
        _tell(command, Outcome({"problems": problems}, str(bad), Status.BAD_INPUT), as_json, sys.stderr)
        return Status.BAD_INPUT
    except BrokenPipeError:
        raise
    except (Unavailable, OSError) as unavailable:
        says = str(unavailable)
        _tell(command, Outcome({"says": says}, says, Status.UNAVAILABLE), as_json, sys.stderr)
        return Status.UNAVAILABLE
    _tell(command, outcome, as_json, sys.stdout)
    return outcome.status


def _done(command: Command, words: Sequence[str]) -> Outcome:
    if not isinstance(command, OnRecord):
        return command.module().run(parser_of(command).parse_args(words))
    with django_commands.record():
        return command.module().run(parser_of(command).parse_args(words))


def _tell(command: Command, outcome: Outcome, as_json: bool, stream: Any) -> None:
    if as_json:
        document = {"command": command.name, "status": outcome.status.word, **outcome.data}
        print(json.dumps(document, indent=2, ensure_ascii=False, default=_plain))
    elif outcome.text:
        print(outcome.text, file=stream)
    sys.stdout.flush()


def _problem_data(problem: Problem) -> Mapping[str, Any]:
    return {
        "file": problem.file or None,
        "line": problem.line,
        "field": problem.field or None,
        "says": problem.says,
        "remedy": problem.remedy or None,
    }


def _plain(value: object) -> object:
    """What JSON has no form for: days and instants as ISO 8601, exact decimals as text, tuples and sets as lists."""
    if isinstance(value, date):  # a datetime is one, too
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Iterator | frozenset | set):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no place in a JSON document")
