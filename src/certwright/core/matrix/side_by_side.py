"""The two standards side by side, each row with how far its clauses are enforced."""

from collections.abc import Iterator
from dataclasses import dataclass

from certwright.core.matrix.coverage import ClauseRow, clause_rows
from certwright.packs.model.clauses import ClausePack
from certwright.packs.model.side_by_side import Row, Side, SideBySide


@dataclass(frozen=True, slots=True)
class Pair:
    """One row of the comparison, with the clauses of both sides as the matrices of their standards show them."""

    row: Row
    left: tuple[ClauseRow, ...]
    right: tuple[ClauseRow, ...]


def pairs(comparison: SideBySide, left: ClausePack, right: ClausePack) -> Iterator[Pair]:
    """Every row of the comparison, in its order."""
    of_left = {row.clause.id: row for row in clause_rows(left)}
    of_right = {row.clause.id: row for row in clause_rows(right)}
    for row in comparison.rows:
        yield Pair(row, _of(row.left, of_left), _of(row.right, of_right))


def _of(side: Side, rows: dict[str, ClauseRow]) -> tuple[ClauseRow, ...]:
    return tuple(rows[clause] for clause in side.clauses if clause in rows)
