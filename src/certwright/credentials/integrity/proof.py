"""Data Integrity proofs over canonical JSON (W3C vc-di-eddsa 3.3, vc-di-ecdsa 3.3).

The hash of the proof's options and the hash of the document are signed together. Every byte of the document is under
the signature, unlike with RDF canonicalisation, which drops what its contexts do not define.
"""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from certwright.credentials.encoding.canonical import canonical
from certwright.credentials.encoding.multiformats import from_multibase, multibase58
from certwright.credentials.flaws import Flawed
from certwright.credentials.moments import written
from certwright.credentials.signing.public_key import Algorithm, PublicKey
from certwright.credentials.signing.signer import Signer

SUITES = {Algorithm.ED25519: "eddsa-jcs-2022", Algorithm.ES256: "ecdsa-jcs-2019"}


def with_proof(document: Mapping[str, Any], signer: Signer, method: str, created: datetime) -> dict[str, Any]:
    """The document with a proof by ``signer``, whose key is found under the DID URL ``method``.

    Raises :class:`Flawed` if it carries a proof already.
    """
    if "proof" in document:
        raise Flawed("proof-already-there")
    options = {
        "type": "DataIntegrityProof",
        "cryptosuite": SUITES[signer.public.algorithm],
        "created": written(created),
        "verificationMethod": method,
        "proofPurpose": "assertionMethod",
    }
    if "@context" in document:
        options["@context"] = document["@context"]
    value = multibase58(signer.sign(hashed(document, options)))
    return {**document, "proof": {**options, "proofValue": value}}


def hashed(document: Mapping[str, Any], options: Mapping[str, Any]) -> bytes:
    """What is signed: SHA-256 of the canonical options, then SHA-256 of the canonical document (64 bytes)."""
    return sha256(canonical(options)).digest() + sha256(canonical(document)).digest()


def check_proof(secured: Mapping[str, Any], key: PublicKey) -> None:
    """Raise :class:`Flawed` unless the document's one proof was made by ``key`` for an assertion."""
    proof = secured.get("proof")
    if not isinstance(proof, dict):
        raise Flawed("no-proof")
    document = {name: value for name, value in secured.items() if name != "proof"}
    options = {name: value for name, value in proof.items() if name != "proofValue"}
    if (options.get("type"), options.get("cryptosuite")) != ("DataIntegrityProof", SUITES[key.algorithm]):
        raise Flawed("proof-of-another-kind", suite=options.get("cryptosuite"))
    if options.get("proofPurpose") != "assertionMethod":
        raise Flawed("proof-for-another-purpose", purpose=options.get("proofPurpose"))
    _check_context(document, options)
    value = proof.get("proofValue")
    signature = from_multibase(value) if isinstance(value, str) and value.startswith("z") else b""
    if not key.verifies(hashed(document, options), signature):
        raise Flawed("signature-wrong", key=options.get("verificationMethod"))


def _check_context(document: Mapping[str, Any], options: Mapping[str, Any]) -> None:
    """The options' context begins the document's, so that both are read with the same words."""
    if "@context" not in options:
        return
    given, whole = options["@context"], document.get("@context")
    given, whole = (one if isinstance(one, list) else [one] for one in (given, whole))
    if whole[: len(given)] != given:
        raise Flawed("proof-with-another-context")
