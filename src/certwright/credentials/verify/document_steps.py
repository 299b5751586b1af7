"""Is the document sealed by the body, whole, and does it bring its credential along?"""

from collections.abc import Iterator
from dataclasses import replace

from certwright.credentials.flaws import flaw
from certwright.credentials.signing.purpose import Purpose
from certwright.credentials.verify.material import Issuer, Shown
from certwright.credentials.verify.verdict import Reason, Verdict


def unpacked(shown: Shown) -> Shown:
    """What is shown, with what its document brings along where it was not shown by itself."""
    document = shown.document
    if document is None:
        return shown
    return replace(shown, envelope=shown.envelope or document.envelope, proof=shown.proof or document.proof)


def document_reasons(shown: Shown, issuer: Issuer | None) -> Iterator[Reason]:
    """What is wrong with the document. Without a known ``issuer`` only what can be seen in the file itself."""
    document = shown.document
    if document is None:
        return
    yield from (Reason(Verdict.ALTERED, one) for one in document.flaws)
    if not document.flaws and not document.seal:
        yield Reason(Verdict.NOT_OURS, flaw("document-not-sealed"))
    if document.envelope is not None and document.envelope != shown.envelope:
        yield Reason(Verdict.ALTERED, flaw("document-with-another-credential"))
    if issuer is not None and document.seal:
        yield from _seal_reasons(document.seal, issuer)


def _seal_reasons(seal: tuple[bytes, ...], issuer: Issuer) -> Iterator[Reason]:
    method = next((one for one in issuer.document.of(Purpose.SEAL) if one.certificates[:1] == seal[:1]), None)
    if method is None:
        yield Reason(Verdict.NOT_OURS, flaw("seal-of-somebody-else", domain=issuer.domain))
    elif set(seal[1:]) != set(method.certificates[1:]):
        yield Reason(Verdict.ALTERED, flaw("document-altered"))
    elif method.revoked is not None:
        yield Reason(Verdict.UNCONFIRMED, flaw("seal-key-compromised", since=method.revoked.isoformat()))
