"""The clause matrix follows from packs and rules; what it claims to be enforced in full is."""

import pytest

from certwright.core.matrix import Enforcement, clause_rows, pairs, separation
from certwright.core.matrix.in_full import IN_FULL
from certwright.core.rules import RULES
from certwright.packs import shipped
from certwright.packs.citation import cited
from certwright.packs.model.clauses import Answer, ClausePack
from certwright.packs.model.side_by_side import SideBySide

STANDARDS = {pack.cited_as: pack for pack in shipped.library().of_kind(ClausePack)}


def test_every_clause_of_both_standards_has_its_row() -> None:
    """172 and 195 entries (issue 3, item 6)."""
    assert {name: len(clause_rows(pack)) for name, pack in STANDARDS.items()} == {
        "17065:2012": 172,
        "17021-1:2015": 195,
    }


@pytest.mark.parametrize("name", STANDARDS)
def test_a_clause_shows_exactly_the_rules_that_cite_it(name: str) -> None:
    packs = list(STANDARDS.values())
    citing = {
        (clause.id, rule.id)
        for rule in RULES.values()
        for citation in rule.asks
        if citation.startswith(f"{name} ")
        for clause in cited(citation, packs)
    }
    rows = clause_rows(STANDARDS[name])
    assert {(row.clause.id, rule.id) for row in rows for rule in row.rules} == citing


@pytest.mark.parametrize(("clause", "rules"), IN_FULL.items())
def test_what_is_enforced_in_full_names_rules_that_cite_it(clause: str, rules: tuple[str, ...]) -> None:
    assert rules
    assert [rule for rule in rules if clause not in RULES[rule].asks] == []


def test_a_clause_without_a_rule_is_open_unless_a_procedure_of_the_body_answers_it() -> None:
    for pack in STANDARDS.values():
        for row in clause_rows(pack):
            if row.rules:
                assert row.enforcement in {Enforcement.IN_FULL, Enforcement.IN_PART}
            elif row.clause.answer is Answer.DOCUMENT:
                assert row.enforcement is Enforcement.PROCEDURE
            else:
                assert row.enforcement is Enforcement.OPEN


def test_both_standards_side_by_side_in_78_rows_each_with_its_clauses() -> None:
    comparison = next(iter(shipped.library().of_kind(SideBySide)))
    left, right = STANDARDS["17065:2012"], STANDARDS["17021-1:2015"]
    found = list(pairs(comparison, left, right))
    assert len(found) == 78
    for pair in found:
        assert [row.clause.id for row in pair.left] == list(pair.row.left.clauses)
        assert [row.clause.id for row in pair.right] == list(pair.row.right.clauses)


def test_separation_differs_between_the_standards() -> None:
    """Only ISO/IEC 17065 makes a separate review explicit; only 17021-1 keeps on the leader's conclusion."""
    of_products = {rule.id for rule, _ in separation("17065:2012")}
    of_systems = {rule.id for rule, _ in separation("17021-1:2015")}
    assert "review.reviewer-did-not-evaluate" in of_products - of_systems
    assert "surveillance.maintained-on-a-positive-conclusion" in of_systems - of_products
    assert "decision.independent-of-evaluation" in of_products & of_systems
