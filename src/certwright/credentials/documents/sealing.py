"""Sealing a document: PAdES B-B, or B-T with a time-stamp service (ETSI EN 319 142-1), certified against changes.

The seal covers the whole file, credential and proof included. Nothing of the document's own metadata is touched, so its
PDF/A and PDF/UA identification stays as it was set.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from asn1crypto import tsp, x509
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers.pdf_cms import Signer as CmsSigner
from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata, PdfSigner, PdfSigningSession
from pyhanko.sign.timestamps import TimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from certwright.credentials.flaws import Flawed
from certwright.credentials.signing.public_key import SIGNATURE_BYTES, Algorithm
from certwright.credentials.signing.purpose import Purpose
from certwright.credentials.signing.signer import Signer, held_for

FIELD = "Seal"
_ROOM, _ROOM_FOR_TIME = 1_000, 12_000
"""Bytes kept free for the seal beside its certificates, and for a time-stamp with those of its service."""
AskForTime = Callable[[bytes], bytes]
"""Hands a time-stamp request (RFC 3161, DER) to a service and gives its answer (DER)."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What a document is sealed with: a P-256 key, its X.509 certificate and the issuers above it, all in DER."""

    signer: Signer
    certificate: bytes
    issuers: tuple[bytes, ...] = ()

    @property
    def certificates(self) -> tuple[bytes, ...]:
        """The whole chain, its own first: what the DID document publishes."""
        return (self.certificate, *self.issuers)

    def __post_init__(self) -> None:
        held_for(self.signer, Purpose.SEAL)
        if self.signer.public.algorithm is not Algorithm.ES256:
            raise Flawed("key-not-supported", kind=self.signer.public.algorithm.value)
        info = x509.Certificate.load(self.certificate).public_key
        if info.dump() != self.signer.public.subject_public_key_info:
            raise Flawed("seal-certificate-of-another-key", key=self.signer.key_id)


def sealed(pdf: bytes, seal: Seal, at: datetime, ask_for_time: AskForTime | None = None) -> bytes:
    """The document with an invisible seal made at ``at``. No later change is permitted by it (DocMDP level 1)."""
    metadata = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
        subfilter=SigSeedSubFilter.PADES,
    )
    stamps = None if ask_for_time is None else _Stamps(ask_for_time)
    writer, written = _Untouched(BytesIO(pdf)), BytesIO()
    room = 2 * (_ROOM + sum(map(len, seal.certificates)) + (_ROOM_FOR_TIME if stamps else 0))  # hexadecimal digits
    _PdfSigner(metadata, _Cms(seal), at, stamps).sign_pdf(writer, output=written, bytes_reserved=room)
    return written.getvalue()


class _Untouched(IncrementalPdfFileWriter):
    """Adds a revision without rewriting dates from the machine's clock."""

    def _update_meta(self) -> None:
        return


class _PdfSigner(PdfSigner):
    """Signs at a given moment, not at the clock's."""

    def __init__(self, metadata: PdfSignatureMetadata, signer: CmsSigner, at: datetime, stamps: TimeStamper | None):
        super().__init__(metadata, signer=signer, timestamper=stamps)
        self._at = at

    def init_signing_session(self, *given: Any, **named: Any) -> PdfSigningSession:
        session = super().init_signing_session(*given, **named)
        session.system_time = self._at
        return session


class _Cms(CmsSigner):
    """Hands what is to be signed to our signer; a CMS signature wants r and s in DER."""

    def __init__(self, seal: Seal) -> None:
        store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        store.register_multiple(x509.Certificate.load(one) for one in seal.issuers)
        super().__init__(signing_cert=x509.Certificate.load(seal.certificate), cert_registry=store)
        self._signer = seal.signer

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        if dry_run:
            return bytes(SIGNATURE_BYTES + 8)
        signature, half = self._signer.sign(data), SIGNATURE_BYTES // 2
        return encode_dss_signature(int.from_bytes(signature[:half]), int.from_bytes(signature[half:]))


class _Stamps(TimeStamper):
    """Asks for a time-stamp by the way given from outside."""

    def __init__(self, ask: AskForTime) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._ask = ask

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        return tsp.TimeStampResp.load(self._ask(req.dump()))
