"""How long records are kept: TR18 (ISO/IEC 17021-1), R-54 and R-55 (ISO/IEC 17065)."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from certwright.core.reckoning.limits import Limits
from certwright.core.reckoning.retention import (
    latest,
    management_system_records,
    other_product_records,
    records_in_cycles,
)

ENDS = [date(2022, 5, 31), date(2025, 5, 31), date(2028, 5, 31)]


def test_tr18_one_full_cycle_more(ms: Limits) -> None:
    kept = management_system_records(date(2025, 2, 28), ms)
    assert (kept.rule, kept.last_day) == ("TR18", date(2028, 2, 28))


def test_r54_a_record_goes_when_the_next_cycle_has_ended(pr: Limits) -> None:
    assert records_in_cycles(date(2021, 1, 1), ENDS, pr).last_day == date(2025, 5, 31)
    assert records_in_cycles(date(2022, 5, 31), ENDS, pr).last_day == date(2025, 5, 31)
    assert records_in_cycles(date(2022, 6, 1), ENDS, pr).last_day == date(2028, 5, 31)


def test_r54_while_the_next_cycle_is_not_known_it_is_kept(pr: Limits) -> None:
    kept = records_in_cycles(date(2026, 1, 1), ENDS, pr)
    assert kept.last_day is None
    assert kept.forbids_removal(date(2999, 1, 1))


def test_r55_otherwise_the_bodys_own_period(pr: Limits) -> None:
    kept = other_product_records(date(2026, 3, 31), pr)
    assert (kept.rule, kept.last_day) == ("R-55", date(2031, 3, 31))


def test_acceptance_14_removal_before_the_last_day_is_forbidden(pr: Limits) -> None:
    kept = other_product_records(date(2026, 3, 31), pr)
    assert kept.forbids_removal(date(2031, 3, 31))
    assert not kept.forbids_removal(date(2031, 4, 1))


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.dates(date(2000, 1, 1), date(2060, 1, 1)))
def test_where_demands_meet_the_longest_counts(ms: Limits, pr: Limits, one: date, other: date) -> None:
    both = latest(management_system_records(one, ms), other_product_records(other, pr))
    assert both.last_day is not None
    assert all(
        both.last_day >= (each.last_day or date.max)
        for each in (management_system_records(one, ms), other_product_records(other, pr))
    )


def test_what_cannot_be_told_counts_longest(pr: Limits) -> None:
    own, cycles = other_product_records(date(2026, 1, 1), pr), records_in_cycles(date(2026, 1, 1), [], pr)
    assert latest(own, cycles).rule == "R-54"
