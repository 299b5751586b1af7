"""Looking at a PDF that somebody shows: is it sealed and whole, and what does it bring along?"""

import zlib
from hashlib import sha256
from io import BytesIO

import pikepdf
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.generic_cms import validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from certwright.credentials.documents.findings import DocumentFindings
from certwright.credentials.documents.seal_form import check_form
from certwright.credentials.documents.unpacking import opened, whole
from certwright.credentials.flaws import Flawed

CREDENTIAL, PROOF = "certificate.vc.jwt", "certificate.tlog-proof"
LARGEST_ATTACHMENT = 1_000_000


def look_at(pdf: bytes) -> DocumentFindings:
    """What was found. Never raises for a bad file: what is wrong with it stands in the findings."""
    digest = sha256(pdf).hexdigest()
    try:
        whole(pdf)
        file = opened(pdf)
        envelope, proof = _attached(file, CREDENTIAL), _attached(file, PROOF)
    except Flawed as found:
        return DocumentFindings(digest, flaws=(found.flaw,))
    try:
        seal = _seal(pdf)
    except Flawed as found:
        return DocumentFindings(digest, (), envelope, proof, (found.flaw,))
    return DocumentFindings(digest, seal, envelope, proof)


def _attached(file: pikepdf.Pdf, name: str) -> str | None:
    """The text of an attachment. Raises :class:`Flawed` if it stands twice, is too large or no text."""
    try:
        found = [spec for key, spec in file.attachments.items() if key == name or spec.filename == name]
        if len(found) > 1:
            raise Flawed("attachment-twice", name=name)
        return _text(found[0].get_file().obj) if found else None
    except Flawed:
        raise
    except Exception as why:  # damaged parts of a file come as errors of many kinds
        raise Flawed("attachment-unreadable", name=name) from why


def _text(stream: pikepdf.Object) -> str:
    packed = stream.read_raw_bytes()
    if "/Filter" in stream:
        packed = zlib.decompressobj().decompress(packed, LARGEST_ATTACHMENT + 1)
    if len(packed) > LARGEST_ATTACHMENT:
        raise Flawed("too-large", bytes=len(packed), most=LARGEST_ATTACHMENT)
    return packed.decode("utf-8")


def _seal(pdf: bytes) -> tuple[bytes, ...]:
    """The certificates of the one seal, its own first, if it is intact and covers everything; none without a seal."""
    try:
        reader = PdfFileReader(BytesIO(pdf), strict=True)
        seals = reader.embedded_regular_signatures
        if not seals:
            return ()
        if len(seals) > 1 or len(reader.embedded_signatures) > 1:
            raise Flawed("document-sealed-twice")
        return _intact(pdf, seals[0])
    except Flawed:
        raise
    except Exception as why:  # a parser of hostile files may raise anything; whatever it is, the seal proves nothing
        raise Flawed("seal-unreadable") from why


def _intact(pdf: bytes, seal: EmbeddedPdfSignature) -> tuple[bytes, ...]:
    seal.compute_integrity_info()  # type: ignore[no-untyped-call]
    if seal.evaluate_signature_coverage() is not SignatureCoverageLevel.ENTIRE_FILE:
        raise Flawed("document-continued-after-seal")
    certificate = seal.signer_cert
    intact, valid = validate_sig_integrity(
        seal.signer_info, certificate, expected_content_type="data", actual_digest=seal.compute_digest()
    )
    if not (intact and valid):
        raise Flawed("document-altered")
    return bytes(certificate.dump()), *check_form(pdf, seal)
