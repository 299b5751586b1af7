"""Surveillance within a cycle: TR04 to TR07 of ISO/IEC 17021-1:2015, at their boundaries."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core.reckoning.limits import Choice, Limits
from certwright.core.reckoning.surveillance import CycleHistory, calendar_years, demands, lapses, next_due
from certwright.packs.model.base import Confidence, Source
from certwright.packs.model.period import months

DECISION, LAST = date(2025, 4, 10), date(2028, 4, 9)
LONG_AFTER = date(2033, 1, 1)


def late(history: CycleHistory, today: date, limits: Limits) -> list[str]:
    return [lapse.due.rule for lapse in lapses(history, today, limits)]


@pytest.mark.parametrize(
    ("held", "late_on_the_day"),
    [(date(2026, 4, 9), []), (date(2026, 4, 10), []), (date(2026, 4, 11), ["TR04"])],
)
def test_tr04_the_last_day_of_twelve_months_is_in_time(held: date, late_on_the_day: list[str], ms: Limits) -> None:
    assert late(CycleHistory(DECISION, LAST, (held,)), date(2026, 4, 30), ms) == late_on_the_day


def test_tr04_is_overdue_the_day_after_and_open_before(ms: Limits) -> None:
    nothing = CycleHistory(DECISION, LAST)
    assert late(nothing, date(2026, 4, 10), ms) == []
    assert late(nothing, date(2026, 4, 11), ms) == ["TR04"]


def test_tr04_counts_only_what_was_held_by_today(ms: Limits) -> None:
    history = CycleHistory(DECISION, LAST, (date(2026, 4, 13),))
    on_the_eve = lapses(history, date(2026, 4, 12), ms)
    assert [(each.due.rule, each.met_on) for each in on_the_eve] == [("TR04", None)]


def test_tr04_a_body_may_choose_a_shorter_time(ms: Limits) -> None:
    own = Choice(months(11), Source(document="Own rules", confidence=Confidence.VERIFIED))
    stricter = Limits(ms.pack, ms.settled, {"first-surveillance": own})
    assert late(CycleHistory(DECISION, LAST, (date(2026, 4, 1),)), date(2026, 4, 1), stricter) == ["TR04"]


@pytest.mark.parametrize(
    ("second", "missing"),
    [
        (date(2027, 4, 10), []),
        (date(2027, 4, 11), ["TR06"]),
        (date(2027, 12, 31), ["TR06"]),
        (date(2028, 1, 1), ["TR06", "TR05"]),
    ],
)
def test_tr05_and_tr06_the_second_surveillance(second: date, missing: list[str], ms: Limits) -> None:
    history = CycleHistory(DECISION, LAST, (date(2026, 2, 10), second), recertification=date(2028, 2, 1))
    assert late(history, LONG_AFTER, ms) == missing


def test_tr06_no_second_window_when_recertified_early(ms: Limits) -> None:
    history = CycleHistory(DECISION, LAST, (date(2026, 2, 10),), recertification=date(2027, 1, 20))
    assert late(history, LONG_AFTER, ms) == []


def test_tr07_later_cycles_know_calendar_years_only(ms: Limits) -> None:
    """A renewal has no twelve months after the decision; 23 months between two audits can be in time."""
    history = CycleHistory(
        date(2028, 4, 1), date(2031, 4, 9), (date(2029, 12, 20),), date(2031, 1, 15), begun_by=date(2028, 1, 20)
    )
    assert {demand.due.rule for demand in demands(history, ms)} == {"TR05"}
    assert list(calendar_years(history)) == [2029, 2030]
    assert late(history, LONG_AFTER, ms) == ["TR05"]  # 2030 is missing


def test_tr05_a_cycle_begun_by_an_audit_of_the_year_before_needs_surveillance_in_the_year_of_decision(
    ms: Limits,
) -> None:
    history = CycleHistory(date(2027, 1, 10), date(2030, 1, 14), begun_by=date(2026, 11, 20))
    assert list(calendar_years(history)) == [2027, 2028, 2029]


def test_what_is_due_next(ms: Limits) -> None:
    nothing = CycleHistory(DECISION, LAST)
    first = next_due(nothing, date(2025, 5, 1), ms)
    assert first is not None
    assert (first.rule, first.last_day) == ("TR04", date(2026, 4, 10))
    both = CycleHistory(DECISION, LAST, (date(2026, 2, 10), date(2027, 2, 10)))
    assert next_due(both, date(2027, 3, 1), ms) is None


held_days = st.lists(st.dates(DECISION, LAST), max_size=6).map(lambda days: tuple(sorted(days)))


@given(held_days, st.dates(DECISION, LAST))
def test_an_audit_more_never_makes_more_late(ms: Limits, held: tuple[date, ...], another: date) -> None:
    fewer = CycleHistory(DECISION, LAST, held)
    before = {each.due.rule + str(each.due.last_day) for each in lapses(fewer, LAST, ms)}
    more = CycleHistory(DECISION, LAST, tuple(sorted((*held, another))))
    after = {each.due.rule + str(each.due.last_day) for each in lapses(more, LAST, ms)}
    assert after <= before


@given(held_days, st.dates(DECISION, LAST), st.integers(0, 400))
def test_what_is_late_stays_on_record(ms: Limits, held: tuple[date, ...], today: date, later: int) -> None:
    history = CycleHistory(DECISION, LAST, held)
    now = {each.due.last_day for each in lapses(history, today, ms)}
    then = {each.due.last_day for each in lapses(history, today + timedelta(days=later), ms)}
    assert now <= then
