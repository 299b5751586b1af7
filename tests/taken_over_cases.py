"""Statements about what another record held, under a shipped pack, with their days told in March 2026."""

from typing import Any

from certification_cases import CASE, CLIENT, adopted, packs, volume
from certwright.core.acts.act import Act
from certwright.core.dossiers import BODY, Certification, Dossier
from certwright.packs.model.base import Pack
from small_body import CLIENT as REGISTERED
from small_body import FOUNDING, act, dossier, founded

ISO_9001, SYSTEM = "iso-9001", "iso-iec-17021-1"
SOURCE, KNOWN_ON = "Register of certificates, 2020–2026", "2026-02-27"
FROM: dict[str, Any] = {"source": SOURCE, "known_on": KNOWN_ON, "row": "14"}


def client(**changes: Any) -> Act:
    return act("client.take-over", **{**FROM, **REGISTERED, **changes})


def certification(**changes: Any) -> Act:
    return act("certification.take-over", **{**FROM, **FIELDS, **changes})


def event(kind: str, from_day: str, **changes: Any) -> Act:
    return act("certification.take-over-event", **{**FROM, "event": kind, "from_day": from_day, **changes})


def finding(**changes: Any) -> Act:
    told = {
        **FROM,
        "certification": CASE,
        **{name: FIELDS[name] for name in ("client", "standard", "pack", "edition", "text")},
        "requirement": "8.1",
        "grade": "minor",
        "statement": "Two orders had no plan.",
        "raised_on": "2026-01-14",
    }
    return act("finding.take-over", **{**told, **changes})


FIELDS: dict[str, Any] = {
    "client": CLIENT,
    "standard": SYSTEM,
    "pack": ISO_9001,
    "edition": volume(ISO_9001).pack.edition,
    "text": volume(ISO_9001).digest,
    "object_kind": "management-system",
    "accredited": "non-accredited",
    "scope": "Everything the works makes.",
    "sites": ["1"],
    "number": "Q-0014",
    "valid_from": "2024-05-02",
    "last_day": "2027-05-01",
}


def held(*later: Act, **changes: Any) -> Certification:
    """A certification taken over, after further acts."""
    made = dossier(CASE, certification(**changes), *later)
    assert isinstance(made, Certification)
    return made


def world(**more: Dossier) -> dict[str, Dossier]:
    """The body, which certifies management systems too, the client taken over, and the adopted standard."""
    both = {**FOUNDING, "standards_in_use": ["iso-iec-17065", SYSTEM]}
    known = {CLIENT: dossier(CLIENT, client()), f"pack:{ISO_9001}": adopted(ISO_9001)}
    return {**founded(), BODY: dossier(BODY, act("body.found", **both)), **known, **more}


def texts() -> dict[str, Pack]:
    return packs(ISO_9001)
