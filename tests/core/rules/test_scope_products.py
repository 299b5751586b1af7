"""Scope of a product certification: what an extension adds, a reduction leaves, and no other decision touches."""

from dataclasses import replace
from typing import Any

import pytest

import certification_cases as cases
import product_cases as product
from certification_cases import CASE, DORA
from certwright.core.dossiers import Dossier
from product_cases import HELMETS, PRODUCTS, STANDARD
from small_body import act, evidence, judged

FULL, LIGHT = PRODUCTS
"""Code h1 with its models h1-s and h1-l, and code h2."""
SMALL_ONLY: dict[str, Any] = {"code": "h1", "name": "Helmet", "category": "helmets", "models": ["h1-s"]}
NEW = {"code": "h3", "name": "Bump cap", "category": "helmets"}
SCOPE = "Everything the works makes."


def told(rule: str, kind: str, beside: dict[str, Dossier] | None = None, **changes: Any) -> list[dict[str, str]]:
    """What a rule of scope refers to in a decision on the two helmets."""
    decision = product.decide(kind=kind, last_day=None, review=None, **changes)
    gathered = {**product.granted(), **(beside or {})}
    found = judged(decision, gathered[CASE], by=DORA, gathered=gathered, packs=cases.packs(HELMETS))
    return evidence(found, f"scope.{rule}")


ALL_THE_SAME = [{"dossier": CASE}]


@pytest.mark.parametrize(
    ("changes", "less"),
    [
        ({"products": [FULL]}, True),
        ({"products": [SMALL_ONLY, LIGHT]}, True),
        ({"products": [FULL, LIGHT]}, False),
        ({}, False),
        ({"scope": "Helmets of the first kind."}, True),
        ({"scope": SCOPE}, False),
        ({"products": [FULL, LIGHT], "scope": "Helmets of the first kind."}, True),
    ],
)
def test_T24_a_reduction_leaves_less_than_before(changes: dict[str, Any], less: bool) -> None:
    assert told("reduction-leaves-less", "reduce", **changes) == ([] if less else ALL_THE_SAME)


@pytest.mark.parametrize(
    ("changes", "adds"),
    [
        ({"products": [FULL, LIGHT, NEW]}, True),
        ({"products": [FULL, LIGHT]}, False),
        ({"sites": ["1", "2"]}, True),
        ({"scope": "Bump caps, too."}, True),
        ({"scope": SCOPE}, False),
        ({}, False),
    ],
)
def test_T23_an_extension_adds_something_and_keeps_the_rest(changes: dict[str, Any], adds: bool) -> None:
    assert told("extension-adds", "extend", **changes) == ([] if adds else ALL_THE_SAME)


def test_T23_an_extension_takes_nothing_away() -> None:
    lost = told("extension-adds", "extend", products=[SMALL_ONLY, NEW])
    assert lost == [{"what": "h1-l"}, {"what": "h2"}]


@pytest.mark.parametrize("change", [{"scope": "Helmets of the first kind."}, {"sites": ["1"]}, {"products": [FULL]}])
def test_T20_other_decisions_touch_nothing_of_the_scope(change: dict[str, Any]) -> None:
    assert told("changes-by-its-own-decision", "maintain", **change) == [{"kind": "maintain"}]
    assert told("changes-by-its-own-decision", "maintain") == []


@pytest.mark.parametrize(("outcome", "enough"), [("evaluate", True), ("decide", True), ("nothing", False)])
def test_T20_an_assessed_change_may_stand_for_an_application(outcome: str, enough: bool) -> None:
    told_ = act(
        "certification.notify-change",
        origin="client",
        about="product",
        happened_on="2026-02-20",
        told_on="2026-02-21",
        description="A bump cap, too.",
    )
    assessed = act(
        "certification.assess-change", change="act-c-1-005", outcome=outcome, reason="The same works and moulds."
    )
    beside = {CASE: product.granted(told_, assessed)[CASE]}
    found = told("extension-was-applied-for", "extend", beside, products=[FULL, LIGHT, NEW])
    assert found == ([] if enough else [{"dossier": CASE, "application": cases.APPLICATION}])


def test_T23_the_application_is_of_this_client_and_was_accepted_for_the_scheme() -> None:
    name = "application:more"
    for pack, client, enough in ((HELMETS, cases.CLIENT, True), (HELMETS, "client:c-2", False)):
        other = cases.application(pack, STANDARD, "product", client=client, products=[NEW])
        beside = {name: replace(other, id=name)}
        found = told("extension-was-applied-for", "extend", beside, application=name, products=[FULL, LIGHT, NEW])
        assert found == ([] if enough else [{"dossier": CASE, "application": name}])
