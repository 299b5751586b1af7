"""``certwright serve``: it answers, it stops cleanly, it leaves nothing behind, and it says why it does not start."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from serving.conftest import Installation, get


def _ready(process: subprocess.Popen[str], port: int) -> None:
    assert process.stderr
    for line in process.stderr:
        if line.startswith(f"Certwright answers on http://127.0.0.1:{port} "):
            return
    raise AssertionError(f"it ended with status {process.wait()}")


def _family(process: int) -> set[int]:
    """The processes that descend from one, without itself."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout.split("\n")
    parents = {int(child): int(parent) for child, parent in (line.split() for line in listed if line.strip())}
    found = {process}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {process}


def _all_gone(processes: set[int]) -> bool:
    """Whether they end within a few seconds."""
    for _ in range(100):
        if not any(_alive(each) for each in processes):
            return True
        time.sleep(0.1)
    return False


def _alive(process: int) -> bool:
    found = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
    return found.stdout.strip()[:1] not in {"", "Z"}


def _folders() -> set[Path]:
    return set(Path("/tmp").glob("certwright-*/figures"))


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_until_it_is_told_to_stop(installation: Installation, port: int, number: signal.Signals) -> None:
    before = _folders()
    process = installation.started("serve", "--port", str(port), "--workers", "2")
    _ready(process, port)
    family = _family(process.pid)
    assert len(family) >= 3  # a server with two workers
    status, page = get(port, "/account/login/")
    assert (status, b"<form" in page) == (200, True)
    process.send_signal(number)
    out, _ = process.communicate(timeout=40)
    assert (process.returncode, out) == (0, "Stopped.\n")
    assert _all_gone(family)
    assert _folders() == before


@pytest.mark.slow
def test_pages_and_style_sheets_come_compressed(installation: Installation, port: int) -> None:
    process = installation.started("serve", "--port", str(port))
    try:
        _ready(process, port)
        accepts = {"Accept-Encoding": "gzip"}
        plain, packed = get(port, "/account/login/")[1], get(port, "/account/login/", **accepts)[1]
        assert packed.startswith(b"\x1f\x8b")
        assert len(packed) < len(plain)
        sheet = "/" + plain.decode().split('rel="stylesheet" href="/', 1)[1].split('"', 1)[0]
        assert get(port, sheet, **accepts)[1].startswith(b"\x1f\x8b")
        assert not get(port, sheet)[1].startswith(b"\x1f\x8b")
        figures = get(port, "/metrics")[1].decode()
        assert 'certwright_request_seconds_count{page="account_login",status="200"} 2.0' in figures
    finally:
        process.terminate()
        process.communicate(timeout=40)


@pytest.mark.slow
def test_when_the_pages_die_all_of_it_ends(installation: Installation, port: int) -> None:
    process = installation.started("serve", "--port", str(port))
    _ready(process, port)
    family = _family(process.pid)
    server = min(child for child in family if _parent(child) == process.pid)
    os.kill(server, signal.SIGKILL)
    _, err = process.communicate(timeout=40)
    assert process.returncode == 4
    assert "The pages were ended by signal 9." in err
    assert _all_gone(family)


def _parent(process: int) -> int:
    found = subprocess.run(["ps", "-o", "ppid=", "-p", str(process)], capture_output=True, text=True, check=True)
    return int(found.stdout)


@pytest.mark.slow
def test_when_it_is_killed_itself_nothing_goes_on(installation: Installation, port: int) -> None:
    process = installation.started("serve", "--port", str(port))
    _ready(process, port)
    family = _family(process.pid)
    process.kill()
    process.communicate(timeout=40)
    assert _all_gone(family)


class TestItDoesNotStart:
    """What is wrong, and what to do."""

    def _refused(self, installation: Installation, *words: str) -> tuple[int, str]:
        done = installation.certwright("serve", *words)
        return done.returncode, done.stderr

    def test_without_a_secret(self, installation: Installation) -> None:
        del installation.environment["CERTWRIGHT_SECRET_KEY"]
        status, says = self._refused(installation)
        assert status == 2
        assert "CERTWRIGHT_SECRET_KEY is not set" in says
        assert "openssl rand" in says

    def test_without_tables(self, installation: Installation) -> None:
        installation.environment["CERTWRIGHT_DATA"] = str(installation.folder)
        status, says = self._refused(installation)
        assert status == 4
        assert "certwright init" in says

    def test_without_triggers(self, installation: Installation) -> None:
        with sqlite3.connect(installation.folder / "data" / "certwright.sqlite3") as database:
            database.execute("DROP TRIGGER journal_envelope_no_update")
        status, says = self._refused(installation)
        assert status == 4
        assert "journal_envelope_no_update" in says
        assert "certwright journal verify" in says

    def test_in_production_on_a_demonstration(self, installation: Installation) -> None:
        with sqlite3.connect(installation.folder / "data" / "certwright.sqlite3") as database:
            database.execute(
                "INSERT INTO accounts_user (password, email, name, person, client, administrator, look, language, "
                "is_active, created_at) VALUES ('', 'anna@demo.example', '', 'person:p-001', '', 0, '', '', 1, 0)"
            )
        status, says = self._refused(installation)
        assert status == 4
        assert "holds a demonstration" in says
        assert "certwright init" in says

    def test_on_a_port_that_is_taken(self, installation: Installation) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            number = taken.getsockname()[1]
            status, says = self._refused(installation, "--port", str(number))
        assert status == 4
        assert f"Port {number} of 127.0.0.1 cannot be had" in says
        assert "--port" in says

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (("--address", "cab.example"), "is no IP address"),
            (("--port", "0"), "There is no port 0"),
            (("--port", "65536"), "There is no port 65536"),
            (("--workers", "0"), "--workers"),
            (("--threads", "65"), "--threads"),
        ],
    )
    def test_with_what_cannot_be(self, installation: Installation, words: tuple[str, ...], says: str) -> None:
        status, said = self._refused(installation, *words)
        assert status == 2
        assert says in said
