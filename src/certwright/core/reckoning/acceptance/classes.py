"""Plans for several nonconformity classes of one lot: each has its own AQL and severity.

Either each class is inspected on its own sample size, or the code letter of the largest sample serves all classes
(the document allows that where the responsible authority designates it). A class in which the scheme lets nothing
pass has no AQL: the scheme itself says how many items are inspected.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from certwright.core.reckoning.acceptance.admissible import NOTHING_SETTLED
from certwright.core.reckoning.acceptance.aql import AqlRequest, plan_by_aql, plan_from_letter
from certwright.core.reckoning.acceptance.code_letter import code_letter
from certwright.core.reckoning.acceptance.plan import Counting, Index, Plan, PlanIdentity
from certwright.core.reckoning.derivation import CannotReckon, Trail
from certwright.packs.model.acceptance_sampling import AqlScheme
from certwright.packs.model.base import Source
from certwright.packs.model.master_table import NO_PLAN, Letter


class Sizing(StrEnum):
    """How the sample sizes of several classes go together."""

    OWN_SIZES = "own-sizes"
    ONE_LETTER = "one-letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class ZeroAcceptance:
    """A class in which no nonconforming item passes among ``n`` inspected, or in the whole lot if ``n`` is ``None``,
    because ``source`` (the scheme) says so."""

    lot_size: int
    nonconformity_class: str
    n: int | None
    source: Source


ClassRequest = AqlRequest | ZeroAcceptance


def plans_by_class(
    scheme: AqlScheme,
    requests: Sequence[ClassRequest],
    sizing: Sizing,
    settled: Mapping[str, object] = NOTHING_SETTLED,
) -> tuple[Plan, ...]:
    """One plan for each class, in the order asked. The sample to draw is the largest ``n``; a class with a smaller
    one is judged on the items drawn first.

    Raises :class:`CannotReckon` as :func:`~.aql.plan_by_aql` does, and if the requests are not about different
    classes of one lot at one level.
    """
    _check_one_lot(scheme, requests)
    plans = [_plan(scheme, request, settled) for request in requests]
    if sizing is Sizing.ONE_LETTER:
        plans = _at_one_letter(scheme, requests, plans, settled)
    return tuple(plans)


def plan_for_zero_acceptance(request: ZeroAcceptance) -> Plan:
    """The plan that accepts the lot without a single nonconforming item among those the scheme wants inspected.

    Raises :class:`CannotReckon` unless 1 ≤ ``n`` ≤ lot size.
    """
    n = request.lot_size if request.n is None else request.n
    if not 1 <= n <= request.lot_size:
        raise CannotReckon(
            "acceptance-sampling.sample-not-in-lot", "n", request.source, {"n": n, "lot": request.lot_size}
        )
    trail = Trail()
    trail.step(
        "acceptance-sampling.zero-acceptance",
        n,
        "items",
        request.source,
        lot=request.lot_size,
        nonconformity_class=request.nonconformity_class,
    )
    identity = PlanIdentity(
        document=request.source.document,
        table=request.source.clause or "",
        index=Index.SCHEME,
        quality=None,
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
        ac=0,
        re=1,
        judged_by=request.source,
        derivation=trail.derivation(),
    )


def _plan(scheme: AqlScheme, request: ClassRequest, settled: Mapping[str, object]) -> Plan:
    if isinstance(request, ZeroAcceptance):
        return plan_for_zero_acceptance(request)
    return plan_by_aql(scheme, request, settled)


def _check_one_lot(scheme: AqlScheme, requests: Sequence[ClassRequest]) -> None:
    names = [request.nonconformity_class for request in requests]
    lots = {request.lot_size for request in requests}
    levels = {request.level for request in requests if isinstance(request, AqlRequest)}
    if len(set(names)) < len(names) or len(lots) > 1 or len(levels) > 1:
        inputs = {
            "classes": ", ".join(names),
            "lots": ", ".join(map(str, sorted(lots))),
            "levels": ", ".join(sorted(levels)),
        }
        source = scheme.clauses.several_classes
        raise CannotReckon("acceptance-sampling.classes-of-several-lots", "nonconformity_class", source, inputs)


def _at_one_letter(
    scheme: AqlScheme, requests: Sequence[ClassRequest], plans: list[Plan], settled: Mapping[str, object]
) -> list[Plan]:
    """Look every class up again at the letter of the largest sample, until no arrow leads to a larger one."""
    while True:
        sizes = {
            (scheme.tables[plan.identity.severity].sizes[plan.plan_letter], plan.plan_letter)
            for plan in plans
            if plan.identity.severity and plan.plan_letter
        }
        if not sizes:
            return plans
        _, letter = max(sizes)
        again = [
            _at_letter(scheme, request, plan, letter, settled) for request, plan in zip(requests, plans, strict=True)
        ]
        if [plan.letters for plan in again] == [plan.letters for plan in plans]:
            return again
        plans = again


def _at_letter(
    scheme: AqlScheme, request: ClassRequest, plan: Plan, letter: Letter, settled: Mapping[str, object]
) -> Plan:
    """The class's plan at the common letter; its own plan where the table has no row or cell for that letter."""
    if isinstance(request, ZeroAcceptance):
        return plan
    table, column = scheme.tables[request.severity], scheme.columns[Decimal(request.aql)]
    if letter not in table.rows or table.rows[letter][column] == NO_PLAN:
        return plan
    trail = Trail()
    own = code_letter(scheme, request.lot_size, request.level, trail)
    if own == letter:
        return plan
    trail.step("acceptance-sampling.one-letter", letter, "code letter", scheme.clauses.several_classes, own=own)
    common = plan_from_letter(scheme, request, letter, trail, settled)
    return replace(common, letters=(own, *common.letters))
