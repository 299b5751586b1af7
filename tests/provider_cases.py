"""A laboratory to judge acts about providers in, without a database: accredited for one method to the end of 2029."""

from datetime import date
from typing import Any

from certwright.core.acts.act import Act
from certwright.core.dossiers import Provider
from small_body import TODAY, YESTERDAY, act, dossier

LAB, METHOD = "provider:lab", "EN 397 shock absorption"


def register(**changes: Any) -> Act:
    """The act that registers the laboratory."""
    fields = {
        "legal_name": "Test House Ltd",
        "country": "GB",
        "kind": "laboratory",
        "independence": "independent",
        "consultancy": "none",
    }
    return act("provider.register", **{**fields, **changes})


def state(until: date | None = date(2029, 12, 31), **changes: Any) -> Act:
    """The laboratory's accreditation for one method, as looked up yesterday."""
    fields = {
        "standard": "iso-iec-17025",
        "accreditation_body": "National Accreditation",
        "number": "L-7",
        "methods": [METHOD],
        "valid_from": "2024-01-01",
        "valid_until": until.isoformat() if until else None,
        "looked_up_on": YESTERDAY.isoformat(),
    }
    return act("provider.state-accreditation", **{**fields, **changes})


def approve(**changes: Any) -> Act:
    """The act that approves it for its method from today."""
    fields = {
        "contract_signed_on": YESTERDAY.isoformat(),
        "conflicts_declared_on": YESTERDAY.isoformat(),
        "methods": [METHOD],
        "valid_from": TODAY.isoformat(),
    }
    return act("provider.approve", **{**fields, **changes})


def assessed(until: date = date(2027, 3, 1), on: date = YESTERDAY) -> dict[str, Any]:
    """An own assessment of its method."""
    return {"method": METHOD, "assessed_on": on.isoformat(), "valid_until": until.isoformat()}


def lab(*acts: Act, **changes: Any) -> Provider:
    """The laboratory after some acts; ``changes`` are of its registration."""
    found = dossier(LAB, register(**changes), *acts)
    assert isinstance(found, Provider)
    return found


def lost(last: date, **changes: Any) -> Act:
    """The act that says which was the last day of its accreditation."""
    return act("provider.accreditation-ended", **{"number": "L-7", "last_day": last.isoformat(), **changes})


__all__ = ["LAB", "METHOD", "approve", "assessed", "lab", "lost", "register", "state"]
