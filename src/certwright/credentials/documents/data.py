"""What a template gets: the certificate's content as plain JSON, in one language, with the code and the attachments."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from certwright.credentials.content.certificate import Accredited, Address, CertificateContent, Party, in_language
from certwright.credentials.documents.qr import qr_svg
from certwright.credentials.documents.template import Template


@dataclass(frozen=True, slots=True)
class Marks:
    """Pictures a document may show, as SVG: the body's logo, the accreditation symbol, the mark of the arrangement."""

    logo: str | None = None
    symbol: str | None = None
    arrangement: str | None = None


@dataclass(frozen=True, slots=True)
class Attached:
    """What the document brings along: its credential and the proof that the log holds it."""

    credential: str | None = None
    proof: str | None = None


def document_data(
    content: CertificateContent, language: str, address: str, template: Template, marks: Marks, attached: Attached
) -> dict[str, Any]:
    """The data of a document in ``language``; ``address`` is the certificate's page, which the code leads to."""
    return {
        "language": language,
        "fonts": list(template.fonts),
        "title": content.title.get(language),
        "number": content.number,
        "version": content.version,
        "issued-on": content.issued_on.isoformat(),
        "signed-by": content.signed_by,
        "body": _party(content.body),
        "logo": marks.logo,
        "accreditation": _accreditation(content.accreditation, marks),
        "holder": _party(content.holder),
        "management-system": content.is_management_system,
        "references": [one.named for one in content.references],
        "scope": in_language(content.scope, language),
        "scheme": None if content.is_management_system else _scheme(content, language),
        "not-covered": content.not_covered,
        "licence": content.licence,
        "further": [{"label": label, "text": text} for label, text in content.further],
        "dates": _dates(content),
        "sites": [{"code": one.code, "name": one.name, "address": _address(one.address)} for one in content.sites],
        "products": [
            {
                "code": one.code,
                "name": one.name,
                "category": in_language(one.category, language),
                "models": list(one.models),
            }
            for one in content.products
        ],
        "domain": address.partition("://")[2].partition("/")[0],
        "address": address,
        "qr": qr_svg(address),
        "credential": attached.credential,
        "proof": attached.proof,
    }


def _party(party: Party) -> Mapping[str, Any]:
    register = " ".join(filter(None, (party.register_name, party.register_number)))
    return {"name": party.name, "form": party.form, "address": _address(party.address), "register": register or None}


def _address(address: Address) -> Mapping[str, Any]:
    return {"lines": list(address.lines), "country": address.country}


def _accreditation(accredited: Accredited | None, marks: Marks) -> Mapping[str, Any] | None:
    """The accreditation and its pictures. The arrangement's mark stands there only under a licence for it."""
    if accredited is None:
        return None
    pictures = [(marks.symbol, f"{accredited.accreditation_body}, {accredited.number}")]
    if accredited.mark and accredited.arrangement:
        pictures.append((marks.arrangement, accredited.arrangement))
    return {
        "body": accredited.accreditation_body,
        "number": accredited.number,
        "marks": [{"svg": svg, "alt": alt} for svg, alt in pictures if svg],
    }


def _scheme(content: CertificateContent, language: str) -> Mapping[str, Any]:
    scheme = content.scheme
    return {"name": in_language(scheme.title, language), "edition": scheme.edition, "type": scheme.kind}


def _dates(content: CertificateContent) -> list[Mapping[str, Any]]:
    dates = content.dates
    always = [("original", dates.original), ("effective", dates.effective), ("last-day", dates.last_day)]
    further = [
        ("recertified", dates.recertified),
        ("lapsed-after", dates.lapsed_after),
        ("recertification-audit", dates.recertification_audit),
    ]
    shown = [*always, *((name, day) for name, day in further if day is not None)]
    return [{"name": name, "day": day.isoformat() if day else None} for name, day in shown]
