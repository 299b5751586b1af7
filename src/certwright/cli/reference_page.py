"""Writes the page of commands from their parsers: ``python -m certwright.cli.reference_page``."""

import os
from argparse import SUPPRESS, Action, ArgumentParser
from collections.abc import Iterator
from inspect import cleandoc

from certwright.cli.commands import GROUPS, Command

HEAD = """\
# Commands

`certwright COMMAND` does everything that can be done without pages, and runs Django's own commands (`migrate`, `check`,
`shell`, …) beside. `certwright --help` lists the commands, `certwright COMMAND --help` tells what one takes. Written
from `src/certwright/cli/`.

## Exit statuses

| Status | JSON | Meaning |
| --- | --- | --- |
| 0 | `done` | What was asked for is done, or nothing was found wrong. |
| 1 | `fault` | The command looked, and found something wrong. |
| 2 | `bad-input` | What was typed, or a file that was named, cannot be used. Nothing was recorded. |
| 3 | `refused` | A rule bars the act. Nothing was recorded. |
| 4 | `unavailable` | Database, disk or storage cannot serve now. It says whether anything was recorded; try again. |
| 70 | | The program itself failed. Please report it. |
| 130 | | Interrupted. |

## JSON

With `--json` a command prints one document on standard output, whatever comes of it. It begins with `command` and
`status`. With the status `bad-input` it holds `problems` (file, line, field, says, remedy), with `unavailable` it holds
`says`. Days and instants are ISO 8601, instants in UTC; exact decimals are texts. [What you may rely on](versioning.md)
says what stays.

Long work tells its progress on standard error: on a terminal by itself, elsewhere with `--progress`.
"""


def page() -> str:
    """The page as Markdown."""
    return HEAD + "".join(_groups())


def _groups() -> Iterator[str]:
    for title, group in GROUPS.items():
        yield f"\n## {title}\n"
        for command in group:
            yield from _command(command)


def _command(command: Command) -> Iterator[str]:
    from certwright.cli.running import parser_of

    parser = parser_of(command)
    module = command.module()
    yield f"\n### certwright {command.name}\n\n{_described(module.__doc__ or command.summary)}\n"
    if arguments := [action for action in parser._actions if action.help is not SUPPRESS and action.dest != "help"]:
        yield "\n| Argument | |\n| --- | --- |\n"
        yield from (f"| {_written(action, parser)} | {_told(action)} |\n" for action in arguments)
    if fields := getattr(module, "JSON", None):
        yield "\n| In the JSON document | |\n| --- | --- |\n"
        yield from (f"| `{name}` | {meaning} |\n" for name, meaning in fields.items())


def _described(text: str) -> str:
    """A docstring as Markdown: indented examples become code."""
    lines, code = [], False
    for line in cleandoc(text).replace("``", "`").splitlines():
        indented = line.startswith("    ")
        if indented and not code:
            lines.append("```yaml")
        elif code and not indented and line:
            lines.insert(len(lines) - 1, "```")
        code = indented or (code and not line)
        lines.append(line[4:] if indented else line)
    return "\n".join([*lines, "```"] if code else lines)


def _written(action: Action, parser: ArgumentParser) -> str:
    name = str(action.metavar or action.dest.upper())
    value = parser._get_formatter()._format_args(action, name) if action.nargs != 0 else ""
    words = [*action.option_strings[-1:], value]
    asked = " (required)" if action.required and action.option_strings else ""
    return f"`{' '.join(filter(None, words))}`{asked}"


def _told(action: Action) -> str:
    told = (action.help or "").replace("|", "\\|").replace("%%", "%")
    choices = f" One of: {', '.join(f'`{choice}`' for choice in action.choices)}." if action.choices else ""
    return (told + choices).strip()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "certwright.config.settings")
    import django

    django.setup()
    print(page(), end="")
