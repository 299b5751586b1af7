"""Writing an envelope: compact JWS, ``typ`` vc+jwt, ``cty`` vc, the key named by its DID URL (VC-JOSE-COSE 3.1.1)."""

import json
from collections.abc import Mapping
from typing import Any

from certwright.credentials.encoding.base64_strict import to_base64url
from certwright.credentials.signing.signer import Signer


def signed(credential: Mapping[str, Any], signer: Signer, did: str) -> str:
    """The credential as compact JWS. The claims are the credential itself; none of JWT's own is added.

    ``did`` is the issuer's; the key's id within it is the signer's.
    """
    header = {"alg": signer.public.algorithm.value, "typ": "vc+jwt", "cty": "vc", "kid": f"{did}#{signer.key_id}"}
    content = f"{_part(header)}.{_part(credential)}"
    return f"{content}.{to_base64url(signer.sign(content.encode('ascii')))}"


def _part(value: Mapping[str, Any]) -> str:
    return to_base64url(json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode())
