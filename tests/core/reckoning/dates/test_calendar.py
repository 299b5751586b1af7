"""Months, working days, and the body's local day."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core.reckoning.calendar import (
    MONDAY_TO_FRIDAY,
    WorkingDays,
    add_months,
    local_day,
    period_after,
    period_before,
)
from certwright.packs.model.period import Period, TimeUnit, read_period

days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
some_months = st.integers(0, 600)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2025, 12, 31), 1, date(2026, 1, 31)),
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2025, 3, 31), -1, date(2025, 2, 28)),
        (date(2025, 1, 15), -1, date(2024, 12, 15)),
        (date(2025, 4, 10), 0, date(2025, 4, 10)),
        (date(2100, 1, 29), 1, date(2100, 2, 28)),
    ],
)
def test_months_end_on_the_same_day_or_at_the_end_of_the_month(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@pytest.mark.parametrize(("day", "months"), [(date(9999, 12, 1), 1), (date(1, 1, 31), -1)])
def test_beyond_the_calendar_there_is_no_day(day: date, months: int) -> None:
    with pytest.raises(ValueError, match="beyond the calendar"):
        add_months(day, months)


@given(days, some_months)
def test_going_back_leads_to_the_same_day_unless_a_short_month_lay_between(day: date, months: int) -> None:
    back = add_months(add_months(day, months), -months)
    assert back <= day
    assert back == day or (day.day > 28 and (day.year, day.month) == (back.year, back.month))


@given(days, days, some_months)
def test_a_later_day_never_ends_earlier(one: date, other: date, months: int) -> None:
    earlier, later = sorted((one, other))
    assert add_months(earlier, months) <= add_months(later, months)


@given(days, some_months, st.integers(1, 60))
def test_more_months_always_end_later(day: date, months: int, more: int) -> None:
    assert add_months(day, months) < add_months(day, months + more)


@given(days, some_months)
def test_the_month_is_always_the_one_that_was_counted(day: date, months: int) -> None:
    result = add_months(day, months)
    assert (result.year - day.year) * 12 + result.month - day.month == months
    assert result.day == day.day or (result + timedelta(days=1)).day == 1


@given(days, st.integers(0, 200), st.frozensets(st.dates(date(2020, 1, 1), date(2020, 12, 31)), max_size=30))
def test_working_days_count_what_they_say(day: date, amount: int, holidays: frozenset[date]) -> None:
    working = WorkingDays(holidays)
    end = working.after(day, amount)
    between = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert sum(working.holds(each) for each in between) == amount
    assert amount == 0 or working.holds(end)


@given(days, st.integers(1, 60))
def test_working_days_back_and_forth(day: date, amount: int) -> None:
    end = MONDAY_TO_FRIDAY.after(day, amount)
    back = MONDAY_TO_FRIDAY.before(end, amount)
    assert back <= day
    assert not any(MONDAY_TO_FRIDAY.holds(back + timedelta(days=n)) for n in range(1, (day - back).days + 1))


def test_holidays_and_another_weekend_are_passed_over() -> None:
    friday = date(2026, 11, 20)
    assert MONDAY_TO_FRIDAY.after(friday, 1) == date(2026, 11, 23)
    assert WorkingDays(frozenset({date(2026, 11, 23)})).after(friday, 1) == date(2026, 11, 24)
    assert WorkingDays(weekend=frozenset({5, 6})).after(date(2026, 11, 19), 1) == date(2026, 11, 22)


def test_a_week_without_working_days_is_refused() -> None:
    with pytest.raises(ValueError, match="never ends"):
        WorkingDays(weekend=frozenset(range(1, 8)))


@pytest.mark.parametrize(
    ("written", "after", "before"),
    [
        ("6 months", date(2027, 5, 20), date(2026, 5, 20)),
        ("30 days", date(2026, 12, 20), date(2026, 10, 21)),
        ("5 working days", date(2026, 11, 27), date(2026, 11, 13)),
        ("0 days", date(2026, 11, 20), date(2026, 11, 20)),
    ],
)
def test_periods_in_every_unit(written: str, after: date, before: date) -> None:
    assert period_after(date(2026, 11, 20), read_period(written)) == after
    assert period_before(date(2026, 11, 20), read_period(written)) == before


@given(st.integers(0, 99999), st.sampled_from(TimeUnit))
def test_a_period_reads_as_it_is_written(amount: int, unit: TimeUnit) -> None:
    assert read_period(str(Period(amount, unit))) == Period(amount, unit)


@pytest.mark.parametrize("text", ["", "12", "twelve months", "-1 days", "1.5 months", "2 years", "012 months"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a period"):
        read_period(text)


def test_the_local_day_is_the_bodys() -> None:
    moment = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    assert local_day(moment, ZoneInfo("Europe/Warsaw")) == date(2026, 7, 1)
    assert local_day(moment, timezone(timedelta(hours=-5))) == date(2026, 6, 30)


def test_a_moment_without_offset_lies_on_no_day() -> None:
    with pytest.raises(ValueError, match="offset"):
        local_day(datetime(2026, 6, 30, 22, 30), UTC)  # noqa: DTZ001 - the point of this test
