"""Plans for isolated lots, indexed by limiting quality (ISO 2859-2, procedure A).

For a lot that stands alone, is resubmitted, or belongs to a series too short for switching rules. The limiting quality
is one the consumer does not want to accept; it should be at least three times the quality really wanted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

from certwright.core.reckoning.acceptance.admissible import NOTHING_SETTLED, check_lot, check_settled, column_of
from certwright.core.reckoning.acceptance.characteristic import Hypergeometric
from certwright.core.reckoning.acceptance.plan import EVERY_CLASS, Counting, Index, Plan, PlanIdentity
from certwright.core.reckoning.derivation import CannotReckon, Trail
from certwright.packs.model.limiting_quality import LqPlan, LqPlans

_PERMILLE_OF_A_PERCENT = Decimal("0.001")


@dataclass(frozen=True, slots=True, kw_only=True)
class LqRequest:
    """What a plan is asked for: lot size in items, limiting quality in per cent nonconforming, class."""

    lot_size: int
    limiting_quality: str
    nonconformity_class: str = EVERY_CLASS


def plan_by_limiting_quality(
    plans: LqPlans, request: LqRequest, settled: Mapping[str, object] = NOTHING_SETTLED
) -> Plan:
    """The plan for an isolated lot. Its last step is the consumer's risk, reckoned for this very lot.

    Raises :class:`CannotReckon` for a lot outside the table, a limiting quality that does not exist, and a table that
    is not settled.
    """
    check_settled(plans.needs, settled, plans.source)
    check_lot(request.lot_size, plans.source)
    column = column_of(request.limiting_quality, plans.columns, "lq", plans.source)
    trail = Trail()
    trail.reads(plans.pack, plans.edition)
    found = _tabled(plans, request.lot_size, column)
    n, ac = (found.n, found.ac) if found else (request.lot_size, 0)
    lq = plans.lq_series[column]
    n = trail.step("acceptance-sampling.lq-plan", n, "items", plans.source, lot=request.lot_size, lq=lq, ac=ac)
    if found and n >= request.lot_size:
        n = trail.step(
            "acceptance-sampling.every-item", request.lot_size, "items", plans.source, n=n, lot=request.lot_size
        )
    _tell_risk(plans, request.lot_size, lq, Hypergeometric(request.lot_size, n, ac), trail)
    identity = PlanIdentity(
        document=plans.document,
        table=f"{plans.source.clause or ''} {plans.procedure}".strip(),
        index=Index.LQ,
        quality=lq,
        level=None,
        severity=None,
        nonconformity_class=request.nonconformity_class,
        counting=Counting.ITEMS,
    )
    return Plan(
        identity=identity,
        lot_size=request.lot_size,
        letters=(),
        n=n,
        ac=ac,
        re=ac + 1,
        judged_by=plans.acceptability,
        derivation=trail.derivation(),
    )


def _tabled(plans: LqPlans, lot_size: int, column: int) -> LqPlan | None:
    row = next((row for row in plans.rows if row.holds(lot_size)), None)
    if row is None:
        inputs = {"lot": lot_size, "least": plans.rows[0].lot_min, "most": plans.rows[-1].lot_max}
        raise CannotReckon("acceptance-sampling.lot-outside-table", "lot", plans.source, inputs, "manual-value")
    return row.plans[column]


def _tell_risk(plans: LqPlans, lot_size: int, lq: str, characteristic: Hypergeometric, trail: Trail) -> None:
    """The chance that a lot at limiting quality is accepted, in per cent, never told smaller than it is."""
    bad = characteristic.nonconforming_at(Fraction(lq))
    risk = 100 * characteristic.acceptance_with(max(bad, 1))
    told = (Decimal(risk.numerator) / Decimal(risk.denominator)).quantize(_PERMILLE_OF_A_PERCENT, ROUND_CEILING)
    trail.step(
        "acceptance-sampling.consumer-risk",
        told,
        "per cent",
        plans.source,
        lot=lot_size,
        lq=lq,
        nonconforming=max(bad, 1),
    )
