"""People with ties to a client, and clients of standards, to judge impartiality with."""

from datetime import date
from typing import Any

import certification_cases as cases
import small_body
from certification_cases import CASE, CLIENT, DORA, EVA, PAUL, RITA
from certwright.core.acts.act import Act
from certwright.core.acts.assignment import Appoint, CreateAssignment
from certwright.core.dossiers import BODY, Dossier
from certwright.core.judge import Judgement
from small_body import act, dossier, judged, ready, said


def someone(person_id: str, functions: tuple[str, ...], *acts: Act, basis: str = "employment") -> Dossier:
    """A registered person, authorised for functions since 2020, ready to work, and what was recorded besides."""
    granted = [
        act("person.grant-authorisation", function=each, valid_from="2020-01-01", evidence="Interview and file.")
        for each in functions
    ]
    return dossier(person_id, act("person.register", basis=basis, since="2020-01-01"), *granted, *ready(), *acts)


def tie(kind: str, until: str | None = None, **changes: Any) -> Act:
    """A tie to the client since 2015, until a day or still there."""
    fields = {
        "client": CLIENT,
        "kind": kind,
        "from_day": "2015-01-01",
        "until_day": until,
        "disclosed_on": "2020-01-01",
    }
    return act("person.declare-relation", **{**fields, **changes})


def related(**changes: Any) -> Act:
    """A body related to ours that advises the client."""
    fields = {
        "legal_name": "Example Advice Ltd",
        "control": "common-owner",
        "activities": ["consultancy"],
        "clients": [CLIENT],
        "from_day": "2015-01-01",
    }
    return act("body.record-related-body", **{**fields, **changes})


PRODUCT, SYSTEM = "iso-iec-17065", "iso-iec-17021-1"
PACKS = {PRODUCT: "safety-helmets", SYSTEM: "iso-9001"}
AUDIT = "assignment:audit"


def case(standard: str, *periods: Act, **changes: Dossier) -> dict[str, Dossier]:
    """A certification that is only opened, with its client and its people."""
    kind = "product" if standard == PRODUCT else "management-system"
    return {
        **cases.people(),
        BODY: dossier(BODY, act("body.found", **small_body.FOUNDING), *periods),
        CASE: dossier(CASE, cases.opening(PACKS[standard], standard, kind)),
        CLIENT: dossier(CLIENT, act("client.register", **small_body.CLIENT)),
        **changes,
    }


def assignment(standard: str, day: date) -> Dossier:
    """An audit or test planned for one day."""
    created = CreateAssignment.model_validate(
        {
            "certification": CASE,
            "client": CLIENT,
            "standard": standard,
            "pack": PACKS[standard],
            "edition": cases.volume(PACKS[standard]).pack.edition,
            "text": cases.volume(PACKS[standard]).digest,
            "kind": "stage-2" if standard == SYSTEM else "inspection",
            "requirements": ["all"],
            "sites": ["1"],
            "from_day": day,
            "to_day": day,
            "objectives": "To see whether the requirements are met.",
        }
    )
    return dossier(AUDIT, created)


def appoint(person: str = EVA, role: str = "auditor") -> Act:
    return Appoint.model_validate({"person": person, "client": CLIENT, "role": role})


def review(standard: str, **changes: Any) -> Act:
    fields = {
        "pack": PACKS[standard],
        "reviewer": RITA,
        "recommendation": "grant",
        "rests_on": [],
        "answers": [{"question": "all", "answer": "yes"}],
    }
    return act("certification.review", **{**fields, **changes})


def decide(standard: str, *deciders: str) -> Act:
    return act(
        "certification.decide",
        pack=PACKS[standard],
        kind="withdraw",
        deciders=deciders or [DORA],
        application=cases.APPLICATION,
        client=CLIENT,
        reasons="The marks were misused.",
    )


def judgement(
    said_act: Act, gathered: dict[str, Dossier], about: Dossier | str, by: str = PAUL, **how: Any
) -> Judgement:
    found = gathered[about] if isinstance(about, str) else about
    return judged(said_act, found, by=by, gathered=gathered, **how)


def against(*args: Any, **how: Any) -> list[tuple[str, str]]:
    """What the rules about ties say; what else is missing from these bare cases is of no interest here."""
    theirs = ("impartiality.", "declaration.", "affiliation.")
    return [found for found in said(judgement(*args, **how)) if found[0].startswith(theirs)]


__all__ = [
    "AUDIT",
    "PACKS",
    "PRODUCT",
    "SYSTEM",
    "against",
    "appoint",
    "assignment",
    "case",
    "decide",
    "judgement",
    "related",
    "review",
    "someone",
    "tie",
]
