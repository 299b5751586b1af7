"""One byte changed in any column of any table of the record, a row taken away or moved: verifying names it.

The cases are made from the models. A new column without an expectation fails ``test_no_column_is_forgotten``.
"""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, connection, models, transaction
from pydantic_core import from_json

from building import building
from certwright.journal.envelope import digest
from certwright.journal.models import Content, Envelope, Erasure, Head, Tail, Text
from certwright.journal.verifying import Fault, What, verify
from journal.forging import COLUMNS, KEYS, TABLES, Journal, a_journal, changed, for_a_moment, keys, named, swap, update

pytestmark = pytest.mark.django_db


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    made = a_journal(tmp_path)
    assert made.verify().faults == ()
    return made


Names = Callable[[Fault, dict[str, Any]], bool]
"""Whether a fault names a row, given as it was before."""


def _position(fault: Fault, row: dict[str, Any]) -> bool:
    return fault.place.position == row["position"] and fault.place.act == _act(row["position"])


def _act(position: int) -> str:
    return str(Envelope.objects.filter(position=position).values_list("act_id", flat=True).first())


def _act_as_sealed(fault: Fault, row: dict[str, Any]) -> bool:
    """Named by what the envelope says, whatever its columns say now."""
    return bool((fault.place.position, fault.place.act) == (row["position"], row["act_id"]))


def _digest(fault: Fault, row: dict[str, Any]) -> bool:
    return row["digest"] in (fault.evidence["digest"], fault.evidence.get("found"))


def _dossier(fault: Fault, row: dict[str, Any]) -> bool:
    return bool(fault.place.dossier == row["dossier"])


def _tail(fault: Fault, row: dict[str, Any]) -> bool:
    return bool(fault.place.position == row["position"])


EXPECTED: dict[tuple[str, str], tuple[What, Names]] = {
    ("journal_envelope", "position"): (What.REORDERED, _act_as_sealed),
    ("journal_envelope", "act_id"): (What.ALTERED, _act_as_sealed),
    ("journal_envelope", "dossier"): (What.ALTERED, _act_as_sealed),
    ("journal_envelope", "seq"): (What.REORDERED, _act_as_sealed),
    ("journal_envelope", "hash"): (What.ALTERED, _act_as_sealed),
    ("journal_envelope", "text"): (What.ALTERED, _act_as_sealed),
    ("journal_content", "position"): (What.UNEXPLAINED_ERASURE, _position),
    ("journal_content", "salt"): (What.CONTENT_ALTERED, _position),
    ("journal_content", "text"): (What.CONTENT_ALTERED, _position),
    ("journal_erasure", "position"): (What.UNEXPLAINED_ERASURE, _position),
    ("journal_erasure", "by"): (What.UNEXPLAINED_ERASURE, _position),
    ("journal_text", "digest"): (What.TEXT_ALTERED, _digest),
    ("journal_text", "text"): (What.TEXT_ALTERED, _digest),
    ("journal_head", "dossier"): (What.HEAD_DIFFERS, _dossier),
    ("journal_head", "seq"): (What.HEAD_DIFFERS, _dossier),
    ("journal_head", "hash"): (What.HEAD_DIFFERS, _dossier),
    ("journal_tail", "id"): (What.TAIL_DIFFERS, _tail),
    ("journal_tail", "position"): (What.TAIL_DIFFERS, _tail),
    ("journal_tail", "hash"): (What.TAIL_DIFFERS, _tail),
    ("journal_tail", "recorded_at"): (What.TAIL_DIFFERS, _tail),
}
"""What is said of a changed column, and how the row is named."""

EXTRA = {
    ("journal_envelope", "position"): {What.ROOT_DIFFERS},
    ("journal_envelope", "hash"): {What.ROOT_DIFFERS},
    ("journal_content", "position"): {What.CONTENT_UNKNOWN},
    ("journal_erasure", "position"): {What.ERASURE_UNDONE},
    ("journal_erasure", "by"): {What.ERASURE_UNDONE},
    ("journal_text", "digest"): {What.TEXT_MISSING},
}
"""What else is rightly said: the row now names something that does not exist, or the hash over all rows is another."""


def test_no_column_is_forgotten() -> None:
    assert {(table._meta.db_table, column) for table, column in COLUMNS} == EXPECTED.keys()


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda item: getattr(item, "__name__", item))
def test_a_changed_column_is_named(journal: Journal, table: type[models.Model], column: str) -> None:
    what, names = EXPECTED[table._meta.db_table, column]
    tried = 0
    for key in keys(table):
        row = table._default_manager.filter(pk=key).values().get()
        for value in changed(table, column, row[column]):
            with for_a_moment():
                update(table, key, **{column: value})
                found = journal.verify().faults
                case = (column, row[column], value, found)
                assert [fault for fault in found if fault.what is what and names(fault, row)], case
                assert {fault.what for fault in found} <= {what} | EXTRA.get((table._meta.db_table, column), set()), (
                    case
                )
            tried += 1
    assert tried >= len(keys(table)) > 0
    assert journal.verify().clean


