"""did:web: what a name may be, where its document stands, and what the document says of old and of stolen keys."""

from datetime import UTC, datetime
from typing import Any

import pytest

from certwright.credentials.did.document import CONTEXT, Service, did_document, read_document
from certwright.credentials.did.web import address, checked, did_of, domain
from certwright.credentials.flaws import Flawed
from certwright.credentials.signing.history import KeyHistory, KeyTerm
from certwright.credentials.signing.purpose import Purpose
from credentials.keys import ed25519, es256

DID = "did:web:certification.example"
BEFORE, STOLEN = datetime(2025, 1, 1, tzinfo=UTC), datetime(2026, 6, 1, 12, tzinfo=UTC)
HISTORY = KeyHistory(
    (
        KeyTerm("credential-2025-01", es256("credential-2025-01", 1).public, BEFORE, valid_until=STOLEN),
        KeyTerm("credential-2026-01", es256("credential-2026-01", 2).public, BEFORE, compromised_on=STOLEN),
        KeyTerm("credential-2026-06", ed25519("credential-2026-06", 3).public, STOLEN),
        KeyTerm("status-list-2025-01", es256("status-list-2025-01", 4).public, BEFORE),
        KeyTerm("seal-2025-01", es256("seal-2025-01", 5).public, BEFORE, certificates=(b"DER",)),
        KeyTerm("checkpoint-2025-01", ed25519("checkpoint-2025-01", 6).public, BEFORE),
    )
)
REGISTER = Service("register", "CertificateRegister", "https://certification.example/register/")


def document(**changes: Any) -> dict[str, Any]:
    return did_document(DID, HISTORY, (REGISTER,), ("https://certification.example/",)) | changes


@pytest.mark.parametrize(
    ("did", "where"),
    [
        ("did:web:certification.example", "https://certification.example/.well-known/did.json"),
        ("did:web:certification.example:body:uk", "https://certification.example/body/uk/did.json"),
        ("did:web:localhost%3A8443", "https://localhost:8443/.well-known/did.json"),
    ],
)
def test_the_document_stands_where_the_method_says(did: str, where: str) -> None:
    assert address(did) == where


def test_a_host_makes_a_name() -> None:
    assert did_of("Certification.example:8443", "uk") == "did:web:certification.example%3A8443:uk"
    assert domain("did:web:certification.example%3A8443:uk") == "certification.example:8443"


@pytest.mark.parametrize(
    "did",
    [
        "did:key:z6Mk",
        "did:web:",
        "did:web:Certification.example",
        "did:web:cеrtification.example",  # with a Cyrillic letter
        "did:web:certification.example/path",
        "did:web:certification.example:..%2F..",
        "did:web:-a.example",
        "did:web:a.example%3A",
        "did:web:" + "a." * 120 + "example",
    ],
)
def test_what_is_no_name_of_ours_is_refused(did: str) -> None:
    with pytest.raises(Flawed, match="not-did-web"):
        checked(did)


def test_the_document_names_all_keys_and_asserts_with_those_of_credentials_and_lists() -> None:
    said = document()
    assert said["@context"] == list(CONTEXT)
    assert len(said["verificationMethod"]) == len(HISTORY.terms)
    assert [one.partition("#")[2] for one in said["assertionMethod"]] == [
        "credential-2025-01",
        "credential-2026-06",
        "status-list-2025-01",
    ]
    assert said["service"] == [
        {"id": f"{DID}#register", "type": "CertificateRegister", "serviceEndpoint": REGISTER.address}
    ]


def test_each_key_stands_in_the_form_of_its_kind() -> None:
    kinds = {one["id"].partition("#")[2]: one["type"] for one in document()["verificationMethod"]}
    assert (kinds["credential-2025-01"], kinds["credential-2026-06"]) == ("JsonWebKey", "Multikey")


def test_the_document_is_read_as_it_was_written() -> None:
    found = read_document(document(), DID)
    assert {method.key_id: method.key for method in found.methods} == {t.key_id: t.public for t in HISTORY.terms}
    assert [method.certificates for method in found.of(Purpose.SEAL)] == [(b"DER",)]


def test_a_stolen_key_is_found_with_its_day_and_a_retired_one_as_good() -> None:
    found = read_document(document(), DID)
    assert found.method(f"{DID}#credential-2026-01", Purpose.CREDENTIAL).revoked == STOLEN
    assert found.method(f"{DID}#credential-2025-01", Purpose.CREDENTIAL).revoked is None


@pytest.mark.parametrize(
    ("key", "purpose", "says"),
    [
        (f"{DID}#credential-2020-01", Purpose.CREDENTIAL, "key-unknown"),
        ("did:web:forger.example#credential-2026-06", Purpose.CREDENTIAL, "key-of-somebody-else"),
        (f"{DID}#status-list-2025-01", Purpose.CREDENTIAL, "key-for-another-purpose"),
        (f"{DID}#checkpoint-2025-01", Purpose.CREDENTIAL, "key-for-another-purpose"),
    ],
)
def test_a_key_for_something_else_is_refused(key: str, purpose: Purpose, says: str) -> None:
    with pytest.raises(Flawed, match=says):
        read_document(document(), DID).method(key, purpose)


def test_a_key_that_asserts_nothing_and_was_not_stolen_is_refused() -> None:
    found = read_document(document(assertionMethod=[]), DID)
    with pytest.raises(Flawed, match="key-for-another-purpose"):
        found.method(f"{DID}#credential-2026-06", Purpose.CREDENTIAL)


@pytest.mark.parametrize(
    "change",
    [
        {"id": "did:web:forger.example"},
        {"verificationMethod": None},
        {"verificationMethod": [{}] * 501},
        {"assertionMethod": 1},
    ],
)
def test_a_document_that_is_not_his_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(Flawed, match="document-"):
        read_document(document(**change), DID)


def test_keys_of_other_controllers_and_kinds_are_left_out() -> None:
    foreign = {"id": f"{DID}#x", "controller": "did:web:forger.example", "publicKeyJwk": es256().public.jwk}
    strange = {"id": f"{DID}#y", "controller": DID, "publicKeyJwk": {"kty": "RSA"}}
    assert read_document(document(verificationMethod=[foreign, strange, "z"]), DID).methods == ()
