"""Keys of the tests, always the same: they sign nothing that counts."""

from functools import cache

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, derive_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from certwright.credentials.signing.file_key import FileSigner


@cache
def es256(key_id: str = "credential-1", seed: int = 1) -> FileSigner:
    """A P-256 key."""
    return FileSigner(key_id, derive_private_key(seed + 10**30, SECP256R1()))


@cache
def ed25519(key_id: str = "checkpoint-1", seed: int = 1) -> FileSigner:
    """An Ed25519 key."""
    return FileSigner(key_id, Ed25519PrivateKey.from_private_bytes(seed.to_bytes(32)))
