"""Several programs that run as one."""

import os
import signal
import sys
from pathlib import Path
from time import monotonic

import pytest

from certwright.cli.process_tree import Child, ChildEnded, running


def _child(says: str, patience: float = 5.0) -> Child:
    return Child("the jobs", (sys.executable, "-c", says), patience)


SLEEPS = "import time; time.sleep(60)"


def test_a_child_that_ends_is_told_with_its_status() -> None:
    children = [_child(SLEEPS), _child("raise SystemExit(3)")]
    says = "The jobs ended by themselves with status 3"
    with pytest.raises(ChildEnded, match=says), running(children, os.environ) as tree:
        tree.wait()
    assert all(process.returncode is not None for process in tree.children.values())


def test_a_child_that_will_not_stop_is_killed_after_its_patience(tmp_path: Path) -> None:
    deaf = f"""
import pathlib, signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
pathlib.Path({str(tmp_path)!r}, "deaf").touch()
time.sleep(60)
"""
    began = monotonic()
    with running([_child(deaf, patience=0.5)], os.environ) as tree:
        assert tree.wait_until((tmp_path / "deaf").exists)
    (process,) = tree.children.values()
    assert process.returncode == -signal.SIGKILL
    assert monotonic() - began < 30


def test_told_to_stop_it_waits_no_longer() -> None:
    with running([_child(SLEEPS)], os.environ) as tree:
        os.kill(os.getpid(), signal.SIGTERM)
        assert not tree.wait_until(lambda: False)
        tree.wait()
    (process,) = tree.children.values()
    assert process.returncode == -signal.SIGTERM


def test_the_signals_are_what_they_were_afterwards() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with running([], os.environ):
        assert signal.getsignal(signal.SIGTERM) != before
    assert signal.getsignal(signal.SIGTERM) == before
