"""A finding fails the check; a list out of reach is told and does not pass for a clean bill."""

import json
import subprocess
from typing import Any

import pytest

import advisories

CLEAN: dict[str, Any] = {"name": "django", "version": "5.2.19", "vulns": []}
FOUND: dict[str, Any] = {
    "name": "pyyaml",
    "version": "5.3",
    "vulns": [{"id": "PYSEC-2021-142", "fix_versions": ["5.4"]}],
}
SKIPPED: dict[str, Any] = {"name": "granian", "skip_reason": "Dependency not found"}


@pytest.mark.parametrize(
    ("packages", "status", "says"),
    [
        ([CLEAN], 0, "1 of 1 packages looked up, 0 findings."),
        ([CLEAN, SKIPPED], 0, "1 of 2 packages looked up, 0 findings."),
        ([CLEAN, FOUND], 1, "pyyaml 5.3: PYSEC-2021-142, mended in 5.4"),
        ([SKIPPED], 0, "NOT DONE: the list in reach knows none of the 1 packages."),
    ],
)
def test_what_the_list_knows(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    packages: list[dict[str, Any]],
    status: int,
    says: str,
) -> None:
    report = subprocess.CompletedProcess([], status, json.dumps({"dependencies": packages}), "")
    monkeypatch.setattr(advisories, "audit", lambda lock_file: report)
    assert advisories.main("dev.txt") == status
    assert says in capsys.readouterr().out


@pytest.mark.parametrize(
    ("error", "status", "says"),
    [
        ("requests.exceptions.ConnectionError: Max retries exceeded", 0, "NOT DONE"),
        ("ERROR: requirements/dev.txt has no such file", 1, "pip-audit did not work"),
    ],
)
def test_no_report_at_all(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: str, status: int, says: str
) -> None:
    report = subprocess.CompletedProcess([], 1, "", error)
    monkeypatch.setattr(advisories, "audit", lambda lock_file: report)
    assert advisories.main("dev.txt") == status
    assert says in capsys.readouterr().out
