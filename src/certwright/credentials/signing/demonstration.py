"""Keys of the demonstration body. They follow from this text, so everybody has them: what they sign proves nothing.

An installation for use in earnest asks :func:`demonstration_keys` at start and refuses to run with any of them.
"""

from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, derive_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from certwright.credentials.signing.file_key import FileSigner
from certwright.credentials.signing.history import KeyHistory
from certwright.credentials.signing.purpose import Purpose

_PUBLISHED = b"Certwright demonstration, signs nothing that counts: "


def demonstration_signer(purpose: Purpose) -> FileSigner:
    """The demonstration's key for ``purpose``: Ed25519 for checkpoints, which must be, P-256 for all else."""
    seed = sha256(_PUBLISHED + purpose.value.encode()).digest()
    key_id = f"{purpose.value}-demonstration"
    if purpose is Purpose.CHECKPOINT:
        return FileSigner(key_id, Ed25519PrivateKey.from_private_bytes(seed))
    return FileSigner(key_id, derive_private_key(int.from_bytes(seed[1:]), SECP256R1()))


def demonstration_keys(history: KeyHistory) -> tuple[str, ...]:
    """The ids of those keys of a history that are the demonstration's, whatever they are called there."""
    published = {demonstration_signer(purpose).public for purpose in Purpose}
    return tuple(term.key_id for term in history.terms if term.public in published)
