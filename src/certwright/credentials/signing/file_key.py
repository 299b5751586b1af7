"""A private key in a file: PKCS #8 in PEM, encrypted with a passphrase. For small bodies and for tests."""

from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePrivateKey, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from certwright.credentials.flaws import Flawed
from certwright.credentials.signing.public_key import Algorithm, PublicKey, public_key

LEAST_PASSPHRASE = 12
"""Characters. A shorter one is guessed by whoever takes the file."""

PrivateKey = EllipticCurvePrivateKey | Ed25519PrivateKey


@dataclass(frozen=True, slots=True)
class FileSigner:
    """Signs with a private key held in memory."""

    key_id: str
    private: PrivateKey = field(repr=False)
    public: PublicKey = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "public", public_key(self.private.public_key()))

    def sign(self, message: bytes) -> bytes:
        """The signature over ``message``, 64 bytes."""
        if isinstance(self.private, Ed25519PrivateKey):
            return self.private.sign(message)
        return joined(self.private.sign(message, ECDSA(SHA256())))


def joined(der: bytes) -> bytes:
    """An ECDSA signature in DER as r and s of 32 bytes each (RFC 7518 section 3.4)."""
    r, s = decode_dss_signature(der)
    return r.to_bytes(32) + s.to_bytes(32)


def opened(key_id: str, pem: bytes, passphrase: bytes) -> FileSigner:
    """The signer behind an encrypted PEM file.

    Raises :class:`Flawed` if the file is not encrypted, the passphrase is wrong, or the key is of another kind.
    """
    try:
        private = load_pem_private_key(pem, passphrase)
    except TypeError as why:  # cryptography says so when a passphrase is given for a key that has none
        raise Flawed("key-not-encrypted", key=key_id) from why
    except ValueError as why:
        raise Flawed("key-not-opened", key=key_id) from why
    if not isinstance(private, EllipticCurvePrivateKey | Ed25519PrivateKey):
        raise Flawed("key-not-supported", kind=type(private).__name__)
    return FileSigner(key_id, private)


def made(algorithm: Algorithm, passphrase: bytes) -> bytes:
    """A new private key as encrypted PEM, from the randomness of the operating system.

    Raises :class:`Flawed` for a passphrase under twelve bytes.
    """
    if len(passphrase) < LEAST_PASSPHRASE:
        raise Flawed("passphrase-too-short", least=LEAST_PASSPHRASE)
    private: PrivateKey = (
        Ed25519PrivateKey.generate() if algorithm is Algorithm.ED25519 else generate_private_key(SECP256R1())
    )
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(passphrase))
