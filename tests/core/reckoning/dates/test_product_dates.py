"""Dates that schemes give: validity (R-66) and surveillance (R-61), with the shipped schemes and their own figures."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.product_dates import certificate_end, surveillance_due, surveillance_gaps
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.life import SurveillanceActivity
from certwright.packs.shipped import library


def scheme(name: str, edition: str = "1") -> ProductScheme:
    found = library().get(name, edition).pack
    assert isinstance(found, ProductScheme)
    return found


HELMETS, KUBERNETES = scheme("safety-helmets"), scheme("certified-kubernetes", "2018-12")


def activity(of: ProductScheme, name: str) -> SurveillanceActivity:
    assert of.plan is not None
    return next(each for each in of.plan.activities if each.id == name)


@pytest.mark.parametrize(
    ("effective", "last_day"),
    [
        (date(2026, 5, 4), date(2031, 5, 3)),
        (date(2028, 2, 29), date(2033, 2, 27)),
        (date(2026, 3, 1), date(2031, 2, 28)),
    ],
)
def test_r66_a_period_of_months_ends_the_day_before_it_is_full(effective: date, last_day: date) -> None:
    end = certificate_end(HELMETS, effective, {}, {})
    assert (end.last_day, end.at_least, end.waits_for) == (last_day, last_day, ())


def test_r66_open_ended_has_no_last_day_and_says_why() -> None:
    end = certificate_end(scheme("electrical-safety"), date(2026, 5, 4), {}, {})
    assert (end.last_day, end.waits_for) == (None, ())
    assert "surveillance" in str(end.derivation.steps[0].inputs["because"])


def test_r66_what_the_body_must_set_is_not_guessed() -> None:
    cosmetics = scheme("gmp-cosmetics")
    with pytest.raises(CannotReckon) as refused:
        certificate_end(cosmetics, date(2026, 5, 4), {}, {})
    assert refused.value.field == "validity-months"
    assert certificate_end(cosmetics, date(2026, 5, 4), {}, {"validity-months": 36}).last_day == date(2029, 5, 3)
    with pytest.raises(CannotReckon, match="not-a-period"):
        certificate_end(cosmetics, date(2026, 5, 4), {}, {"validity-months": "long"})


def test_a_scheme_that_says_nothing_has_no_end() -> None:
    with pytest.raises(ValueError, match="does not say"):
        certificate_end(HELMETS.model_copy(update={"validity": None}), date(2026, 5, 4), {}, {})


RELEASED, NEXT = "release-of-the-version", "release-of-the-next-version"


@pytest.mark.parametrize(
    ("next_release", "last_day"),
    [
        (date(2022, 8, 23), date(2023, 5, 23)),  # nine months after the next release come later
        (date(2022, 5, 1), date(2023, 5, 3)),  # twelve months after the own release come later
        (date(2022, 8, 3), date(2023, 5, 3)),  # the same day
    ],
)
def test_certified_kubernetes_ends_at_the_later_of_two_days(next_release: date, last_day: date) -> None:
    """Terms of the programme, "Conformance Time Period"; v1.24 was released on 2022-05-03."""
    events = {RELEASED: date(2022, 5, 3), NEXT: next_release}
    assert certificate_end(KUBERNETES, date(2022, 6, 1), events, {}).last_day == last_day


def test_until_the_next_version_is_released_only_the_least_can_be_told() -> None:
    end = certificate_end(KUBERNETES, date(2022, 6, 1), {RELEASED: date(2022, 5, 3)}, {})
    assert (end.last_day, end.at_least, end.waits_for) == (None, date(2023, 5, 3), (NEXT,))
    nothing = certificate_end(KUBERNETES, date(2022, 6, 1), {}, {})
    assert (nothing.at_least, nothing.waits_for) == (None, (RELEASED, NEXT))


GRANTED = date(2026, 5, 4)


def test_r61_surveillance_counts_from_grant_then_from_the_last_time_with_its_tolerance() -> None:
    audit = activity(HELMETS, "factory-audit")  # 12 months, 2 months tolerance
    assert surveillance_due(audit, GRANTED, (), {}).last_day == date(2027, 7, 4)
    assert surveillance_due(audit, GRANTED, (date(2027, 3, 1),), {}).last_day == date(2028, 5, 1)
    assert surveillance_due(audit, GRANTED, (date(2026, 1, 1),), {}).last_day == date(2027, 7, 4)  # before the grant


def test_r61_without_tolerance_and_left_to_the_body() -> None:
    retest = activity(KUBERNETES, "newer-version")
    settled = {"retest-every": "12 months"}
    assert surveillance_due(retest, GRANTED, (), settled).last_day == date(2027, 5, 4)


def test_r61_every_late_time_is_told() -> None:
    audit = activity(HELMETS, "factory-audit")
    held = (date(2027, 7, 4), date(2028, 9, 5))  # the first on its last day, the second one day late
    late = surveillance_gaps(audit, GRANTED, held, date(2028, 10, 1), {})
    assert [(due.last_day, done) for due, done in late] == [(date(2028, 9, 4), date(2028, 9, 5))]
    overdue = surveillance_gaps(audit, GRANTED, held[:1], date(2028, 9, 5), {})
    assert [(due.last_day, done) for due, done in overdue] == [(date(2028, 9, 4), None)]
    assert surveillance_gaps(audit, GRANTED, held[:1], date(2028, 9, 4), {}) == ()


@given(st.lists(st.integers(0, 2000), max_size=8), st.integers(0, 2500))
def test_gaps_are_exactly_the_stretches_that_are_too_long(after: list[int], today: int) -> None:
    audit = activity(HELMETS, "factory-audit")
    held = tuple(GRANTED + timedelta(days=days) for days in after)
    day = GRANTED + timedelta(days=today)
    points = [GRANTED, *sorted(each for each in held if each <= day), day]
    too_long = sum(
        later > surveillance_due(audit, GRANTED, (earlier,), {}).last_day for earlier, later in pairwise(points)
    )
    assert len(surveillance_gaps(audit, GRANTED, held, day, {})) == too_long
