"""How long a person waits while four greedy writers and a bulk job record: each a process of its own."""

import json
import subprocess
import sys
import time
from typing import Any

ROLES = ("greedy", "greedy", "greedy", "greedy", "bulk", "person")
START_UP = 4.0
"""Seconds the processes have to import the program before they all begin."""


def measured(seconds: float) -> dict[str, Any]:
    """Milliseconds from asking to answer, by role, and how many transactions each role had."""
    begin = time.time() + START_UP
    running = []
    for number, role in enumerate(ROLES):
        name = f"{role}{number}-{begin:.0f}"
        command = (sys.executable, "-m", "bench.contending", role, name, str(begin), str(seconds))
        running.append(subprocess.Popen(command, stdout=subprocess.PIPE))
    took: dict[str, list[float]] = {}
    for process in running:
        said, _ = process.communicate()
        if process.returncode:
            raise SystemExit("a process that was to record could not")
        told = json.loads(said)
        took.setdefault(told["role"], []).extend(told["took"])
    return {role: _spread(waits) for role, waits in took.items()}


def _spread(seconds: list[float]) -> dict[str, float]:
    ordered = sorted(seconds)
    shares = {"p50": 0.5, "p99": 0.99, "longest": 1.0}
    found = {name: ordered[min(len(ordered) - 1, int(len(ordered) * share))] for name, share in shares.items()}
    return {"transactions": len(ordered)} | {f"{name}_ms": round(value * 1_000, 1) for name, value in found.items()}
