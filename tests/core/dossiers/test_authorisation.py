"""When an authorisation is in force: on exactly the days the rules say that it holds."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from certwright.core.dossiers.person_parts import Authorisation, Rest
from certwright.core.functions import Function

FIRST = date(2026, 3, 1)
DAYS = [FIRST + timedelta(days=number) for number in range(-3, 40)]
days = st.integers(0, 30).map(lambda number: FIRST + timedelta(days=number))
rests = st.builds(Rest, days, st.none() | days)


def granted(until: date | None, *rest: Rest) -> Authorisation:
    return Authorisation("act-00000001", Function.REVIEW, (), (), FIRST, until, rest)


@given(st.none() | days, st.lists(rests, max_size=4))
def test_the_times_in_force_are_the_days_it_holds(until: date | None, resting: list[Rest]) -> None:
    authorisation = granted(until, *resting)
    times = list(authorisation.in_force())
    for day in DAYS:
        within = [first <= day and (last is None or day <= last) for first, last in times]
        assert any(within) == authorisation.holds_on(day), day
        assert sum(within) <= 1
    assert len({first for first, _ in times}) == len(times)  # told apart by their first day


def test_an_authorisation_that_never_rested_is_in_force_once() -> None:
    until = FIRST + timedelta(days=9)
    assert list(granted(until).in_force()) == [(FIRST, until)]
    assert list(granted(None).in_force()) == [(FIRST, None)]


def test_one_that_ended_before_it_began_never_is() -> None:
    assert list(granted(FIRST - timedelta(days=1)).in_force()) == []


def test_suspended_and_restored_it_is_in_force_before_and_after() -> None:
    begin, again = FIRST + timedelta(days=5), FIRST + timedelta(days=8)
    suspended = granted(None).suspended_from(begin)
    assert list(suspended.in_force()) == [(FIRST, begin - timedelta(days=1))]
    assert list(suspended.restored_from(again).in_force()) == [(FIRST, begin - timedelta(days=1)), (again, None)]
