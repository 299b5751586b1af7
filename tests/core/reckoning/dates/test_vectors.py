"""The test vectors V1 to V12 of the analysis of ISO/IEC 17021-1:2015, each under its own name."""

from collections.abc import Callable
from datetime import date

from certwright.core.reckoning.calendar import day_after
from certwright.core.reckoning.deadlines import cooling_off, stage_2_majors
from certwright.core.reckoning.due import Lapse
from certwright.core.reckoning.limits import Limits
from certwright.core.reckoning.renewal import RenewalPath, dates_after_gap, renewal, restoration_door
from certwright.core.reckoning.retention import management_system_records
from certwright.core.reckoning.surveillance import (
    CycleHistory,
    calendar_years,
    first_surveillance,
    lapses,
)
from certwright.core.reckoning.validity import (
    CertificateStanding,
    SpanFault,
    expired,
    initial_cycle,
    span_faults,
    standing,
)

Adopt = Callable[[dict[str, str]], Limits]


def told(found: tuple[Lapse, ...]) -> list[tuple[str, date, date | None]]:
    """Lapses as rule, last day and day of late fulfilment."""
    return [(each.due.rule, each.due.last_day, each.met_on) for each in found]


def test_v1_the_cycle_begins_with_the_decision_not_with_the_audit(ms: Limits) -> None:
    cycle = initial_cycle(date(2025, 4, 10), ms)  # stage 2 had ended on 2025-03-14
    assert (cycle.start, cycle.last_day) == (date(2025, 4, 10), date(2028, 4, 9))
    assert first_surveillance(cycle.start, ms).due.last_day == date(2026, 4, 10)
    assert list(calendar_years(CycleHistory(cycle.start, cycle.last_day))) == [2026, 2027]


def test_v2_a_first_surveillance_three_days_late_is_late_although_the_calendar_year_is_kept(ms: Limits) -> None:
    history = CycleHistory(date(2025, 4, 10), date(2028, 4, 9), held=(date(2026, 4, 13),))
    found = lapses(history, date(2026, 4, 13), ms)
    assert told(found) == [("TR04", date(2026, 4, 10), date(2026, 4, 13))]
    assert found[0].due.days_late(date(2026, 4, 13)) == 3


def test_v3_a_missing_second_surveillance_is_told_twice(ms: Limits) -> None:
    history = CycleHistory(date(2025, 4, 10), date(2028, 4, 9), held=(date(2026, 2, 10),))
    window, year = ("TR06", date(2027, 4, 10), None), ("TR05", date(2027, 12, 31), None)
    assert told(lapses(history, date(2027, 4, 10), ms)) == []
    assert told(lapses(history, date(2027, 4, 11), ms)) == [window]
    assert told(lapses(history, date(2027, 12, 31), ms)) == [window]
    assert told(lapses(history, date(2028, 1, 1), ms)) == [window, year]


def test_v4_the_year_of_recertification_needs_no_surveillance(ms: Limits) -> None:
    history = CycleHistory(
        date(2024, 1, 15),
        date(2027, 1, 14),
        held=(date(2025, 1, 10), date(2025, 12, 1)),
        recertification=date(2026, 11, 4),
    )
    assert list(calendar_years(history)) == [2025]
    assert lapses(history, date(2027, 1, 14), ms) == ()


def test_v5_six_months_after_stage_2_end_at_the_end_of_february(ms: Limits) -> None:
    limit = stage_2_majors(date(2025, 8, 31), ms)
    assert limit.last_day == date(2026, 2, 28)
    assert limit.kept_by(date(2026, 2, 28))
    assert not limit.kept_by(date(2026, 3, 1))  # stage 2 is held again


def test_v6_renewed_in_time_it_runs_three_years_from_the_old_end(ms: Limits) -> None:
    renewed = renewal(date(2026, 6, 30), date(2026, 6, 10), ms)
    assert renewed.path is RenewalPath.IN_TIME
    assert (renewed.effective_from, renewed.last_day) == (date(2026, 6, 10), date(2029, 6, 30))
    assert renewed.uncertified is None
    faults = span_faults(date(2026, 6, 9), date(2029, 6, 30), renewed.effective_from, renewed.last_day)
    assert faults == (SpanFault.EFFECTIVE_BEFORE_DECISION,)


