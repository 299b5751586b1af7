"""Envelopes: what is written is read, and whatever could make one text say two things is refused."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from joserfc import jws
from joserfc.jwk import ECKey, OKPKey

from certwright.credentials.encoding.base64_strict import to_base64url
from certwright.credentials.flaws import Flawed
from certwright.credentials.jose import LONGEST, Opened, read, signed
from certwright.credentials.signing.file_key import FileSigner
from credentials.keys import ed25519, es256

DID = "did:web:certification.example"
CREDENTIAL = {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    "id": "https://certification.example/c/1",
    "type": ["VerifiableCredential"],
    "issuer": {"id": DID, "name": "Example Certification – Zürich"},
    "validFrom": "2026-03-02T00:00:00Z",
    "credentialSubject": {"id": "https://certification.example/h/1"},
}
SIGNERS = [es256(), ed25519("credential-2")]


def forged(header: dict[str, Any], credential: Any = CREDENTIAL, signer: FileSigner | None = None) -> str:
    """An envelope with any header and content, signed all the same."""
    signer = signer or es256()
    parts = (
        json.dumps(header).encode(),
        credential if isinstance(credential, bytes) else json.dumps(credential).encode(),
    )
    content = ".".join(map(to_base64url, parts))
    return f"{content}.{to_base64url(signer.sign(content.encode()))}"


def header(**changes: Any) -> dict[str, Any]:
    plain = {"alg": "ES256", "typ": "vc+jwt", "cty": "vc", "kid": f"{DID}#credential-1"}
    return {name: value for name, value in (plain | changes).items() if value is not None}


@pytest.mark.parametrize("signer", SIGNERS, ids=lambda signer: str(signer.public.algorithm))
def test_what_is_signed_is_read(signer: FileSigner) -> None:
    text = signed(CREDENTIAL, signer, DID)
    said = read(text).verified(signer.public)
    assert said == Opened(CREDENTIAL, f"{DID}#{signer.key_id}", signer.public.algorithm)


@pytest.mark.parametrize("signer", SIGNERS, ids=lambda signer: str(signer.public.algorithm))
def test_another_library_verifies_it(signer: FileSigner) -> None:
    jwk = signer.public.jwk
    key = OKPKey.import_key(jwk) if jwk["kty"] == "OKP" else ECKey.import_key(jwk)  # type: ignore[arg-type]
    opened = jws.deserialize_compact(signed(CREDENTIAL, signer, DID), key, algorithms=["ES256", "Ed25519"])
    assert json.loads(opened.payload) == CREDENTIAL


def test_the_older_name_of_ed25519_is_read() -> None:
    signer = ed25519("credential-2")
    text = forged(header(alg="EdDSA", kid=f"{DID}#credential-2"), signer=signer)
    assert read(text).verified(signer.public).credential == CREDENTIAL


@pytest.mark.parametrize(
    ("given_header", "says"),
    [
        (header(alg="none"), "algorithm-not-accepted"),
        (header(alg="None"), "algorithm-not-accepted"),
        (header(alg="HS256"), "algorithm-not-accepted"),
        (header(alg=["ES256"]), "algorithm-not-accepted"),
        (header(alg=None), "algorithm-not-accepted"),
        (header(typ="JWT"), "not-a-credential-envelope"),
        (header(typ=None), "not-a-credential-envelope"),
        (header(cty="vp"), "not-a-credential-envelope"),
        (header(jwk=es256("x", seed=2).public.jwk), "brings-its-own-key"),
        (header(jku="https://forger.example/keys"), "brings-its-own-key"),
        (header(x5u="https://forger.example/chain"), "brings-its-own-key"),
        (header(crit=["exp"]), "extension-not-understood"),
        (header(b64=False), "extension-not-understood"),
        (header(kid=None), "key-not-named"),
        (header(kid=7), "key-not-named"),
    ],
)
def test_a_header_that_asks_for_trust_is_refused(given_header: dict[str, Any], says: str) -> None:
    with pytest.raises(Flawed, match=says):
        read(forged(given_header))


@pytest.mark.parametrize(
    ("credential", "says"),
    [
        (CREDENTIAL | {"vc": CREDENTIAL}, "old-claims"),
        (CREDENTIAL | {"type": ["Thing"]}, "not-a-credential"),
        (CREDENTIAL | {"iss": "did:web:forger.example"}, "claims-disagree"),
        (CREDENTIAL | {"exp": 1}, "claims-disagree"),
        (CREDENTIAL | {"nbf": 1}, "claims-disagree"),
        (CREDENTIAL | {"jti": "https://forger.example/c/1"}, "claims-disagree"),
        (b'{"id":"a","id":"b"}', "name-twice"),
    ],
)
def test_a_content_that_says_two_things_is_refused(credential: Any, says: str) -> None:
    with pytest.raises(Flawed, match=says):
        read(forged(header(), credential))


def test_claims_that_say_the_same_are_read() -> None:
    same = {"iss": DID, "nbf": 1772409600, "jti": CREDENTIAL["id"]}
    assert read(forged(header(), CREDENTIAL | same)).verified(es256().public)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "not-an-envelope"),
        ("a.b", "not-an-envelope"),
        ("ä.b.c", "not-an-envelope"),
        ("a" * (LONGEST + 1), "too-large"),
    ],
)
def test_what_is_no_envelope_is_refused(text: str, says: str) -> None:
    with pytest.raises(Flawed, match=says):
        read(text)


def test_a_key_of_the_other_algorithm_verifies_nothing() -> None:
    with pytest.raises(Flawed, match="signature-wrong"):
        read(signed(CREDENTIAL, es256(), DID)).verified(ed25519().public)


@pytest.mark.parametrize("signer", SIGNERS, ids=lambda signer: str(signer.public.algorithm))
@given(st.data())
@settings(max_examples=300)
def test_any_byte_changed_is_found(signer: FileSigner, data: st.DataObject) -> None:
    text = signed(CREDENTIAL, signer, DID).encode()
    at = data.draw(st.integers(0, len(text) - 1))
    changed = bytearray(text)
    changed[at] = data.draw(st.integers(0, 255).filter(lambda value: value != text[at]))
    with pytest.raises(Flawed):
        read(changed.decode("latin-1")).verified(signer.public)


def test_every_last_letter_of_a_signature_but_its_own_is_refused() -> None:
    text = signed(CREDENTIAL, ed25519("credential-2"), DID)
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_":
        if letter != text[-1]:
            with pytest.raises(Flawed):
                read(text[:-1] + letter).verified(ed25519("credential-2").public)
