"""No binary float takes part in a reckoning: none is written, none is made, and none stands in a derivation."""

import ast
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

import certwright.core.reckoning
from certwright.core.reckoning.audit_time import Adjustment, AuditTimeQuestion, EnergyUse, FoodWork, audit_time
from certwright.core.reckoning.derivation import Derivation
from certwright.core.reckoning.rule_book import RuleBook
from certwright.core.reckoning.sites import sample_size
from certwright.packs.model.audit_time import AuditKind
from certwright.packs.model.site_sampling import Occasion

ROOM = Path(certwright.core.reckoning.__file__).parent
FOLDERS = ("audit_time", "sites", "examples")
MODULES = [*(path for folder in FOLDERS for path in (ROOM / folder).glob("*.py")), *ROOM.glob("*.py")]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOM)))
def test_no_float_is_written_or_made(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float)), node.lineno
        assert not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float")


def questions() -> Iterator[AuditTimeQuestion]:
    reduced = (Adjustment(Decimal("-12.5"), "mature"), Adjustment(Fraction(10, 3), "two buildings"))
    energy = EnergyUse({"energy-consumption": Decimal("20.5"), "energy-types": 3, "significant-energy-uses": 7})
    for audit in AuditKind:
        yield AuditTimeQuestion("iso-9001", 55, audit, adjustments=reduced)
        yield AuditTimeQuestion("iso-iec-27001", 55, audit, adjustments=reduced)
        yield AuditTimeQuestion("iso-50001", 55, audit, energy=energy)
        yield AuditTimeQuestion("iso-22000", 55, audit, food=FoodWork(("CI", "G"), 3))


def exact(derivation: Derivation) -> None:
    for step in derivation.steps:
        for value in (step.value, *step.inputs.values()):
            assert value is None or isinstance(value, int | Fraction | Decimal | str), (step.says, value)


def test_derivations_hold_exact_values(book: RuleBook) -> None:
    for question in questions():
        time = audit_time(question, book)
        exact(time.derivation)
        for days in (time.exact, time.days, time.least, time.on_site, *time.stages, *time.visits):
            assert isinstance(days, Fraction)
    exact(sample_size(26, Occasion.SURVEILLANCE, book.sites()).derivation)
