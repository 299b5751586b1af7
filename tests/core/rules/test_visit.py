"""Visits: what is done together stays apart (corrections, 19; IAF MD 11)."""

from datetime import date, timedelta
from typing import Any

import pytest

from assignment_cases import (
    BEFORE,
    CLIENT,
    EVA,
    FIRST,
    LAST,
    PAUL,
    SENT,
    TODAY,
    confirm,
    create,
    dated,
    judged,
    lead,
    pack_fields,
    refused,
)
from certwright.core.acts.act import Act
from certwright.core.dossiers import Dossier, Visit
from small_body import NOTHING, act

VISIT, QUALITY, ENVIRONMENT, HELMETS = "visit:v-1", "assignment:quality", "assignment:environment", "assignment:helmets"


def assigned(name: str, kind: str, days: str = "1", **changes: Any) -> Dossier:
    """An assignment Eva leads, who is planned on site for some days of it."""
    fields = {"audit_days": days, **changes} if kind == "surveillance" else changes
    return dated(name, [(create(kind, **fields), BEFORE), (lead(kind), BEFORE), (confirm((EVA, days)), BEFORE)])


def quality(**changes: Any) -> Dossier:
    return assigned(QUALITY, "surveillance", **changes)


def environment(**changes: Any) -> Dossier:
    return assigned(ENVIRONMENT, "surveillance", **{**pack_fields("iso-14001"), **changes})


def helmets(**changes: Any) -> Dossier:
    return assigned(HELMETS, "inspection", **changes)


def plan(*together: Dossier, **changes: Any) -> Act:
    fields = {
        "client": CLIENT,
        "assignments": [each.id for each in together],
        "site": "1",
        "from_day": FIRST.isoformat(),
        "to_day": LAST.isoformat(),
        "how": "side-by-side",
    }
    return act("visit.plan", **{**fields, **changes})


def found(*together: Dossier, departs: str | None = None, **changes: Any) -> list[tuple[str, str]]:
    said = plan(*together, **changes)
    return refused(judged(said, VISIT, "surveillance", by=PAUL, beside=together, departs=departs), "visit")


def test_one_visit_may_serve_both_standards() -> None:
    assert found(quality(), helmets()) == NOTHING


def test_of_one_client_at_a_site_of_each() -> None:
    rule = "visit.of-one-client"
    assert found(quality(), helmets(client="client:other")) == [(rule, "named-otherwise")]
    assert found(quality(), helmets(sites=["2"])) == [(rule, "site-otherwise")]
    assert found(quality(), quality()) == [(rule, "piece-named-twice")]


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        (LAST, TODAY, None),
        (LAST + timedelta(days=1), TODAY, "visit-on-other-days"),
        (SENT, FIRST, None),
        (SENT, FIRST - timedelta(days=1), "visit-on-other-days"),
    ],
)
def test_on_a_day_of_each(first: date, last: date, says: str | None) -> None:
    expected = [("visit.on-days-of-its-assignments", says)] * 2 if says else NOTHING
    assert found(quality(), helmets(), from_day=first.isoformat(), to_day=last.isoformat()) == expected


def test_a_visit_runs_forward() -> None:
    one_day = {"from_day": LAST.isoformat(), "to_day": FIRST.isoformat()}
    assert ("visit.on-days-of-its-assignments", "visit-ends-before-it-begins") in found(quality(), helmets(), **one_day)


def test_MD11_only_management_systems_are_integrated() -> None:
    rule = "visit.integrates-management-systems-only"
    assert found(quality(), environment(), how="integrated") == NOTHING
    assert found(quality(), environment(), helmets(days="0"), how="integrated") == [
        (rule, "product-in-integrated-audit")
    ]
    assert found(quality(), environment(), helmets(days="0"), how="combined") == NOTHING
    other_quality = assigned("assignment:again", "surveillance")
    assert found(quality(), other_quality, how="integrated") == [(rule, "nothing-to-integrate")]


@pytest.mark.parametrize(
    ("days", "expected"), [("1", NOTHING), ("1.001", [("visit.nobody-works-two-days-in-one", "works-two-days-in-one")])]
)
def test_a_day_of_a_person_serves_one_assignment(days: str, expected: list[tuple[str, str]]) -> None:
    """Corrections, 19: on a visit of two days, Eva audits for one and inspects for one."""
    assert found(quality(days="1"), helmets(days=days)) == expected


def test_days_outside_the_visit_are_not_counted_on_it() -> None:
    longer = helmets(days="3", to_day="2026-03-10")
    assert found(quality(days="2"), longer) == NOTHING


def test_T29_an_unannounced_assignment_is_not_announced_by_another() -> None:
    rule, silent = "visit.announced-alike", helmets(announced="unannounced")
    assert found(quality(), silent) == [(rule, "announced-by-the-visit")]
    assert found(quality(), silent, departs=rule) == NOTHING
    assert found(quality(announced="unannounced"), silent) == NOTHING


def planned(*more: Act) -> Dossier:
    return dated(VISIT, [(plan(quality(), helmets()), BEFORE), *((each, SENT) for each in more)])


CALL_OFF = act("visit.call-off", reason="The works are shut this month")


def change(*together: Dossier, **changes: Any) -> Act:
    fields = plan(*together, **changes).model_dump(mode="json", exclude={"client"})
    return act("visit.change", **fields, reason="The client asked for other days")


def test_a_visit_is_changed_until_it_is_called_off() -> None:
    both = (quality(), environment())
    called_off = [("visit.stands", "visit-called-off")]
    for said in (change(*both), CALL_OFF):
        assert refused(judged(said, planned(), "surveillance", by=PAUL, beside=both), "visit") == NOTHING
        again = judged(said, planned(CALL_OFF), "surveillance", by=PAUL, beside=both)
        assert refused(again, "visit") == called_off


def test_a_changed_visit_is_still_of_one_client() -> None:
    foreign = (quality(), helmets(client="client:other"))
    judgement = judged(change(*foreign), planned(), "surveillance", by=PAUL, beside=foreign)
    assert refused(judgement, "visit") == [("visit.of-one-client", "named-otherwise")]


def test_a_visit_remembers_what_was_planned_last() -> None:
    changed = planned(change(quality(), environment(), how="combined"), CALL_OFF)
    assert isinstance(changed, Visit)
    assert (changed.client, changed.assignments, changed.how) == (CLIENT, (QUALITY, ENVIRONMENT), "combined")
    assert changed.called_off_on == SENT


def test_a_visit_may_last_one_day() -> None:
    assert found(quality(), helmets(days="0"), from_day=LAST.isoformat()) == NOTHING


def test_it_is_the_unannounced_one_that_is_named() -> None:
    silent = helmets(announced="unannounced")
    judgement = judged(plan(quality(), silent), VISIT, "surveillance", by=PAUL, beside=(quality(), silent))
    named = [each.evidence["assignment"] for each in judgement.refusals if each.rule == "visit.announced-alike"]
    assert named == [HELMETS]
