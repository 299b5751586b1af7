"""A seal has one form: what stands in the gap that it cannot cover is written again from its parts and compared.

A seal (CMS, RFC 5652) covers the file but not its own envelope: version, algorithm names, the chain of certificates,
the filling at the end. Without this look, some bytes there could be changed and nothing would tell.
"""

from asn1crypto import cms
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from certwright.credentials.flaws import Flawed


def check_form(pdf: bytes, seal: EmbeddedPdfSignature) -> tuple[bytes, ...]:
    """The certificates beside the signer's, in DER, in the order they stand.

    Raises :class:`Flawed` if the gap holds anything but the seal as :mod:`.sealing` writes it.
    """
    _, first, last, _ = (int(bound) for bound in seal.sig_object["/ByteRange"])
    gap, written = pdf[first:last], _written_again(seal).dump().hex().upper().encode()
    filling = gap.removeprefix(b"<" + written).removesuffix(b">")
    if len(filling) + len(written) + 2 != len(gap) or filling.strip(b"0"):
        raise Flawed("document-altered")
    signer = seal.signer_cert.dump()
    beside = [one.chosen.dump() for one in seal.signed_data["certificates"]]
    return tuple(bytes(one) for one in beside if one != signer)


def _written_again(seal: EmbeddedPdfSignature) -> cms.ContentInfo:
    info, certificate = seal.signer_info, seal.signer_cert
    digest = cms.DigestAlgorithm({"algorithm": "sha256"})
    signer = {
        "version": "v1",
        "sid": cms.SignerIdentifier(
            {
                "issuer_and_serial_number": cms.IssuerAndSerialNumber(
                    {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
                )
            }
        ),
        "digest_algorithm": digest,
        "signed_attrs": info["signed_attrs"],
        "signature_algorithm": cms.SignedDigestAlgorithm({"algorithm": "sha256_ecdsa"}),
        "signature": info["signature"],
    }
    if info["unsigned_attrs"].native is not None:
        signer["unsigned_attrs"] = info["unsigned_attrs"]
    signed_data = {
        "version": "v1",
        "digest_algorithms": cms.DigestAlgorithms((digest,)),
        "encap_content_info": {"content_type": "data"},
        "certificates": seal.signed_data["certificates"],
        "signer_infos": [cms.SignerInfo(signer)],
    }
    return cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(signed_data)})
