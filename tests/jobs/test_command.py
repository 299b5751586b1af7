"""``certwright jobs``: once for a timer of one's own, or until SIGTERM."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest


def environment(folder: Path) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith(("CERTWRIGHT_", "DJANGO_"))}
    return {**own, "CERTWRIGHT_DATA": str(folder), "CERTWRIGHT_LOG_LEVEL": "INFO"}


def certwright(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    program = [sys.executable, "-m", "certwright", *words]
    return subprocess.run(program, env=environment(folder), capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installation")
    assert certwright(folder, "migrate", "--verbosity", "0").returncode == 0
    return folder


@pytest.mark.slow
def test_once_does_what_is_due_and_ends(installation: Path) -> None:
    first = certwright(installation, "jobs", "--once", "--json")
    assert first.returncode == 0, first.stderr
    assert '"outbox"' in first.stdout
    assert certwright(installation, "jobs", "--once").stdout in {"Done: nothing was due.\n", "Done: outbox.\n"}


@pytest.mark.slow
def test_it_ends_cleanly_when_it_is_told_to(installation: Path) -> None:
    program = [sys.executable, "-m", "certwright", "jobs"]
    running = subprocess.Popen(program, env=environment(installation), stderr=subprocess.PIPE, text=True)
    assert running.stderr is not None
    for line in running.stderr:
        if "jobs are running" in line:
            break
    time.sleep(0.2)
    running.send_signal(signal.SIGTERM)
    assert running.wait(timeout=30) == 0
    assert "jobs have stopped" in running.stderr.read()
    running.stderr.close()
