"""Giving orders to a program that is killed while it records (``mortal.py``)."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from django.db import connection

TESTS = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Told:
    """What somebody asked for before the end, and what was acknowledged to them."""

    killed: bool
    asked: tuple[str, ...]
    recorded: tuple[str, ...]


@dataclass(frozen=True)
class Mortals:
    """The program, waiting for orders."""

    program: "subprocess.Popen[str]"

    def live(self, life: str, seed: int, **order: Any) -> Told:
        """Let somebody live: to the end, up to statement ``at``, until ``after_commit``, for some ``milliseconds``."""
        assert self.program.stdin
        assert self.program.stdout
        self.program.stdin.write(json.dumps({"life": life, "seed": seed, **order}) + "\n")
        self.program.stdin.flush()
        told = json.loads(self.program.stdout.readline() or '{"broke": "the program ended"}')
        assert "broke" not in told, told
        return Told(told["killed"], tuple(told["asked"]), tuple(told["recorded"]))


@contextmanager
def mortals(folder: Path) -> Iterator[Mortals]:
    """The program, on the database of this test and the attachments in ``folder``."""
    environment = os.environ | {
        "CERTWRIGHT_DATABASE": _address(),
        "CERTWRIGHT_DATA": str(folder),
        "PYTHONPATH": os.pathsep.join([str(TESTS), str(TESTS.parent / "src")]),
    }
    command = [sys.executable, "-m", "faults.mortal"]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=folder
    ) as program:
        yield Mortals(program)
        assert program.stdin
        program.stdin.close()
        assert program.wait(10) == 0


def _address() -> str:
    """The database this test works on, as another program is told."""
    given = connection.settings_dict
    if connection.vendor == "sqlite":
        return str(given["NAME"])
    options = {**given["OPTIONS"], "host": given["HOST"]} | ({"port": given["PORT"]} if given["PORT"] else {})
    user = quote(given["USER"]) + (f":{quote(given['PASSWORD'])}" if given["PASSWORD"] else "")
    return f"postgresql://{user}@/{quote(given['NAME'])}?{urlencode(options)}"
