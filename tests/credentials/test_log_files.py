"""The files of a log: paths, bundles, notes, checkpoints; a real small log is read; any byte changed is found."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certwright.credentials.flaws import Flawed
from certwright.credentials.log.checkpoint import Checkpoint, next_checkpoint, opened_checkpoint, read_checkpoint
from certwright.credentials.log.event import Event, EventKind, hidden, read_event
from certwright.credentials.log.hashing import leaf_hash
from certwright.credentials.log.note import MOST_SIGNATURES, NoteKey, note_key, read_note, signed_note
from certwright.credentials.log.proof_file import LogProof, read_proof
from certwright.credentials.log.tiles import LARGEST_ENTRY, Tile, bundle, bundles, entries_of, hashes_of, tile_of
from certwright.credentials.log.tree import Tree
from credentials.keys import ed25519, es256
from credentials.logs import Log, log_of
from credentials.vector_files import VECTORS

TESSERA = note_key("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx")
ORIGIN = "certification.example/log"
SIGNER = ed25519()
KEY = NoteKey(ORIGIN, SIGNER.public)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("tile", "path"),
    [
        (Tile(0, 0), "tile/0/000"),
        (Tile(1, 1234067, 112), "tile/1/x001/x234/067.p/112"),
        (Tile(None, 1000), "tile/entries/x001/000"),
        (Tile(63, 999, 1), "tile/63/999.p/1"),
    ],
)
def test_paths_are_those_of_the_specification(tile: Tile, path: str) -> None:
    assert tile.path == path
    assert tile_of(path) == tile


@pytest.mark.parametrize(
    "path",
    [
        "tile/00/000",
        "tile/64/000",
        "tile/0/0",
        "tile/0/x000/001",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/../000",
    ],
)
def test_a_path_of_another_form_is_refused(path: str) -> None:
    with pytest.raises(Flawed, match="not-a-tile"):
        tile_of(path)


@given(st.lists(st.binary(max_size=40), min_size=1, max_size=256))
def test_a_bundle_is_read_as_written(entries: list[bytes]) -> None:
    assert entries_of(bundle(entries), Tile(None, 0, len(entries))) == entries


@pytest.mark.parametrize(
    "content", [bundle([b"one", b"two", b"more"]), bundle([b"one"]), bundle([b"one", b"two"])[:-1]]
)
def test_a_bundle_with_more_or_fewer_entries_is_refused(content: bytes) -> None:
    with pytest.raises(Flawed, match="tile-of-another-size"):
        entries_of(content, Tile(None, 0, 2))


def test_the_longest_entry_fits_and_a_longer_one_is_refused() -> None:
    assert entries_of(bundle([b"x" * LARGEST_ENTRY]), Tile(None, 0, 1))
    with pytest.raises(Flawed, match="entry-too-long"):
        bundle([b"x" * (LARGEST_ENTRY + 1)])


def test_a_bundle_continues_the_partial_one() -> None:
    made = dict(bundles(300, [b"a"] * 44, [b"b"] * 300))
    assert list(made) == [Tile(None, 1), Tile(None, 2, 88)]
    assert entries_of(made[Tile(None, 1)], Tile(None, 1))[43:45] == [b"a", b"b"]


@pytest.mark.parametrize("size", range(1, 16))
def test_the_checkpoints_of_a_real_log_are_verified_from_its_tiles(size: int) -> None:
    def read(tile: Tile) -> bytes:
        return (VECTORS / "tessera" / tile.path).read_bytes()

    text = (VECTORS / "tessera" / f"checkpoint.{size}").read_text(encoding="utf-8")
    checkpoint, _ = opened_checkpoint(text, TESSERA.name, [TESSERA])
    assert checkpoint.size == size
    assert Tree(size, read).root() == checkpoint.root
    tile = Tile(None, 0, size)
    entries = entries_of(read(tile), tile)
    assert [leaf_hash(entry) for entry in entries] == hashes_of(read(Tile(0, 0, size)), Tile(0, 0, size))


def test_a_key_is_written_as_it_was_read() -> None:
    assert note_key(TESSERA.written) == TESSERA


@pytest.mark.parametrize(
    "text",
    [
        TESSERA.written.replace("33d7b496", "33d7b497"),
        TESSERA.written[:-4],
        "name",
        "a b+33d7b496+AeHT",
        "x+00000000+/w==",
    ],
)
def test_a_key_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(Flawed):
        note_key(text)


def test_a_log_is_signed_with_ed25519() -> None:
    with pytest.raises(Flawed, match="key-not-supported"):
        NoteKey(ORIGIN, es256().public)


def checkpoint_of(log: Log, last: Checkpoint | None = None) -> str:
    return next_checkpoint(last, log.tree(), ORIGIN, SIGNER).written


def test_a_checkpoint_is_opened_as_it_was_signed() -> None:
    found, note = opened_checkpoint(checkpoint_of(log_of(5)), ORIGIN, [KEY])
    assert (found.origin, found.size, found.root) == (ORIGIN, 5, log_of(5).tree().root())
    assert note.written == checkpoint_of(log_of(5))


def test_signatures_of_unknown_keys_are_ignored_and_do_not_count() -> None:
    other = signed_note("", "somebody.example", ed25519("checkpoint-2", seed=2))
    text = checkpoint_of(log_of(5)) + other.signatures[0].line
    assert opened_checkpoint(text, ORIGIN, [KEY])[0].size == 5
    with pytest.raises(Flawed, match="note-not-signed"):
        opened_checkpoint(text, ORIGIN, [NoteKey(ORIGIN, ed25519("checkpoint-3", seed=3).public)])


def test_a_checkpoint_of_another_log_is_refused() -> None:
    with pytest.raises(Flawed, match="checkpoint-of-another-log"):
        opened_checkpoint(checkpoint_of(log_of(5)), "other.example/log", [KEY])


@given(st.data())
@settings(max_examples=200)
def test_any_byte_changed_in_a_checkpoint_is_found(data: st.DataObject) -> None:
    text = checkpoint_of(log_of(5)).encode()
    at = data.draw(st.integers(0, len(text) - 1))
    changed = bytearray(text)
    changed[at] = data.draw(st.integers(0, 255).filter(lambda value: value != text[at]))
    with pytest.raises((Flawed, UnicodeDecodeError)):
        opened_checkpoint(changed.decode(), ORIGIN, [KEY])


@pytest.mark.parametrize(
    "text",
    [
        "a\n1\n\n— n AAAA\n",
        "a\nb",
        "a\n\n",
        "a\n\nno line\n",
        "a\x01\n\n— n AAAAAAA=\n",
        "a\n\n" + "— n AAAAAAA=\n" * (MOST_SIGNATURES + 1),
        "a" * 100_001,
    ],
)
def test_what_is_no_note_is_refused(text: str) -> None:
    with pytest.raises(Flawed) as refused:
        read_note(text)
    assert refused.value.flaw.says == ("too-large" if len(text) > 100_000 else "not-a-note")


@pytest.mark.parametrize("text", ["o\n01\nAAAA\n", "o\n1\n", "o\n1\nAAAA\n", "o\n-1\n" + "A" * 43 + "=\n", "\n1\nA\n"])
def test_a_note_that_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(Flawed):
        read_checkpoint(signed_note(text, ORIGIN, SIGNER))


def test_extension_lines_are_read_over() -> None:
    text = Checkpoint(ORIGIN, 5, bytes(32)).text + "more\n"
    assert read_checkpoint(signed_note(text, ORIGIN, SIGNER)) == Checkpoint(ORIGIN, 5, bytes(32))


def last_of(log: Log) -> Checkpoint:
    return Checkpoint(ORIGIN, len(log.entries), log.tree().root())


def test_a_log_that_grew_or_stayed_is_signed() -> None:
    log = log_of(5)
    last = last_of(log)
    assert checkpoint_of(log, last)
    log.add(b"more")
    assert checkpoint_of(log, last)


def test_a_log_restored_from_an_old_backup_is_not_signed() -> None:
    last = last_of(log_of(300))
    restored = log_of(299)
    with pytest.raises(Flawed, match="log-would-shrink"):
        checkpoint_of(restored, last)
    restored.add(b"something else")
    with pytest.raises(Flawed, match="log-would-fork"):
        checkpoint_of(restored, last)
    restored.add(b"and more")
    with pytest.raises(Flawed, match="log-would-fork"):
        checkpoint_of(restored, last)


def test_a_checkpoint_is_not_signed_with_a_key_for_something_else() -> None:
    with pytest.raises(Flawed, match="key-for-another-purpose"):
        next_checkpoint(None, log_of(1).tree(), ORIGIN, ed25519("credential-1"))


def proof_of(log: Log, index: int) -> LogProof:
    return LogProof(index, tuple(log.tree().inclusion(index)), checkpoint_of(log), log.entries[index])


@given(st.integers(1, 300), st.data())
@settings(max_examples=40)
def test_a_proof_file_is_checked_offline(size: int, data: st.DataObject) -> None:
    log = log_of(size)
    index = data.draw(st.integers(0, size - 1))
    found = read_proof(proof_of(log, index).written)
    assert found == proof_of(log, index)
    checkpoint, _ = found.check(log.entries[index], ORIGIN, [KEY])
    assert checkpoint.size == size


def test_a_proof_of_one_entry_proves_no_other() -> None:
    log = log_of(9)
    with pytest.raises(Flawed, match="inclusion-not-proven"):
        proof_of(log, 4).check(log.entries[5], ORIGIN, [KEY])


@given(st.data())
@settings(max_examples=200)
def test_any_byte_changed_in_a_proof_file_is_found(data: st.DataObject) -> None:
    """Its extra line is not part of the proof: whoever uses the entry in it hashes it, as here."""
    log = log_of(9)
    text = proof_of(log, 4).written.encode()
    at = data.draw(st.integers(0, len(text) - 1))
    changed = bytearray(text)
    changed[at] = data.draw(st.integers(0, 255).filter(lambda value: value != text[at]))
    with pytest.raises((Flawed, UnicodeDecodeError)):
        _proven(changed.decode())


def _proven(text: str) -> None:
    found = read_proof(text)
    found.check(found.extra, ORIGIN, [KEY])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "c2sp.org/tlog-proof@v1\n\nx",
        "c2sp.org/tlog-proof@v1\nindex 01\n\nx",
        "c2sp.org/tlog-proof@v2\nindex 1\n\nx",
        "c2sp.org/tlog-proof@v1\nextra AA==\n\nx",
        "c2sp.org/tlog-proof@v1\nindex 1" + "\nAA==" * 64 + "\n\nx",
        "x" * 300_000,
    ],
)
def test_what_is_no_proof_file_is_refused(text: str) -> None:
    with pytest.raises(Flawed) as refused:
        read_proof(text)
    assert refused.value.flaw.says == ("too-large" if len(text) > 200_000 else "not-a-log-proof")


ISSUED = Event(EventKind.ISSUED, "7Q2M0ZK4TB", NOON, {"credential": bytes(32)}, None, "valid", "Helmets & Sons Ltd")


@pytest.mark.parametrize(
    "event",
    [
        ISSUED,
        Event(EventKind.SUSPENDED, "7Q2M0ZK4TB", NOON, previous=3, standing="suspended"),
        Event(EventKind.KEY_ADDED, "did:web:a.example#credential-1", NOON),
    ],
)
def test_an_event_is_read_as_it_was_written(event: Event) -> None:
    assert read_event(event.entry) == event


@pytest.mark.parametrize(
    "change",
    [
        (b'"version":1', b'"version":2'),
        (b"issued", b"forgotten"),
        (b"{", b"{ "),
        (b'"previous":null', b'"prior":null'),
        (b"sha256:", b"md5:"),
    ],
)
def test_what_is_no_event_is_refused(change: tuple[bytes, bytes]) -> None:
    with pytest.raises(Flawed):
        read_event(ISSUED.entry.replace(*change, 1))


def test_an_event_fits_into_a_log() -> None:
    with pytest.raises(Flawed, match="entry-too-long"):
        _ = Event(EventKind.ISSUED, "x" * LARGEST_ENTRY, NOON).entry


def test_a_hidden_name_needs_its_salt() -> None:
    salt = b"sixteen bytes..!"
    assert hidden("Ada Muster", salt) == hidden("Ada Muster", salt)
    assert hidden("Ada Muster", salt) != hidden("Ada Muster", salt[::-1])
    assert "Ada" not in hidden("Ada Muster", salt)
    with pytest.raises(ValueError, match="salt"):
        hidden("Ada Muster", salt[:-1])
