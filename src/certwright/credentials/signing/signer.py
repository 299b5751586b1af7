"""Whoever signs: a file, a hardware module, a service elsewhere. The rest of the program sees this and no key."""

from typing import Protocol

from certwright.credentials.flaws import Flawed
from certwright.credentials.signing.public_key import PublicKey
from certwright.credentials.signing.purpose import Purpose, purpose_of


class Signer(Protocol):
    """Signs with one key. ``key_id`` begins with the key's purpose: ``credential-2026-11``."""

    @property
    def key_id(self) -> str:
        """The key's name, which is never given to another key."""
        ...

    @property
    def public(self) -> PublicKey:
        """The public half."""
        ...

    def sign(self, message: bytes) -> bytes:
        """The signature over ``message``: 64 bytes, r and s for ES256 (RFC 7518 section 3.4), RFC 8032 for Ed25519."""
        ...


def held_for(signer: Signer, purpose: Purpose) -> Signer:
    """The signer, if its key is for ``purpose``. Raises :class:`Flawed` otherwise."""
    if purpose_of(signer.key_id) is not purpose:
        raise Flawed("key-for-another-purpose", key=signer.key_id, purpose=purpose.value)
    return signer
