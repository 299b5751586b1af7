"""How evaluation is separated from decision, told from the rules in force (S5). It differs between the standards."""

from collections.abc import Iterator

from certwright.core.rules import RULES, Rule

SEPARATING = (
    "review.reviewer-did-not-evaluate",
    "review.reviewer-outside-the-team",
    "decision.independent-of-evaluation",
    "decision.reviewer-may-decide",
    "decision.deciders-belong-to-the-body",
    "decision.deciders-are-competent",
    "decision.rests-on-a-review",
    "surveillance.maintained-on-a-positive-conclusion",
    "surveillance.leader-concludes",
)
"""The rules that keep evaluation, review and decision apart, in the order of the process."""


def separation(cited_as: str) -> Iterator[tuple[Rule, tuple[str, ...]]]:
    """The rules that separate evaluation from decision under a standard (``17065:2012``), each with its clauses."""
    for rule_id in SEPARATING:
        rule = RULES[rule_id]
        clauses = tuple(clause.partition(" ")[2] for clause in rule.asks if clause.startswith(f"{cited_as} "))
        if clauses:
            yield rule, clauses
