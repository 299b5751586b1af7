"""Changes told and assessed, by name of the papers' rules: T19, T20, R-12, R-57."""

from datetime import date
from typing import Any

import pytest

import certification_cases as cases
import product_cases as product
import system_case as system
from certification_cases import PAUL
from certwright.core.acts.act import Act
from small_body import BEN, NOTHING, TODAY, act, judged
from system_case import certification, decide, says

CHANGE = "act-c-1-005"
TIME_LIMITS = "iso-iec-17065-time-limits"


def notify(**changes: Any) -> Act:
    fields = {
        "origin": "client",
        "about": "organisation",
        "happened_on": "2026-02-20",
        "told_on": "2026-02-25",
        "description": "A new head of production.",
    }
    return act("certification.notify-change", **{**fields, **changes})


def assess(outcome: str = "nothing", **changes: Any) -> Act:
    fields = {"change": CHANGE, "outcome": outcome, "reason": "It touches nothing certified."}
    return act("certification.assess-change", **{**fields, **changes})


def told(**changes: Any) -> system.Dated:
    return notify(**changes), date(2026, 2, 25)


def test_T19_a_notified_change_is_assessed_once() -> None:
    assert says(assess(), certification(told()), TODAY, by=PAUL) == NOTHING
    assert says(assess(), certification(), TODAY, by=PAUL) == [("change.assessed-once", "change-unknown")]
    twice = certification(told(), (assess(), TODAY))
    assert says(assess(), twice, TODAY, by=PAUL) == [("change.assessed-once", "change-already-assessed")]


@pytest.mark.parametrize(("about", "asks"), [("legal-entity", True), ("requirements", True), ("organisation", False)])
def test_R12_T19_a_change_of_what_the_certificate_says_is_never_nothing(about: str, asks: bool) -> None:
    refused = [("change.of-the-certificate-has-a-consequence", "change-asks-for-something")]
    changed = certification(told(about=about))
    assert says(assess(), changed, TODAY, by=PAUL) == (refused if asks else NOTHING)
    assert says(assess("new-document"), changed, TODAY, by=PAUL) == NOTHING


def test_T19_T20_nothing_is_kept_or_given_over_a_change_nobody_looked_at() -> None:
    paused = (system.suspend(), date(2026, 2, 24))
    refused = says(decide("restore"), certification(paused, told()), TODAY)
    assert refused == [("change.assessed-before-anything-is-kept-or-given", "change-not-assessed")]
    assessed = certification(paused, told(), (assess(change="act-c-1-006"), TODAY))
    assert says(decide("restore"), assessed, TODAY) == NOTHING
    assert says(decide("withdraw"), certification(paused, told()), TODAY) == NOTHING


def test_a_change_is_told_when_it_happened_or_later() -> None:
    same_day = notify(told_on="2026-02-20")
    assert says(same_day, certification(), TODAY, by=BEN) == NOTHING
    before = notify(told_on="2026-02-19")
    assert says(before, certification(), TODAY, by=BEN) == [
        ("change.told-after-it-happened", "change-told-before-it-happened")
    ]


@pytest.mark.parametrize(("told_on", "late"), [("2026-02-16", False), ("2026-02-17", True)])
def test_R57_told_within_the_working_days_the_body_set_or_a_breach(told_on: str, late: bool) -> None:
    """It happened on Monday 2 February; ten working days later is Monday 16 February."""
    gathered = product.granted(**{f"pack:{TIME_LIMITS}": cases.adopted(TIME_LIMITS)})
    change = notify(happened_on="2026-02-02", told_on=told_on, limits=TIME_LIMITS)
    packs = cases.packs(product.HELMETS, TIME_LIMITS)
    found = judged(change, gathered[cases.CASE], by=BEN, gathered=gathered, packs=packs)
    assert found.refusals == ()
    assert [breach.rule for breach in found.breaches] == (["change.told-without-delay"] if late else [])


@pytest.mark.parametrize(
    ("kind", "waits"), [("suspend", False), ("reduce", False), ("refuse", False), ("extend", True)]
)
def test_T19_T20_what_takes_away_need_not_wait(kind: str, waits: bool) -> None:
    rule = ("change.assessed-before-anything-is-kept-or-given", "change-not-assessed")
    assert (rule in says(decide(kind), certification(told()), TODAY)) is waits
