"""Plans for the lots of a continuing series, indexed by acceptance quality limit (ISO 2859-1, ANSI/ASQ Z1.4).

Lot size and inspection level give the code letter; letter, AQL and severity give the plan. Where the table shows an
arrow, sample size and numbers are those of the plan the arrow leads to. A sample as large as the lot takes all items.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from certwright.core.reckoning.acceptance.admissible import NOTHING_SETTLED, check_lot, check_settled, column_of
from certwright.core.reckoning.acceptance.plan import EVERY_CLASS, Counting, Index, Plan, PlanIdentity
from certwright.core.reckoning.derivation import CannotReckon, Trail
from certwright.packs.model.acceptance_sampling import AqlScheme, Severity
from certwright.packs.model.master_table import UNKNOWN, Letter, MasterTable


@dataclass(frozen=True, slots=True, kw_only=True)
class AqlRequest:
    """What a plan is asked for: lot size in items, inspection level, AQL per 100 items, severity, class, counting."""

    lot_size: int
    level: str
    aql: str
    severity: Severity = Severity.NORMAL
    nonconformity_class: str = EVERY_CLASS
    counting: Counting = Counting.ITEMS


def plan_by_aql(scheme: AqlScheme, request: AqlRequest, settled: Mapping[str, object] = NOTHING_SETTLED) -> Plan:
    """The single sampling plan that ``scheme`` prescribes for the lot.

    ``settled`` are the values that the body set when it adopted the scheme's pack. Raises :class:`CannotReckon` for a
    lot of fewer than two items, an unknown level or AQL, an AQL too high to count items, a table that is not settled,
    and a cell that nobody could tell us.
    """
    trail = Trail()
    letter = code_letter(scheme, request, trail)
    return plan_from_letter(scheme, request, letter, trail, settled)


def code_letter(scheme: AqlScheme, request: AqlRequest, trail: Trail) -> Letter:
    """The sample size code letter of the lot. It never depends on severity, AQL or class."""
    check_lot(request.lot_size, scheme.code_letters.source)
    try:
        column = scheme.inspection_levels.index(request.level)
    except ValueError:
        inputs = {"level": request.level, "levels": ", ".join(scheme.inspection_levels)}
        source = scheme.clauses.inspection_level
        raise CannotReckon("acceptance-sampling.level-unknown", "level", source, inputs) from None
    row = next((row for row in scheme.code_letters.rows if row.holds(request.lot_size)), None)
    if row is None:
        inputs_of_lot = {"lot": request.lot_size}
        raise CannotReckon("acceptance-sampling.lot-outside-table", "lot", scheme.code_letters.source, inputs_of_lot,
                           "manual-value")
    return trail.step("acceptance-sampling.code-letter", row.letters[column], "code letter", scheme.code_letters.source,
                      lot=request.lot_size, level=request.level, lot_min=row.lot_min, lot_max=row.lot_max)


def plan_from_letter(
    scheme: AqlScheme, request: AqlRequest, letter: Letter, trail: Trail, settled: Mapping[str, object]
) -> Plan:
    """The plan that the master table holds for ``letter``, where the letter is already known."""
    trail.reads(scheme.pack, scheme.edition)
    table = _table(scheme, request.severity, settled)
    column = column_of(request.aql, scheme.columns, "aql", scheme.clauses.quality_series)
    _check_counting(scheme, request)
    letters = _follow(table, letter, column, request, trail)
    n, ac, re = _numbers(table, letters[-1], column)
    trail.step("acceptance-sampling.plan", n, "items", table.source, letter=letters[-1], aql=request.aql,
               severity=request.severity, ac=ac, re=re)
    _warn_of_dispute(scheme, table, letters, column, trail)
    if n >= request.lot_size:
        n = trail.step("acceptance-sampling.every-item", request.lot_size, "items", scheme.clauses.whole_lot,
                       n=n, lot=request.lot_size)
    clauses = scheme.clauses
    judged_by = clauses.reduced_gap if clauses.reduced_gap and re > ac + 1 else clauses.acceptability
    return Plan(identity=_identity(scheme, table, column, request), lot_size=request.lot_size, letters=letters,
                n=n, ac=ac, re=re, judged_by=judged_by, derivation=trail.derivation())


def counting_of(scheme: AqlScheme, aql: str) -> Counting:
    """What is counted where nobody said it: items as far as the document allows, above that nonconformities."""
    column_of(aql, scheme.columns, "aql", scheme.clauses.quality_series)
    return Counting.ITEMS if Decimal(aql) <= Decimal(scheme.items_up_to) else Counting.NONCONFORMITIES


def _table(scheme: AqlScheme, severity: Severity, settled: Mapping[str, object]) -> MasterTable:
    table = scheme.tables.get(severity)
    if table is None:
        raise CannotReckon("acceptance-sampling.severity-not-tabulated", "severity", scheme.sources[0],
                           {"severity": severity}, "manual-value")
    check_settled(table.needs, settled, table.source)
    return table


def _check_counting(scheme: AqlScheme, request: AqlRequest) -> None:
    if request.counting is Counting.ITEMS and counting_of(scheme, request.aql) is not Counting.ITEMS:
        inputs = {"aql": request.aql, "items_up_to": scheme.items_up_to}
        raise CannotReckon("acceptance-sampling.aql-not-in-items", "counting", scheme.clauses.counting, inputs)


def _follow(
    table: MasterTable, letter: Letter, column: int, request: AqlRequest, trail: Trail
) -> tuple[Letter, ...]:
    letters = table.path(letter, column)
    if len(letters) > 1:
        trail.step("acceptance-sampling.arrow", letters[-1], "code letter", table.source, letter=letter,
                   aql=request.aql, arrows=len(letters) - 1)
    if table.rows[letters[-1]][column] == UNKNOWN:
        inputs = {"letter": letters[-1], "aql": request.aql, "table": table.name}
        raise CannotReckon("acceptance-sampling.plan-not-held", "aql", table.source, inputs, "manual-value")
    return letters


def _numbers(table: MasterTable, letter: Letter, column: int) -> tuple[int, int, int]:
    """Sample size, acceptance and rejection number of a cell that holds a plan."""
    ac, re = table.rows[letter][column].split("/")
    return table.sizes[letter], int(ac), int(re)


def _warn_of_dispute(
    scheme: AqlScheme, table: MasterTable, letters: tuple[Letter, ...], column: int, trail: Trail
) -> None:
    """Where public sources disagree about the lot's cell, say what the other reading would give."""
    letter, aql, dispute = letters[0], scheme.aql_series[column], table.dispute
    if dispute is None or not any(cell.letter == letter and cell.aql == aql for cell in dispute.cells):
        return
    other = table.path(letter, column, dispute.other)[-1]
    n, ac, re = _numbers(table, other, column)
    trail.step("acceptance-sampling.sources-disagree", table.sizes[letters[-1]], "items", dispute.source,
               letter=letter, aql=aql, other_letter=other, other_n=n, other_ac=ac, other_re=re)


def _identity(scheme: AqlScheme, table: MasterTable, column: int, request: AqlRequest) -> PlanIdentity:
    return PlanIdentity(
        document=scheme.document,
        table=table.name,
        index=Index.AQL,
        quality=scheme.aql_series[column],
        level=request.level,
        severity=request.severity,
        nonconformity_class=request.nonconformity_class,
        counting=request.counting,
    )
