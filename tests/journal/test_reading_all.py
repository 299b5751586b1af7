"""Verifying reads one moment of the journal, stops nobody, tells how far it is, and outlives a damaged file."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection, transaction

from building import building, found_body, register_client
from certwright.journal import reading, root
from certwright.journal.models import Envelope
from certwright.journal.snapshot import standing_still
from certwright.journal.verifying import What, one_pass, verify
from journal.forging import a_journal

on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite is one file")


def elsewhere(task: Callable[[], object]) -> None:
    """Do something through a second connection, to the end."""

    def done() -> None:
        task()
        connection.close()

    with ThreadPoolExecutor(1) as other:
        other.submit(done).result(timeout=20)


@pytest.mark.django_db(transaction=True)
def test_somebody_may_record_while_the_journal_is_read(tmp_path: Path) -> None:
    here = building(tmp_path)
    founded = found_body(here)
    with standing_still("default"):
        assert Envelope.objects.count() == len(founded)
        elsewhere(lambda: register_client(here))
        assert Envelope.objects.count() == len(founded)
        assert verify("default", here.means.attachments).acts == len(founded)
    assert verify("default", here.means.attachments).acts == len(founded) + 1


@pytest.mark.django_db(transaction=True)
def test_afterwards_the_connection_is_as_before(tmp_path: Path) -> None:
    here = building(tmp_path)
    with pytest.raises(ZeroDivisionError), standing_still("default"):
        raise ZeroDivisionError
    found_body(here)
    assert not connection.in_atomic_block
    with transaction.atomic():
        assert verify("default", here.means.attachments).clean
        assert connection.in_atomic_block
    assert Envelope.objects.exists()


@pytest.mark.django_db
def test_progress_is_told_to_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_pass, "STEP", 7)
    journal = a_journal(tmp_path)
    told: list[tuple[str, int, int]] = []
    found = verify("default", journal.attachments, journal.roots, lambda *said: told.append(said))
    assert [said for said in told if said[0] == "acts"] == [
        *(("acts", done, found.acts) for done in range(7, found.acts, 7)),
        ("acts", found.acts, found.acts),
    ]
    assert told[-2:] == [("attachments", 1, 2), ("attachments", 2, 2)]
    assert (found.dossiers, found.attachments, found.roots) == (9, 2, 2)


@pytest.mark.django_db
@pytest.mark.parametrize("page", [1, 2, 7, 1_000])
def test_no_act_is_lost_between_two_pages(tmp_path: Path, page: int, monkeypatch: pytest.MonkeyPatch) -> None:
    read = reading.lines
    monkeypatch.setattr(one_pass, "lines", lambda using, after: read(using, after, page))
    monkeypatch.setattr(root, "PAGE", page)
    journal = a_journal(tmp_path)
    assert journal.verify().clean
    assert journal.verify().acts == Envelope.objects.count()


@on_sqlite
@pytest.mark.django_db(transaction=True)
def test_a_damaged_database_file_is_named_and_no_crash(tmp_path: Path) -> None:
    """Each page of the file in turn is overwritten in a copy. Whatever belonged to the record is missed."""
    journal = a_journal(tmp_path)
    whole = tmp_path / "whole.sqlite3"
    with sqlite3.connect(whole) as copy:
        connection.connection.backup(copy)
        size = copy.execute("PRAGMA page_size").fetchone()[0]
        query = "SELECT pageno FROM dbstat WHERE name GLOB 'journal_*' AND pagetype IN ('leaf', 'overflow')"
        of_record = {page for (page,) in copy.execute(query)}
    copy.close()
    kept = whole.read_bytes()
    assert len(of_record) >= 6
    for page in range(2, len(kept) // size + 1):
        torn = tmp_path / f"torn-{page}.sqlite3"
        torn.write_bytes(kept[: (page - 1) * size] + b"." * size + kept[page * size :])
        with reading_from(torn):
            found = verify("default", journal.attachments)
        assert found.counts if page in of_record else found.counts.keys() <= {What.DAMAGED}, (
            page,
            page in of_record,
            found,
        )


@contextmanager
def reading_from(file: Path) -> Iterator[None]:
    """The default connection reads another file."""
    name = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(file)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = name
