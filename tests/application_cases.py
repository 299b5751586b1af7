"""Enquiries, applications and agreements to judge acts in, without a database: helmets and ISO 9001, one of each kind.

Paul reviews applications; see :mod:`certification_cases` for the others. Nothing is wrong with any of it.
"""

from datetime import date
from functools import cache
from typing import Any

import small_body
from certification_cases import APPLICATION, CLIENT, adopted, packs, people, volume
from certwright.core.acts.act import Act
from certwright.core.application_checks import CHECKS, demanded_fields
from certwright.core.dossiers import BODY, Dossier
from certwright.core.reckoning.audit_time import AuditTimeQuestion, Policy, audit_time
from certwright.core.reckoning.kept import KeptReckoning, KeptTime, kept
from certwright.core.reckoning.personnel import Group
from certwright.core.reckoning.rule_book import RuleBook
from certwright.packs.model.audit_time import AuditKind
from certwright.packs.model.base import Pack
from certwright.packs.shipped import library
from small_body import FOUNDING, act, dossier

HELMETS, ISO_9001, ISO_14001, ISO_27001 = "safety-helmets", "iso-9001", "iso-14001", "iso-iec-27001"
PRODUCT, SYSTEM = "iso-iec-17065", "iso-iec-17021-1"
ENQUIRY, REPRESENTATIVE = "enquiry:e-1", "person:kim"
OURS = {PRODUCT: "accreditation:product", SYSTEM: "accreditation:system"}
SYSTEMS = (ISO_9001, ISO_14001, ISO_27001)
STANDARD_OF = {HELMETS: PRODUCT} | dict.fromkeys(SYSTEMS, SYSTEM)
OBJECT_OF = {HELMETS: "product"} | dict.fromkeys(SYSTEMS, "management-system")
CLIENT_FIELDS = small_body.CLIENT
LIMITS_17065 = "iso-iec-17065-time-limits"
LIMITS_17021 = "iso-iec-17021-1-time-limits"
EVERY_PACK = (HELMETS, *SYSTEMS, LIMITS_17065, LIMITS_17021)


def texts() -> dict[str, Pack]:
    """The packs of these cases by the digest of their text."""
    return packs(*EVERY_PACK)


def opened(**changes: Any) -> Act:
    """The act that opens the enquiry."""
    fields = {"received_on": "2026-01-05", "channel": "e-mail", "wants": "ISO certification for our helmets"}
    return act("enquiry.open", **{**fields, **changes})


def answered(pack: str, **changes: Any) -> Act:
    """Answers that lead to a pack, without accreditation."""
    fields = {
        "object": OBJECT_OF[pack],
        "wants_mark_on_product": "yes" if pack == HELMETS else "no",
        "conforms_with": "EN 397" if pack == HELMETS else "ISO 9001",
        "demanded_by": "customer",
        "needs_accredited": "no",
    }
    return act("enquiry.answer", **{**fields, **changes})


def settle(pack: str, **changes: Any) -> Act:
    """The act that settles the enquiry for a pack."""
    fields = {
        "object": OBJECT_OF[pack],
        "standard": STANDARD_OF[pack],
        "packs": [pack],
        "accredited": "non-accredited",
        "why": "That is what the customer asks for.",
        "is_not": "It is not the other kind of certification.",
    }
    return act("enquiry.settle", **{**fields, **changes})


def informed(day: str = "2026-01-06") -> Act:
    """The act that says when the information went out."""
    return act("enquiry.information-sent", version="3", sent_on=day)


def enquiry(pack: str, *acts: Act, **changes: Any) -> Dossier:
    """A settled enquiry of somebody who was informed; ``changes`` are of its settlement, ``acts`` follow it."""
    return dossier(ENQUIRY, opened(), answered(pack), settle(pack, **changes), informed(), *acts)


