"""The document behind the identifier: written from the key history, read back as what a verifier needs.

W3C Controlled Identifiers 1.0. A retired key stays an assertion method while what it signed is alive. A compromised
key stays in the document with ``revoked`` and leaves the assertion methods: a verifier then asks the log whether a
credential is older than the compromise. Keys of seals and checkpoints stand in the document and assert no credential.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from certwright.credentials.did.web import checked
from certwright.credentials.encoding.base64_strict import from_base64, to_base64
from certwright.credentials.flaws import Flawed
from certwright.credentials.moments import read as moment
from certwright.credentials.moments import written
from certwright.credentials.signing.history import KeyHistory, KeyTerm
from certwright.credentials.signing.public_key import Algorithm, PublicKey, from_jwk, from_multikey
from certwright.credentials.signing.purpose import Purpose, purpose_of

CONTEXT = ("https://www.w3.org/ns/did/v1", "https://www.w3.org/ns/cid/v1")
_ASSERT = frozenset({Purpose.CREDENTIAL, Purpose.STATUS_LIST})
MOST_METHODS = 500


@dataclass(frozen=True, slots=True)
class Service:
    """Something the body answers for at an address: its register, its log, its status lists."""

    id: str
    type: str
    address: str


def did_document(
    did: str, history: KeyHistory, services: tuple[Service, ...], also_known_as: tuple[str, ...] = ()
) -> dict[str, Any]:
    """The document of ``did`` with all keys of ``history``; ``also_known_as`` are the other domains the body uses."""
    document: dict[str, Any] = {
        "@context": list(CONTEXT),
        "id": checked(did),
        "verificationMethod": [_method(did, term) for term in history.terms],
        "assertionMethod": [
            f"{did}#{term.key_id}" for term in history.terms if term.purpose in _ASSERT and term.compromised_on is None
        ],
    }
    if services:
        document["service"] = [
            {"id": f"{did}#{one.id}", "type": one.type, "serviceEndpoint": one.address} for one in services
        ]
    if also_known_as:
        document["alsoKnownAs"] = list(also_known_as)
    return document


def _method(did: str, term: KeyTerm) -> dict[str, Any]:
    method: dict[str, Any] = {"id": f"{did}#{term.key_id}", "controller": did}
    if term.public.algorithm is Algorithm.ED25519:
        method |= {"type": "Multikey", "publicKeyMultibase": term.public.multikey}
    else:
        jwk: dict[str, Any] = {**term.public.jwk, "alg": term.public.algorithm.value}
        if term.certificates:
            jwk["x5c"] = [to_base64(one) for one in term.certificates]
        method |= {"type": "JsonWebKey", "publicKeyJwk": jwk}
    if term.compromised_on is not None:
        method["revoked"] = written(term.compromised_on)
    return method


@dataclass(frozen=True, slots=True)
class Method:
    """A key of a document. ``revoked`` is when it may have come into other hands; ``certificates``: a seal's."""

    id: str
    key: PublicKey
    purpose: Purpose | None
    asserts: bool
    revoked: datetime | None
    certificates: tuple[bytes, ...]

    @property
    def key_id(self) -> str:
        """The key's id within the document."""
        return self.id.partition("#")[2]


@dataclass(frozen=True, slots=True)
class DidDocument:
    """What a verifier takes from a document it resolved itself."""

    did: str
    methods: tuple[Method, ...]

    def method(self, key: str, purpose: Purpose) -> Method:
        """The key behind a DID URL, for ``purpose``.

        Raises :class:`Flawed` if it is of another identifier, unknown, or for something else.
        """
        if key.partition("#")[0] != self.did:
            raise Flawed("key-of-somebody-else", key=key, did=self.did)
        found = next((method for method in self.methods if method.id == key), None)
        if found is None:
            raise Flawed("key-unknown", key=key, did=self.did)
        if found.purpose is not purpose or not (found.asserts or found.revoked):
            raise Flawed("key-for-another-purpose", key=key, purpose=purpose.value)
        return found

    def of(self, purpose: Purpose) -> tuple[Method, ...]:
        """The keys of a purpose, in the document's order."""
        return tuple(method for method in self.methods if method.purpose is purpose)


def read_document(document: Mapping[str, Any], did: str) -> DidDocument:
    """What a document says, which was resolved for ``did``. Keys of kinds we do not know are left out.

    Raises :class:`Flawed` if it is the document of another identifier or not one at all.
    """
    if document.get("id") != did:
        raise Flawed("document-of-another-identifier", did=did, found=document.get("id"))
    methods, asserting = document.get("verificationMethod"), document.get("assertionMethod", [])
    if not isinstance(methods, list) or not isinstance(asserting, list) or len(methods) > MOST_METHODS:
        raise Flawed("document-not-readable", did=did)
    named = {one for one in asserting if isinstance(one, str)}
    found = [_read_method(one, did, named) for one in methods if isinstance(one, dict)]
    return DidDocument(did, tuple(method for method in found if method is not None))


def _read_method(said: Mapping[str, Any], did: str, asserting: set[str]) -> Method | None:
    name = said.get("id")
    if not isinstance(name, str) or said.get("controller") != did:
        return None
    name = f"{did}{name}" if name.startswith("#") else name
    jwk = said.get("publicKeyJwk")
    try:
        key = from_jwk(jwk) if isinstance(jwk, dict) else from_multikey(str(said.get("publicKeyMultibase", "")))
        chain = jwk.get("x5c", []) if isinstance(jwk, dict) else []
        certificates = tuple(from_base64(str(one)) for one in chain)
    except (Flawed, TypeError):
        return None
    revoked = moment(said["revoked"]) if "revoked" in said else None
    purpose = purpose_of(name.partition("#")[2])
    return Method(name, key, purpose, name in asserting or purpose not in _ASSERT, revoked, certificates)
