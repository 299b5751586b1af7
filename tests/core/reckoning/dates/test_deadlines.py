"""Other deadlines of both standards, each with its last day in time and the day after."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core.reckoning.calendar import WorkingDays
from certwright.core.reckoning.deadlines import (
    cooling_off,
    due,
    latest_notice,
    recertification_majors,
    stage_2_majors,
    suspension_end,
    transfer_from_ceased_body,
)
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.due import Standing
from certwright.core.reckoning.limits import Choice, Limits, choice_faults
from certwright.packs.model.base import Confidence, Source
from certwright.packs.model.period import Period, read_period

OWN = Source(document="Own rules", confidence=Confidence.VERIFIED)


def test_tr08_is_met_met_late_open_or_overdue(ms: Limits) -> None:
    limit = stage_2_majors(date(2025, 3, 14), ms)
    assert limit.rule == "TR08"
    last, after = date(2025, 9, 14), date(2025, 9, 15)
    assert limit.standing(last, after) is Standing.MET
    assert limit.standing(after, after) is Standing.MET_LATE
    assert limit.standing(None, last) is Standing.OPEN
    assert limit.standing(None, after) is Standing.OVERDUE
    assert limit.standing(after, last) is Standing.OPEN  # not done yet on that day
    assert (limit.days_late(last), limit.days_late(after)) == (0, 1)


@pytest.mark.parametrize(
    ("closing", "last_day", "expected"),
    [
        (date(2026, 2, 1), date(2026, 6, 30), date(2026, 5, 2)),
        (date(2026, 5, 20), date(2026, 6, 30), date(2026, 6, 30)),
    ],
)
def test_tr09_majors_of_recertification_by_the_bodys_time_but_before_expiry(
    closing: date, last_day: date, expected: date, ms: Limits
) -> None:
    assert recertification_majors(closing, last_day, ms).last_day == expected


def test_tr14_a_suspension_ends_after_six_months(ms: Limits) -> None:
    end = suspension_end(date(2026, 8, 31), ms)
    assert (end.rule, end.last_day) == ("TR14", date(2027, 2, 28))


def test_r62_a_scheme_sets_its_own_end_of_suspension(pr: Limits) -> None:
    assert suspension_end(date(2026, 2, 1), pr).last_day == date(2026, 8, 1)
    own = Limits(pr.pack, pr.settled, {"suspension": Choice(read_period("90 days"), OWN)})
    assert suspension_end(date(2026, 2, 1), own).last_day == date(2026, 5, 2)


@pytest.mark.parametrize("standard", ["ms", "pr"])
def test_tr15_and_r52_block_until_the_day_two_calendar_years_later(
    standard: str, request: pytest.FixtureRequest
) -> None:
    limits: Limits = request.getfixturevalue(standard)
    distance = cooling_off(date(2024, 2, 29), limits)
    assert distance.blocks(date(2026, 2, 27))
    assert not distance.blocks(date(2026, 2, 28))


def test_acceptance_9_two_years_are_not_730_days(pr: Limits) -> None:
    """Over a leap year 730 days are a day short of two calendar years."""
    ended = date(2023, 6, 1)
    assert cooling_off(ended, pr).blocks(ended + timedelta(days=729))
    assert cooling_off(ended, pr).blocks(ended + timedelta(days=730))
    assert not cooling_off(ended, pr).blocks(ended + timedelta(days=731))


def test_r53_complaints_keep_two_years_whatever_the_body_sets_for_review(pr: Limits) -> None:
    own = Limits(pr.pack, pr.settled, {"cooling-off": Choice(read_period("12 months"), OWN)})
    ended = date(2025, 1, 1)
    assert not cooling_off(ended, own).blocks(date(2026, 1, 1))
    assert cooling_off(ended, own, "complaint-cooling-off").blocks(date(2026, 12, 31))
    assert not cooling_off(ended, own, "complaint-cooling-off").blocks(date(2027, 1, 1))


@pytest.mark.parametrize(
    ("event", "last_day", "expected"),
    [
        (date(2026, 1, 31), date(2027, 5, 1), date(2026, 7, 31)),
        (date(2026, 1, 31), date(2026, 4, 1), date(2026, 4, 1)),
        (date(2026, 1, 31), date(2026, 7, 31), date(2026, 7, 31)),
    ],
)
def test_tr23_transfer_within_six_months_or_before_expiry(
    event: date, last_day: date, expected: date, ms: Limits
) -> None:
    limit = transfer_from_ceased_body(event, last_day, ms)
    assert (limit.rule, limit.last_day) == ("TR23", expected)
    assert len(limit.derivation.steps) == 2  # both days are told


COUNTED = date(2026, 1, 30)


@pytest.mark.parametrize(
    ("standard", "name", "rule", "last_day"),
    [
        ("ms", "internal-audit", "TR16", date(2027, 1, 30)),
        ("ms", "management-review", "TR17", date(2027, 1, 30)),
        ("ms", "nonconformity-plan", "TR19", date(2026, 3, 1)),
        ("ms", "major-evidence", "TR19", date(2026, 4, 30)),
        ("ms", "stage-1-to-stage-2", "TR20", date(2026, 7, 30)),
        ("ms", "auditor-on-site-evaluation", "TR21", date(2029, 1, 30)),
        ("ms", "impartiality-consultation", "TR22", date(2027, 1, 30)),
        ("ms", "certificate-database-upload", "TR24", date(2026, 2, 28)),
        ("ms", "acknowledgement", "TR25", date(2026, 2, 6)),
        ("pr", "management-review", "R-50", date(2027, 1, 30)),
        ("pr", "internal-audit", "R-51", date(2027, 1, 30)),
        ("pr", "client-tells-changes", "R-57", date(2026, 2, 13)),
        ("pr", "impartiality-risk-review", "R-59", date(2026, 7, 30)),
        ("pr", "personnel-record", "R-60", date(2027, 1, 30)),
        ("pr", "acknowledgement", "R-64", date(2026, 2, 6)),
        ("pr", "impartiality-meeting", "R-65", date(2027, 1, 30)),
    ],
)
def test_every_other_limit_in_time_on_its_last_day(
    standard: str, name: str, rule: str, last_day: date, request: pytest.FixtureRequest
) -> None:
    limit = due(name, COUNTED, request.getfixturevalue(standard))
    assert (limit.rule, limit.last_day) == (rule, last_day)
    assert limit.kept_by(last_day)
    assert not limit.kept_by(last_day + timedelta(days=1))


def test_working_days_know_the_bodys_holidays(ms: Limits) -> None:
    christmas = WorkingDays(frozenset({date(2026, 12, 25)}))
    assert due("acknowledgement", date(2026, 12, 21), ms, christmas).last_day == date(2026, 12, 29)


def test_r58_the_client_is_told_before_the_order(pr: Limits) -> None:
    notice = latest_notice(date(2026, 11, 23), pr)
    assert (notice.rule, notice.last_day) == ("R-58", date(2026, 11, 16))


@pytest.mark.parametrize("name", ["surveillance", "nonconformity", "validity"])
def test_r61_r63_r66_have_no_number_until_the_scheme_gives_one(name: str, pr: Limits) -> None:
    with pytest.raises(CannotReckon) as refused:
        due(name, COUNTED, pr)
    assert (refused.value.field, refused.value.needs) == (name, "manual-value")
    own = Limits(pr.pack, pr.settled, {name: Choice(read_period("12 months"), OWN)})
    assert due(name, COUNTED, own).last_day == date(2027, 1, 30)


def test_an_unknown_limit_is_a_mistake_of_the_caller(ms: Limits) -> None:
    with pytest.raises(KeyError):
        due("no-such-limit", COUNTED, ms)


def chosen(name: str, period: str) -> dict[str, Choice]:
    return {name: Choice(read_period(period), OWN)}


@pytest.mark.parametrize(
    ("name", "period", "says"),
    [
        ("first-surveillance", "12 months", None),
        ("first-surveillance", "11 months", None),
        ("first-surveillance", "13 months", "limits.looser"),
        ("first-surveillance", "300 days", "limits.other-unit"),
        ("cooling-off", "36 months", None),
        ("cooling-off", "23 months", "limits.looser"),
        ("cycle", "36 months", None),
        ("cycle", "24 months", "limits.fixed"),
        ("suspension", "12 months", None),
        ("nonconformity-plan", "2 months", None),
        ("unheard-of", "2 months", "limits.unknown"),
    ],
)
def test_a_body_may_make_a_standards_limit_stricter_never_looser(
    name: str, period: str, says: str | None, ms: Limits
) -> None:
    assert [fault.says for fault in choice_faults(ms.pack, chosen(name, period))] == ([says] if says else [])


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 500))
def test_standing_follows_the_last_day(ms: Limits, counted: date, later: int) -> None:
    limit = due("nonconformity-plan", counted, ms)
    today = counted + timedelta(days=later)
    assert (limit.standing(None, today) is Standing.OVERDUE) == (limit.days_late(today) > 0) == (later > 30)


def test_a_period_says_itself() -> None:
    assert str(Period(1, read_period("1 month").unit)) == "1 month"
