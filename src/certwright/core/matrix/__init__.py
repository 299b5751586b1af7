"""The live clause matrix: per clause the rules that cite it, the acts they judge, and how much of it is enforced.

Nothing here is kept by hand but one judgement: which clauses are enforced *in full* (:mod:`.in_full`). One rule rarely
covers a clause, and a count of records is not conformity (corrections to the domain papers, 9).
"""

from certwright.core.matrix.coverage import ClauseRow, Enforcement, clause_rows
from certwright.core.matrix.evidence import Evidence, Registered, documents_of
from certwright.core.matrix.separation import separation
from certwright.core.matrix.side_by_side import Pair, pairs

__all__ = [
    "ClauseRow",
    "Enforcement",
    "Evidence",
    "Pair",
    "Registered",
    "clause_rows",
    "documents_of",
    "pairs",
    "separation",
]
