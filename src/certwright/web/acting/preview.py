"""What a certificate would say if the act that was checked were recorded (ISO/IEC 17065 7.7.1; ISO/IEC 17021-1 8.2.2).

A look ahead in words, for whoever decides or issues; the document itself is made from the record afterwards.
"""

from collections.abc import Iterator
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext

from certwright.answers.pack_names import pack_said
from certwright.core.acts.act import Act
from certwright.core.acts.attestation import IssueCertificate
from certwright.core.acts.decision import Decide
from certwright.core.dossiers import Certification, Client
from certwright.core.entry import Proposal
from certwright.core.rules.attestation import DOCUMENTED
from certwright.office.case import Case
from certwright.web.acting.beside import Fact
from certwright.web.acting.naming import captions_in


def preview(proposal: Proposal | None, case: Case) -> tuple[Fact, ...]:
    """The lines of the certificate; none where the act leads to no certificate."""
    certification = case.certification
    act = proposal.act if proposal else None
    if certification is None or proposal is None or not _leads_to_one(act):
        return ()
    return tuple(_lines(act, certification, case, proposal))


def _leads_to_one(act: Act | None) -> bool:
    return isinstance(act, IssueCertificate) or (isinstance(act, Decide) and act.kind in DOCUMENTED)


def _lines(act: Act | None, certification: Certification, case: Case, proposal: Proposal) -> Iterator[Fact]:
    client = case.at(certification.client)
    if isinstance(client, Client) and client.legal_entity:
        entity = client.legal_entity
        yield Fact(gettext("Client"), f"{entity.name}, {entity.town}, {entity.country}")
    else:
        yield Fact(gettext("Client"), captions_in(case, [certification.client])[certification.client])
    pin = certification.pin
    yield Fact(gettext("Standard or scheme"), f"{pack_said(pin.pack)}, {pin.edition}" if pin else "")
    decided = act if isinstance(act, Decide) else None
    yield Fact(gettext("Scope"), (decided.scope if decided else None) or certification.scope)
    yield Fact(gettext("Sites"), ", ".join((decided.sites if decided else ()) or certification.sites))
    products = (decided.products if decided else ()) or certification.products
    if products:
        told = (f"{one.name} ({', '.join(one.models) or one.code})" for one in products)
        yield Fact(gettext("Products"), "; ".join(told))
    if isinstance(act, IssueCertificate):
        yield Fact(gettext("Number and version"), f"{act.number}, {act.version}")
    first = (decided.effective_from or proposal.effective_on) if decided else _first(certification)
    last = decided.last_day if decided else certification.last_day
    if first:
        yield Fact(gettext("Valid from"), date_format(first, "DATE_FORMAT"))
    yield Fact(gettext("Last day"), date_format(last, "DATE_FORMAT") if last else gettext("none: it runs on"))


def _first(certification: Certification) -> date | None:
    return certification.spans[-1].first if certification.spans else None
