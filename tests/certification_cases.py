"""Certifications to judge acts in, without a database: one per standard, evaluated and ready to be decided.

Eva evaluates (or leads the audit), Rita reviews, Dora decides, Paul plans; see :mod:`small_body` for the rest.
"""

from typing import Any

from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier
from certwright.packs import shipped
from certwright.packs.library import Volume
from certwright.packs.model.base import Pack
from small_body import TODAY, act, dossier, founded, person

EVA, RITA, DORA, PAUL = "person:eva", "person:rita", "person:dora", "person:paul"
CASE, APPLICATION, AGREEMENT, CLIENT = "certification:c-1", "application:a-1", "agreement:g-1", "client:c-1"
LIMITS = "iso-iec-17021-1-time-limits"


def volume(name: str) -> Volume:
    """A shipped pack in its latest edition."""
    return shipped.library().editions(name)[0]


def adopted(name: str) -> Dossier:
    """The dossier of an adopted pack; what it leaves open is set as it suggests."""
    one = volume(name)
    values = [{"name": u.name, "value": u.suggested, "basis": "As suggested."} for u in one.pack.uncertain]
    said = act("pack.adopt", pack=name, edition=one.pack.edition, text=one.digest, values=values, basis="Minute 3.")
    return dossier(f"pack:{name}", said)


def packs(*names: str) -> dict[str, Pack]:
    """Shipped packs by the digest of their text."""
    return {volume(name).digest: volume(name).pack for name in names}


def opening(pack: str, standard: str, object_kind: str, **changes: Any) -> Act:
    """The act that opens a certification under a shipped pack."""
    fields = {
        "application": APPLICATION,
        "client": CLIENT,
        "standard": standard,
        "pack": pack,
        "edition": volume(pack).pack.edition,
        "text": volume(pack).digest,
        "object_kind": object_kind,
        "accredited": "non-accredited",
        "scope": "Everything the works makes.",
        "sites": ["1"],
    }
    return act("certification.open", **{**fields, **changes})


def people() -> dict[str, Dossier]:
    """The founded body with people for every function of a certification."""
    return {
        **founded(),
        EVA: person(EVA, "evaluation", "auditing", "audit-team-leading"),
        RITA: person(RITA, "review"),
        DORA: person(DORA, "decision"),
        PAUL: person(PAUL, "planning", "application-review"),
    }


__all__ = [name for name in globals() if name.isupper()] + ["TODAY", "adopted", "opening", "packs", "people", "volume"]
