"""A product evaluated, reviewed and ready to be decided on: safety helmets under their shipped scheme."""

from datetime import date
from typing import Any

import certification_cases as cases
import small_body
from certification_cases import CASE, DORA, EVA, RITA, TEST
from certwright.core.acts.act import Act
from certwright.core.acts.determination import RecordResults
from certwright.core.dossiers import Dossier
from certwright.packs.model.product import ProductScheme
from small_body import TODAY, act, dossier, judged, said

HELMETS, STANDARD = "safety-helmets", "iso-iec-17065"
HELD = date(2026, 2, 2)


def scheme() -> ProductScheme:
    pack = cases.volume(HELMETS).pack
    assert isinstance(pack, ProductScheme)
    return pack


def results(*, failing: str = "") -> Act:
    """Results for every requirement of the scheme, all met but one."""
    lines = [
        {"requirement": each.id, "verdict": "not-met" if each.id == failing else "met"}
        for each in scheme().requirements
    ]
    return RecordResults.model_validate({"whose": EVA, "examined_on": HELD, "lines": lines})


def case(*acts: Act, **changes: Any) -> dict[str, Dossier]:
    """Everything a decision on the helmets looks at; the certification is planned, evaluated and reported."""
    opened = cases.opening(
        HELMETS, STANDARD, "product", products=[{"code": "h1", "name": "Helmet", "category": "helmets"}]
    )
    planned = cases.plan(HELMETS, (TEST, "test"))
    return {
        **cases.people(),
        CASE: dossier(CASE, opened, planned, *acts),
        cases.APPLICATION: cases.application(HELMETS, STANDARD, "product"),
        cases.AGREEMENT: cases.agreement(HELMETS),
        cases.CLIENT: dossier(cases.CLIENT, act("client.register", **small_body.CLIENT)),
        f"pack:{HELMETS}": cases.adopted(HELMETS),
        TEST: cases.assignment(TEST, HELMETS, STANDARD, "test", HELD, results()),
        **changes,
    }


def answers() -> list[dict[str, Any]]:
    return [{"question": question.id, "answer": "yes"} for question in scheme().review]


def review(**changes: Any) -> Act:
    fields = {"pack": HELMETS, "reviewer": RITA, "recommendation": "grant", "rests_on": [TEST], "answers": answers()}
    return act("certification.review", **{**fields, **changes})


def decide(**changes: Any) -> Act:
    fields = {
        "pack": HELMETS,
        "kind": "grant",
        "deciders": [DORA],
        "application": cases.APPLICATION,
        "client": cases.CLIENT,
        "agreement": cases.AGREEMENT,
        "rests_on": [TEST],
        "review": f"act-{CASE.partition(':')[2]}-003",
        "reasons": "Every requirement is met.",
        "last_day": "2027-03-01",
    }
    return act("certification.decide", **{**fields, **changes})


def says(said_act: Act, gathered: dict[str, Dossier], by: str = DORA, on: date = TODAY) -> list[tuple[str, str]]:
    found = judged(said_act, gathered[CASE], by=by, on=on, gathered=gathered, packs=cases.packs(HELMETS))
    return said(found)


__all__ = ["HELD", "HELMETS", "STANDARD", "answers", "case", "decide", "results", "review", "says", "scheme"]


PRODUCTS = [
    {"code": "h1", "name": "Helmet", "category": "helmets", "models": ["h1-s", "h1-l"]},
    {"code": "h2", "name": "Light helmet", "category": "helmets"},
]
GRANT = "act-c-1-004"


def granted(*acts: Act, grant: Any = None, **changes: Any) -> dict[str, Dossier]:
    """Two helmets, reviewed (act 3) and granted yesterday (act 4), and what was recorded since, yesterday too."""
    opened = cases.opening(HELMETS, STANDARD, "product", products=PRODUCTS)
    made = (opened, cases.plan(HELMETS, (TEST, "test")), review(), grant or decide(), *acts)
    return case(**{CASE: dossier(CASE, *made), **changes})