@pytest.mark.parametrize("table", TABLES)
def test_a_row_taken_away_is_named(journal: Journal, table: type[models.Model]) -> None:
    expected = {
        Envelope: What.MISSING,
        Content: What.UNEXPLAINED_ERASURE,
        Erasure: What.UNEXPLAINED_ERASURE,
        Text: What.TEXT_MISSING,
        Head: What.HEAD_DIFFERS,
        Tail: What.TAIL_DIFFERS,
    }[table]  # fmt: skip
    for key in keys(table):
        row = table._default_manager.filter(pk=key).values().get()
        with for_a_moment():
            table._default_manager.filter(pk=key).delete()
            found = [fault for fault in journal.verify().faults if fault.what is expected]
            assert any(_names_lost(fault, row) for fault in found), (row, journal.verify().faults)


def _names_lost(fault: Fault, row: dict[str, Any]) -> bool:
    place = fault.place
    if "digest" in row:
        return bool(fault.evidence["digest"] == row["digest"])
    if "dossier" not in row:
        return bool(place.position == row["position"])
    # Nobody knows the id of an act that is gone, but where it stood is known.
    return place.dossier == row["dossier"] and (place.seq == row["seq"] or "act_id" not in row)


def test_an_act_taken_away_with_its_content_is_named_by_position_dossier_and_number(journal: Journal) -> None:
    for envelope in Envelope.objects.exclude(position=Envelope.objects.latest("position").position):
        with for_a_moment():
            Envelope.objects.filter(pk=envelope.pk).delete()
            Content.objects.filter(pk=envelope.pk).delete()
            missing = [fault.place for fault in journal.verify().faults if fault.what is What.MISSING]
            assert [(place.position, place.dossier, place.seq) for place in missing] == [
                (envelope.position, envelope.dossier, envelope.seq)
            ]


def test_two_acts_that_changed_places_are_both_named(journal: Journal) -> None:
    positions = keys(Envelope)
    for one, other in [*pairwise(positions), (positions[0], positions[-1])]:
        with for_a_moment():
            swap(Envelope, one, other, "position")
            found = journal.verify()
            places = [fault.place.position for fault in found.faults if fault.what is What.REORDERED]
            assert places == [other, one]
            assert found.counts.keys() == {What.REORDERED, What.ROOT_DIFFERS}, found.faults


def test_two_acts_of_a_dossier_that_changed_numbers_are_both_named(journal: Journal) -> None:
    tried = 0
    for dossier in Head.objects.filter(seq__gt=1).values_list("dossier", flat=True):
        one, other = Envelope.objects.filter(dossier=dossier).order_by("seq").values_list("position", flat=True)[:2]
        with for_a_moment():
            swap(Envelope, one, other, "seq")
            assert named(journal.verify()) == [("reordered", one), ("reordered", other)]
        tried += 1
    assert tried >= 5


@pytest.mark.parametrize("columns", [("text",), ("salt",), ("salt", "text")])
def test_contents_that_changed_places_are_both_named(journal: Journal, columns: tuple[str, ...]) -> None:
    positions = keys(Content)
    for one, other in pairwise(positions):
        with for_a_moment():
            swap(Content, one, other, *columns)
            assert named(journal.verify()) == [("content-altered", one), ("content-altered", other)]


def test_heads_that_changed_places_are_both_named(journal: Journal) -> None:
    one, other = keys(Head)[:2]
    with for_a_moment():
        swap(Head, one, other, "hash")
        assert {(fault.what, fault.place.dossier) for fault in journal.verify().faults} == {
            (What.HEAD_DIFFERS, one),
            (What.HEAD_DIFFERS, other),
        }


@pytest.mark.parametrize("table", [Envelope, Content, Erasure, Head, Tail])
def test_a_row_put_in_is_named(journal: Journal, table: type[models.Model]) -> None:
    last = Envelope.objects.latest("position").position
    free = {"position": last + 1, "act_id": "act-forged", "seq": 99, "dossier": "person:forged", "id": 2}
    made = table._default_manager.order_by("pk").values().last()
    assert made
    primary = {KEYS[table]}
    for name in primary | ({"act_id", "seq"} if table is Envelope else set()):
        made[name] = free[name]
    with for_a_moment():
        table._default_manager.create(**made)
        found = {fault.what for fault in journal.verify().faults}
    expected = {
        Envelope: {What.ALTERED, What.REORDERED},
        Content: {What.CONTENT_UNKNOWN},
        Erasure: {What.ERASURE_UNDONE},
        Head: {What.HEAD_DIFFERS},
        Tail: {What.TAIL_DIFFERS},
    }[table]  # fmt: skip
    assert found & expected, found


