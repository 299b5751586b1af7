"""A witness: every answer of the protocol, and what a log's side takes of it."""

from datetime import UTC, datetime, timedelta

import pytest

from certwright.credentials.flaws import Flawed
from certwright.credentials.log.checkpoint import Checkpoint, next_checkpoint, read_checkpoint
from certwright.credentials.log.cosignature import check_cosignature, cosigned
from certwright.credentials.log.note import COSIGNATURE_V1, Note, NoteKey, read_note
from certwright.credentials.log.witness import Request, Witness, accepted, read_request
from credentials.keys import ed25519
from credentials.logs import Log, log_of

ORIGIN, NAME = "certification.example/log", "witness.example/w1"
LOG_SIGNER, SIGNER = ed25519(), ed25519("checkpoint-witness", seed=9)
LOG_KEY, KEY = NoteKey(ORIGIN, LOG_SIGNER.public), NoteKey(NAME, SIGNER.public, COSIGNATURE_V1)
WITNESS = Witness(NAME, SIGNER, {ORIGIN: [LOG_KEY]})
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
LOG = log_of(300)


def note(size: int, log: Log = LOG, origin: str = ORIGIN) -> Note:
    return next_checkpoint(None, log.tree(size), origin, LOG_SIGNER)


def seen(size: int) -> dict[str, Checkpoint]:
    return {ORIGIN: read_checkpoint(note(size))}


def request(old: int, new: int) -> str:
    proof = LOG.tree(new).consistency(old) if 0 < old <= new else []
    return Request(old, tuple(proof), note(new)).written


def test_the_first_checkpoint_is_cosigned_and_remembered() -> None:
    answer = WITNESS.add_checkpoint(request(0, 5), {}, NOON)
    assert answer.status == 200
    assert answer.remember == read_checkpoint(note(5))
    whole = accepted(note(5), answer.body, [KEY], NOON)
    found = check_cosignature(whole, KEY, NOON)
    assert found is not None
    assert (found.witness, found.at) == (NAME, NOON)


@pytest.mark.parametrize(("old", "new"), [(5, 5), (5, 6), (5, 300), (256, 257)])
def test_what_continues_is_cosigned(old: int, new: int) -> None:
    assert WITNESS.add_checkpoint(request(old, new), seen(old), NOON).status == 200


@pytest.mark.parametrize("old", [0, 4, 6])
def test_another_size_than_remembered_is_told(old: int) -> None:
    answer = WITNESS.add_checkpoint(request(old, 9), seen(5), NOON)
    assert (answer.status, answer.body, answer.media_type) == (409, "5\n", "text/x.tlog.size")
    assert answer.remember is None


def test_the_same_size_with_another_root_is_a_conflict() -> None:
    other = Log()
    other.add(*(b"another" for _ in range(5)))
    body = Request(5, (), note(5, other)).written
    assert WITNESS.add_checkpoint(body, seen(5), NOON).status == 409


def test_a_proof_that_does_not_hold_is_refused() -> None:
    body = Request(5, tuple(LOG.tree(9).consistency(4)), note(9)).written
    assert WITNESS.add_checkpoint(body, seen(5), NOON).status == 422


def test_a_proof_from_nothing_is_refused() -> None:
    assert WITNESS.add_checkpoint(Request(0, (bytes(32),), note(5)).written, {}, NOON).status == 422


def test_a_size_that_goes_back_is_refused() -> None:
    assert WITNESS.add_checkpoint(request(9, 5), seen(9), NOON).status == 400


def test_an_unknown_log_is_not_found() -> None:
    body = Request(0, (), note(5, origin="other.example/log")).written
    assert WITNESS.add_checkpoint(body, {}, NOON).status == 404


def test_a_checkpoint_signed_by_somebody_else_is_forbidden() -> None:
    forged = next_checkpoint(None, LOG.tree(5), ORIGIN, ed25519("checkpoint-2", seed=2))
    assert WITNESS.add_checkpoint(Request(0, (), forged).written, {}, NOON).status == 403


@pytest.mark.parametrize(
    "body", ["", "old 01\n\n", "old 0\n\nnothing", "old 0\n" + "AA==\n" * 64 + "\n" + note(5).written]
)
def test_what_is_no_request_is_refused(body: str) -> None:
    assert WITNESS.add_checkpoint(body, {}, NOON).status == 400


def test_a_request_is_read_as_it_was_written() -> None:
    assert read_request(request(5, 9)).written == request(5, 9)


def test_an_answer_of_somebody_else_is_ignored_and_a_wrong_one_refused() -> None:
    stranger = cosigned(note(5), "stranger.example", ed25519("x", seed=7), NOON).line
    assert accepted(note(5), stranger, [KEY], NOON) == note(5)
    wrong = cosigned(note(6), NAME, SIGNER, NOON).line
    with pytest.raises(Flawed, match="signature-wrong"):
        accepted(note(5), wrong, [KEY], NOON)


def test_a_cosignature_of_the_future_is_refused() -> None:
    later = note(5).with_signatures([cosigned(note(5), NAME, SIGNER, NOON + timedelta(seconds=1))])
    with pytest.raises(Flawed, match="cosigned-in-the-future"):
        check_cosignature(later, KEY, NOON)


def test_of_several_the_earliest_counts() -> None:
    hour = timedelta(hours=1)
    both = note(5).with_signatures([cosigned(note(5), NAME, SIGNER, at) for at in (NOON, NOON - hour)])
    found = check_cosignature(read_note(both.written), KEY, NOON)
    assert found is not None
    assert found.at == NOON - hour


def test_no_cosignature_is_none() -> None:
    assert check_cosignature(note(5), KEY, NOON) is None
