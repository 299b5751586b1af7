"""What a certificate would say if the act that was checked were recorded (ISO/IEC 17065 7.7.1; ISO/IEC 17021-1 8.2.2).

A look ahead in words, for whoever decides or issues: every item the standard asks for with its clause, what is not
there yet, and what the certificate in force says otherwise. The document itself is made from the record afterwards.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext

from certwright.answers.pack_names import pack_said
from certwright.core.acts.act import Act
from certwright.core.acts.attestation import IssueCertificate
from certwright.core.acts.body import LegalEntity
from certwright.core.acts.decision import Decide
from certwright.core.dossiers import BODY, Body, Certification, Client
from certwright.core.entry import Proposal
from certwright.core.rules.attestation import DOCUMENTED
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
    last = certification.attestations[-1] if certification.attestations else None
    replaces = f"{last.number}, {last.version}" if last else ""
    return Preview(
        _name_of_body(case), tuple(_items(act, certification, case, proposal)), tuple(_further(case)), replaces
    )


def _leads_to_one(act: Act | None) -> bool:
    return isinstance(act, IssueCertificate) or (isinstance(act, Decide) and act.kind in DOCUMENTED)


def _items(act: Act | None, certification: Certification, case: Case, proposal: Proposal) -> Iterator[Item]:
    asks = _CLAUSES.get(certification.standard, {})
    decided = act if isinstance(act, Decide) else None
    yield Item(gettext("Certification body"), _body(case), clause=asks.get("body", ""))
    yield Item(gettext("Client"), _client(certification, case), clause=asks.get("client", ""))
    yield Item(gettext("Standard or scheme"), _edition(certification), clause=asks.get("scope", ""))
    yield from _covered(decided, certification, case, asks)
    issued = act if isinstance(act, IssueCertificate) else None
    if issued:
        number = gettext("%(number)s, version %(version)s") % {"number": issued.number, "version": issued.version}
        yield Item(gettext("Number"), number, clause=asks.get("number", ""))
    yield from _times(decided, certification, proposal, asks)
    yield Item(gettext("Accreditation"), _accreditation(issued, certification))
    if issued:
        yield Item(gettext("Languages"), ", ".join(issued.languages))
        yield Item(gettext("Signed by"), issued.signed_by)


def _covered(
    decided: Decide | None, certification: Certification, case: Case, asks: Mapping[str, str]
) -> Iterator[Item]:
    """Scope, sites and products, as the decision has them or as they stand."""
    scope = (decided.scope if decided else None) or certification.scope
    yield _item(gettext("Scope"), scope, certification.scope, certification, asks.get("scope", ""))
    client = case.at(certification.client)
    named = {site.code: f"{site.name}, {site.town}" for site in client.sites} if isinstance(client, Client) else {}
    sites = (decided.sites if decided else ()) or certification.sites
    told, before = (
        _listed(f"{one} {named.get(one, '')}".strip() for one in each) for each in (sites, certification.sites)
    )
    yield _item(gettext("Sites"), told, before, certification, asks.get("sites", ""))
    products = (decided.products if decided else ()) or certification.products
    if products:
        said, was = (
            _listed(f"{one.name} ({', '.join(one.models) or one.code})" for one in each)
            for each in (products, certification.products)
        )
        yield _item(gettext("Products"), said, was, certification, asks.get("scope", ""))


def _times(
    decided: Decide | None, certification: Certification, proposal: Proposal, asks: Mapping[str, str]
) -> Iterator[Item]:
    first = (decided.effective_from or proposal.effective_on) if decided else _first(certification)
    last = decided.last_day if decided else certification.last_day
    yield Item(gettext("Valid from"), _day(first), clause=asks.get("granted", ""))
    ends = _day(last) or gettext("none: it runs on")
    before = _day(certification.last_day) or gettext("none: it runs on")
    yield _item(gettext("Last day"), ends, before, certification, asks.get("end", ""))


def _item(label: str, says: str, before: str, certification: Certification, clause: str) -> Item:
    """An item that a certificate in force may say otherwise."""
    differs = bool(certification.attestations) and before != says
    return Item(label, says, before if differs else "", clause)


def _listed(items: Iterator[str] | Sequence[str]) -> str:
    return "; ".join(items)


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
    return date_format(day, "j F Y") if day else ""
