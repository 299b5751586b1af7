"""A seal of the tests: a P-256 key under a certification authority of its own. Nobody trusts it."""

from datetime import UTC, datetime
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from certwright.credentials.documents.sealing import Seal
from credentials.keys import es256

FIRST, LAST = datetime(2025, 1, 1, tzinfo=UTC), datetime(2035, 1, 1, tzinfo=UTC)
AUTHORITY = es256("seal-authority", 120)


def _usage(**used: bool) -> x509.KeyUsage:
    names = [
        "digital_signature",
        "content_commitment",
        "key_encipherment",
        "data_encipherment",
        "key_agreement",
        "key_cert_sign",
    ]
    return x509.KeyUsage(**dict.fromkeys([*names, "crl_sign", "encipher_only", "decipher_only"], False) | used)


SEALS, CERTIFIES = _usage(digital_signature=True, content_commitment=True), _usage(key_cert_sign=True)


def _name(common: str) -> x509.Name:
    return x509.Name(
        [x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Example"), x509.NameAttribute(NameOID.COMMON_NAME, common)]
    )


def certificate(subject: str, key: CertificatePublicKeyTypes, serial: int, usage: x509.KeyUsage = SEALS) -> bytes:
    """A certificate of the authority, in DER."""
    built = (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name("Example Authority"))
        .public_key(key)
        .serial_number(serial)
        .not_valid_before(FIRST)
        .not_valid_after(LAST)
        .add_extension(x509.BasicConstraints(usage is CERTIFIES, None), critical=True)
        .add_extension(usage, critical=True)
    )
    return built.sign(AUTHORITY.private, SHA256()).public_bytes(Encoding.DER)


@cache
def seal(name: str = "Example Certification", key_id: str = "seal-2025-01", seed: int = 21) -> Seal:
    """A seal under ``name``."""
    signer = es256(key_id, seed)
    above = certificate("Example Authority", AUTHORITY.private.public_key(), 1, CERTIFIES)
    return Seal(signer, certificate(name, signer.private.public_key(), seed), (above,))
