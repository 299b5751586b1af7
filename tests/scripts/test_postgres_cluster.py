"""The private cluster passes the command's status on and leaves nothing behind, whatever happens to the command.

Each test makes a cluster of its own, which takes seconds. They are run by ``make postgres``, not by ``make test``.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import postgres_cluster
from architecture.source import CHECKOUT

SCRIPT = CHECKOUT / "scripts" / "postgres_cluster.py"

makes_a_cluster = pytest.mark.skipif("CERTWRIGHT_TEST_DATABASE" not in os.environ, reason="part of make postgres")


def _started(*command: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, str(SCRIPT), *command], stdout=subprocess.PIPE, text=True, preexec_fn=_as_at_a_terminal
    )


def _as_at_a_terminal() -> None:
    """A shell without job control starts what runs in the background deaf to Ctrl+C, and its children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _folder(address: str) -> Path:
    return Path(address.strip().partition("host=")[2])


def _has_ended(process: int) -> bool:
    """Whether a process is gone, or has ended and only waits to be collected by its parent."""
    found = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
    return found.stdout.strip()[:1] in {"", "Z"}


@makes_a_cluster
def test_the_command_finds_the_database_and_its_status_is_passed_on() -> None:
    says = "import os; print(os.environ['CERTWRIGHT_TEST_DATABASE']); raise SystemExit(3)"
    process = _started(sys.executable, "-c", says)
    address, _ = process.communicate(timeout=60)
    assert address.startswith("postgresql://certwright@/postgres?host=/")
    assert process.returncode == 3
    assert not _folder(address).exists()


@makes_a_cluster
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_stops_the_cluster_and_removes_its_folder(number: signal.Signals) -> None:
    says = "import os, time; print(os.environ['CERTWRIGHT_TEST_DATABASE'], flush=True); time.sleep(60)"
    process = _started(sys.executable, "-c", says)
    assert process.stdout
    folder = _folder(process.stdout.readline())
    assert folder.exists()
    server = int((folder / "data" / "postmaster.pid").read_text().splitlines()[0])
    process.send_signal(number)
    assert process.wait(timeout=30) == (130 if number == signal.SIGINT else 128 + number)
    process.stdout.close()
    assert not folder.exists()
    assert _has_ended(server)


def test_without_a_command_it_says_how_it_is_called(capsys: pytest.CaptureFixture[str]) -> None:
    assert postgres_cluster.main([]) == 2
    assert "COMMAND [ARGUMENT ...]" in capsys.readouterr().err
