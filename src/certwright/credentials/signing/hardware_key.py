"""A key in a hardware module, through PKCS #11 (the extra ``pkcs11``). The private half never leaves the module."""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from certwright.credentials.flaws import Flawed
from certwright.credentials.signing.public_key import Algorithm, PublicKey, public_key

if TYPE_CHECKING:
    from pkcs11 import Session
    from pkcs11.types import SignMixin

_OCTET_STRING = 0x04
_UNCOMPRESSED_BYTES = 65


@dataclass(frozen=True, slots=True)
class HardwareSigner:
    """Signs with a private key of an open PKCS #11 session. A session serves one thread at a time."""

    key_id: str
    public: PublicKey
    private: "SignMixin" = field(repr=False)

    def sign(self, message: bytes) -> bytes:
        """The signature over ``message``, 64 bytes.

        ES256 is asked for as plain ECDSA over the digest, which every module offers; PKCS #11 gives r and s joined.
        """
        from pkcs11 import Mechanism

        if self.public.algorithm is Algorithm.ED25519:
            return bytes(self.private.sign(message, mechanism=Mechanism.EDDSA))
        return bytes(self.private.sign(sha256(message).digest(), mechanism=Mechanism.ECDSA))


def found(session: "Session", key_id: str) -> HardwareSigner:
    """The signer whose key pair carries the label ``key_id``.

    Raises :class:`Flawed` if the module holds no such pair, or one of another kind.
    """
    from pkcs11 import Attribute, ObjectClass
    from pkcs11.exceptions import MultipleObjectsReturned, NoSuchKey
    from pkcs11.types import SignMixin

    try:
        private = session.get_key(object_class=ObjectClass.PRIVATE_KEY, label=key_id)
        public = session.get_key(object_class=ObjectClass.PUBLIC_KEY, label=key_id)
    except (NoSuchKey, MultipleObjectsReturned) as why:
        raise Flawed("key-not-in-module", key=key_id) from why
    if not isinstance(private, SignMixin):
        raise Flawed("key-not-in-module", key=key_id)
    return HardwareSigner(key_id, _public(bytes(public[Attribute.EC_POINT])), private)


def _public(point: bytes) -> PublicKey:
    """The key of an EC_POINT: modules give the point bare or wrapped as a DER octet string, which has its length."""
    if len(point) > 2 and point[0] == _OCTET_STRING and point[1] == len(point) - 2:
        point = point[2:]
    try:
        if len(point) == _UNCOMPRESSED_BYTES:
            return public_key(EllipticCurvePublicKey.from_encoded_point(SECP256R1(), point))
        return public_key(Ed25519PublicKey.from_public_bytes(point))
    except ValueError as why:
        raise Flawed("key-not-readable", why=why) from why
