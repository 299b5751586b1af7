"""Who took part in an evaluation. The two standards draw the circle differently (corrections, 10)."""

from collections.abc import Iterable

from certwright.core.dossiers.assignment import Assignment

BYSTANDERS = frozenset({"observer", "guide", "interpreter"})
"""Roles without influence on the result (ISO/IEC 17021-1 9.2.2.2)."""


def evaluators_of(assignments: Iterable[Assignment]) -> frozenset[str]:
    """Everybody who took part in the evaluation these assignments are.

    ISO/IEC 17065 (7.5.1, 7.6.2; R-11): whoever planned samples on the spot, tested, inspected, audited, assessed or
    wrote the report. ISO/IEC 17021-1 (9.5.1.1; SD01): every member of the audit team, experts and trainees included. In
    both, observers, guides and interpreters take no part; whoever produced results or the report does, in any role.
    """
    found: set[str] = set()
    for assignment in assignments:
        bystanders = {member.person for member in assignment.members if member.role in BYSTANDERS}
        produced = {made.whose for made in assignment.results} | {made.author for made in assignment.reports}
        found |= (assignment.team - bystanders) | produced
    return frozenset(found)
