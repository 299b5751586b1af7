"""What is told of matters: the work that was left out, the ties of deciders; and who enters a decision for whom."""

from datetime import date
from typing import Any

import pytest

import system_case as system
from certification_cases import CASE, CLIENT, STAGE_1, STAGE_2
from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier
from people_cases import SYSTEM, someone, tie
from small_body import BEN, CARA, act, dossier, evidence, judged
from system_case import SPECIAL, SURVEILLANCE

MATTER, OLGA = "matter:m-1", "person:olga"
WHOLE, TIES = "matter.names-the-whole-evaluation", "matter.deciders-not-tied-to-the-client"
SUMMER = date(2026, 6, 15)


def decide(**changes: Any) -> Act:
    fields = {
        "outcome": "upheld",
        "deciders": [OLGA],
        "about_certification": CASE,
        "assignments": [STAGE_1, STAGE_2],
        "reasons": "It is as the complainant says.",
    }
    return act("matter.decide", **{**fields, **changes})


def complaint(standard: str = SYSTEM) -> Dossier:
    received = act(
        "matter.receive",
        kind="complaint",
        standard=standard,
        received_on="2026-02-20",
        origin="third-party",
        about_certification=CASE,
        subject="Nobody came for years.",
    )
    return dossier(MATTER, received)


def told(rule: str, what: Act, on: date = SUMMER, by: str = OLGA, **how: Any) -> list[dict[str, str]]:
    """What one rule refers to; ``about`` is the certification, ``olga`` the decider."""
    about = how.pop("about", system.certification())
    olga = how.pop("olga", someone(OLGA, ("complaints-and-appeals",)))
    gathered = {**system.around(about), OLGA: olga}
    found = judged(what, how.pop("matter", complaint()), by=by, on=on, today=on, gathered=gathered, **how)
    return evidence(found, rule)


def planned(name: str, kind: str, first: str, last: str) -> Act:
    plan = system.plan(name, kind, "special").model_dump(mode="json")
    (piece,) = plan["assignments"]
    return act("certification.plan", **{**plan, "assignments": [{**piece, "from_day": first, "to_day": last}]})


@pytest.mark.parametrize(("on", "begun"), [(date(2026, 6, 14), False), (SUMMER, True), (date(2026, 6, 16), True)])
def test_R26_work_counts_from_its_first_planned_day(on: date, begun: bool) -> None:
    about = system.certification((planned(SPECIAL, "special", "2026-06-15", "2026-06-16"), date(2026, 5, 2)))
    assert told(WHOLE, decide(), on, about=about) == ([{"assignment": SPECIAL}] if begun else [])
    assert told(WHOLE, decide(assignments=[STAGE_1, STAGE_2, SPECIAL]), on, about=about) == []


def test_R26_what_was_left_out_of_the_plan_involved_nobody() -> None:
    omitted = act("certification.omit", assignment=SPECIAL, reason="The works are closed for good.")
    plan = planned(SPECIAL, "special", "2026-05-15", "2026-05-16")
    about = system.certification((plan, date(2026, 5, 2)), (omitted, date(2026, 5, 3)))
    assert told(WHOLE, decide(), about=about) == []


def test_R26_what_was_only_reviewed_or_only_decided_on_counts_too() -> None:
    reviewed = (system.review(rests_on=[SURVEILLANCE]), date(2026, 5, 2))
    assert told(WHOLE, decide(), about=system.certification(reviewed)) == [{"assignment": SURVEILLANCE}]
    decided_on = (system.decide("maintain", rests_on=[SPECIAL]), date(2026, 5, 2))
    assert told(WHOLE, decide(), about=system.certification(decided_on)) == [{"assignment": SPECIAL}]
    assert told(WHOLE, decide(assignments=[]))[0] == {"assignment": STAGE_1}


@pytest.mark.parametrize(
    ("kind", "until", "free"),
    [
        ("consultancy", "2025-06-20", "2027-06-20"),
        ("consultancy", None, "two years after its end"),
        ("design-or-manufacture", "2026-06-30", "2026-06-30"),
    ],
)
def test_R27_from_when_on_the_decider_would_be_free(kind: str, until: str | None, free: str) -> None:
    olga = someone(OLGA, ("complaints-and-appeals",), tie(kind, until))
    assert told(TIES, decide(), olga=olga) == [{"person": OLGA, "client": CLIENT, "kind": kind, "free": free}]


@pytest.mark.parametrize(("whom", "refused"), [(OLGA, False), (CARA, True), (None, True)])
def test_a_decision_is_entered_for_one_who_decided(whom: str | None, refused: bool) -> None:
    found = told("matter.decider-signs", decide(), by=BEN, on_behalf=whom)
    assert bool(found) is refused


@pytest.mark.parametrize(
    ("name", "field"), [("acknowledge", "sent_on"), ("refer-to-client", "told_on"), ("notify", "sent_on")]
)
def test_whatever_is_written_is_written_on_a_day_that_has_come(name: str, field: str) -> None:
    for day, early in ((SUMMER, False), (date(2026, 6, 16), True)):
        found = told("matter.days-read-true", act(f"matter.{name}", **{field: day.isoformat()}))
        assert found == ([{"day": "2026-06-16", "today": "2026-06-15"}] if early else [])
