"""Data Integrity proofs: the W3C's vectors are verified, made anew byte for byte, and fall when anything changes."""

from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, derive_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from certwright.credentials.encoding.canonical import canonical
from certwright.credentials.encoding.multiformats import from_multibase, multibase58
from certwright.credentials.flaws import Flawed
from certwright.credentials.integrity.proof import check_proof, hashed, with_proof
from certwright.credentials.moments import read
from certwright.credentials.signing.file_key import FileSigner
from certwright.credentials.signing.public_key import from_multikey
from credentials.keys import es256
from credentials.vector_files import VECTORS, vector

SUITES = {
    "eddsa-jcs-2022": ("keyPair.json", "signedJCS.json", "canonDocJCS.txt", "combinedHashJCS.txt"),
    "ecdsa-jcs-2019": (
        "p256KeyPair.json",
        "signedJCSECDSAP256.json",
        "canonDocJCSECDSAP256.txt",
        "combinedHashJCSECDSAP256.txt",
    ),
}


def secured(suite: str) -> dict[str, Any]:
    found: dict[str, Any] = vector(f"{suite}/{SUITES[suite][1]}")
    return found


@pytest.mark.parametrize("suite", SUITES)
def test_the_vectors_are_hashed_and_verified(suite: str) -> None:
    pair, _, canonical_text, combined = SUITES[suite]
    document = secured(suite)
    proof = document.pop("proof")
    proof.pop("proofValue")
    assert canonical(document) == (VECTORS / suite / canonical_text).read_bytes().rstrip(b"\n")
    assert hashed(document, proof).hex() == (VECTORS / suite / combined).read_text().strip()
    check_proof(secured(suite), from_multikey(vector(f"{suite}/{pair}")["publicKeyMultibase"]))


def test_the_eddsa_vector_is_made_byte_for_byte() -> None:
    wanted, pair = secured("eddsa-jcs-2022"), vector("eddsa-jcs-2022/keyPair.json")
    private = from_multibase(pair["privateKeyMultibase"])[2:]
    signer = FileSigner("credential-1", Ed25519PrivateKey.from_private_bytes(private))
    document = vector("eddsa-jcs-2022/unsigned.json")
    created = read(wanted["proof"]["created"])
    assert with_proof(document, signer, wanted["proof"]["verificationMethod"], created) == wanted


def test_an_ecdsa_proof_differs_in_its_value_alone() -> None:
    """ECDSA draws a number for each signature: everything else is that of the vector, and it verifies."""
    wanted, pair = secured("ecdsa-jcs-2019"), vector("ecdsa-jcs-2019/p256KeyPair.json")
    private = int.from_bytes(from_multibase(pair["secretKeyMultibase"])[2:])
    signer = FileSigner("credential-1", derive_private_key(private, SECP256R1()))
    document = vector("ecdsa-jcs-2019/unsigned.json")
    made = with_proof(document, signer, wanted["proof"]["verificationMethod"], read(wanted["proof"]["created"]))
    check_proof(made, from_multikey(pair["publicKeyMultibase"]))
    made["proof"].pop("proofValue")
    wanted["proof"].pop("proofValue")
    assert made == wanted


CHANGES = {
    "text": lambda one: one.update(name="Another"),
    "added": lambda one: one.update(scope="Everything"),
    "removed": lambda one: one.pop("description"),
    "options": lambda one: one["proof"].update(created="2023-02-24T23:36:39Z"),
    "suite": lambda one: one["proof"].update(cryptosuite="eddsa-rdfc-2022"),
    "purpose": lambda one: one["proof"].update(proofPurpose="authentication"),
    "context": lambda one: one["proof"].update({"@context": ["https://forger.example/context"]}),
    "value": lambda one: one["proof"].update(proofValue=one["proof"]["proofValue"][:-1] + "1"),
    "no value": lambda one: one["proof"].pop("proofValue"),
    "no proof": lambda one: one.pop("proof"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_is_found(change: str) -> None:
    document = deepcopy(secured("eddsa-jcs-2022"))
    key = from_multikey(vector("eddsa-jcs-2022/keyPair.json")["publicKeyMultibase"])
    check_proof(document, key)
    CHANGES[change](document)
    with pytest.raises(Flawed):
        check_proof(document, key)


@pytest.mark.parametrize(
    ("change", "says"),
    [({"proofPurpose": "authentication"}, "proof-for-another-purpose"), ({"type": "Other"}, "proof-of-another-kind")],
)
def test_a_proof_for_something_else_is_refused_though_it_is_right(change: dict[str, str], says: str) -> None:
    document, signer = vector("eddsa-jcs-2022/unsigned.json"), es256()
    options = {
        "type": "DataIntegrityProof",
        "cryptosuite": "ecdsa-jcs-2019",
        "proofPurpose": "assertionMethod",
    } | change
    value = multibase58(signer.sign(hashed(document, options)))
    with pytest.raises(Flawed, match=says):
        check_proof({**document, "proof": {**options, "proofValue": value}}, signer.public)


def test_a_second_proof_is_refused() -> None:
    with pytest.raises(Flawed, match="proof-already-there"):
        with_proof(
            secured("eddsa-jcs-2022"), es256(), "did:web:a.example#credential-1", datetime(2026, 1, 1, tzinfo=UTC)
        )
