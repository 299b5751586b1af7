"""Making a certificate's content from what is on record. The rules have judged the act; here it is put into words."""

from dataclasses import dataclass, field
from datetime import date

from certwright.core.acts.attestation import IssueCertificate
from certwright.core.acts.body import LegalEntity
from certwright.core.dossiers import Assignment, Body, Certification, Client, OwnAccreditation
from certwright.core.dossiers.attested import LicenceStanding, licence_standing
from certwright.core.dossiers.claims import Claim, claim
from certwright.credentials.content.certificate import Accredited, Address, CertificateContent, Party, Translated
from certwright.credentials.content.coverage import products, sites
from certwright.credentials.content.dating import assessed_on, dates
from certwright.credentials.content.packs import not_covered, references, scheme, title
from certwright.credentials.flaws import Flawed
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme


@dataclass(frozen=True, slots=True)
class Sources:
    """What a certificate is made from: dossiers as they stand on the day of issue, and the pack the case is pinned to.

    ``assignments`` are those the decision rests on. ``translations`` is the scope in further languages; the decision's
    own words stand under the first language of the act. ``proprietor`` is a sole trader's own name, if it may be shown.
    ``further`` is what standard or scheme asks beyond (a version of the statement of applicability, options of a type).
    """

    certification: Certification
    client: Client
    body: Body
    pack: ManagementStandard | ProductScheme
    assignments: tuple[Assignment, ...]
    accreditation: OwnAccreditation | None = None
    translations: Translated = field(default_factory=dict)
    proprietor: str | None = None
    further: tuple[tuple[str, str], ...] = ()


def certificate_content(act: IssueCertificate, issued_on: date, sources: Sources) -> CertificateContent:
    """What the certificate of ``act`` says, issued on ``issued_on``.

    Accreditation is claimed only if the act names it and its scope covers pack and areas on that day. Parts that are
    suspended are left out. Raises :class:`Flawed` if the dossiers do not hold what a certificate must say.
    """
    certification, pack = sources.certification, sources.pack
    decision = next((made for made in certification.decisions if made.act == act.decision), None)
    if decision is None:
        raise Flawed("no-such-decision", act_id=act.decision)
    day = max(issued_on, decision.effective_from)
    covered = certification.covered(day)
    if covered is None:
        raise Flawed("nothing-covered", dossier=certification.id, day=day)
    return CertificateContent(
        number=act.number,
        version=act.version,
        issued_on=issued_on,
        signed_by=act.signed_by,
        languages=act.languages,
        standard=certification.standard,
        object_kind=certification.object_kind,
        body=_party(sources.body.legal_entity),
        holder=_party(sources.client.legal_entity, sources.proprietor),
        scheme=scheme(pack),
        title=title(pack),
        scope={act.languages[0]: covered.scope, **sources.translations},
        references=references(pack),
        sites=sites(certification, sources.client, covered, day),
        products=products(certification, pack, covered, day),
        dates=dates(certification, decision, day, sources.assignments),
        assessed_on=assessed_on(decision, sources.assignments),
        accreditation=_accredited(act, sources, issued_on),
        not_covered=not_covered(pack),
        licence=_licence(certification, day),
        further=sources.further,
    )


def _party(entity: LegalEntity | None, proprietor: str | None = None) -> Party:
    if entity is None:
        raise Flawed("no-legal-entity")
    name = f"{proprietor}, {entity.name}" if proprietor else entity.name
    address = Address(entity.town, entity.country, entity.street, entity.postal_code)
    return Party(name, entity.form, address, entity.register_name, entity.register_number)


def _accredited(act: IssueCertificate, sources: Sources, day: date) -> Accredited | None:
    own, certification = sources.accreditation, sources.certification
    if act.accreditation is None or own is None or certification.accredited != "accredited":
        return None
    if own.id != act.accreditation:
        raise Flawed("another-accreditation", named=act.accreditation, given=own.id)
    claimed = claim(own, certification.standard, act.pack, frozenset(certification.areas), day)
    if not isinstance(claimed, Claim):
        return None
    return Accredited(claimed.accreditation_body, claimed.number, own.standard, claimed.arrangement, claimed.mark)


def _licence(certification: Certification, day: date) -> str | None:
    granted = (
        held.number
        for held in reversed(certification.licences)
        if licence_standing(certification, held, day) is LicenceStanding.GRANTED
    )
    return next(granted, None)
