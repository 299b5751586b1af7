"""The figures promised for the record: what one act costs, what a million cost, how long a person waits.

    python tests/bench/bench_record.py [--acts 1000000] [--seconds 60]

Runs on a new SQLite database, or on the empty PostgreSQL database ``CERTWRIGHT_TEST_DATABASE`` names
(``scripts/postgres_cluster.py`` makes one). The result goes to ``var/bench/record-….json``, a table to standard output.
Nothing is asserted about time: a busy machine is no fault of the program. How fast and how busy it was, the yardstick
tells: the seconds a fixed piece of plain Python (five million additions) took between the measurements.
"""

import argparse
import json
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

import django

RESULTS = Path(__file__).resolve().parents[2] / "var" / "bench"


@dataclass(frozen=True)
class Figure:
    """A figure with what was promised."""

    name: str
    found: float
    promised: float
    unit: str
    note: str = ""

    @property
    def line(self) -> str:
        """A line of the table."""
        met = "met" if self.found <= self.promised else "NOT MET"
        return f"{self.name:58} {self.found:10,.1f}  of {self.promised:6,.0f} {self.unit:6} {met} {self.note}"


def main(acts: int, seconds: float, folder: Path) -> None:
    """Measure everything and tell."""
    found = measure(acts, seconds, folder)
    RESULTS.mkdir(parents=True, exist_ok=True)
    target = RESULTS / f"record-{found['database']}.json"
    target.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    for figure in figures(found):
        print(figure.line)
    print(f"Yardstick: {found['yardstick_seconds']} s. Everything is in {target}.")


def measure(acts: int, seconds: float, folder: Path) -> dict[str, Any]:
    """All measurements, in an empty database."""
    from django.core.management import call_command
    from django.db import connection

    from bench import contention, one_act, whole_journal
    from certwright.office.installation import means

    call_command("migrate", verbosity=0)
    yardsticks = [_yardstick()]
    whole = whole_journal.measured(acts, folder)
    yardsticks.append(_yardstick())
    tools = means()
    statements = one_act.statements(tools)
    timed = one_act.timed(tools)
    pure = {str(number): round(one_act.folding_and_judging(number) * 1_000, 2) for number in (200, 2_000)}
    yardsticks.append(_yardstick())
    connection.close()
    waits = contention.measured(seconds)
    return {
        "database": connection.vendor,
        "python": sys.version.split()[0],
        "processors": os.cpu_count(),
        "yardstick_seconds": yardsticks,
        "statements": statements,
        "milliseconds": {name: round(getattr(timed, name) * 1_000, 2) for name in ("bare", "warm", "cold")},
        "fold_and_judge_milliseconds": pure,
        "whole": whole,
        "waits": waits,
    }


def figures(found: dict[str, Any]) -> list[Figure]:
    """What was promised in the order of the issue."""
    bare, warm, cold = (found["milliseconds"][name] for name in ("bare", "warm", "cold"))
    pure, whole = found["fold_and_judge_milliseconds"], found["whole"]
    waits = found["waits"]["person"]
    spent = {name: one["clock"] for name, one in whole["seconds_per_million"].items()}
    worked = {name: f"(processor: {one['processor']} s)" for name, one in whole["seconds_per_million"].items()}
    nothing = "rebuild from nothing"
    return [
        Figure("Statements of a typical act, dossiers not in memory", found["statements"]["cold"], 15, ""),
        Figure("perform beside one bare transaction, cold", cold / bare, 12, "times"),
        Figure("perform beside one bare transaction, warm", warm / bare, 5, "times"),
        Figure("Read, fold and judge 200 acts without the database", pure["200"], 5, "ms"),
        Figure("Read, fold and judge 2,000 acts without the database", pure["2000"], 50, "ms"),
        Figure("Verify, per million acts", spent["verify"], 30, "s", worked["verify"]),
        Figure("Rebuild all rows from nothing, per million acts", spent[nothing], 45, "s", worked[nothing]),
        Figure("Prove, per million acts", spent["prove"], 120, "s", worked["prove"]),
        Figure("Disk per act, rows included", whole["bytes_per_act"] / 1_000, 2, "kB"),
        Figure("A person's act beside four greedy writers and a job, p99", waits["p99_ms"], 250, "ms"),
    ]


def _yardstick() -> float:
    begun = perf_counter()
    total = 0
    for number in range(5_000_000):
        total += number
    return round(perf_counter() - begun, 3)


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description="Measure the record.")
    asked.add_argument("--acts", type=int, default=20_000, help="size of the journal that is gone through")
    asked.add_argument("--seconds", type=float, default=15.0, help="how long people and jobs contend")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="certwright-bench-") as place:
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "certwright.config.settings",
            "CERTWRIGHT_MODE": "test",
            "CERTWRIGHT_DATA": place,
            "CERTWRIGHT_DATABASE": os.environ.get("CERTWRIGHT_TEST_DATABASE", ""),
            "PYTHONPATH": os.pathsep.join(str(RESULTS.parents[1] / part) for part in ("src", "tests")),
        }
        sys.path.insert(0, str(RESULTS.parents[1] / "tests"))
        django.setup()
        main(options.acts, options.seconds, Path(place))