def test_v6_under_the_other_reading_it_runs_three_years_from_the_decision(adopt_17021: Adopt) -> None:
    renewed = renewal(date(2026, 6, 30), date(2026, 6, 10), adopt_17021({"renewal-counts-from": "decision"}))
    assert renewed.last_day == date(2029, 6, 9)


def test_v7_restored_within_the_door_the_gap_stays_in_history(ms: Limits) -> None:
    old_last, audit, decision = date(2026, 6, 30), date(2026, 6, 20), date(2026, 9, 15)
    assert not expired(old_last, date(2026, 6, 30))
    assert expired(old_last, date(2026, 7, 1))
    renewed = renewal(old_last, decision, ms)
    assert renewed.path is RenewalPath.RESTORED
    assert (renewed.effective_from, renewed.last_day) == (decision, date(2029, 6, 30))
    assert renewed.uncertified == (date(2026, 7, 1), date(2026, 9, 14))
    shown = dates_after_gap(date(2017, 7, 3), old_last, audit, renewed)
    assert shown is not None
    assert (shown.original, shown.cycle_start, shown.last_day) == (date(2017, 7, 3), decision, date(2029, 6, 30))
    assert (shown.previous_last_day, shown.recertification_audit) == (old_last, audit)


def test_v8_on_the_last_day_of_the_door_it_is_restored_one_day_later_it_needs_stage_2(ms: Limits) -> None:
    assert restoration_door(date(2026, 6, 30), ms).last_day == date(2026, 12, 30)
    assert renewal(date(2026, 6, 30), date(2026, 12, 30), ms).path is RenewalPath.RESTORED
    late = renewal(date(2026, 6, 30), date(2026, 12, 31), ms)
    assert late.path is RenewalPath.NEW_CYCLE
    assert (late.effective_from, late.last_day) == (date(2026, 12, 31), date(2029, 12, 30))


def test_v9_two_calendar_years_after_consultancy(ms: Limits) -> None:
    distance = cooling_off(date(2023, 5, 31), ms)
    assert distance.blocks(date(2025, 5, 30))
    assert not distance.blocks(date(2025, 5, 31))


def test_v10_a_suspended_certification_expires_all_the_same(ms: Limits) -> None:
    last, suspended = date(2026, 5, 15), [(date(2026, 2, 1), None)]
    on = {day: standing(date(2023, 5, 16), last, suspended, day) for day in (date(2026, 1, 31), date(2026, 2, 1), last)}
    assert list(on.values()) == [
        CertificateStanding.VALID,
        CertificateStanding.SUSPENDED,
        CertificateStanding.SUSPENDED,
    ]
    assert standing(date(2023, 5, 16), last, suspended, day_after(last)) is CertificateStanding.EXPIRED
    assert renewal(last, date(2026, 8, 1), ms).path is RenewalPath.RESTORED


def test_v11_a_scope_extension_takes_effect_without_moving_the_expiry(ms: Limits) -> None:
    cycle = initial_cycle(date(2025, 4, 10), ms)
    decided = date(2026, 8, 1)
    assert span_faults(decided, cycle.last_day, decided, cycle.last_day) == ()
    longer = span_faults(decided, day_after(cycle.last_day), decided, cycle.last_day)
    assert longer == (SpanFault.EXPIRY_AFTER_COMPUTED,)


def test_v12_records_are_kept_three_years_beyond_the_nominal_end_of_the_cycle(ms: Limits) -> None:
    kept = management_system_records(date(2028, 4, 9), ms)  # withdrawn on 2026-03-01
    assert kept.last_day == date(2031, 4, 9)
    assert kept.forbids_removal(date(2031, 4, 9))
    assert not kept.forbids_removal(date(2031, 4, 10))
