"""Bytes and text: canonical JSON by the vectors of RFC 8785, strict readers by what they refuse."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.credentials.encoding.base58 import from_base58, to_base58
from certwright.credentials.encoding.base64_strict import from_base64, from_base64url, to_base64, to_base64url
from certwright.credentials.encoding.canonical import canonical
from certwright.credentials.encoding.multiformats import digest_multibase, from_multibase, multibase58
from certwright.credentials.encoding.strict_json import DEEPEST, parsed
from certwright.credentials.flaws import Flawed
from credentials.vector_files import VECTORS


@pytest.mark.parametrize("name", sorted(path.name for path in (VECTORS / "jcs" / "input").iterdir()))
def test_canonical_json_is_that_of_rfc_8785(name: str) -> None:
    given_text = (VECTORS / "jcs" / "input" / name).read_bytes()
    assert canonical(json.loads(given_text)) == (VECTORS / "jcs" / "output" / name).read_bytes()


@pytest.mark.parametrize("value", [2**53, float("nan"), "\ud800"])
def test_what_has_no_canonical_text_is_refused(value: object) -> None:
    with pytest.raises(Flawed) as refused:
        canonical([value])
    assert refused.value.flaw.says == "not-canonical"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b'{"a":1,"a":1}', "name-twice"),
        (b'{"a":{"b":1,"b":2}}', "name-twice"),
        (b'{"a":NaN}', "not-json"),
        (b'{"a":1} x', "not-json"),
        (b"\xff", "not-json"),
        (b"[1]", "not-a-json-object"),
        (b'{"a":' + b"[" * DEEPEST + b"]" * DEEPEST + b"}", "too-deep"),
        (b'{"a":' + b"[" * 100_000, "not-json"),
        (b'{"a":"' + b"x" * 1_000_000 + b'"}', "too-large"),
    ],
)
def test_json_that_says_two_things_or_too_much_is_refused(text: bytes, says: str) -> None:
    with pytest.raises(Flawed) as refused:
        parsed(text)
    assert refused.value.flaw.says == says


def test_json_of_the_greatest_depth_is_read() -> None:
    nested = b'{"a":' + b"[" * (DEEPEST - 1) + b"]" * (DEEPEST - 1) + b"}"
    assert parsed(nested)


@given(st.binary(max_size=100))
def test_each_encoding_reads_what_it_wrote(value: bytes) -> None:
    assert from_base58(to_base58(value)) == value
    assert from_base64(to_base64(value)) == value
    assert from_base64url(to_base64url(value)) == value
    assert from_multibase(multibase58(value)) == value


@given(st.binary(min_size=1, max_size=40), st.data())
def test_one_text_for_each_value(value: bytes, data: st.DataObject) -> None:
    """No other text of the alphabet reads as the same bytes: the spare bits at the end are looked at."""
    text = to_base64url(value)
    at = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"))
    other = text[:at] + letter + text[at + 1 :]
    if other == text:
        return
    with suppress(Flawed):
        assert from_base64url(other) != value


@pytest.mark.parametrize("text", ["0OIl", "ä", "1" * 201])
def test_what_is_not_base58_is_refused(text: str) -> None:
    with pytest.raises(Flawed, match="not-base58"):
        from_base58(text)


def test_a_digest_is_a_multihash() -> None:
    """The empty text's SHA-256, as the multiformats project writes it in base58."""
    assert digest_multibase(b"") == "zQmdfTbBqBPQ7VNxZEYEj14VmRuZBkqFbiwReogJgS1zR1n"
