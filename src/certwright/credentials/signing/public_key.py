"""Public keys of the two algorithms in use, their written forms, and the check of a signature.

ES256 (ECDSA P-256 with SHA-256, RFC 7518 section 3.4) is the default: every hardware module and browser has it. Ed25519
(RFC 8032) is what checkpoints of a log must carry and what the W3C suites use.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from certwright.credentials.encoding.base64_strict import from_base64url, to_base64url
from certwright.credentials.encoding.canonical import canonical
from certwright.credentials.encoding.multiformats import from_multibase, multibase58
from certwright.credentials.flaws import Flawed


class Algorithm(StrEnum):
    """How is signed. The values are the names of JOSE; ``EdDSA`` is the older name of Ed25519 (RFC 9864)."""

    ES256 = "ES256"
    ED25519 = "Ed25519"


_MULTICODEC = {Algorithm.ES256: b"\x80\x24", Algorithm.ED25519: b"\xed\x01"}
SIGNATURE_BYTES = 64
"""Of both: r and s of 32 bytes each (RFC 7518 section 3.4), or R and S (RFC 8032)."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public key. ``raw`` is the compressed point (ES256, 33 bytes) or the 32 bytes of RFC 8032 (Ed25519)."""

    algorithm: Algorithm
    raw: bytes

    @property
    def jwk(self) -> dict[str, str]:
        """The key as JSON Web Key (RFC 7517, RFC 8037), public members only."""
        loaded = _loaded(self)
        if isinstance(loaded, Ed25519PublicKey):
            return {"kty": "OKP", "crv": "Ed25519", "x": to_base64url(self.raw)}
        point = loaded.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return {"kty": "EC", "crv": "P-256", "x": to_base64url(point[1:33]), "y": to_base64url(point[33:])}

    @property
    def multikey(self) -> str:
        """The key as ``publicKeyMultibase`` of a Multikey (Controlled Identifiers 1.0, section 2.2.2)."""
        return multibase58(_MULTICODEC[self.algorithm] + self.raw)

    @property
    def thumbprint(self) -> str:
        """The key's JWK thumbprint (RFC 7638), base64url."""
        return to_base64url(sha256(canonical(self.jwk)).digest())

    @property
    def subject_public_key_info(self) -> bytes:
        """The key as X.509 certificates carry it, in DER."""
        return _loaded(self).public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)

    def verifies(self, message: bytes, signature: bytes) -> bool:
        """Whether ``signature`` (64 bytes, the form of JOSE) is this key's over ``message``."""
        if len(signature) != SIGNATURE_BYTES:
            return False
        loaded = _loaded(self)
        try:
            if isinstance(loaded, Ed25519PublicKey):
                loaded.verify(signature, message)
            else:
                loaded.verify(_der(signature), message, ECDSA(SHA256()))
        except InvalidSignature:
            return False
        return True


def public_key(loaded: object) -> PublicKey:
    """The key behind a key object of ``cryptography``. Raises :class:`Flawed` for other kinds and curves."""
    if isinstance(loaded, Ed25519PublicKey):
        return PublicKey(Algorithm.ED25519, loaded.public_bytes(Encoding.Raw, PublicFormat.Raw))
    if isinstance(loaded, EllipticCurvePublicKey) and isinstance(loaded.curve, SECP256R1):
        return PublicKey(Algorithm.ES256, loaded.public_bytes(Encoding.X962, PublicFormat.CompressedPoint))
    raise Flawed("key-not-supported", kind=type(loaded).__name__)


def from_jwk(jwk: dict[str, Any]) -> PublicKey:
    """The key of a JSON Web Key. Raises :class:`Flawed` for other kinds, and if a private member stands in it."""
    if "d" in jwk:
        raise Flawed("private-key-shown")
    try:
        match jwk.get("kty"), jwk.get("crv"):
            case "OKP", "Ed25519":
                return _checked(PublicKey(Algorithm.ED25519, from_base64url(jwk["x"])))
            case "EC", "P-256":
                point = b"\x04" + from_base64url(jwk["x"]) + from_base64url(jwk["y"])
                return public_key(EllipticCurvePublicKey.from_encoded_point(SECP256R1(), point))
    except (KeyError, ValueError, AttributeError, TypeError) as why:
        raise Flawed("key-not-readable", why=why) from why
    raise Flawed("key-not-supported", kind=f"{jwk.get('kty')} {jwk.get('crv')}")


def from_multikey(text: str) -> PublicKey:
    """The key of a ``publicKeyMultibase``. Raises :class:`Flawed` for other kinds."""
    value = from_multibase(text)
    for algorithm, head in _MULTICODEC.items():
        if value.startswith(head):
            return _checked(PublicKey(algorithm, value.removeprefix(head)))
    raise Flawed("key-not-supported", kind=value[:2].hex())


def _checked(key: PublicKey) -> PublicKey:
    try:
        _loaded(key)
    except ValueError as why:
        raise Flawed("key-not-readable", why=why) from why
    return key


@lru_cache(maxsize=1_000)
def _loaded(key: PublicKey) -> EllipticCurvePublicKey | Ed25519PublicKey:
    if key.algorithm is Algorithm.ED25519:
        return Ed25519PublicKey.from_public_bytes(key.raw)
    return EllipticCurvePublicKey.from_encoded_point(SECP256R1(), key.raw)


def _der(signature: bytes) -> bytes:
    half = SIGNATURE_BYTES // 2
    return encode_dss_signature(int.from_bytes(signature[:half]), int.from_bytes(signature[half:]))
