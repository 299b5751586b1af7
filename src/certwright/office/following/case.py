"""What acts take from their case wherever they ask for it, and what an application hands on."""

from collections.abc import Callable, Mapping
from typing import Any

from certwright.core.dossiers import Agreement, Finding
from certwright.office.case import Case
from certwright.packs.model.management import ManagementStandard

Follows = Callable[[Case], Any]
"""The value of a field, or ``None`` if nothing follows."""


def _client(case: Case) -> str | None:
    own = case.opened()
    agreed = own if isinstance(own, Agreement | Finding) else None
    for found in (agreed, case.certification, case.assignment, case.application, case.enquiry):
        if found is not None and found.client:
            return found.client
    return None


def _standard(case: Case) -> str | None:
    if certification := case.certification:
        return certification.standard
    if (application := case.application) and application.submitted:
        return application.submitted.standard
    return enquiry.settled.standard if (enquiry := case.enquiry) and enquiry.settled else None


def _pack(case: Case) -> str | None:
    if pin := case.pin:
        return pin.pack
    application = case.application
    if application is None or application.submitted is None:
        return None
    settled = {*application.accepted, *application.declined}
    left = [name for name in application.submitted.packs if name not in settled] or list(application.accepted)
    return left[0] if len(left) == 1 else None


def _pinned(part: str) -> Follows:
    return lambda case: getattr(case.pin, part) if case.pin else None


def areas(case: Case) -> Any:
    """The technical areas or product categories of the case."""
    if certification := case.certification:
        return certification.areas
    application, name = case.application, case.fields.get("pack")
    accepted = application.accepted.get(str(name)) if application else None
    return accepted.areas if accepted else None


def limits(case: Case) -> str | None:
    """The pack of time limits that the case is judged by."""
    pack = case.pack
    name = pack.cycle_limits if isinstance(pack, ManagementStandard) else f"{_standard(case)}-time-limits"
    found = case.at(f"pack:{name}")
    return name if found is not None and found.is_open else None


def agreement(case: Case) -> str | None:
    """The agreement that covers the case."""
    return case.agreement.id if case.agreement else None


def _applied_for(field: str) -> Follows:
    def follow(case: Case) -> Any:
        application = case.application
        return getattr(application.submitted, field) if application and application.submitted else None

    return follow


def _settled(field: str) -> Follows:
    def follow(case: Case) -> Any:
        enquiry = case.enquiry
        return getattr(enquiry.settled, field) if enquiry and enquiry.settled else None

    return follow


def _transferred_from(case: Case) -> str | None:
    transfer = _applied_for("transfer")(case)
    return f"{transfer.issuer} {transfer.number}" if transfer else None


def _actor(case: Case) -> str:
    return case.actor


def certification(case: Case) -> str | None:
    """The certification the act is about."""
    return case.certification.id if case.certification else None


EVERYWHERE: Mapping[str, Follows] = {
    "certification": certification,
    "application": lambda case: case.application.id if case.application else None,
    "client": _client,
    "standard": _standard,
    "pack": _pack,
    "edition": _pinned("edition"),
    "text": _pinned("text"),
    "agreement": agreement,
    "limits": limits,
    "reviewer": _actor,
    "deciders": lambda case: [case.actor],
    "author": _actor,
    "raised_by": _actor,
    "verified_by": _actor,
    "whose": _actor,
    "by_whom": _actor,
    "checked_by": _actor,
    "signatory": _actor,
}
"""What every act that demands such a field takes from its case."""

OF_ACT: Mapping[tuple[str, str], Follows] = {
    **{("application.submit", field): _settled(field) for field in ("packs", "accredited")},
    ("application.submit", "object_kind"): _settled("object"),
    ("application.accept", "limits"): limits,
    ("application.accept", "accreditation"): _settled("accreditation"),
    **{
        ("certification.open", field): _applied_for(field)
        for field in ("object_kind", "accredited", "scope", "sites", "products")
    },
    ("certification.open", "areas"): areas,
    ("certification.open", "transferred_from"): _transferred_from,
    ("certification.decide", "application"): lambda case: case.application.id if case.application else None,
}
"""What an application, and the certification opened from it, take from what was settled and applied for."""
