"""Schemes and sector documents choose within the limits of their standard."""

from datetime import date

import pytest

from certwright.core.reckoning.choices import choices_of_scheme, choices_of_standard
from certwright.core.reckoning.deadlines import due, suspension_end
from certwright.core.reckoning.limits import Limits, choice_faults
from certwright.core.reckoning.retention import other_product_records
from certwright.packs.adoption import settled
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme
from certwright.packs.shipped import library


def as_suggested(pack: ProductScheme | ManagementStandard) -> dict[str, str]:
    return {value.name: value.suggested or "" for value in pack.uncertain}


@pytest.mark.parametrize("scheme", library().of_kind(ProductScheme), ids=lambda one: one.pack)
def test_what_shipped_schemes_choose_may_be_chosen(scheme: ProductScheme, pr: Limits) -> None:
    chosen = choices_of_scheme(scheme, settled(scheme, as_suggested(scheme)))
    assert "suspension" in chosen
    assert list(choice_faults(pr.pack, chosen)) == []


@pytest.mark.parametrize("pack", library().of_kind(ManagementStandard), ids=lambda one: one.pack)
def test_what_shipped_standards_choose_may_be_chosen(pack: ManagementStandard, ms: Limits) -> None:
    chosen = choices_of_standard(pack, settled(pack, as_suggested(pack)))
    assert list(choice_faults(ms.pack, chosen)) == []
    assert set(chosen) == ({"stage-1-to-stage-2"} if pack.pack == "iso-22000" else set())


def test_a_schemes_choice_is_what_is_reckoned_and_told(pr: Limits) -> None:
    scheme = next(one for one in library().of_kind(ProductScheme) if one.pack == "certified-kubernetes")
    chosen = choices_of_scheme(scheme, settled(scheme, as_suggested(scheme)))
    limits = Limits(pr.pack, pr.settled, chosen)
    end = suspension_end(date(2026, 2, 1), limits)
    assert end.last_day == date(2026, 3, 3)
    assert end.derivation.steps[0].source.document == "Certified Kubernetes conformance, version 2018-12"
    assert other_product_records(date(2026, 2, 1), limits).last_day == date(2031, 2, 1)


def test_records_in_cycles_leave_the_bodys_period_alone(pr: Limits) -> None:
    helmets = next(one for one in library().of_kind(ProductScheme) if one.pack == "safety-helmets")
    assert set(choices_of_scheme(helmets, settled(helmets, as_suggested(helmets)))) == {"suspension"}


def test_food_asks_for_stage_2_within_what_the_body_settled(ms: Limits) -> None:
    food = next(one for one in library().of_kind(ManagementStandard) if one.pack == "iso-22000")
    limits = Limits(ms.pack, ms.settled, choices_of_standard(food, {"stage-1-to-stage-2": 4}))
    assert due("stage-1-to-stage-2", date(2026, 1, 31), limits).last_day == date(2026, 5, 31)
