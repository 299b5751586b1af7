"""Certificates of the small body: a quality management system and a family of helmets, as on record."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import certification_cases as cases
import licensed_case
import product_cases
import small_body
import system_case
from certwright.core.acts.attestation import IssueCertificate
from certwright.core.dossiers import BODY, Assignment, Body, Certification, Client, Dossier, OwnAccreditation
from certwright.credentials.content import CertificateContent, Sources, certificate_content
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme
from small_body import act, dossier
from system_case import DECIDED, Dated

ACCREDITATION = "accreditation:a-1"
GRANTED = "act-c-1-004"
ADDRESS = {"street": "1 Foundry Lane", "postal_code": "YO1 7HH", "register_number": "01234567"}


def accreditation(
    *acts: Any, standard: str = "iso-iec-17021-1", pack: str = "iso-9001", **changes: Any
) -> OwnAccreditation:
    """Our accreditation, in force since 2020, with one pack in scope."""
    fields: dict[str, Any] = {
        "accreditation_body": "Example Accreditation",
        "standard": standard,
        "number": "EA-017",
        "arrangement": "Example Arrangement",
        "mark": "licensed",
        "valid_from": "2020-01-01",
    }
    scope = act("accreditation.set-scope", from_day="2020-01-01", lines=[{"pack": pack, "from_day": "2020-01-01"}])
    found = dossier(ACCREDITATION, act("accreditation.record", **{**fields, **changes}), scope, *acts)
    assert isinstance(found, OwnAccreditation)
    return found


def issue(**changes: Any) -> IssueCertificate:
    """The act that issues the certificate of the quality management system."""
    fields: dict[str, Any] = {
        "pack": "iso-9001",
        "decision": GRANTED,
        "client": cases.CLIENT,
        "agreement": cases.AGREEMENT,
        "number": "MS-2025-0001",
        "version": 1,
        "languages": ["en"],
        "signed_by": "Dora Example, decision",
    }
    found = act("certification.issue", **{**fields, **changes})
    assert isinstance(found, IssueCertificate)
    return found


def client(**changes: Any) -> Client:
    """The client with two sites."""
    entity = {**small_body.CLIENT["legal_entity"], **ADDRESS}
    sites = [*small_body.CLIENT["sites"], {"code": "2", "name": "Store", "town": "Selby", "country": "GB"}]
    fields = {"legal_entity": entity, "sites": sites}
    found = dossier(cases.CLIENT, act("client.register", **{**fields, **changes}))
    assert isinstance(found, Client)
    return found


def body() -> Body:
    """The certification body."""
    found = dossier(BODY, act("body.found", **small_body.FOUNDING))
    assert isinstance(found, Body)
    return found


def assignments(*found: Dossier) -> tuple[Assignment, ...]:
    return tuple(one for one in found if isinstance(one, Assignment))


def system_sources(about: Certification | None = None, more: Iterable[Dossier] = (), **changes: Any) -> Sources:
    """What the certificate of the quality management system is made from."""
    pack = cases.volume("iso-9001").pack
    assert isinstance(pack, ManagementStandard)
    worked = (
        system_case.audit(system_case.STAGE_1, "stage-1", date(2025, 2, 10)),
        system_case.audit(system_case.STAGE_2, "stage-2", system_case.STAGE_2_ENDED),
    )
    fields: dict[str, Any] = {
        "certification": about or system_case.certification(),
        "client": client(),
        "body": body(),
        "pack": pack,
        "assignments": assignments(*worked, *more),
    }
    return Sources(**{**fields, **changes})


def system_certificate(
    *later: Dated, on: date = DECIDED, sources: Sources | None = None, **changes: Any
) -> CertificateContent:
    """The certificate of the quality management system, issued on the day of its decision."""
    return certificate_content(issue(**changes), on, sources or system_sources(system_case.certification(*later)))


def accredited_certificate(on: date = DECIDED, own: OwnAccreditation | None = None) -> CertificateContent:
    """The same, accredited."""
    opened = system_case.opened(accredited="accredited")
    first = [(opened, system_case.begun()[0][1]), *system_case.begun()[1:], (system_case.grant(), DECIDED)]
    sources = system_sources(system_case.certification(first=first), accreditation=own or accreditation())
    return certificate_content(issue(accreditation=ACCREDITATION), on, sources)


def helmets(*later: tuple[Any, date], on: date = small_body.TODAY, **changes: Any) -> CertificateContent:
    """The certificate of the helmets."""
    pack = cases.volume("safety-helmets").pack
    assert isinstance(pack, ProductScheme)
    certification = licensed_case.life(*later)
    tested = cases.assignment(cases.TEST, "safety-helmets", "iso-iec-17065", "test", date(2026, 2, 2))
    sources = Sources(certification, client(), body(), pack, assignments(tested))
    said = issue(
        pack="safety-helmets", number="PC-0001", languages=["en", "de"], **{"decision": product_cases.GRANT, **changes}
    )
    return certificate_content(said, on, sources)
