"""A cell of a master table → the plan it holds or its arrow leads to. The plan's sample size is its own letter's."""

from dataclasses import dataclass

from certwright.core.reckoning.derivation import CannotReckon, Input, Trail
from certwright.packs.model.acceptance_sampling import AqlScheme, Severity
from certwright.packs.model.master_table import UNKNOWN, Letter, MasterTable


@dataclass(frozen=True, slots=True)
class TabledPlan:
    """Sample size, acceptance and rejection number as tabled, and the letters read on the way to them."""

    letters: tuple[Letter, ...]
    n: int
    ac: int
    re: int


def tabled_plan(scheme: AqlScheme, severity: Severity, letter: Letter, column: int, trail: Trail) -> TabledPlan:
    """The plan for ``letter`` and the AQL at place ``column`` of the series.

    Where public sources disagree about the cell, a step says what the other reading would give. Raises
    :class:`CannotReckon` where nobody could tell us what the cell holds.
    """
    table, aql = scheme.tables[severity], scheme.aql_series[column]
    letters = table.path(letter, column)
    last = letters[-1]
    if table.rows[last][column] == UNKNOWN:
        inputs = {"letter": last, "aql": aql, "table": table.name}
        raise CannotReckon("acceptance-sampling.plan-not-held", "aql", table.source, inputs, needs="manual-value")
    if len(letters) > 1:
        trail.step("acceptance-sampling.arrow", last, "code letter", table.source, letter=letter, aql=aql)
    found = _read(table, letters, column)
    told: dict[str, Input] = {"letter": last, "aql": aql, "severity": severity, "ac": found.ac, "re": found.re}
    trail.step("acceptance-sampling.plan", found.n, "items", table.source, **told)
    _tell_dispute(table, found, column, aql, trail)
    return found


def _read(table: MasterTable, letters: tuple[Letter, ...], column: int) -> TabledPlan:
    ac, re = table.rows[letters[-1]][column].split("/")
    return TabledPlan(letters, table.sizes[letters[-1]], int(ac), int(re))


def _tell_dispute(table: MasterTable, held: TabledPlan, column: int, aql: str, trail: Trail) -> None:
    dispute, letter = table.dispute, held.letters[0]
    if dispute is None or not any(cell.letter == letter and cell.aql == aql for cell in dispute.cells):
        return
    other = _read(table, table.path(letter, column, dispute.other), column)
    told = {"letter": letter, "aql": aql, "other_letter": other.letters[-1]}
    numbers = {"other_n": other.n, "other_ac": other.ac, "other_re": other.re}
    trail.step("acceptance-sampling.sources-disagree", held.n, "items", dispute.source, **told, **numbers)
