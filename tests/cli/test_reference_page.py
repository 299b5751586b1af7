"""The page of commands agrees with the parsers."""

from pathlib import Path

import pytest

from certwright.cli.commands import Command, commands
from certwright.cli.reference_page import page

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "cli.md"


def test_the_page_is_what_the_parsers_say() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert written == page(), "Write it anew: python -m certwright.cli.reference_page > docs/reference/cli.md"


@pytest.mark.parametrize("command", list(commands()), ids=lambda command: command.name)
def test_every_argument_is_explained(command: Command) -> None:
    text = page()
    section = text[text.index(f"### certwright {command.name}\n") :].partition("\n### ")[0]
    assert "|  |\n" not in section, "an argument has no help"
