"""Plans for the lots of a continuing series, indexed by acceptance quality limit (ISO 2859-1, ANSI/ASQ Z1.4).

Lot size and inspection level give the code letter; letter, AQL and severity give the plan. Where the table shows an
arrow, sample size and numbers are those of the plan the arrow leads to. A sample as large as the lot takes all items.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from certwright.core.reckoning.acceptance.admissible import NOTHING_SETTLED, check_settled, column_of
from certwright.core.reckoning.acceptance.cell import tabled_plan
from certwright.core.reckoning.acceptance.code_letter import code_letter
from certwright.core.reckoning.acceptance.plan import EVERY_CLASS, Counting, Index, Plan, PlanIdentity
from certwright.core.reckoning.derivation import CannotReckon, Trail
from certwright.packs.model.acceptance_sampling import AqlScheme, Severity
from certwright.packs.model.master_table import Letter, MasterTable


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
    letter = code_letter(scheme, request.lot_size, request.level, trail)
    return plan_from_letter(scheme, request, letter, trail, settled)


def plan_from_letter(
    scheme: AqlScheme, request: AqlRequest, letter: Letter, trail: Trail, settled: Mapping[str, object]
) -> Plan:
    """The plan that the master table holds for ``letter``, where the letter is already known."""
    trail.reads(scheme.pack, scheme.edition)
    clauses = scheme.clauses
    column = column_of(request.aql, scheme.columns, "aql", clauses.quality_series)
    _check_counting(scheme, request)
    table = _table(scheme, request.severity, settled)
    found = tabled_plan(scheme, request.severity, letter, column, trail)
    n = found.n
    if n >= request.lot_size:
        told = {"n": n, "lot": request.lot_size}
        n = trail.step("acceptance-sampling.every-item", request.lot_size, "items", clauses.whole_lot, **told)
    has_gap = found.re > found.ac + 1
    return Plan(
        identity=PlanIdentity(
            document=scheme.document,
            table=table.name,
            index=Index.AQL,
            quality=scheme.aql_series[column],
            level=request.level,
            severity=request.severity,
            nonconformity_class=request.nonconformity_class,
            counting=request.counting,
        ),
        lot_size=request.lot_size,
        letters=found.letters,
        n=n,
        ac=found.ac,
        re=found.re,
        judged_by=clauses.reduced_gap if has_gap and clauses.reduced_gap else clauses.acceptability,
        derivation=trail.derivation(),
    )


def counting_of(scheme: AqlScheme, aql: str) -> Counting:
    """What is counted where nobody said it: items as far as the document allows, above that nonconformities."""
    column_of(aql, scheme.columns, "aql", scheme.clauses.quality_series)
    return Counting.ITEMS if Decimal(aql) <= Decimal(scheme.items_up_to) else Counting.NONCONFORMITIES


def _table(scheme: AqlScheme, severity: Severity, settled: Mapping[str, object]) -> MasterTable:
    table = scheme.tables.get(severity)
    if table is None:
        inputs = {"severity": severity}
        source = scheme.sources[0]
        raise CannotReckon(
            "acceptance-sampling.severity-not-tabulated", "severity", source, inputs, needs="manual-value"
        )
    check_settled(table.needs, settled, table.source)
    return table


def _check_counting(scheme: AqlScheme, request: AqlRequest) -> None:
    if request.counting is Counting.ITEMS and counting_of(scheme, request.aql) is not Counting.ITEMS:
        inputs = {"aql": request.aql, "items_up_to": scheme.items_up_to}
        raise CannotReckon("acceptance-sampling.aql-not-in-items", "counting", scheme.clauses.counting, inputs)
