"""A quality management system certified on 10 April 2025 (vector V1), and what may be decided about it afterwards.

Eva led both stages, Rita reviewed, Dora decided. Later acts are given with the day they took effect.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import certification_cases as cases
import small_body
from certification_cases import CASE, DORA, EVA, LIMITS, RITA, STAGE_1, STAGE_2
from certwright.core.acts.act import Act
from certwright.core.acts.finding import Verify
from certwright.core.dossiers import Certification, Dossier, fold
from certwright.core.reckoning.kept import KeptReckoning
from small_body import act, dossier, entry, judged, ready, said

QMS, STANDARD = "iso-9001", "iso-iec-17021-1"
STAGE_2_ENDED, DECIDED, LAST_DAY = date(2025, 3, 14), date(2025, 4, 10), date(2028, 4, 9)
SURVEILLANCE, SPECIAL, RECERT = "assignment:surveillance", "assignment:special", "assignment:recert"
FINDING = "finding:f-1"

Dated = tuple[Act, date]
Said = list[tuple[str, str]]


def opened(**changes: Any) -> Act:
    return cases.opening(QMS, STANDARD, "management-system", **changes)


def review(**changes: Any) -> Act:
    fields = {
        "pack": QMS,
        "reviewer": RITA,
        "recommendation": "grant",
        "rests_on": [STAGE_1, STAGE_2],
        "answers": [{"question": "complete", "answer": "yes"}],
    }
    return act("certification.review", **{**fields, **changes})


def decide(kind: str, **changes: Any) -> Act:
    """A decision on what the certification is; nothing but what every decision carries."""
    fields = {
        "pack": QMS,
        "limits": LIMITS,
        "kind": kind,
        "deciders": [DORA],
        "application": cases.APPLICATION,
        "client": cases.CLIENT,
        "agreement": cases.AGREEMENT,
        "reasons": "As reviewed.",
    }
    return act("certification.decide", **{**fields, **changes})


def grant(**changes: Any) -> Act:
    fields = {"rests_on": [STAGE_1, STAGE_2], "review": "act-c-1-003", "last_day": LAST_DAY.isoformat()}
    return decide("grant", **{**fields, **changes})


def suspend(limit: str | None = "2026-09-01", **changes: Any) -> Act:
    fields = {"limit_day": limit, "actions": "Hold the audit.", "handler": RITA}
    return decide("suspend", **{**fields, **changes})


def plan(name: str, kind: str, purpose: str) -> Act:
    return cases.plan(QMS, (name, kind), purpose=purpose)


def begun() -> list[Dated]:
    """Opened, planned, reviewed: the acts 1 to 3."""
    early = date(2025, 3, 20)
    return [
        (opened(), early),
        (cases.plan(QMS, (STAGE_1, "stage-1"), (STAGE_2, "stage-2")), early),
        (review(), early),
    ]


def certification(*later: Dated, first: Iterable[Dated] | None = None) -> Certification:
    """The certification, granted by act 4 unless ``first`` says what came first."""
    made = [*([*begun(), (grant(), DECIDED)] if first is None else first), *later]
    found = fold(CASE, [entry(CASE, seq, said, effective_on=day) for seq, (said, day) in enumerate(made, 1)])
    assert isinstance(found, Certification)
    return found


def audit(name: str, kind: str, held: date, *findings: str) -> Dossier:
    return cases.assignment(name, QMS, STANDARD, kind, held, findings=findings)


def finding(grade: str, *acts: Act, about: str = SURVEILLANCE) -> Dossier:
    return cases.finding(FINDING, about, QMS, STANDARD, grade, *acts)


def verified(on: date | str, by: str = EVA) -> Act:
    return Verify.model_validate(
        {
            "verified_on": on,
            "verified_by": by,
            "method": "documents",
            "outcome": "effective",
            "evidence": "Records of training.",
        }
    )


def decider() -> Dossier:
    granting = act("person.grant-authorisation", function="decision", valid_from="2025-01-01", evidence="Interview.")
    return dossier(DORA, act("person.register", basis="employment", since="2025-01-01"), granting, *ready())


def around(about: Certification, beside: Mapping[str, Dossier] | None = None) -> dict[str, Dossier]:
    """The certification among everything a decision on it looks at."""
    return {
        **cases.people(),
        CASE: about,
        cases.APPLICATION: cases.application(QMS, STANDARD, "management-system"),
        cases.AGREEMENT: cases.agreement(QMS, valid_from="2025-01-07", sites=["1", "2"]),
        cases.CLIENT: dossier(cases.CLIENT, act("client.register", **small_body.CLIENT)),
        f"pack:{QMS}": cases.adopted(QMS),
        f"pack:{LIMITS}": cases.adopted(LIMITS),
        STAGE_1: audit(STAGE_1, "stage-1", date(2025, 2, 10)),
        STAGE_2: audit(STAGE_2, "stage-2", STAGE_2_ENDED),
        DORA: decider(),
        **(beside or {}),
    }


def says(
    what: Act,
    about: Certification,
    on: date | str,
    beside: Mapping[str, Dossier] | None = None,
    by: str = DORA,
    reckonings: Mapping[str, KeptReckoning | None] | None = None,
) -> Said:
    """What the rules have against an act on a day."""
    day = date.fromisoformat(on) if isinstance(on, str) else on
    gathered, packs = around(about, beside), cases.packs(QMS, LIMITS)
    return said(judged(what, about, by=by, on=day, today=day, gathered=gathered, packs=packs, reckonings=reckonings))
