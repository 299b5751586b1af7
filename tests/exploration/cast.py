"""Who works in the small body, for what they are authorised until when, and what stands around every walk.

Eva evaluates, Rita reviews and decides, Vera may do everything, Otto nothing. Rita may decide until 9 March 2026. This
table is where the dossiers come from, and what the oracle reads.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import certification_cases as cases
import small_body
from certwright.core.acts.act import Act
from certwright.core.acts.document import RegisterDocument, ReleaseDocument
from certwright.core.agreement_duties import ENFORCEABLE, TOLD
from certwright.core.dossiers import BODY, Dossier
from certwright.core.functions import Function
from exploration.moves import Step
from small_body import FOUNDING, act, dossier

EVA, RITA, VERA, OTTO = "person:eva", "person:rita", "person:vera", "person:otto"
PEOPLE = (EVA, RITA, VERA, OTTO)
CLIENT, ENQUIRY, APPLICATION = cases.CLIENT, "enquiry:e-1", cases.APPLICATION
AGREEMENT, CASE, TEMPLATE = cases.AGREEMENT, cases.CASE, "document:agreement"
REPRESENTATIVE, FINDING = "person:kim", "finding:f-1"
PRODUCT, SYSTEM = "iso-iec-17065", "iso-iec-17021-1"

LAST_DECIDING_DAY_OF_RITA = date(2026, 3, 9)
AUTHORISED: Mapping[str, Mapping[str, date | None]] = {
    EVA: dict.fromkeys(("evaluation", "auditing", "audit-team-leading")),
    RITA: {"review": None, "decision": LAST_DECIDING_DAY_OF_RITA},
    VERA: dict.fromkeys(function.value for function in Function),
    OTTO: {},
}
"""Person → function → the last day of the authorisation, if it has one. All began on 1 January 2026."""


def _person(name: str) -> Dossier:
    granted = [
        act(
            "person.grant-authorisation",
            function=function,
            valid_from="2026-01-01",
            valid_until=last.isoformat() if last else None,
            evidence="Interview and file.",
        )
        for function, last in AUTHORISED[name].items()
    ]
    return dossier(name, act("person.register", basis="employment", since="2026-01-01"), *granted, *small_body.ready())


def _template() -> Dossier:
    registered = {"document_title": "Certification agreement", "kind": "form", "answers": ["17065:2012 4.1.2.1"]}
    released = {"version": "4", "from_day": "2026-01-01", "what_changed": "Everything."}
    acts = RegisterDocument.model_validate(registered), ReleaseDocument.model_validate(released)
    return dossier(TEMPLATE, *acts)


def around(*packs: str) -> dict[str, Dossier]:
    """What stands when a walk begins: the body, its people, its client, the packs it adopted."""
    founding = {**FOUNDING, "standards_in_use": [PRODUCT, SYSTEM]}
    return {
        BODY: dossier(BODY, act("body.found", **founding)),
        **{name: _person(name) for name in PEOPLE},
        REPRESENTATIVE: dossier(REPRESENTATIVE, act("person.register", basis="client", since="2026-01-01")),
        CLIENT: dossier(CLIENT, act("client.register", **small_body.CLIENT)),
        TEMPLATE: _template(),
        **{f"pack:{name}": cases.adopted(name) for name in packs},
    }


def agreement(standard: str, pack: str, day: date, **changes: Any) -> Act:
    """An agreement signed and valid from ``day``, unless changed."""
    clauses = (*ENFORCEABLE[standard], *TOLD[standard])
    fields = {
        "client": CLIENT,
        "template": TEMPLATE,
        "template_version": "4",
        "duties": [{"clause": clause, "paragraph": "3"} for clause in clauses],
        "packs": [pack],
        "sites": ["1"],
        "signed_by_client_on": day.isoformat(),
        "signed_by_body_on": day.isoformat(),
        "signatory": VERA,
        "valid_from": day.isoformat(),
    }
    return act("agreement.conclude", **{**fields, **changes})


def pinned(pack: str) -> dict[str, str]:
    """Pack, edition and text as acts name a shipped pack."""
    return {"pack": pack, "edition": cases.volume(pack).pack.edition, "text": cases.volume(pack).digest}


def step(dossier_id: str, by: str, name: str, **fields: Any) -> Step:
    """A step whose act is the same on every day, but for fields that are ``"today"``."""

    def said(day: date) -> Act:
        return act(name, **{key: day.isoformat() if value == "today" else value for key, value in fields.items()})

    return Step(dossier_id, by, said)


def name_of(dossier_id: str) -> str:
    """The second half of a dossier's id."""
    return dossier_id.partition(":")[2]
