"""The record cannot be written now: that is said plainly, nothing is half written, and it works again afterwards."""

import fcntl
import resource
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from itertools import count
from pathlib import Path
from threading import current_thread
from typing import IO, Any

import psycopg
import pytest
from django.core.files import File
from django.core.files.storage import InMemoryStorage
from django.db import connection, connections

from building import CLIENT_ID, Building, attach, propose, record
from certwright.core.entry import Proposal
from certwright.journal import heads
from certwright.journal.stored import Stored
from certwright.office import door
from certwright.office.door import perform
from certwright.office.enclosing import Enclosed, perform_with
from certwright.office.outcome import OutcomeUnknown, Performed, RecordUnavailable
from faults.together import Gate, Person, gate_before, must_be_waiting
from office.soundness import everything, must_be_sound
from small_body import ANNA, BEN, CLIENT, act

on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="about SQLite")
on_postgresql = pytest.mark.skipif(connection.vendor == "sqlite", reason="about PostgreSQL")


def registering(here: Building, client: str = CLIENT_ID) -> Proposal:
    return propose(here, client, act("client.register", **CLIENT), by=BEN)


def granting(here: Building, document: str) -> Proposal:
    given = {"function": "review", "valid_from": here.clock.today.isoformat(), "evidence": "Interview."}
    return propose(here, BEN, act("person.grant-authorisation", **given, documents=[document]), by=ANNA)


def told(here: Building, *proposals: Proposal) -> str:
    """What is said when the record cannot be written. Nothing may have changed, and it is not left in doubt."""
    before = everything(here)
    with pytest.raises(RecordUnavailable) as unavailable:
        perform(proposals, here.means)
    assert not isinstance(unavailable.value, OutcomeUnknown)
    assert everything(here) == before
    return str(unavailable.value)


def must_work_again(here: Building, *proposals: Proposal) -> None:
    outcome = perform(proposals, here.means)
    assert isinstance(outcome, Performed)
    assert not outcome.repeated
    must_be_sound(here.means.using, here.means.attachments)


