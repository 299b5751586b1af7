"""Installations of their own, served by processes of their own, on ports nobody else uses."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest

from architecture.source import CHECKOUT

FOUNDING = """\
legal_entity: {name: Example Certification, form: Ltd, town: Leeds, country: GB}
time_zone: Europe/London
standards_in_use: [iso-iec-17065]
basis: Articles.
founder: {id: person:p-001, name: Anna Example}
"""


@dataclass
class Installation:
    """A folder with its settings; what it says is kept."""

    folder: Path
    environment: dict[str, str]

    def certwright(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return subprocess.run(
            [sys.executable, "-m", "certwright", *words],
            env=self.environment,
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    def started(self, *words: str) -> subprocess.Popen[str]:
        """Start a command that stays; as at a terminal, Ctrl+C reaches it."""
        return subprocess.Popen(
            [sys.executable, "-m", "certwright", *words],
            env=self.environment,
            cwd=self.folder,
            stderr=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )

    def found(self) -> None:
        """Make the tables and the key, and found a body."""
        (self.folder / "founding.yaml").write_text(FOUNDING)
        done = self.certwright("init", "--file", "founding.yaml")
        assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def _founded(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """A founded body in production; made once, copied for each test."""
    folder = tmp_path_factory.mktemp("founded")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("CERTWRIGHT_", "DJANGO_"))}
    settings = {
        "PYTHONPATH": str(CHECKOUT / "src"),
        "CERTWRIGHT_MODE": "production",
        "CERTWRIGHT_DATA": str(folder / "data"),
        "CERTWRIGHT_HOSTS": "cab.example",
        "CERTWRIGHT_SECRET_KEY": "k" * 50,
        "CERTWRIGHT_ROOT_KEY": str(folder / "root.pem"),
    }
    make_key = ["openssl", "genpkey", "-algorithm", "ed25519", "-out", settings["CERTWRIGHT_ROOT_KEY"]]
    subprocess.run(make_key, check=True, capture_output=True)
    here = Installation(folder, clean | settings)
    here.found()
    return here


@pytest.fixture
def installation(tmp_path: Path, _founded: Installation) -> Installation:
    """A founded body in production, as a machine of its own would hold it."""
    folder = tmp_path / "here"
    shutil.copytree(_founded.folder, folder)
    moved = {"CERTWRIGHT_DATA": str(folder / "data"), "CERTWRIGHT_ROOT_KEY": str(folder / "root.pem")}
    return Installation(folder, _founded.environment | moved)


@pytest.fixture
def port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def get(port: int, path: str, **headers: str) -> tuple[int, bytes]:
    """Ask for a page of the body under test; status and body of the answer."""
    asked = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Host": "cab.example", **headers})
    with urllib.request.urlopen(asked, timeout=20) as answer:
        return answer.status, answer.read()
