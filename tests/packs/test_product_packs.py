"""The product schemes that are shipped: complete enough to carry real cases."""

import csv
from pathlib import Path

import pytest

from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.life import Validity
from certwright.packs.model.scheme.requirements import VerdictForm
from certwright.packs.model.scheme.words import ObjectKind, Subject
from certwright.packs.model.uncertain import uses_of_uncertain
from certwright.packs.shipped import library

SCHEMES = library().of_kind(ProductScheme)
every_scheme = pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.pack)
TIME_RULES = Path(__file__).parents[3] / "shared" / "data" / "scheme_time_rules.csv"


def named(name: str) -> ProductScheme:
    return next(scheme for scheme in SCHEMES if scheme.pack == name)


def test_the_seven_schemes_are_there() -> None:
    assert {(scheme.pack, scheme.object) for scheme in SCHEMES} == {
        ("safety-helmets", ObjectKind.PRODUCT),
        ("electrical-safety", ObjectKind.PRODUCT),
        ("eco-labelled-packaging", ObjectKind.PRODUCT),
        ("certified-kubernetes", ObjectKind.PRODUCT),
        ("biomass-sustainability", ObjectKind.PROCESS),
        ("organic-food", ObjectKind.PROCESS),
        ("gmp-cosmetics", ObjectKind.PROCESS),
    }


@every_scheme
def test_every_requirement_says_where_it_stands_how_it_is_determined_and_when_it_is_met(scheme: ProductScheme) -> None:
    for requirement in scheme.requirements:
        assert requirement.criterion is not None
        assert requirement.criterion.verdict is not None
        assert requirement.evidence
        assert requirement.source.document


@every_scheme
def test_what_is_uncertain_is_used_and_what_is_used_is_declared(scheme: ProductScheme) -> None:
    assert {name for _, name in uses_of_uncertain(scheme)} == {value.name for value in scheme.uncertain}


@every_scheme
def test_a_limit_that_nobody_confirmed_is_left_to_the_body(scheme: ProductScheme) -> None:
    """A figure whose source is unsure is no hard rule: it points to an uncertain value."""
    for requirement in scheme.requirements:
        assert requirement.criterion is not None
        if requirement.source.confidence == "unsure" and requirement.criterion.verdict is VerdictForm.MEASURED:
            assert list(uses_of_uncertain(requirement)), requirement.id


@every_scheme
def test_what_the_certificate_does_not_cover_is_said(scheme: ProductScheme) -> None:
    assert scheme.attestation is not None
    assert scheme.attestation.not_covered


def test_helmets_are_type_tested_audited_and_followed_on_the_market() -> None:
    helmets = named("safety-helmets")
    assert (helmets.type, helmets.documents[0].reference, helmets.documents[0].edition) == ("5", "EN 397", "2025")
    assert helmets.plan is not None
    assert {activity.function for activity in helmets.plan.activities} == {
        "surveillance-market", "surveillance-factory", "surveillance-process", "surveillance-system",
    }  # fmt: skip
    shock = next(each for each in helmets.requirements if each.id == "shock-crown")
    assert shock.criterion is not None
    assert [(limit.at_most, limit.unit) for limit in shock.criterion.limits] == [(5, "kN")]
    assert helmets.mark_rules is not None
    assert helmets.mark_rules.on_product


def test_organic_food_separates_reviewer_and_decider() -> None:
    organic = named("organic-food")
    assert organic.decision_maker is not None
    assert organic.decision_maker.reviewer_may_decide is False


def test_cosmetics_never_mark_a_product() -> None:
    cosmetics = named("gmp-cosmetics")
    assert cosmetics.mark_rules is not None
    assert not cosmetics.mark_rules.on_product


def test_packaging_is_decided_by_a_committee_with_a_quorum() -> None:
    maker = named("eco-labelled-packaging").decision_maker
    assert maker is not None
    assert (maker.who, maker.people, maker.quorum) == ("committee", 3, 2)


def test_only_requirements_on_the_system_may_wait_for_a_plan() -> None:
    for scheme in SCHEMES:
        for cured_by_plan in (each.id for each in scheme.nonconformity_classes if each.cure == "accepted-plan"):
            assert scheme.subjects_of_class(cured_by_plan) <= {Subject.SYSTEM}


def test_certified_kubernetes_keeps_the_time_rules_of_its_terms() -> None:
    """Rules R31 to R35, restated from the programme's terms in the open set of scheme time rules."""
    if not TIME_RULES.exists():
        pytest.skip("the open set of scheme time rules is not on this machine")
    with TIME_RULES.open(encoding="utf-8") as file:
        rules = {
            row["rule_id"]: f"{row['limit_value']} {row['limit_unit']}"
            for row in csv.DictReader(file)
            if row["scheme"] == "Certified Kubernetes"
        }
    scheme = named("certified-kubernetes")
    assert isinstance(scheme.validity, Validity)
    ends = [str(end.period) for end in scheme.validity.latest_of]
    suspension = next(measure for measure in scheme.measures if measure.measure == "suspend")
    assert scheme.mark_rules is not None
    assert rules == {
        "R31": str(getattr(scheme.prior_results, "longest_age", None)),
        "R32": ends[0],
        "R33": ends[1],
        "R34": str(suspension.longest),
        "R35": "30 days" if "within 30 days" in scheme.mark_rules.after_end else "",
    }


def test_certified_kubernetes_is_not_sold_as_accredited_certification() -> None:
    scheme = named("certified-kubernetes")
    assert scheme.accreditation is not None
    assert scheme.accreditation.status == "not-offered"
    assert scheme.type == "N"
    assert scheme.type_because is not None
