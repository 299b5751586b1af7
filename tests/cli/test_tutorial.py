"""The tutorial is walked as it is written: each block is run in one folder, and prints what the page says it does."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from architecture.source import CHECKOUT

PAGE = CHECKOUT / "docs" / "tutorial" / "first-steps.md"
BLOCK = re.compile(r"```(sh|text)\n(.*?)```", flags=re.DOTALL)


def _steps() -> list[tuple[str, str]]:
    """Each command with the output the page promises."""
    blocks = BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    assert [kind for kind, _ in blocks] == ["sh", "text"] * (len(blocks) // 2)
    return [(command, output) for (_, command), (_, output) in zip(blocks[::2], blocks[1::2], strict=True)]


def _pattern(output: str) -> re.Pattern[str]:
    """``…`` stands for anything within a line, and alone on a line for any number of lines."""
    lines = [
        r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line).replace("…", ".*") + "\n"
        for line in output.splitlines()
    ]
    return re.compile("".join(lines))


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """The environment of a newcomer's shell: no settings, and the program on the path."""
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin" / "certwright"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m certwright "$@"\n')
    program.chmod(0o755)
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("CERTWRIGHT_", "DJANGO_"))}
    return clean | {"PATH": f"{tmp_path / 'bin'}:{clean['PATH']}", "PYTHONPATH": str(CHECKOUT / "src")}


def test_every_step_prints_what_the_page_says(tmp_path: Path, surroundings: dict[str, str]) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    steps = _steps()
    assert len(steps) > 5
    for command, promised in steps:
        done = subprocess.run(
            ["sh", "-c", command], cwd=folder, env=surroundings, capture_output=True, text=True, check=False
        )
        assert _pattern(promised).search(done.stdout + done.stderr), f"{command}\n{done.stdout}\n{done.stderr}"
