"""Status lists: the bits by the words of the specification, places never given twice, and both forms of an entry."""

import gzip
import random
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.credentials.encoding.multiformats import multibase64url
from certwright.credentials.flaws import Flawed
from certwright.credentials.status.allocation import free_index
from certwright.credentials.status.bitstring import LARGEST, SIZE, decoded, encoded, is_set
from certwright.credentials.status.entry import (
    Entry,
    Place,
    StatusProfile,
    credential_status,
    entries,
    suspension_list_of,
)
from certwright.credentials.status.status_credential import LONGEST_LIFE, read_status_list, status_list_credential

LIST = "https://certification.example/status/1"
PLACE = Place(94567, LIST)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@given(st.sets(st.integers(0, SIZE - 1), max_size=30))
def test_what_is_marked_is_read_and_nothing_else(marked: set[int]) -> None:
    bits = decoded(encoded(marked))
    assert {index for index in range(SIZE) if bits[index // 8] and is_set(bits, index)} == marked


def test_the_first_index_is_the_left_most_bit() -> None:
    assert decoded(encoded({0}))[0] == 0b1000_0000
    assert decoded(encoded({SIZE - 1}))[-1] == 0b0000_0001


def test_the_same_bits_are_the_same_text() -> None:
    assert encoded({3, 1}) == encoded({1, 3})


@pytest.mark.parametrize("index", [-1, SIZE])
def test_an_index_outside_is_refused(index: int) -> None:
    with pytest.raises(ValueError, match="index"):
        encoded({index})
    with pytest.raises(Flawed, match="status-index-outside"):
        is_set(decoded(encoded(())), index)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "status-list-unreadable"),
        ("z1111", "status-list-unreadable"),
        ("uAAAA", "status-list-unreadable"),
        (multibase64url(gzip.compress(bytes(SIZE // 8))[:-1]), "status-list-unreadable"),
        (multibase64url(gzip.compress(bytes(SIZE // 8)) + b"more"), "status-list-unreadable"),
        (multibase64url(gzip.compress(bytes(LARGEST // 8 + 1))), "status-list-unreadable"),
        (multibase64url(gzip.compress(bytes(10_000_000))), "status-list-unreadable"),
        (multibase64url(gzip.compress(bytes(SIZE // 8 - 1))), "status-list-too-short"),
    ],
    ids=["empty", "base58", "no gzip", "cut", "longer", "too large", "bomb", "short"],
)
def test_a_list_that_is_none_is_refused(text: str, says: str) -> None:
    with pytest.raises(Flawed, match=says):
        decoded(text)


def test_places_are_random_and_never_given_twice() -> None:
    drawn = random.Random(7)
    taken: set[int] = set()
    for _ in range(200):
        index = free_index(taken, drawn.randrange, size=200)
        assert index not in taken
        taken.add(index)
    with pytest.raises(Flawed, match="status-list-full"):
        free_index(taken, drawn.randrange, size=200)


def test_a_list_is_read_as_it_was_written() -> None:
    found = read_status_list(status_list_credential(LIST, "did:web:a.example", "revocation", {5}, NOON, LONGEST_LIFE))
    assert (found.address, found.issuer, found.purpose) == (LIST, "did:web:a.example", "revocation")
    assert [found.marks(index) for index in (4, 5)] == [False, True]
    second = timedelta(seconds=1)
    moments = (NOON - second, NOON, NOON + LONGEST_LIFE, NOON + LONGEST_LIFE + second)
    assert [found.fresh(moment) for moment in moments] == [False, True, True, False]


@pytest.mark.parametrize("life", [timedelta(), LONGEST_LIFE + timedelta(seconds=1)])
def test_a_list_that_would_live_too_long_is_refused(life: timedelta) -> None:
    with pytest.raises(Flawed, match="status-list-lives-too-long"):
        status_list_credential(LIST, "did:web:a.example", "revocation", (), NOON, life)


def test_the_untp_form_is_one_entry_with_a_number() -> None:
    said = credential_status(PLACE, StatusProfile.UNTP)
    assert isinstance(said, dict)
    assert said["statusListIndex"] == 94567
    assert entries({"credentialStatus": said}) == (Entry("revocation", PLACE.revocation, 94567),)


def test_the_w3c_form_is_two_entries_with_text() -> None:
    said = credential_status(PLACE, StatusProfile.W3C)
    assert isinstance(said, list)
    assert {one["statusListIndex"] for one in said} == {"94567"}
    assert entries({"credentialStatus": said}) == (
        Entry("revocation", PLACE.revocation, 94567),
        Entry("suspension", PLACE.suspension, 94567),
    )


@pytest.mark.parametrize("profile", list(StatusProfile))
def test_the_first_place_is_a_place(profile: StatusProfile) -> None:
    said = credential_status(Place(0, LIST), profile)
    assert entries({"credentialStatus": said})[0].index == 0


def test_a_credential_may_have_no_status() -> None:
    assert entries({}) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"type": "Other"},
        {"statusListIndex": -1},
        {"statusListIndex": True},
        {"statusListIndex": "1e3"},
        {"statusListIndex": "²"},
        {"statusListIndex": None},
        {"statusListCredential": None},
        {"statusPurpose": 1},
    ],
)
def test_an_entry_that_cannot_be_read_is_refused(change: dict[str, Any]) -> None:
    said = credential_status(PLACE, StatusProfile.UNTP)
    assert isinstance(said, dict)
    with pytest.raises(Flawed, match="status-entry-unreadable"):
        entries({"credentialStatus": said | change})


@pytest.mark.parametrize("change", [{"type": ["VerifiableCredential"]}, {"credentialSubject": None}, {"issuer": None}])
def test_a_credential_that_is_no_list_is_refused(change: dict[str, Any]) -> None:
    said = status_list_credential(LIST, "did:web:a.example", "revocation", {5}, NOON, LONGEST_LIFE)
    with pytest.raises(Flawed, match="not-a-status-list"):
        read_status_list(said | change)


def test_the_suspension_list_stands_beside_the_revocation_list() -> None:
    assert suspension_list_of(PLACE.revocation) == PLACE.suspension
    assert suspension_list_of("https://other.example/list") is None
