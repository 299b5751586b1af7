"""Reading an envelope: everything that could make one text say two things is refused before any signature is checked.

W3C VC-JOSE-COSE section 3.1.1 and 4.1; RFC 7515; RFC 8725 (best current practices for JWT).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from certwright.credentials.encoding.base64_strict import from_base64url
from certwright.credentials.encoding.strict_json import parsed
from certwright.credentials.flaws import Flawed
from certwright.credentials.moments import read as moment
from certwright.credentials.signing.public_key import Algorithm, PublicKey

MEDIA_TYPE = "application/vc+jwt"
LONGEST = 500_000
"""Characters. An official sample with fifty properties has 12,000; a certificate of 2,000 sites stays below this."""

_ALGORITHMS = {"ES256": Algorithm.ES256, "Ed25519": Algorithm.ED25519, "EdDSA": Algorithm.ED25519}
_BRINGS_KEY = ("jwk", "jku", "x5c", "x5u")
_MEANS = {"iss": "issuer", "sub": "credentialSubject", "jti": "id", "nbf": "validFrom", "exp": "validUntil"}
"""JWT's own claims, and what of a credential they repeat (VC-JOSE-COSE section 3.1.3)."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A credential whose signature was found to be right: by which key, with which algorithm."""

    credential: Mapping[str, Any]
    key: str
    algorithm: Algorithm


@dataclass(frozen=True, slots=True)
class Envelope:
    """A well-formed envelope. ``unproven`` is what it says; nothing of it counts before :meth:`verified`.

    ``key`` is the DID URL of the key it names.
    """

    unproven: Mapping[str, Any]
    key: str
    algorithm: Algorithm
    content: bytes
    signature: bytes

    def verified(self, key: PublicKey) -> Opened:
        """What it says, proven by ``key``. Raises :class:`Flawed` if the signature is not that key's."""
        if key.algorithm is not self.algorithm or not key.verifies(self.content, self.signature):
            raise Flawed("signature-wrong", key=self.key)
        return Opened(self.unproven, self.key, self.algorithm)


def read(text: str) -> Envelope:
    """The envelope that ``text`` is.

    Raises :class:`Flawed` for a text that is too long, is no compact JWS, names no known algorithm (``none`` is none),
    has another type, brings a key or an address of one, has a name twice, or claims what its credential denies.
    """
    if len(text) > LONGEST:
        raise Flawed("too-large", bytes=len(text), most=LONGEST)
    parts = text.split(".")
    if len(parts) != 3 or not text.isascii():
        raise Flawed("not-an-envelope")
    header = parsed(from_base64url(parts[0]))
    algorithm = _algorithm(header)
    credential = parsed(from_base64url(parts[1]))
    _check_claims(credential)
    content = f"{parts[0]}.{parts[1]}".encode("ascii")
    return Envelope(credential, header["kid"], algorithm, content, from_base64url(parts[2]))


def _algorithm(header: Mapping[str, Any]) -> Algorithm:
    name = header.get("alg")
    algorithm = _ALGORITHMS.get(name) if isinstance(name, str) else None
    if algorithm is None:
        raise Flawed("algorithm-not-accepted", algorithm=name)
    if header.get("typ") != "vc+jwt" or header.get("cty", "vc") != "vc":
        raise Flawed("not-a-credential-envelope", type=header.get("typ"))
    if brings := [name for name in _BRINGS_KEY if name in header]:
        raise Flawed("brings-its-own-key", header=brings[0])
    if "crit" in header or "b64" in header:
        raise Flawed("extension-not-understood")
    if not isinstance(header.get("kid"), str):
        raise Flawed("key-not-named")
    return algorithm


def _check_claims(credential: Mapping[str, Any]) -> None:
    """No claims ``vc`` and ``vp``; a claim of JWT's own says what the credential says, or is not there."""
    if "vc" in credential or "vp" in credential:
        raise Flawed("old-claims")
    kinds = credential.get("type")
    if not isinstance(kinds, list) or "VerifiableCredential" not in kinds:
        raise Flawed("not-a-credential")
    for claim, name in _MEANS.items():
        if claim in credential and not _agree(claim, credential[claim], credential.get(name)):
            raise Flawed("claims-disagree", claim=claim, name=name)


def _agree(claim: str, said: object, meant: object) -> bool:
    if claim in {"nbf", "exp"}:
        return isinstance(said, int | float) and meant is not None and moment(meant).timestamp() == said
    return said == (meant.get("id") if isinstance(meant, dict) else meant)