def test_a_text_nobody_refers_to_is_no_fault(journal: Journal) -> None:
    """It waits for its adoption."""
    Text.objects.create(digest=f"sha256:{digest('a pack')}", text="a pack")
    assert journal.verify().clean


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL lets no such bytes in")
@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE journal_envelope SET text = CAST(x'FF' || CAST(text AS BLOB) AS TEXT)", "altered"),
        ("UPDATE journal_envelope SET text = CAST(text AS BLOB)", "altered"),
        ("UPDATE journal_envelope SET hash = CAST(x'FF' AS TEXT)", "altered"),
        ("UPDATE journal_envelope SET hash = 7", "altered"),
        ("UPDATE journal_content SET text = CAST(x'FF' || CAST(text AS BLOB) AS TEXT)", "content-altered"),
        ("UPDATE journal_content SET text = CAST(text AS BLOB)", "content-altered"),
        ("UPDATE journal_content SET salt = x'00'", "content-altered"),
    ],
)
def test_bytes_that_are_no_text_are_named(journal: Journal, statement: str, what: str) -> None:
    for position in keys(Content):
        with for_a_moment(), connection.cursor() as cursor:
            cursor.execute(f"{statement} WHERE position = %s", [position])
            assert named(journal.verify(roots=False)) == [(what, position)]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps to the types of its columns")
@pytest.mark.parametrize("column", [f"{table._meta.db_table}.{column}" for table, column in COLUMNS])
def test_a_value_of_another_type_never_stops_verifying(journal: Journal, column: str) -> None:
    table, _, name = column.partition(".")
    for value in ("'text'", "x'00'", "1.5", "9e300"):
        with for_a_moment(), connection.cursor() as cursor:
            cursor.execute(f'UPDATE {table} SET "{name}" = {value} WHERE rowid = (SELECT max(rowid) FROM {table})')
            assert not journal.verify().clean


def test_a_journal_with_nothing_in_it_is_clean(db: None, tmp_path: Path) -> None:
    here = building(tmp_path)
    found = verify("default", here.means.attachments)
    assert (found.clean, found.acts, found.dossiers) == (True, 0, 0)


def test_attachments_missing_altered_and_unreadable_are_named_with_the_act(journal: Journal) -> None:
    """One is named by the act itself, one is the evidence that its actor could enter it for somebody else."""
    attachments = list(journal.attachments.ids())
    assert len(attachments) == 2
    for attachment in attachments:
        (content,) = (row for row in Content.objects.all() if attachment in row.text)
        path = journal.here.attachments.root / attachment[7:9] / attachment[7:]
        kept = path.read_bytes()
        path.write_bytes(kept.replace(b"3", b"4"))
        assert _named_with_act(journal) == [("attachment-altered", content.position, _act(content.position))]
        path.unlink()
        assert _named_with_act(journal) == [("attachment-missing", content.position, _act(content.position))]
        path.mkdir()
        assert _named_with_act(journal) == [("attachment-unreadable", content.position, _act(content.position))]
        path.rmdir()
        path.write_bytes(kept)
    assert journal.verify().clean


def _named_with_act(journal: Journal) -> list[tuple[str, int | None, str]]:
    return [(fault.what.value, fault.place.position, fault.place.act) for fault in journal.verify().faults]


def test_many_faults_are_counted_and_the_first_ones_named(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("certwright.journal.verifying.fault.LIMIT", 3)
    Content.objects.all().update(salt="0" * 32)
    found = journal.verify()
    assert len(found.faults) == 3
    # The contents of two erasing acts are altered too; nobody is told that what they erased is unexplained.
    assert found.counts == {What.CONTENT_ALTERED: Content.objects.count()}


def test_the_tables_still_hold_their_own_constraints(journal: Journal) -> None:
    """An act id or a place in a dossier cannot be taken twice, triggers or not."""
    one, other = Envelope.objects.order_by("position")[:2]
    with pytest.raises(IntegrityError), transaction.atomic():
        update(Envelope, other.position, act_id=one.act_id)
    with pytest.raises(IntegrityError), transaction.atomic():
        update(Envelope, other.position, dossier=one.dossier, seq=one.seq)
    assert from_json(one.text)["position"] == 1
