"""Citations such as ``17065:2012 7.6.2``: which clauses of which clause pack they mean."""

from collections.abc import Iterable

from certwright.packs.model.clauses import Clause, ClausePack


class UnknownClause(LookupError):
    """A citation names no clause of the clause packs at hand."""


def cited(citation: str, packs: Iterable[ClausePack]) -> tuple[Clause, ...]:
    """The clauses that a citation means, in the standard's order.

    A citation is the standard with its edition as the pack's ``cited_as`` says, a space, and a clause number. A clause
    that the pack lists means itself; a heading that the pack leaves out (``17065:2012 7.4``) means all clauses below.
    Raises :class:`UnknownClause` for a standard, edition or clause that is not there.
    """
    standard, _, number = citation.partition(" ")
    for pack in packs:
        if pack.cited_as == standard:
            exact = tuple(clause for clause in pack.clauses if clause.id == number)
            found = exact or tuple(clause for clause in pack.clauses if number and _below(number, clause.id))
            if found:
                return found
    raise UnknownClause(f"no clause pack at hand has the clause {citation}")


def _below(heading: str, number: str) -> bool:
    return number.startswith((f"{heading}.", f"{heading} "))
