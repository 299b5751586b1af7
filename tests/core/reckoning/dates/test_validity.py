"""Cycles, renewals and chosen dates: TR01 to TR03 and TR10 to TR13 of ISO/IEC 17021-1:2015, at their boundaries."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core.reckoning.calendar import add_months
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.limits import Limits
from certwright.core.reckoning.renewal import (
    RenewalPath,
    dates_after_gap,
    recertification_planned_from,
    renewal,
    restoration_door,
)
from certwright.core.reckoning.validity import CertificateStanding, SpanFault, initial_cycle, span_faults, standing

days = st.dates(date(2000, 1, 1), date(2100, 12, 31))
Adopt = Callable[[dict[str, str]], Limits]


def test_tr01_a_cycle_starts_with_the_decision(ms: Limits) -> None:
    assert initial_cycle(date(2024, 2, 29), ms).start == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("decision", "day_before", "anniversary"),
    [
        (date(2025, 4, 10), date(2028, 4, 9), date(2028, 4, 10)),
        (date(2024, 2, 29), date(2027, 2, 27), date(2027, 2, 28)),
        (date(2025, 3, 1), date(2028, 2, 29), date(2028, 3, 1)),
    ],
)
def test_tr02_three_years_by_either_reading(
    decision: date, day_before: date, anniversary: date, ms: Limits, adopt_17021: Adopt
) -> None:
    assert initial_cycle(decision, ms).last_day == day_before
    assert initial_cycle(decision, adopt_17021({"last-day-of-cycle": "anniversary"})).last_day == anniversary


def test_tr02_without_a_settled_reading_nothing_is_guessed(ms: Limits) -> None:
    with pytest.raises(CannotReckon) as refused:
        initial_cycle(date(2025, 4, 10), Limits(ms.pack))
    assert refused.value.field == "last-day-of-cycle"


@pytest.mark.parametrize(
    ("effective", "last_day", "faults"),
    [
        (date(2025, 4, 10), date(2028, 4, 9), ()),
        (date(2025, 4, 11), date(2028, 4, 8), ()),
        (date(2025, 4, 9), date(2028, 4, 9), (SpanFault.EFFECTIVE_BEFORE_DECISION,)),
        (date(2025, 4, 10), date(2028, 4, 10), (SpanFault.EXPIRY_AFTER_COMPUTED,)),
        (date(2025, 4, 10), date(2025, 4, 10), ()),
        (date(2025, 4, 11), date(2025, 4, 10), (SpanFault.EXPIRY_BEFORE_EFFECTIVE,)),
        (
            date(2025, 4, 9),
            date(2028, 4, 10),
            (SpanFault.EFFECTIVE_BEFORE_DECISION, SpanFault.EXPIRY_AFTER_COMPUTED),
        ),
    ],
)
def test_tr03_only_a_later_start_or_an_earlier_end_may_be_chosen(
    effective: date, last_day: date, faults: tuple[SpanFault, ...]
) -> None:
    assert span_faults(effective, last_day, date(2025, 4, 10), date(2028, 4, 9)) == faults


@pytest.mark.parametrize(
    ("decision", "path", "gap"),
    [
        (date(2026, 6, 29), RenewalPath.IN_TIME, None),
        (date(2026, 6, 30), RenewalPath.IN_TIME, None),
        (date(2026, 7, 1), RenewalPath.RESTORED, None),
        (date(2026, 7, 2), RenewalPath.RESTORED, (date(2026, 7, 1), date(2026, 7, 1))),
        (date(2026, 12, 30), RenewalPath.RESTORED, (date(2026, 7, 1), date(2026, 12, 29))),
        (date(2026, 12, 31), RenewalPath.NEW_CYCLE, (date(2026, 7, 1), date(2026, 12, 30))),
    ],
)
def test_tr10_to_tr12_in_time_restored_or_too_late(
    decision: date, path: RenewalPath, gap: tuple[date, date] | None, ms: Limits
) -> None:
    renewed = renewal(date(2026, 6, 30), decision, ms)
    assert (renewed.path, renewed.effective_from, renewed.uncertified) == (path, decision, gap)


def test_tr13_after_the_door_by_the_other_reading(adopt_17021: Adopt) -> None:
    other = adopt_17021({"after-the-door-counts-from": "old-expiry"})
    assert renewal(date(2026, 6, 30), date(2026, 12, 31), other).last_day == date(2029, 6, 30)


def test_a_certificate_without_a_gap_shows_no_further_dates(ms: Limits) -> None:
    renewed = renewal(date(2026, 6, 30), date(2026, 6, 10), ms)
    assert dates_after_gap(date(2017, 7, 1), date(2026, 6, 30), date(2026, 5, 4), renewed) is None


def test_recertification_is_planned_ahead_of_the_end() -> None:
    assert recertification_planned_from(date(2028, 8, 31), 6) == date(2028, 2, 29)


@given(days, st.integers(0, 2000))
def test_within_the_door_no_renewal_ends_later_than_three_years_after_the_old_end(
    ms: Limits, old: date, later: int
) -> None:
    decision = old + timedelta(days=later - 400)
    renewed = renewal(old, decision, ms)
    if renewed.path is not RenewalPath.NEW_CYCLE:
        assert renewed.last_day <= add_months(old, 36)
    assert renewed.effective_from == decision
    assert (renewed.uncertified is None) == (decision <= old + timedelta(days=1))


@given(days, st.integers(-30, 400))
def test_restored_exactly_while_the_door_is_open(ms: Limits, old: date, after: int) -> None:
    decision = old + timedelta(days=after)
    door = restoration_door(old, ms).last_day
    assert (renewal(old, decision, ms).path is RenewalPath.RESTORED) == (old < decision <= door)


suspensions = st.lists(st.tuples(days, st.one_of(st.none(), days)), max_size=4)


@given(days, days, suspensions, days)
def test_suspension_never_moves_an_expiry(
    effective: date, last: date, suspended: list[tuple[date, date | None]], day: date
) -> None:
    plain, stopped = standing(effective, last, [], day), standing(effective, last, suspended, day)
    assert (plain is CertificateStanding.EXPIRED) == (stopped is CertificateStanding.EXPIRED)
    assert stopped in {plain, CertificateStanding.SUSPENDED}
    assert stopped is not CertificateStanding.SUSPENDED or plain is CertificateStanding.VALID


@given(days)
def test_a_cycle_is_three_years_less_a_day(ms: Limits, decision: date) -> None:
    cycle = initial_cycle(decision, ms)
    assert cycle.last_day + timedelta(days=1) == add_months(decision, 36)
