"""The keys that sign the journal's roots: one Ed25519 private key, and the public keys of all there ever were.

Beside the private key ``root.pem`` lie the public keys, ``root-<key id>.pub.pem``. A body that changes its key keeps
the old public key there, so that old roots can still be checked. It also keeps them where the administrator of the
machine cannot change them: whoever can exchange the public key can sign another journal.
"""

import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

DEMONSTRATION_MARK = b"Certwright demonstration key"
"""First words of a key file made by a demonstration; text before the PEM block is allowed by RFC 7468 section 5.2."""


class KeyUnusable(Exception):
    """A key file is missing, unreadable or no Ed25519 key. The text says which file and what to do."""


def key_id(key: Ed25519PublicKey) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of the key's 32 bytes."""
    return sha256(key.public_bytes_raw()).hexdigest()[:16]


def new_key(file: Path, mark: bytes = b"") -> str:
    """Make a key pair: the private key readable by its owner only, the public key beside it. Gives back the key id.

    ``mark`` is written above the private key, to tell keys that protect nothing from those that do.

    Raises:
        FileExistsError: there is a file already; a key is never overwritten.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    key = Ed25519PrivateKey.generate()
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
        target.write(mark + b"\n" + pem if mark else pem)
        target.flush()
        os.fsync(target.fileno())
    keep_public(file, key.public_key())
    return key_id(key.public_key())


def keep_public(file: Path, key: Ed25519PublicKey) -> Path:
    """Write a public key beside the private key file, where :func:`public_keys` finds it."""
    pem = key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    path = file.parent / f"root-{key_id(key)}.pub.pem"
    path.write_bytes(pem)
    return path


def private_key(file: Path) -> Ed25519PrivateKey:
    """Read the private key.

    Raises:
        KeyUnusable: it is missing, unreadable, needs a password or is not an Ed25519 key.
    """
    try:
        key = serialization.load_pem_private_key(file.read_bytes(), password=None)
    except FileNotFoundError:
        raise KeyUnusable(f"There is no key at {file}. Make one with: openssl genpkey -algorithm ed25519") from None
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise KeyUnusable(f"The key at {file} cannot be read: {error}") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyUnusable(f"The key at {file} is not an Ed25519 key.")
    return key


def public_keys(file: Path) -> Mapping[str, Ed25519PublicKey]:
    """The public keys that roots are trusted by: those beside the private key ``file``, and its own if it is there.

    Raises:
        KeyUnusable: one of the files is not an Ed25519 key.
    """
    found = [_public_key(path) for path in sorted(file.parent.glob("*.pub.pem"))]
    if file.exists():
        found.append(private_key(file).public_key())
    return {key_id(key): key for key in found}


def _public_key(file: Path) -> Ed25519PublicKey:
    try:
        key = serialization.load_pem_public_key(file.read_bytes())
    except (OSError, ValueError, UnsupportedAlgorithm) as error:
        raise KeyUnusable(f"The public key at {file} cannot be read: {error}") from None
    if not isinstance(key, Ed25519PublicKey):
        raise KeyUnusable(f"The public key at {file} is not an Ed25519 key.")
    return key
