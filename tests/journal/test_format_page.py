"""The program on the page of the journal's format checks a journal without any of our code, and finds what is wrong."""

import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from architecture.source import CHECKOUT
from building import building, found_body, register_client

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


def _checked(journal: Path) -> "subprocess.CompletedProcess[str]":
    (program,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    return subprocess.run(
        [sys.executable, "-c", program, str(journal)], capture_output=True, text=True, check=False, cwd=journal.parent
    )


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
