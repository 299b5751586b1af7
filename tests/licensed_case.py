"""Helmets that were granted, issued a certificate and licensed a mark, and what happened to them later."""

from datetime import date
from typing import Any

import certification_cases as cases
from certification_cases import CASE
from certwright.core.acts.act import Act
from certwright.core.dossiers import Certification, fold
from product_cases import GRANT, HELMETS, PRODUCTS, STANDARD, decide, review
from small_body import TODAY, act, entry

ISSUED = act(
    "certification.issue",
    pack=HELMETS,
    decision=GRANT,
    client=cases.CLIENT,
    agreement=cases.AGREEMENT,
    number="PC-0001",
    version=1,
    languages=["en"],
    signed_by="Dora",
)


def license_mark(**changes: Any) -> Act:
    fields = {
        "pack": HELMETS,
        "licence": "L-1",
        "mark": "helmet-mark",
        "models": ["h1-s"],
        "media": ["product"],
        "lookup_key": "L-1",
        "valid_from": TODAY.isoformat(),
    }
    return act("certification.license-mark", **{**fields, **changes})


def decision(kind: str, **changes: Any) -> Act:
    return decide(kind=kind, rests_on=[], review=None, last_day=None, **changes)


def life(*later: tuple[Act, date]) -> Certification:
    """Granted on 1 March, issued and licensed for h1-s and for h2 on 2 March, and what came later."""
    first = date(2026, 3, 1)
    early: list[tuple[Act, date]] = [
        (cases.opening(HELMETS, STANDARD, "product", products=PRODUCTS), first),
        (cases.plan(HELMETS, (cases.TEST, "test")), first),
        (review(), first),
        (decide(), first),
        (ISSUED, TODAY),
        (license_mark(), TODAY),
        (license_mark(licence="L-2", models=["h2"], lookup_key="L-2"), TODAY),
    ]
    made = fold(CASE, [entry(CASE, seq, act_, effective_on=day) for seq, (act_, day) in enumerate([*early, *later], 1)])
    assert isinstance(made, Certification)
    return made
