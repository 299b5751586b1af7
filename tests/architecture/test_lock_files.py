"""The lock files know every package by hash and no address: whoever installs chooses the registry."""

import re
from pathlib import Path

import pytest

from architecture.source import CHECKOUT

LOCKS = sorted((CHECKOUT / "requirements").glob("*.txt"))


def test_there_is_a_lock_file_for_each_way_of_setting_up() -> None:
    assert [lock.name for lock in LOCKS] == ["browser.txt", "dev.txt", "run.txt"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_no_address_stands_in_a_lock_file(lock: Path) -> None:
    told = [line for line in lock.read_text().splitlines() if re.search(r"://|file:|^\s*-(?!-hash)|@ |/\w+/", line)]
    assert not told


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_is_pinned_and_known_by_hash(lock: Path) -> None:
    entries = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", lock.read_text(), flags=re.MULTILINE).strip())
    loose = [
        entry for entry in entries
        if not re.match(r"[a-z0-9-]+==[^\s;]+", entry) or not re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry)
    ]  # fmt: skip
    assert entries
    assert not loose


def test_what_runs_is_what_is_tested() -> None:
    """``dev.txt`` and ``browser.txt`` hold every version of ``run.txt``: the tests see the very versions that serve."""
    browser, dev, run = (set(re.findall(r"^[a-z0-9-]+==[^\s;]+", lock.read_text(), re.MULTILINE)) for lock in LOCKS)
    assert run <= dev
    assert run <= browser
