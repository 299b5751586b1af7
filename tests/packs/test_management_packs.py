"""The management-system standards that are shipped: complete enough to carry a certification."""

from datetime import date
from fractions import Fraction

import pytest
from pydantic import ValidationError

from certwright.core.functions import Function
from certwright.core.reckoning.transition import Granting, cut_offs, latest_grant
from certwright.packs.adoption import settled
from certwright.packs.model.audit_time import AuditTimePack
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.uncertain import uses_of_uncertain
from certwright.packs.shipped import library

STANDARDS = library().of_kind(ManagementStandard)
every_standard = pytest.mark.parametrize("pack", STANDARDS, ids=lambda pack: pack.pack)


def standard(name: str) -> ManagementStandard:
    return next(pack for pack in STANDARDS if pack.pack == name)


def test_the_five_standards_are_there() -> None:
    assert {(pack.standard, pack.edition, pack.system) for pack in STANDARDS} == {
        ("ISO 9001", "2015", "QMS"),
        ("ISO 14001", "2015", "EMS"),
        ("ISO 45001", "2018", "OHSMS"),
        ("ISO/IEC 27001", "2022", "ISMS"),
        ("ISO 22000", "2018", "FSMS"),
    }


@every_standard
def test_audit_time_is_reckoned_by_rules_made_for_the_standard(pack: ManagementStandard) -> None:
    found = [one.pack for one in library() if one.pack.pack == pack.audit_time.pack]
    rule_sets = [one.rule_set_for(pack.pack) for one in found if isinstance(one, AuditTimePack)]
    assert {(rules.id, rules.system) for rules in rule_sets if rules} == {(pack.audit_time.rule_set, pack.system)}


@every_standard
def test_clauses_stand_in_order_and_cover_4_to_10(pack: ManagementStandard) -> None:
    numbers = [clause.id for clause in pack.clauses]
    assert len(numbers) == len(set(numbers))
    chapters = [number.split(".")[0] for number in numbers if not number.startswith("A")]
    assert list(dict.fromkeys(chapters)) == ["4", "5", "6", "7", "8", "9", "10"]
    keys = [tuple(int(part) for part in number.split(".")) for number in numbers if not number.startswith("A")]
    assert keys == sorted(keys)


def test_the_93_controls_of_iso_27001_are_counted_as_the_standard_counts_them() -> None:
    controls = [clause for clause in standard("iso-iec-27001").clauses if clause.id.startswith("A.")]
    by_theme = {theme: sum(each.id.startswith(f"A.{theme}.") for each in controls) for theme in (5, 6, 7, 8)}
    assert by_theme == {5: 37, 6: 8, 7: 14, 8: 34}
    assert all(control.may_be_excluded for control in controls)


@every_standard
def test_every_function_of_a_certification_has_criteria(pack: ManagementStandard) -> None:
    asked = {criteria.function for criteria in pack.competence}
    assert asked >= {
        Function.APPLICATION_REVIEW,
        Function.AUDITING,
        Function.AUDIT_TEAM_LEADING,
        Function.REVIEW,
        Function.DECISION,
    }


@every_standard
def test_surveillance_looks_at_what_17021_9_6_2_2_always_wants(pack: ManagementStandard) -> None:
    told = " ".join(pack.every_surveillance).lower()
    for always in ("internal audit and management review", "earlier nonconformities", "complaints", "changes", "marks"):
        assert always in told


@every_standard
def test_what_is_uncertain_is_used_and_what_is_used_is_declared(pack: ManagementStandard) -> None:
    assert {name for _, name in uses_of_uncertain(pack)} == {value.name for value in pack.uncertain}


def test_the_transition_of_iso_27001_has_the_published_days_and_times() -> None:
    """IAF MD 26:2023: 30 April 2024, 31 October 2025, half a day at recertification, one at surveillance."""
    pack = standard("iso-iec-27001")
    values = settled(pack, {value.name: value.suggested or "" for value in pack.uncertain})
    days = cut_offs(pack.transitions[0], values)
    assert (days.last_initial, days.ends) == (date(2024, 4, 30), date(2025, 10, 31))
    times = {extra.audit: extra.audit_days for extra in pack.transitions[0].extra_time}
    assert times == {"recertification": Fraction(1, 2), "surveillance": 1, "separate": 1}


@pytest.mark.parametrize("name", ["iso-9001", "iso-14001"])
def test_the_transitions_of_2026_are_open_until_the_body_settles_them(name: str) -> None:
    pack = standard(name)
    transition = pack.transitions[0]
    assert (transition.from_edition, transition.to_edition) == ("2015", "2026")
    assert latest_grant(Granting.INITIAL, cut_offs(transition, {})) is None
    values = settled(pack, {value.name: value.suggested or "" for value in pack.uncertain})
    days = cut_offs(transition, values)
    assert days.last_initial is not None
    assert days.ends is not None
    assert days.last_initial < days.ends


def test_food_says_nothing_on_packaging_and_health_and_safety_hears_of_incidents() -> None:
    def rules(name: str) -> set[str]:
        extra = standard(name).extra_rules
        return {rule.id for rule in extra} if isinstance(extra, tuple) else set()

    assert "no-statement-on-packaging" in rules("iso-22000")
    assert {"incident-told", "incident-special-audit", "interviews"} <= rules("iso-45001")
    assert {"no-security-reviews", "access-to-records", "statement-on-certificate"} <= rules("iso-iec-27001")
    assert rules("iso-9001") == set()


def test_a_document_cited_at_no_clause_is_refused() -> None:
    raw = standard("iso-9001").model_dump()
    raw["documents_asked"] = [{"clause": "4.9", "title": "Nothing"}]
    with pytest.raises(ValidationError, match=r"cites clauses that the pack does not list: 4\.9"):
        ManagementStandard.model_validate(raw)


def test_a_value_that_was_never_declared_is_refused() -> None:
    raw = standard("iso-9001").model_dump()
    raw["uncertain"] = []
    with pytest.raises(ValidationError, match=r"not declared under .* transition\.ends, transition\.extra-days"):
        ManagementStandard.model_validate(raw)
