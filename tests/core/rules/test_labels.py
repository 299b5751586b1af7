"""Labels under a licence (R-75; 17065 4.1.3): given out while it is granted, accounted for, frozen while it rests."""

from datetime import date
from typing import Any

import pytest

from certification_cases import CASE
from certwright.core.acts.act import Act
from certwright.core.acts.labels import CountLabels
from certwright.core.judge import Judgement
from licensed_case import decision, life
from product_cases import granted
from small_body import BEN, NOTHING, TODAY, YESTERDAY, act, judged, said

MAY, JUNE, JULY = date(2026, 5, 4), date(2026, 6, 1), date(2026, 7, 1)
FROZEN = [("labels.under-a-running-licence", "labels-without-licence")]


def issue(**changes: Any) -> Act:
    return act("certification.issue-labels", **{"licence": "L-1", "batch": "B-1", "count": 1000, **changes})


def count(used: int, destroyed: int, left_over: int, on: date = TODAY) -> Act:
    figures = {"used": used, "destroyed": destroyed, "left_over": left_over}
    return CountLabels.model_validate({"batch": "B-1", "counted_on": on, "evidence": "Counted by Eva.", **figures})


def judgement(one: Act, *later: tuple[Act, date], on: date = TODAY) -> Judgement:
    about = life(*later)
    return judged(one, about, by=BEN, on=on, today=on, gathered=granted(**{CASE: about}))


def rules(one: Act, *later: tuple[Act, date], on: date = TODAY) -> list[tuple[str, str]]:
    return said(judgement(one, *later, on=on))


def breaches(one: Act, *later: tuple[Act, date], on: date = TODAY) -> list[str]:
    found = judgement(one, *later, on=on)
    assert said(found) == NOTHING
    return [breach.rule for breach in found.breaches]


def test_R75_labels_are_given_out_under_a_licence_that_is_granted() -> None:
    assert rules(issue()) == NOTHING
    assert rules(issue(licence="L-9")) == FROZEN
    ended = (
        act("certification.end-licence", licence="L-1", last_day=TODAY.isoformat(), reason="Sold the mould"),
        TODAY,
    )
    assert rules(issue(), ended) == NOTHING
    assert rules(issue(), ended, on=MAY) == FROZEN


def test_R75_on_suspension_the_stock_is_frozen_until_it_is_lifted() -> None:
    paused = (decision("suspend"), MAY)
    assert rules(issue(), paused, on=date(2026, 5, 3)) == NOTHING
    assert rules(issue(), paused, on=MAY) == FROZEN
    assert rules(issue(), paused, (decision("restore"), JUNE), on=JUNE) == NOTHING


def test_R75_a_batch_has_a_number_of_its_own() -> None:
    given = (issue(), TODAY)
    assert rules(issue(), given) == [("labels.batch-has-its-own-number", "batch-given-out-before")]
    assert rules(issue(batch="B-2"), given) == NOTHING


@pytest.mark.parametrize(
    ("figures", "missing"), [((600, 50, 350), False), ((600, 50, 349), True), ((600, 50, 351), True)]
)
def test_R75_used_destroyed_and_left_over_add_up(figures: tuple[int, int, int], missing: bool) -> None:
    assert breaches(count(*figures), (issue(), TODAY)) == (["labels.add-up"] if missing else [])


def test_R75_what_is_counted_was_given_out_before() -> None:
    assert rules(count(1000, 0, 0)) == [("labels.counted-batch-was-given-out", "batch-unknown")]
    early = [("labels.counted-batch-was-given-out", "counted-too-early")]
    assert rules(count(0, 0, 1000, on=YESTERDAY), (issue(), TODAY)) == early
    again = ((issue(), TODAY), (count(0, 0, 1000, on=MAY), MAY))
    assert rules(count(0, 0, 1000, on=date(2026, 5, 3)), *again, on=JUNE) == early
    assert rules(count(0, 0, 1000, on=MAY), *again, on=JUNE) == NOTHING


@pytest.mark.parametrize(
    ("used", "counted_on", "wrong"),
    [
        (100, JUNE, False),  # none more than on the first day of the suspension
        (101, JUNE, True),
        (101, JULY, False),  # restored on that day: it may have been used then
        (101, date(2026, 6, 30), True),
    ],
)
def test_R75_none_is_used_while_the_licence_rests(used: int, counted_on: date, wrong: bool) -> None:
    counted = count(100, 0, 900, on=MAY)
    later = ((issue(), TODAY), (decision("suspend"), MAY), (counted, MAY), (decision("restore"), JULY))
    again = count(used, 0, 1000 - used, on=counted_on)
    assert breaches(again, *later, on=JULY) == (["labels.rest-with-the-licence"] if wrong else [])


def test_R75_before_a_first_count_nobody_can_tell_when_they_were_used() -> None:
    later = ((issue(), TODAY), (decision("suspend"), MAY))
    assert breaches(count(1000, 0, 0, on=JUNE), *later, on=JUNE) == []
