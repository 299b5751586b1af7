"""An X.509 certificate for a seal key that no authority certified: the key says itself whose it is.

Whoever verifies through the DID document needs no more. A reader of PDF files shows such a seal as of unknown origin; a
body that wants it shown as trusted buys a seal certificate (qualified under eIDAS, or of an authority readers know).
"""

from datetime import datetime
from hashlib import sha256

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from certwright.credentials.flaws import Flawed
from certwright.credentials.signing.file_key import FileSigner
from certwright.credentials.signing.public_key import Algorithm
from certwright.credentials.signing.purpose import Purpose
from certwright.credentials.signing.signer import held_for


def self_signed(signer: FileSigner, body: str, country: str, first: datetime, last: datetime) -> bytes:
    """A certificate (DER) for the seal key of the body named ``body``, good from ``first`` to ``last``.

    Raises :class:`Flawed` for a key that is not for seals or not P-256.
    """
    held_for(signer, Purpose.SEAL)
    if signer.public.algorithm is not Algorithm.ES256:
        raise Flawed("key-not-supported", kind=signer.public.algorithm.value)
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, country),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, body[:64]),
            x509.NameAttribute(NameOID.COMMON_NAME, body[:64]),
        ]
    )
    serial = int.from_bytes(sha256(signer.public.raw).digest()[:16]) | 1
    built = (
        x509.CertificateBuilder(name, name, signer.private.public_key(), serial, first, last)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_SEALS, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(signer.private.public_key()), critical=False)
    )
    return built.sign(signer.private, SHA256()).public_bytes(Encoding.DER)


_SEALS = x509.KeyUsage(
    digital_signature=True,
    content_commitment=True,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=False,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)