def pragma(statement: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {statement}")
        return cursor.fetchone()


@on_sqlite
def test_the_disk_is_full(here: Building) -> None:
    """However many pages are left, until the act fits: each time it fails at another statement."""
    proposals = [registering(here, f"client:c{number}") for number in range(20)]
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")  # pages that earlier tests left free would be written first
    (pages,) = pragma("page_count")
    sentences = set()
    for free in count():
        pragma(f"max_page_count = {pages + free}")
        try:
            outcome = perform(proposals, here.means)
        except RecordUnavailable as unavailable:
            sentences.add(str(unavailable))
            assert not connection.in_atomic_block
        else:
            break
    pragma("max_page_count = 1073741823")
    assert isinstance(outcome, Performed)
    assert not outcome.repeated
    assert free > 2
    assert sentences == {"the disk is full (database or disk is full)"}
    must_be_sound("default", here.means.attachments)


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """The operating system writes no file beyond a size, as if the disk ended there."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@on_sqlite
def test_the_operating_system_writes_no_more(here: Building) -> None:
    """The write-ahead log meets the end of the disk, at a byte that is no end of a page."""
    log = Path(f"{connection.settings_dict['NAME']}-wal")
    pragma("wal_checkpoint(TRUNCATE)")
    record(here, registering(here, "client:oak"))
    with largest_file(log.stat().st_size + 5_000):
        said = told(here, *[registering(here, f"client:c{number}") for number in range(20)])
        assert said.startswith(("the disk is full (", "the disk reports an error ("))
    must_work_again(here, registering(here))


@on_sqlite
def test_the_database_may_only_be_read(here: Building) -> None:
    pragma("query_only = ON")
    said = told(here, registering(here))
    pragma("query_only = OFF")
    assert said.startswith("the database file must not be written to, or is no longer in its place (")
    must_work_again(here, registering(here))


BUSY = "another program holds the database, and did not let go of it in time (database is locked)"


@on_sqlite
def test_another_program_holds_the_database_for_too_long(here: Building) -> None:
    pragma("busy_timeout = 100")
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert told(here, registering(here)) == BUSY
    must_work_again(here, registering(here))


@on_sqlite
def test_somebody_stands_at_the_desk_and_does_not_move(here: Building, monkeypatch: pytest.MonkeyPatch) -> None:
    """Writers take turns. One that was stopped in its turn is not waited for for ever."""
    name, options = connection.settings_dict["NAME"], connection.settings_dict["OPTIONS"]
    monkeypatch.setitem(options, "timeout", 0.2)
    pragma("busy_timeout = 100")
    with Path(f"{name}.turn").open("w") as desk, closing(sqlite3.connect(name, isolation_level=None)) as other:
        fcntl.flock(desk, fcntl.LOCK_EX)
        other.execute("BEGIN IMMEDIATE")
        assert told(here, registering(here)) == BUSY
        other.execute("ROLLBACK")
        must_work_again(here, registering(here))  # the place at the desk is a courtesy, the lock is the database's
    must_work_again(here, registering(here, "client:oak"))


@on_postgresql
def test_others_hold_the_same_dossiers_for_too_long(here: Building, monkeypatch: pytest.MonkeyPatch) -> None:
    judged = gate_before(monkeypatch, door, "append", "holding")
    holding = Person("holding", lambda: perform([registering(here)], here.means))
    judged.wait_until_reached()
    monkeypatch.setattr(heads, "PATIENCE", 0.1)
    ending = granting(here, attach(here, b"Interview."))
    said = told(here, ending)
    judged.open()
    assert said.startswith("others held the same dossiers for too long (")
    assert isinstance(holding.outcome, Performed)
    must_work_again(here, ending)


FULL = """CREATE OR REPLACE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'could not extend file "base/5/16384": No space left on device' USING ERRCODE = '53100'; END $$"""


@on_postgresql
@pytest.mark.parametrize("table", ["journal_envelope", "journal_content", "journal_tail", "rows_dossierrow"])
def test_the_disk_of_the_server_is_full(here: Building, table: str) -> None:
    """The server answers a statement, early or late, with the error it has for a full disk."""
    with connection.cursor() as cursor:
        cursor.execute(FULL)
        cursor.execute(f"CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON {table} EXECUTE FUNCTION full_disk()")
    try:
        said = told(here, registering(here))
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TRIGGER full_disk ON {table}")
            cursor.execute("DROP FUNCTION full_disk")
    assert said == 'the disk of the database is full (could not extend file "base/5/16384": No space left on device)'
    must_work_again(here, registering(here))


class Cut:
    """Cuts the connection at the server before the n-th statement, once."""

    def __init__(self, statement: int) -> None:
        self.left = statement

    def __call__(self, execute: Any, *given: Any) -> Any:
        self.left -= 1
        if self.left == 0:
            cut_off(connection)
        return execute(*given)


def cut_off(victim: Any) -> None:
    """Let the server end a connection, as a restart or a network would."""
    pid = victim.connection.info.backend_pid

    def end() -> None:
        with connections["default"].cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])

    assert Person("server", end).outcome is None


@on_postgresql
def test_a_connection_that_breaks_is_opened_again(here: Building) -> None:
    """At whichever statement it breaks, the acts are recorded once, and nobody has to ask again."""
    for statement in count(1):
        proposal, cut = registering(here, f"client:c{statement}"), Cut(statement)
        with connection.execute_wrapper(cut):
            outcome = perform([proposal], here.means)
        assert isinstance(outcome, Performed)
        if cut.left > 0:
            break
    assert statement > 12
    must_be_sound("default", here.means.attachments)


def breaking_commit(monkeypatch: pytest.MonkeyPatch, *, then: Any) -> None:
    """Let the database commit, and the connection break before it can say so."""
    commit = connection._commit  # type: ignore[attr-defined]  # where Django sends COMMIT

    def committing() -> None:
        commit()
        monkeypatch.undo()
        cut_off(connection)
        then()
        with connection.wrap_database_errors:
            connection.connection.execute("SELECT 1")

    monkeypatch.setattr(connection, "_commit", committing)


@on_postgresql
def test_a_connection_that_breaks_while_committing_is_asked_again(
    here: Building, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposal = registering(here)
    breaking_commit(monkeypatch, then=lambda: None)
    outcome = perform([proposal], here.means)
    assert isinstance(outcome, Performed)
    assert outcome.repeated
    must_be_sound("default", here.means.attachments)


@on_postgresql
def test_whether_it_was_recorded_is_not_known(here: Building, monkeypatch: pytest.MonkeyPatch) -> None:
    """It broke while committing and cannot be opened again: asking again tells, as soon as it can."""
    proposal = registering(here)
    with pytest.MonkeyPatch.context() as away:

        def refuse(*_: Any) -> None:
            with connection.wrap_database_errors:
                raise psycopg.OperationalError("connection failed: connection refused")

        breaking_commit(monkeypatch, then=lambda: away.setattr(connection, "get_new_connection", refuse))
        with pytest.raises(OutcomeUnknown, match="the database cannot be reached"):
            perform([proposal], here.means)
    outcome = perform([proposal], here.means)
    assert isinstance(outcome, Performed)
    assert outcome.repeated


def test_the_disk_is_full_when_a_file_arrives(here: Building) -> None:
    """The operating system itself writes no further; nothing of the file is left behind."""
    with largest_file(6_000_000), pytest.raises(OSError, match="File too large"):
        here.means.attachments.put(BytesIO(b"x" * 8_000_000), limit=10_000_000)
    assert [path for path in here.attachments.root.rglob("*") if path.is_file()] == []
    document, _ = here.means.attachments.put(BytesIO(b"x" * 8_000_000), limit=10_000_000)
    must_work_again(here, granting(here, document))


def test_the_disk_is_full_when_acts_bring_a_file_along(here: Building, tmp_path: Path) -> None:
    """Neither the file nor the acts that name it are there afterwards."""
    interview = tmp_path / "interview.pdf"
    interview.write_bytes(b"x" * 8_000_000)
    document = f"sha256:{sha256(interview.read_bytes()).hexdigest()}"
    proposal, before = granting(here, document), everything(here)
    enclosed = Enclosed(files={document: interview}, limit=10_000_000)
    with largest_file(6_000_000), pytest.raises(RecordUnavailable, match="the disk takes no file as large as this"):
        perform_with(enclosed, [proposal], here.means)
    assert everything(here) == before
    assert isinstance(perform_with(enclosed, [proposal], here.means), Performed)
    must_be_sound("default", here.means.attachments)


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (PermissionError(13, "Permission denied"), "the folder of the attachments must not be read or written to"),
        (OSError(5, "Input/output error"), "the attachments cannot be reached"),
        (OSError(28, "No space left on device"), "the disk is full"),
    ],
)
def test_the_attachments_cannot_be_read(here: Building, error: OSError, says: str) -> None:
    proposal = granting(here, attach(here, b"Interview."))
    with pytest.MonkeyPatch.context() as away:

        def refuse(*_: Any) -> None:
            raise error

        away.setattr(type(here.attachments), "open", refuse)
        with pytest.raises(RecordUnavailable) as unavailable:
            perform([proposal], here.means)
    assert str(unavailable.value) == f"{says} ({error})"
    must_work_again(here, proposal)


class NoAnswer(Exception):
    """What a storage's own library raises when nobody answers."""


class Away(InMemoryStorage):
    """A storage on another machine that does not answer for a while."""

    away = False

    def open(self, name: str, mode: str = "rb") -> "File[Any]":
        """Open a file, if it answers."""
        self._answer()
        return super().open(name, mode)

    def save(self, name: str | None, content: IO[Any], max_length: int | None = None) -> str:
        """Keep a file, if it answers."""
        self._answer()
        return super().save(name, content, max_length)

    def _answer(self) -> None:
        if self.away:
            raise NoAnswer("Could not connect to the endpoint URL")


def test_the_storage_of_the_attachments_does_not_answer(here: Building) -> None:
    storage = Away()
    means = replace(here.means, attachments=Stored(storage))
    document, _ = means.attachments.put(BytesIO(b"Interview."), limit=1_000)
    proposal, before = granting(here, document), everything(here)
    storage.away = True
    with pytest.raises(RecordUnavailable, match="the attachments cannot be reached"):
        perform([proposal], means)
    with pytest.raises(OSError, match="Could not connect"):
        means.attachments.put(BytesIO(b"Minutes."), limit=1_000)
    storage.away = False
    assert everything(here) == before
    assert list(means.attachments.ids()) == [document]
    assert isinstance(perform([proposal], means), Performed)


def test_whoever_waits_for_somebody_who_fails_goes_on(here: Building, monkeypatch: pytest.MonkeyPatch) -> None:
    write, judged = door.append, Gate("failing")  # type: ignore[attr-defined]  # what the door writes with

    def append(*given: Any, **named: Any) -> Any:
        judged.pass_through()
        if current_thread() is failing:
            raise ZeroDivisionError
        return write(*given, **named)

    monkeypatch.setattr(door, "append", append)
    failing = Person("failing", lambda: perform([registering(here)], here.means))
    judged.wait_until_reached()
    waiting = Person("waiting", lambda: perform([granting(here, attach(here, b"Interview."))], here.means))
    must_be_waiting(waiting)
    judged.open()
    with pytest.raises(ZeroDivisionError):
        assert failing.outcome
    assert isinstance(waiting.outcome, Performed)
    must_be_sound("default", here.means.attachments)
