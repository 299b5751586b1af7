"""The program on the page of the journal's format checks a journal without any of our code, and finds what is wrong."""

import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.db import connection

from architecture.source import CHECKOUT
from building import building, found_body, register_client
from certwright.journal.root import export, make
from certwright.journal.root_keys import keep_public

PAGE = CHECKOUT / "docs" / "reference" / "journal-format.md"

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        not settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"), reason="the program reads a file of SQLite"
    ),
]


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A copy of a journal of eleven acts, in which nothing guards the tables."""
    here = building(tmp_path)
    found_body(here)
    register_client(here)
    copy = tmp_path / "copy.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(copy)])
    with sqlite3.connect(copy) as database:
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
    return copy


@pytest.fixture
def root(journal: Path) -> Path:
    """A signed root of the journal, with the public key beside it."""
    key = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    keep_public(journal.parent / "root.pem", key.public_key())
    moment = datetime(2026, 3, 2, 23, tzinfo=UTC)
    return export(journal.parent / "roots", make("default", None, moment.date(), moment), key)


def _program(language: str) -> str:
    (program,) = re.findall(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    return str(program)


def _checked(journal: Path, *roots: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", _program("python"), str(journal), *map(str, roots)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=journal.parent)


def test_an_untouched_journal_is_whole(journal: Path) -> None:
    done = _checked(journal)
    assert done.stdout.startswith("11 acts in 5 dossiers, 0 erased, running hash "), done.stderr
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            "UPDATE journal_envelope SET text = replace(text, '03-02', '03-03') WHERE position = 4",
            "4: the envelope was",
        ),
        ("UPDATE journal_content SET text = replace(text, 'Anna', 'Anne') WHERE position = 3", "3: the content was"),
        ("UPDATE journal_content SET salt = 'other' WHERE position = 3", "3: the content was altered"),
        ("DELETE FROM journal_content WHERE position = 3", "3: the content is missing without an erasure"),
        ("INSERT INTO journal_erasure VALUES (3, 9)", "or there in spite of one"),
        ("DELETE FROM journal_envelope WHERE position = 11", "the tail is not where the journal ends"),
        ("DELETE FROM journal_envelope WHERE position = 5", "does not follow the dossier's last act"),
        ("UPDATE journal_envelope SET dossier = 'person:cara', seq = 9 WHERE position = 7", "7: not where it was"),
        ("UPDATE journal_head SET seq = 1 WHERE dossier = 'person:ben'", "the heads are not where the dossiers end"),
        ("UPDATE journal_tail SET hash = 'other'", "the tail is not where the journal ends"),
    ],
)
def test_what_was_changed_is_named(journal: Path, change: str, says: str) -> None:
    with sqlite3.connect(journal) as database:
        assert database.execute(change).rowcount > 0
    done = _checked(journal)
    assert says in done.stdout
    assert done.returncode == 1


def test_a_root_kept_elsewhere_shows_a_cut_that_nothing_else_shows(journal: Path, root: Path) -> None:
    assert _checked(journal, root).returncode == 0
    with sqlite3.connect(journal) as database:
        running, dossier = "", "client:helmets"
        for (found,) in database.execute("SELECT hash FROM journal_envelope WHERE position < 11 ORDER BY position"):
            running = hashlib.sha256(f"{running}\n{found}".encode()).hexdigest()
        database.execute("DELETE FROM journal_envelope WHERE position = 11")
        database.execute("DELETE FROM journal_content WHERE position = 11")
        database.execute("DELETE FROM journal_head WHERE dossier = ?", [dossier])
        database.execute("UPDATE journal_tail SET position = 10, hash = ?", [running])
    assert _checked(journal).returncode == 0
    done = _checked(journal, root)
    assert "the journal was cut off before act 11" in done.stdout
    assert done.returncode == 1


@pytest.mark.skipif(not shutil.which("openssl"), reason="there is no openssl here")
def test_openssl_checks_the_signature_of_a_root(journal: Path, root: Path) -> None:
    (public,) = journal.parent.glob("root-*.pub.pem")

    def checked() -> "subprocess.CompletedProcess[str]":
        environment = os.environ | {"ROOT": str(root), "PUBLIC_KEY": str(public)}
        command = ["sh", "-c", _program("sh")]
        return subprocess.run(command, env=environment, cwd=journal.parent, capture_output=True, text=True, check=False)

    assert "Signature Verified Successfully" in checked().stdout
    root.write_text(root.read_text().replace('"dossiers":5', '"dossiers":4'))
    assert checked().returncode != 0
