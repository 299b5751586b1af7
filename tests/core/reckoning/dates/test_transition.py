"""Edition transitions (TR26), with the published days of ISO/IEC 27001:2022 (IAF MD 26:2023)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core.reckoning.transition import CutOffs, Granting, capped, cut_offs, latest_grant
from certwright.packs.model.base import Confidence, Source
from certwright.packs.model.management import Transition
from certwright.packs.model.uncertain import Uncertain

MD26 = Source(document="IAF MD 26:2023", confidence=Confidence.SEEN)
ISMS = CutOffs("2013", "2022", date(2024, 4, 30), date(2024, 4, 30), date(2025, 10, 31), MD26)
OPEN = CutOffs("2015", "2026", None, None, None, MD26)

days = st.dates(date(2015, 1, 1), date(2035, 1, 1))


def test_tr26_a_certificate_on_the_old_edition_ends_with_the_transition() -> None:
    assert capped(date(2026, 5, 1), ISMS).last_day == date(2025, 10, 31)
    assert capped(date(2025, 10, 31), ISMS).last_day == date(2025, 10, 31)
    assert capped(date(2025, 3, 1), ISMS).last_day == date(2025, 3, 1)


@pytest.mark.parametrize("granting", list(Granting))
def test_tr26_no_new_grant_on_the_old_edition_after_the_first_cut_off(granting: Granting) -> None:
    last = latest_grant(granting, ISMS)
    assert last is not None
    assert last.kept_by(date(2024, 4, 30))
    assert not last.kept_by(date(2024, 5, 1))


def test_a_transition_not_yet_fixed_ends_nothing() -> None:
    assert capped(date(2030, 5, 1), OPEN).last_day == date(2030, 5, 1)
    assert latest_grant(Granting.INITIAL, OPEN) is None


def test_where_only_the_end_is_fixed_it_ends_granting_too() -> None:
    only_end = CutOffs("2015", "2026", None, None, date(2029, 4, 15), MD26)
    last = latest_grant(Granting.INITIAL, only_end)
    assert last is not None
    assert last.last_day == date(2029, 4, 15)


@given(days, days)
def test_a_cap_never_lengthens(last_day: date, ends: date) -> None:
    assert capped(last_day, CutOffs("1", "2", None, None, ends, MD26)).last_day == min(last_day, ends)


def test_days_that_the_body_settled_are_read() -> None:
    transition = Transition(
        from_edition="2015",
        to_edition="2026",
        last_initial=Uncertain(uncertain="transition.last-initial"),
        last_recertification=None,
        ends=date(2029, 4, 15),
        says="In our words.",
        source=MD26,
    )
    days_set = cut_offs(transition, {"transition.last-initial": date(2027, 10, 15)})
    assert (days_set.last_initial, days_set.last_recertification, days_set.ends) == (
        date(2027, 10, 15),
        None,
        date(2029, 4, 15),
    )
    assert cut_offs(transition, {}).last_initial is None
