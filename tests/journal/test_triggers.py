"""What the triggers stop, on each database."""

from pathlib import Path

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from building import propose, record
from certwright.journal import guards, triggers
from certwright.journal.models import Content, Envelope, Erasure
from journal.forging import COLUMNS, KEYS, Journal, a_journal
from small_body import BEN, CLIENT, act

SQLITE, POSTGRESQL = connection.vendor == "sqlite", connection.vendor == "postgresql"
on_sqlite = pytest.mark.skipif(not SQLITE, reason="a statement of SQLite")
on_postgresql = pytest.mark.skipif(not POSTGRESQL, reason="a statement of PostgreSQL")
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def journal(db: None, tmp_path: Path) -> Journal:
    """A journal with every kind of row, and its triggers in place."""
    made = a_journal(tmp_path)
    triggers.make(connection)
    return made


def columns_of(table: str) -> list[str]:
    return [str(column) for model, column in COLUMNS if model._meta.db_table == table]


def stopped(statement: str, says: str = "certwright: ") -> None:
    """The statement is refused, with a sentence of ours, and nothing changed."""
    with pytest.raises(DatabaseError, match=says), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def rows(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return int(cursor.fetchone()[0])


def copied(table: str, **changes: str) -> str:
    """``SELECT`` of one row of a table with some columns changed, to insert it with."""
    columns = [changes.get(column, f'"{column}"') for column in columns_of(table)]
    return f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1 DESC LIMIT 1"


def test_every_table_of_the_record_is_guarded() -> None:
    keys = {table._meta.db_table: key for table, key in KEYS.items()}
    assert {table.name for table in guards.TABLES} == keys.keys()
    for table in guards.TABLES:
        assert (keys[table.name],) in table.unique
        assert all(set(columns) <= set(columns_of(table.name)) for columns in table.unique)


@pytest.mark.parametrize("table", [table.name for table in guards.WRITTEN_ONCE])
def test_no_row_is_changed(table: str) -> None:
    for column in columns_of(table):
        stopped(f'UPDATE {table} SET "{column}" = "{column}"', f"{table} is never changed")


@pytest.mark.parametrize("table", [table.name for table in guards.NEVER_REMOVED])
def test_no_row_is_removed(table: str) -> None:
    stopped(f"DELETE FROM {table}", f"{table} is never removed")


def test_a_content_is_removed_only_after_its_erasure() -> None:
    stopped("DELETE FROM journal_content", "removed by an erasure act only")
    with transaction.atomic(), connection.cursor() as cursor:
        # What the triggers cannot tell from an erasure act is found by verifying (test_forgery).
        cursor.execute(
            'INSERT INTO journal_erasure (position, "by") SELECT 2, max(position) FROM journal_envelope '
            "WHERE dossier = (SELECT dossier FROM journal_envelope WHERE position = 2)"
        )
        cursor.execute("DELETE FROM journal_content WHERE position = 2")


def test_an_erased_content_does_not_come_back() -> None:
    position = Erasure.objects.order_by("position")[0].position
    stopped(f"INSERT INTO journal_content (position, salt, text) VALUES ({position}, '', '')", "does not come back")


def test_a_content_comes_with_its_act() -> None:
    stopped("INSERT INTO journal_content (position, salt, text) VALUES (9999, '', '')", "comes with its act")


@pytest.mark.parametrize(
    ("position", "by"), [(2, 1), (2, 2), (2, 9999), (9999, 2)],
    ids=["an earlier act", "itself", "no act", "of no act"],
)  # fmt: skip
def test_an_erasure_names_a_later_act_of_the_dossier(position: int, by: int) -> None:
    stopped(
        f'INSERT INTO journal_erasure (position, "by") VALUES ({position}, {by})', "a later act of the same dossier"
    )


def test_an_erasure_does_not_name_an_act_of_another_dossier() -> None:
    first, last = Envelope.objects.earliest("position"), Envelope.objects.latest("position")
    assert first.dossier != last.dossier
    stopped(f'INSERT INTO journal_erasure (position, "by") VALUES ({first.position}, {last.position})', "same dossier")


def test_no_act_is_put_between_or_before_others() -> None:
    new = {"act_id": "'act-forged'", "hash": "'x'"}
    stopped(
        f"INSERT INTO journal_envelope {copied('journal_envelope', **new, position='0', seq='99')}", "stands behind"
    )
    stopped(
        f"INSERT INTO journal_envelope {copied('journal_envelope', **new, position='position + 1', seq='0')}",
        "stands behind",
    )


@pytest.mark.parametrize(
    "change",
    [
        "journal_head SET seq = seq - 1",
        "journal_head SET seq = seq",
        "journal_head SET hash = hash",
        "journal_head SET dossier = 'person:x', seq = seq + 1 WHERE dossier = 'person:anna'",
        "journal_tail SET position = position - 1",
        "journal_tail SET hash = hash",
        "journal_tail SET id = 2, position = position + 1",
        "journal_tail SET position = position + 1, recorded_at = '2001-01-01 00:00:00+00:00'",
    ],
)
def test_heads_and_tail_only_go_forward(change: str) -> None:
    stopped(f"UPDATE {change}", "only goes forward")


@on_postgresql
@pytest.mark.parametrize("table", [table.name for table in guards.TABLES])
def test_no_table_is_emptied(table: str) -> None:
    stopped(f"TRUNCATE {table} CASCADE", f"{table} is never emptied")


class TestReplacing:
    """``REPLACE`` takes the row in the way out without asking the triggers that forbid removal."""

    pytestmark = on_sqlite

    @pytest.mark.parametrize("verb", ["INSERT OR REPLACE", "REPLACE", "INSERT OR IGNORE", "INSERT"])
    @pytest.mark.parametrize("table", [table.name for table in guards.TABLES])
    def test_a_row_in_the_way_stays(self, table: str, verb: str) -> None:
        stopped(f"{verb} INTO {table} {copied(table)}")

    @pytest.mark.parametrize("recursive", ["ON", "OFF"])
    @pytest.mark.parametrize(
        "column", [("position", "position + 1000"), ("act_id", "'act-other'"), ("seq", "seq + 1000")]
    )
    def test_an_envelope_in_the_way_of_one_unique_column_stays(self, column: tuple[str, str], recursive: str) -> None:
        """All columns are new but one."""
        new = {"position": "position + 1000", "act_id": "'act-other'", "seq": "seq + 1000"}
        del new[column[0]]
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA recursive_triggers = {recursive}")
        stopped(f"INSERT OR REPLACE INTO journal_envelope {copied('journal_envelope', **new)}")
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA recursive_triggers = OFF")

    @pytest.mark.parametrize("table", ["journal_envelope", "journal_text", "journal_head", "journal_content"])
    def test_a_row_in_the_way_by_its_rowid_stays(self, table: str) -> None:
        """Every column is new; only SQLite's own number of the row is taken."""
        new = {
            "journal_envelope": "9999, 'act-other', 'person:other', 1, 'x', 'x'",
            "journal_text": "'sha256:x', 'x'",
            "journal_head": "'person:other', 1, 'x'",
            "journal_content": "9999, 'x', 'x'",
        }[table]  # fmt: skip
        columns = ", ".join(columns_of(table))
        before = rows(table)
        stopped(f"INSERT OR REPLACE INTO {table} (rowid, {columns}) VALUES (1, {new})")
        assert rows(table) == before

    def test_a_head_does_not_move_onto_another(self) -> None:
        stopped(
            "UPDATE OR REPLACE journal_head SET seq = seq + 1, rowid = "
            "(SELECT rowid FROM journal_head WHERE dossier = 'body:self') WHERE dossier = 'person:anna'",
            "only goes forward",
        )

    @pytest.mark.parametrize("table", [table.name for table in guards.WRITTEN_ONCE])
    def test_updating_with_replace_is_updating(self, table: str) -> None:
        stopped(f"UPDATE OR REPLACE {table} SET rowid = rowid + 1", "is never changed")


@pytest.mark.parametrize("table", [table.name for table in guards.TABLES])
def test_an_upsert_changes_nothing(table: str) -> None:
    """``ON CONFLICT DO UPDATE`` turns an insert into an update, and both are guarded."""
    key = next(table_.unique[0][0] for table_ in guards.TABLES if table_.name == table)
    other = {"journal_head": "hash", "journal_tail": "hash", "journal_erasure": '"by"'}.get(table, "text")
    where = "WHERE true " if SQLITE else ""
    selected = copied(table).replace("ORDER BY", f"{where}ORDER BY")
    stopped(f"INSERT INTO {table} {selected} ON CONFLICT ({key}) DO UPDATE SET {other} = excluded.{other}")


@on_postgresql
def test_replication_does_not_silence_the_triggers() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
    stopped("UPDATE journal_content SET text = ''", "is never changed")
    stopped("DELETE FROM journal_envelope", "is never removed")


def test_nothing_of_all_this_stands_in_the_way_of_honest_work(journal: Journal) -> None:
    said = act("client.register", **CLIENT)
    (entry,) = record(journal.here, propose(journal.here, "client:honest", said, by=BEN))
    assert Content.objects.filter(position=entry.position).exists()
    assert journal.verify().clean


def test_a_place_taken_in_the_meantime_is_told_as_such() -> None:
    """The office judges again after an ``IntegrityError``; a trigger that is faster than the constraint raises one."""
    new = {"position": "position + 1", "act_id": "'act-other-1'", "hash": "'x'"}
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO journal_envelope {copied('journal_envelope', **new)}")
