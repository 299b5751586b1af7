"""Whose time is audit time."""

from fractions import Fraction

import pytest

from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.integration import Activity
from certwright.core.reckoning.team_time import WHO_COUNTS, PlannedTime, TeamRole, TeamTime, team_time

ANNA = PlannedTime("Anna", TeamRole.LEADER, 3, 1)
BEN = PlannedTime("Ben", TeamRole.AUDITOR, 1)


def plan(*lines: PlannedTime, reason: str = "") -> TeamTime:
    return team_time(5, 4, WHO_COUNTS, lines, reason)


def test_auditors_together_deliver_the_time() -> None:
    assert (plan(ANNA, BEN).counted, plan(ANNA, BEN).on_site) == (5, 4)


@pytest.mark.parametrize("role", [TeamRole.EXPERT, TeamRole.TRAINEE, TeamRole.OBSERVER, TeamRole.INTERPRETER])
def test_others_add_none(role: TeamRole) -> None:
    with pytest.raises(CannotReckon, match="too-little") as cannot:
        plan(ANNA, PlannedTime("Chris", role, 9))
    assert cannot.value.inputs == {"planned": 4, "needed": 5}


def test_a_product_inspection_in_the_same_visit_adds_none() -> None:
    with pytest.raises(CannotReckon, match="too-little"):
        plan(ANNA, PlannedTime("Ben", TeamRole.AUDITOR, 9, activity=Activity.PRODUCT_INSPECTION))


def test_half_a_day_short_is_short() -> None:
    with pytest.raises(CannotReckon, match="too-little"):
        plan(ANNA, PlannedTime("Ben", TeamRole.AUDITOR, Fraction(1, 2)))


def test_too_little_on_site_needs_a_reason() -> None:
    desk = PlannedTime("Ben", TeamRole.AUDITOR, 0, 1)
    with pytest.raises(CannotReckon, match="too-little-on-site"):
        plan(ANNA, desk)
    assert plan(ANNA, desk, reason="records are kept at one place").on_site == 3


def test_time_is_not_negative() -> None:
    with pytest.raises(CannotReckon, match="too-small"):
        plan(ANNA, PlannedTime("Ben", TeamRole.AUDITOR, 2, -1))