def submit(pack: str, **changes: Any) -> Act:
    """A complete application for a pack."""
    asked = demanded_fields(volume(pack).pack)
    fields: dict[str, Any] = {
        "client": CLIENT,
        "enquiry": ENQUIRY,
        "standard": STANDARD_OF[pack],
        "object_kind": OBJECT_OF[pack],
        "packs": [pack],
        "accredited": "non-accredited",
        "scope": "Everything the works makes.",
        "sites": ["1"],
        "outsourced": "none",
        "legal_obligations": "none",
        "fields": [{"pack": pack, "field": field, "says": "As in the file."} for field, _ in asked],
        "consultancy_answer": "none",
        "representative": REPRESENTATIVE,
        "signed_on": "2026-01-10",
    }
    if pack == HELMETS:
        fields["products"] = [{"code": "h1", "name": "Helmet", "category": "helmets-type-1"}]
    else:
        fields |= {"processes": "Making helmets", "personnel": 40}
    return act("application.submit", **{**fields, **changes})


@cache
def reckoning(standard: str, personnel: int | tuple[Group, ...] = 40, audit: AuditKind = AuditKind.INITIAL) -> KeptTime:
    """The audit time of forty people under a standard, kept."""
    complexity, policy = "medium" if standard == ISO_14001 else "", Policy()
    question = AuditTimeQuestion(standard, personnel, audit=audit, complexity=complexity)
    book = RuleBook.on(date(2026, 1, 1), (one.pack for one in library()))
    return kept(audit_time(question, book, policy), question, policy)


def reckonings() -> dict[str, KeptReckoning | None]:
    """The reckonings in store, by digest."""
    return {reckoning(pack).digest: reckoning(pack) for pack in STANDARD_OF if pack != HELMETS}


def accept(pack: str, **changes: Any) -> Act:
    """The act that accepts the application for a pack, pinned to the adopted text."""
    fields: dict[str, Any] = {
        "client": CLIENT,
        "pack": pack,
        "edition": volume(pack).pack.edition,
        "text": volume(pack).digest,
        "answers": [{"question": check, "answer": "yes"} for check in CHECKS[STANDARD_OF[pack]]],
        "areas": ["helmets-type-1"] if pack == HELMETS else ["17"],
        "conflict_screen": "clear",
    }
    if pack == HELMETS:
        fields["first_time"] = "Two evaluators have tested helmets at a laboratory for years."
    else:
        fields["audit_time"] = reckoning(pack).digest
    return act("application.accept", **{**fields, **changes})


def application(pack: str, *acts: Act, **changes: Any) -> Dossier:
    """An application for a pack; ``changes`` are of what was submitted, ``acts`` follow."""
    return dossier(APPLICATION, submit(pack, **changes), *acts)


def scope(pack: str, *areas: str, from_day: str = "2026-01-01") -> Act:
    """The act that states a scope of one line."""
    lines = [{"pack": pack, "areas": areas, "from_day": from_day}]
    return act("accreditation.set-scope", from_day=from_day, lines=lines)


def recorded(standard: str, **changes: Any) -> Act:
    """The act that records one of our accreditations."""
    fields = {
        "accreditation_body": "National Accreditation",
        "standard": standard,
        "number": "NA-12",
        "arrangement": "MLA",
        "mark": "na-symbol",
        "valid_from": "2025-01-01",
        "valid_until": "2028-12-31",
    }
    return act("accreditation.record", **{**fields, **changes})


def accredited(pack: str, *acts: Act, **changes: Any) -> Dossier:
    """Our accreditation for a pack, in all areas unless ``acts`` say otherwise."""
    standard = STANDARD_OF[pack]
    return dossier(OURS[standard], recorded(standard, **changes), *(acts or (scope(pack),)))


def world(**more: Dossier) -> dict[str, Dossier]:
    """A body that works to both standards, its people, client, adopted packs and accreditations."""
    founding = {**FOUNDING, "standards_in_use": [PRODUCT, SYSTEM]}
    return {
        **people(),
        BODY: dossier(BODY, act("body.found", **founding)),
        REPRESENTATIVE: dossier(REPRESENTATIVE, act("person.register", basis="client", since="2026-01-01")),
        CLIENT: dossier(CLIENT, act("client.register", **CLIENT_FIELDS)),
        **{f"pack:{name}": adopted(name) for name in EVERY_PACK},
        OURS[PRODUCT]: accredited(HELMETS),
        OURS[SYSTEM]: accredited(ISO_9001),
        **{made.id: made for made in more.values()},
    }


__all__ = [name for name in globals() if name.isupper()] + [
    "accept",
    "accredited",
    "answered",
    "application",
    "enquiry",
    "informed",
    "opened",
    "recorded",
    "scope",
    "settle",
    "submit",
    "texts",
    "world",
]
