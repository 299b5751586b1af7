"""Which rules answer which clause, and how far."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from certwright.core.matrix.in_full import IN_FULL
from certwright.core.rules import RULES, Rule
from certwright.packs.citation import UnknownClause, cited
from certwright.packs.model.clauses import Answer, Clause, ClausePack


class Enforcement(StrEnum):
    """How much of a clause the program enforces (corrections, 9)."""

    IN_FULL = "enforced in full"
    IN_PART = "enforced in part"
    PROCEDURE = "procedure only"  # answered by a procedure of the body; nothing to enforce
    OPEN = "open"  # a program could answer it, and this one does not yet


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause with everything in the program that answers it. ``acts`` are the names of the acts its rules judge."""

    cited_as: str
    clause: Clause
    rules: tuple[Rule, ...]
    acts: tuple[str, ...]
    enforcement: Enforcement


def clause_rows(pack: ClausePack) -> tuple[ClauseRow, ...]:
    """The matrix of one standard, in its own order."""
    answering = _answering(pack, RULES.values())
    return tuple(_row(pack, clause, answering.get(clause.id, ())) for clause in pack.clauses)


def _answering(pack: ClausePack, rules: Iterable[Rule]) -> Mapping[str, tuple[Rule, ...]]:
    found: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        for clause_id in {clause.id for citation in rule.asks for clause in _meant(citation, pack)}:
            found[clause_id].append(rule)
    return {clause_id: tuple(sorted(answers, key=lambda rule: rule.id)) for clause_id, answers in found.items()}


def _meant(citation: str, pack: ClausePack) -> tuple[Clause, ...]:
    try:
        return cited(citation, [pack])
    except UnknownClause:
        return ()  # a clause of the other standard


def _row(pack: ClausePack, clause: Clause, rules: tuple[Rule, ...]) -> ClauseRow:
    citation = f"{pack.cited_as} {clause.id}"
    acts = sorted({act.spec.name for rule in rules for act in rule.acts})
    return ClauseRow(citation, clause, rules, tuple(acts), _enforcement(citation, clause, rules))


def _enforcement(citation: str, clause: Clause, rules: tuple[Rule, ...]) -> Enforcement:
    if rules:
        return Enforcement.IN_FULL if citation in IN_FULL else Enforcement.IN_PART
    return Enforcement.PROCEDURE if clause.answer is Answer.DOCUMENT else Enforcement.OPEN
