"""The mapping of both kinds of certificate to the Digital Conformity Credential (UNTP 0.7.0, released 4 May 2026).

Management systems: one assessment of the organisation with all its sites. Products: one assessment for each product.
UNTP's topics and metrics are about sustainability: quality certificates send empty lists where its schema wants some.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from certwright.credentials.content.certificate import Address, CertificateContent, Party, in_language
from certwright.credentials.moments import begins, ends, written
from certwright.credentials.status.entry import Place, StatusProfile, credential_status
from certwright.credentials.untp.assessment_level import assessment_level
from certwright.credentials.untp.assessments import assessments
from certwright.credentials.untp.context import CONTEXT

CREDENTIALS_V2 = "https://www.w3.org/ns/credentials/v2"
UNTP_0_7_0 = "https://vocabulary.uncefact.org/untp/0.7.0/context/"


@dataclass(frozen=True, slots=True)
class Software:
    """The program that issued the credential."""

    id: str
    name: str
    version: str
    vendor_id: str
    vendor: str


@dataclass(frozen=True, slots=True)
class Publication:
    """Where and as whom the body publishes: its ``did``, its origin (``https://certification.example``), the address of
    the certificate, its place in the status lists, and whose letter the status entry follows."""

    did: str
    origin: str
    address: str
    place: Place
    profile: StatusProfile
    software: Software

    @property
    def id(self) -> str:
        """The certificate's public id: what stands last in its address."""
        return self.address.rpartition("/")[2]


def conformity_credential(content: CertificateContent, publication: Publication) -> dict[str, Any]:
    """The credential of a certificate, ready to be signed.

    It names the document by address without digest: the document embeds the credential, and the log binds both.
    """
    language = content.languages[0]
    credential: dict[str, Any] = {
        "@context": [CREDENTIALS_V2, UNTP_0_7_0, f"{publication.origin}/{CONTEXT}"],
        "type": ["DigitalConformityCredential", "VerifiableCredential"],
        "id": f"{publication.address}/{content.version}",
        "issuer": _issuer(content.body, publication),
        "validFrom": written(begins(content.dates.effective)),
        "name": f"{in_language(content.scheme.title, language)} – {content.holder.name}",
        "credentialStatus": credential_status(publication.place, publication.profile),
        "credentialSubject": _attestation(content, publication),
        "issuingSoftware": _software(publication.software),
        "certificate": _certificate(content),
    }
    if content.dates.last_day is not None:
        credential["validUntil"] = written(ends(content.dates.last_day))
    return credential


def _issuer(body: Party, publication: Publication) -> dict[str, Any]:
    issuer: dict[str, Any] = {"type": ["CredentialIssuer"], "id": publication.did, "name": body.name}
    if body.register_number:
        known = party(body, f"{publication.origin}/#body")
        issuer["issuerAlsoKnownAs"] = [known]
    return issuer


def party(one: Party, address: str) -> dict[str, Any]:
    """A UNTP party. ``address`` is a URI of ours for it: no register gives one that every reader can follow."""
    said: dict[str, Any] = {
        "type": ["Party"],
        "id": address,
        "name": one.name,
        "partyAddress": _address(one.address),
    }
    if one.register_number:
        said["registeredId"] = one.register_number
    return said


def _address(address: Address) -> dict[str, Any]:
    said = {
        "streetAddress": address.street,
        "postalCode": address.postal_code,
        "addressLocality": address.town,
        "addressCountry": {"countryCode": address.country},
    }
    return {name: value for name, value in said.items() if value}


def _attestation(content: CertificateContent, publication: Publication) -> dict[str, Any]:
    address = publication.address
    scheme = f"{publication.origin}/schemes/{content.scheme.pack}"
    title = in_language(content.scheme.title, content.languages[0])
    subject: dict[str, Any] = {
        "type": ["ConformityAttestation"],
        "id": address,
        "name": f"{title}, {content.number}",
        "description": in_language(content.scope, content.languages[0]),
        "assessorLevel": "3rdParty",
        "assessmentLevel": assessment_level(content).value,
        "attestationType": "certification",
        "issuedToParty": party(content.holder, f"{address}#holder"),
        "referenceScheme": {"type": ["ConformityScheme"], "id": scheme, "name": title},
        "referenceProfile": {
            "type": ["ConformityProfile"],
            "id": f"{scheme}/{content.scheme.edition}",
            "name": ", ".join(one.named for one in content.references),
        },
        "conformityCertificate": {
            "linkURL": f"{address}.pdf",
            "linkName": f"{title}, {content.number}, {content.version}",
            "mediaType": "application/pdf",
        },
        "conformityAssessment": assessments(content, publication.origin, address),
    }
    if content.accreditation is not None:
        subject["authorisation"] = [_endorsement(content, publication)]
    return subject


def _endorsement(content: CertificateContent, publication: Publication) -> dict[str, Any]:
    accreditation = content.accreditation
    assert accreditation is not None
    return {
        "name": f"{accreditation.accreditation_body}, {accreditation.number}",
        "issuingAuthority": {
            "type": ["Party"],
            "id": f"{publication.origin}/#accreditation-body",
            "name": accreditation.accreditation_body,
        },
        "endorsementEvidence": {
            "linkURL": f"{publication.origin}/accreditation",
            "linkName": accreditation.number,
            "mediaType": "text/html",
        },
    }


def _software(software: Software) -> dict[str, Any]:
    vendor = {"id": software.vendor_id, "name": software.vendor}
    return {"id": software.id, "name": software.name, "version": software.version, "vendor": vendor}


def _certificate(content: CertificateContent) -> dict[str, Any]:
    """What UNTP's model has no place for: numbers, versions and the dates a certificate must show."""
    dates = content.dates
    said = {
        "number": content.number,
        "version": content.version,
        "issuedOn": content.issued_on,
        "originallyCertified": dates.original,
        "effectiveFrom": dates.effective,
        "lastDay": dates.last_day,
        "recertified": dates.recertified,
        "lapsedAfter": dates.lapsed_after,
        "recertificationAudit": dates.recertification_audit,
        "licence": content.licence,
        "limits": content.not_covered,
    }
    texts = {name: str(value) if isinstance(value, date) else value for name, value in said.items() if value}
    return {**texts, "scopes": dict(content.scope)}
