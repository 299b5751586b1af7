"""What a certificate would say if the act that was checked were recorded (ISO/IEC 17065 7.7.1; ISO/IEC 17021-1 8.2.2).

A look ahead in words, for whoever decides or issues: every item the standard asks for with its clause, what is not
there yet, and what the certificate in force says otherwise. The document itself is made from the record afterwards.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext

from certwright.answers.pack_names import pack_said
from certwright.core.acts.act import Act
from certwright.core.acts.attestation import IssueCertificate
from certwright.core.acts.body import LegalEntity
from certwright.core.acts.certification import CertifiedProduct
from certwright.core.acts.decision import Decide
from certwright.core.dossiers import BODY, Body, Certification, Client
from certwright.core.dossiers.certification_parts import Coverage
from certwright.core.entry import Proposal
from certwright.core.rules.attestation import DOCUMENTED
from certwright.core.rules.validity import BEGINS
from certwright.office.case import Case
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme
from certwright.web.acting.naming import captions_in
from certwright.web.dossier.places import clause_url

_CLAUSES: Mapping[str, Mapping[str, str]] = {
    "iso-iec-17065": {
        "body": "17065:2012 7.7.1 a",
        "granted": "17065:2012 7.7.1 b",
        "client": "17065:2012 7.7.1 c",
        "scope": "17065:2012 7.7.1 d",
        "end": "17065:2012 7.7.1 e",
        "further": "17065:2012 7.7.1 f",
    },
    "iso-iec-17021-1": dict.fromkeys(
        ("body", "granted", "client", "sites", "scope", "end", "number", "further"), "17021-1:2015 8.2.2"
    ),
}
"""Standard → item of a certificate → the clause that asks for it."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the certificate. ``before`` is what the certificate in force says, where that differs; ``clause`` asks
    for it, empty where none does."""

    label: str
    says: str
    before: str = ""
    clause: str = ""

    @property
    def url(self) -> str:
        """Where the matrix tells the clause."""
        return clause_url(self.clause) if self.clause else ""

    @property
    def missing(self) -> bool:
        """Whether the standard asks for it and it is not there."""
        return bool(self.clause) and not self.says


@dataclass(frozen=True, slots=True)
class Preview:
    """The certificate as it would be. ``further`` are the items its scheme or standard asks for beside."""

    body: str
    items: tuple[Item, ...]
    further: tuple[str, ...]
    replaces: str

    @property
    def changed(self) -> int:
        """How many items differ from the certificate in force."""
        return sum(bool(one.before) for one in self.items)

    @property
    def missing(self) -> int:
        """How many items are asked for and not there."""
        return sum(one.missing for one in self.items)


def preview(proposal: Proposal | None, case: Case) -> Preview | None:
    """The certificate; ``None`` where the act leads to no certificate."""
    certification = case.certification
    act = proposal.act if proposal else None
    if certification is None or proposal is None or not _leads_to_one(act):
        return None
    now = _in_force(certification)
    return Preview(
        _name_of_body(case),
        tuple(_items(act, certification, case, proposal, now)),
        tuple(_further(case)),
        now.name if now else "",
    )


@dataclass(frozen=True, slots=True)
class _InForce:
    """What the last certificate says, by the decision it documents."""

    name: str
    covers: Coverage | None
    first: date | None
    last: date | None


def _in_force(certification: Certification) -> _InForce | None:
    if not certification.attestations:
        return None
    issued = certification.attestations[-1]
    made = next((one for one in certification.decisions if one.act == issued.decision), None)
    spans = [one for one in certification.spans if made is None or one.first <= made.effective_from]
    first, last = (spans[-1].first, spans[-1].until) if spans else (None, None)
    if made and made.kind in BEGINS:
        first, last = made.effective_from, made.last_day
    covers = certification.covered(made.effective_from) if made else None
    return _InForce(f"{issued.number}, {issued.version}", covers, first, last)


def _leads_to_one(act: Act | None) -> bool:
    return isinstance(act, IssueCertificate) or (isinstance(act, Decide) and act.kind in DOCUMENTED)


def _items(
    act: Act | None, certification: Certification, case: Case, proposal: Proposal, now: _InForce | None
) -> Iterator[Item]:
    asks = _CLAUSES.get(certification.standard, {})
    decided = act if isinstance(act, Decide) else None
    yield Item(gettext("Certification body"), _body(case), clause=asks.get("body", ""))
    yield Item(gettext("Client"), _client(certification, case), clause=asks.get("client", ""))
    yield Item(gettext("Standard or scheme"), _edition(certification), clause=asks.get("scope", ""))
    yield from _covered(decided, certification, case, asks, now)
    issued = act if isinstance(act, IssueCertificate) else None
    if issued:
        number = gettext("%(number)s, version %(version)s") % {"number": issued.number, "version": issued.version}
        yield Item(gettext("Number"), number, clause=asks.get("number", ""))
    yield from _times(decided, certification, proposal, asks, now)
    yield Item(gettext("Accreditation"), _accreditation(issued, certification))
    if issued:
        yield Item(gettext("Languages"), ", ".join(issued.languages))
        yield Item(gettext("Signed by"), issued.signed_by)


def _covered(
    decided: Decide | None, certification: Certification, case: Case, asks: Mapping[str, str], now: _InForce | None
) -> Iterator[Item]:
    """Scope, sites and products, as the decision has them or as they stand."""
    before = now.covers if now else None
    scope = (decided.scope if decided else None) or certification.scope
    yield _item(gettext("Scope"), scope, before.scope if before else "", asks.get("scope", ""))
    client = case.at(certification.client)
    named = {site.code: f"{site.name}, {site.town}" for site in client.sites} if isinstance(client, Client) else {}

    def at(sites: Iterable[str]) -> str:
        return "; ".join(f"{one} {named.get(one, '')}".strip() for one in sites)

    sites = (decided.sites if decided else ()) or certification.sites
    yield _item(gettext("Sites"), at(sites), at(before.sites) if before else "", asks.get("sites", ""))
    products = (decided.products if decided else ()) or certification.products
    if products:
        was = _products(before.products) if before else ""
        yield _item(gettext("Products"), _products(products), was, asks.get("scope", ""))


def _products(products: Iterable[CertifiedProduct]) -> str:
    return "; ".join(f"{one.name} ({', '.join(one.models) or one.code})" for one in products)


def _times(
    decided: Decide | None,
    certification: Certification,
    proposal: Proposal,
    asks: Mapping[str, str],
    now: _InForce | None,
) -> Iterator[Item]:
    begins = decided is not None and decided.kind in BEGINS
    first = (decided.effective_from or proposal.effective_on) if decided and begins else _first(certification)
    last = decided.last_day if decided and (begins or decided.last_day) else certification.last_day
    yield _item(gettext("Valid from"), _day(first), _day(now.first) if now else "", asks.get("granted", ""))
    yield _item(gettext("Last day"), _end(last), _end(now.last) if now else "", asks.get("end", ""))


def _end(last: date | None) -> str:
    return _day(last) or gettext("none: it runs on")


def _item(label: str, says: str, before: str, clause: str) -> Item:
    """An item; ``before`` is what the certificate in force says, empty where there is none."""
    return Item(label, says, before if before != says else "", clause)


def _name_of_body(case: Case) -> str:
    body = case.at(BODY)
    return body.legal_entity.name if isinstance(body, Body) and body.legal_entity else ""


def _body(case: Case) -> str:
    body = case.at(BODY)
    return _address(body.legal_entity) if isinstance(body, Body) and body.legal_entity else ""


def _client(certification: Certification, case: Case) -> str:
    client = case.at(certification.client)
    if isinstance(client, Client) and client.legal_entity:
        return _address(client.legal_entity)
    return captions_in(case, [certification.client])[certification.client]


def _address(entity: LegalEntity) -> str:
    place = " ".join(filter(None, (entity.postal_code, entity.town)))
    return ", ".join(filter(None, (entity.name, entity.street, place, entity.country)))


def _edition(certification: Certification) -> str:
    pin = certification.pin
    return f"{pack_said(pin.pack)}, {pin.edition}" if pin else ""


def _accreditation(issued: IssueCertificate | None, certification: Certification) -> str:
    if issued and issued.accreditation:
        return gettext("claimed, under %(accreditation)s") % {"accreditation": issued.accreditation}
    if issued is None and certification.accredited == "accredited":
        return gettext("applied for; what may be claimed follows from the body’s scope on the day of issue")
    return gettext("not claimed")


def _further(case: Case) -> Sequence[str]:
    """What the scheme or standard wants on a certificate beside what every certificate says."""
    pack = case.pack
    if isinstance(pack, ManagementStandard):
        return pack.certificate_items
    return pack.attestation.fields if isinstance(pack, ProductScheme) and pack.attestation else ()


def _first(certification: Certification) -> date | None:
    return certification.spans[-1].first if certification.spans else None


def _day(day: date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""
