"""The pages about backups and upgrades are tried: their commands are run as they stand there, on a body of their own.

Only ``/mnt`` lies elsewhere. Blocks for systemd and PostgreSQL are left out; what the pages promise is asserted here.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from architecture.source import CHECKOUT
from certwright.cli.commands import find
from certwright.cli.running import parser_of
from serving.conftest import Installation

HOW_TO = CHECKOUT / "docs" / "how-to"
BLOCK = re.compile(r"^ *```sh\n(.*?)^ *```$", flags=re.DOTALL | re.MULTILINE)
ANY_BLOCK = re.compile(r"^ *```sh[ \w]*\n(.*?)^ *```$", flags=re.DOTALL | re.MULTILINE)


def _blocks(page: str) -> list[str]:
    return BLOCK.findall((HOW_TO / page).read_text(encoding="utf-8"))


@pytest.fixture
def mounted(installation: Installation) -> Path:
    """Where ``/mnt`` lies: two places outside the machine."""
    (installation.folder / "mnt" / "backup").mkdir(parents=True)
    (installation.folder / "mnt" / "elsewhere" / "roots").mkdir(parents=True)
    program = installation.folder / "bin" / "certwright"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m certwright "$@"\n')
    program.chmod(0o755)
    installation.environment["PATH"] = f"{program.parent}:{installation.environment['PATH']}"
    return installation.folder / "mnt"


def _walk(installation: Installation, mounted: Path, *commands: str) -> subprocess.CompletedProcess[str]:
    """Run commands of a page one after the other, in one shell that stops at the first that fails."""
    script = re.sub(r"(?<!\w)/mnt/", f"{mounted}/", "\n".join(commands))
    return subprocess.run(
        ["sh", "-eu", "-c", script],
        env=installation.environment,
        cwd=installation.folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def _acts(installation: Installation) -> str:
    done = installation.certwright("acts", "body:self")
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_a_lost_record_is_restored_as_the_page_says(installation: Installation, mounted: Path) -> None:
    daily, check, restore, look = _blocks("back-up-and-restore.md")
    before = _acts(installation)
    done = _walk(installation, mounted, daily, check)
    assert done.returncode == 0, done.stdout + done.stderr

    database = installation.folder / "data" / "certwright.sqlite3"
    database.write_bytes(b"\0" * database.stat().st_size)  # the disk
    assert installation.certwright("acts", "body:self").returncode != 0

    done = _walk(installation, mounted, check, restore, look)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "signed roots: as recorded" in done.stdout
    assert _acts(installation) == before


@pytest.mark.slow
def test_a_backup_that_was_altered_is_not_restored(installation: Installation, mounted: Path) -> None:
    daily, check, *_ = _blocks("back-up-and-restore.md")
    assert _walk(installation, mounted, daily).returncode == 0
    (copy,) = mounted.glob("backup/certwright-*Z/database.sqlite3")
    copy.write_bytes(copy.read_bytes().replace(b"Example Certification", b"Another Certification"))
    assert _walk(installation, mounted, check).returncode == 1


@pytest.mark.slow
def test_tables_of_an_earlier_state_are_upgraded_and_can_be_had_back(installation: Installation, mounted: Path) -> None:
    daily, _, restore, look = _blocks("back-up-and-restore.md")
    upgrade = _blocks("upgrade.md")
    assert _walk(installation, mounted, daily.splitlines()[0]).returncode == 0
    before = _acts(installation)
    assert installation.certwright("migrate", "drafts", "zero").returncode == 0  # as before drafts were invented
    refused = installation.certwright("serve", "--only", "jobs")
    assert refused.returncode == 4
    assert "certwright upgrade" in refused.stderr

    done = _walk(installation, mounted, *upgrade)
    assert done.returncode == 0, done.stdout + done.stderr
    assert _acts(installation) == before

    (backup,) = mounted.glob("backup/certwright-*Z")
    done = _walk(installation, mounted, f"BACKUP={backup}", restore)
    assert done.returncode == 0, done.stderr
    assert "drafts.0001" in installation.certwright("doctor").stdout  # the tables are the earlier ones again
    done = _walk(installation, mounted, upgrade[0].replace("/mnt/backup", str(installation.folder)), look)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("page", sorted(HOW_TO.glob("*.md")), ids=lambda page: page.name)
def test_every_command_of_a_page_is_one_with_its_options(page: Path) -> None:
    for block in ANY_BLOCK.findall(page.read_text(encoding="utf-8")):
        for line in block.splitlines():
            called = re.search(r"(?:^ *|/bin/|pages )certwright ([\w-].*?)(?: +#.*)?$", line)
            if not called:
                continue
            words = called[1].replace('"', "").split()
            found = find(words)
            assert found, line
            parser_of(found[0]).parse_args(found[1])
