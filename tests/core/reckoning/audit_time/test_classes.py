"""The class of a client: chosen, suggested by sectors, scored from energy."""

import pytest

from certwright.core.reckoning.audit_time import Activity, AuditTimeQuestion, EnergyUse, ManualDays, audit_time
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.rule_book import RuleBook
from certwright.packs.model.audit_time import AuditKind
from certwright.packs.model.base import Confidence


def ems(
    *activities: Activity, complexity: str = "", reason: str = "", standard: str = "iso-14001"
) -> AuditTimeQuestion:
    return AuditTimeQuestion(standard, 55, complexity=complexity, complexity_reason=reason, activities=activities)


def column(question: AuditTimeQuestion, book: RuleBook) -> object:
    steps = audit_time(question, book).derivation.steps
    return next(step.inputs["column"] for step in steps if step.says == "audit-time.band")


def test_a_class_is_needed_where_the_table_has_several(book: RuleBook) -> None:
    assert column(ems(complexity="medium"), book) == "medium"
    with pytest.raises(CannotReckon, match=r"class\.missing"):
        audit_time(ems(), book)
    with pytest.raises(CannotReckon, match=r"class\.unknown"):
        audit_time(ems(complexity="middling"), book)
    with pytest.raises(CannotReckon, match=r"class\.unknown"):
        audit_time(ems(complexity="limited", standard="iso-45001"), book)  # OH&SMS has no such column


def test_activities_suggest_the_highest_class_of_what_applies(book: RuleBook) -> None:
    surface, forming = (
        Activity(17, "surface or chemical treatment"),
        Activity(17, "forming and fabrication without surface treatment"),
    )
    assert column(ems(forming), book) == "low"
    assert column(ems(forming, surface), book) == "medium"
    assert column(ems(Activity(17)), book) == "high"  # any part of the sector may apply
    assert column(ems(surface, forming), book) == column(ems(forming, surface), book)


def test_another_class_than_suggested_needs_a_reason(book: RuleBook) -> None:
    high = Activity(17, "primary production")
    assert column(ems(high, complexity="high"), book) == "high"
    assert column(ems(high, complexity="medium", reason="one small furnace"), book) == "medium"
    with pytest.raises(CannotReckon, match="reason-missing"):
        audit_time(ems(high, complexity="medium"), book)


def test_unknown_codes_and_parts_are_refused(book: RuleBook) -> None:
    with pytest.raises(CannotReckon, match="unknown-code"):
        audit_time(ems(Activity(40)), book)
    with pytest.raises(CannotReckon, match="unknown-part"):
        audit_time(ems(Activity(17, "baking")), book)


def test_a_class_without_column_is_set_by_a_person(book: RuleBook) -> None:
    nuclear = ems(Activity(11))
    with pytest.raises(CannotReckon) as cannot:
        audit_time(nuclear, book)
    assert (cannot.value.says, cannot.value.needs) == ("class.without-column", "manual-value")
    manual = AuditTimeQuestion("iso-14001", 55, activities=(Activity(11),), manual=ManualDays(12, "plant visited"))
    assert audit_time(manual, book).days == 12


def test_an_inferred_class_is_marked_unsure(book: RuleBook) -> None:
    steps = audit_time(ems(Activity(5, "products without tanning")), book).derivation.steps
    (sector,) = (step for step in steps if step.says == "class.sector")
    assert sector.source.confidence is Confidence.UNSURE


def energy(tj: int, types: int, uses: int, audit: AuditKind = AuditKind.INITIAL) -> AuditTimeQuestion:
    measured = {"energy-consumption": tj, "energy-types": types, "significant-energy-uses": uses}
    return AuditTimeQuestion("iso-50001", 20, audit, energy=EnergyUse(measured))


@pytest.mark.parametrize(
    ("tj", "types", "uses", "expected"),
    [
        (20, 2, 3, "low"),  # 1.00
        (200, 3, 3, "low"),  # 0.25 × 1.2 + 0.25 × 1.2 + 0.5 = 1.10
        (2000, 3, 3, "medium"),  # 0.25 × 1.4 + 0.25 × 1.2 + 0.5 = 1.15, which is no longer low
        (201, 4, 6, "medium"),  # 0.35 + 0.35 + 0.6 = 1.30
        (201, 4, 10, "medium"),  # 0.35 + 0.35 + 0.65 = 1.35, still medium
        (2001, 4, 10, "high"),  # 0.4 + 0.35 + 0.65 = 1.40
    ],
)
def test_energy_use_is_scored(tj: int, types: int, uses: int, expected: str, book: RuleBook) -> None:
    assert column(energy(tj, types, uses), book) == expected


def test_energy_audits_have_a_table_of_their_own_each(book: RuleBook) -> None:
    days = [audit_time(energy(20, 2, 3, audit), book).days for audit in AuditKind]
    assert days == [5, 2, 3.5]  # 16 to 25 persons, low: A.3 and A.4


def test_energy_inputs_are_complete_and_belong_to_energy(book: RuleBook) -> None:
    with pytest.raises(CannotReckon, match="score-inputs"):
        audit_time(AuditTimeQuestion("iso-50001", 20, energy=EnergyUse({"energy-types": 2})), book)
    with pytest.raises(CannotReckon, match="no-score"):
        audit_time(AuditTimeQuestion("iso-14001", 20, energy=EnergyUse({"energy-types": 2})), book)
    with pytest.raises(CannotReckon, match="not-positive"):
        audit_time(energy(0, 2, 3), book)


def test_risk_is_told_for_quality_management_but_is_no_column(book: RuleBook) -> None:
    risky = AuditTimeQuestion("iso-9001", 55, activities=(Activity(17), Activity(37)))
    time = audit_time(risky, book)
    told = [step.value for step in time.derivation.steps if step.says == "class.risk"]
    assert (time.days, told) == (5, ["high", "low"])
    assert "iaf-id1" in time.derivation.packs
