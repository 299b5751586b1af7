"""The range of adjustment that business and IT complexity suggest for an ISMS (ISO/IEC 27006, informative method).

Six factors are graded 1 to 3; the sums fall into classes, and a grid gives a range in per cent for each pair of
classes. It is a help for the reviewer, who still states the adjustment and its reasons; the limit stays what it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from certwright.core.reckoning.demands import whole
from certwright.core.reckoning.derivation import CannotReckon, Derivation, Exact, Trail
from certwright.core.reckoning.rule_book import Rules
from certwright.packs.model.audit_time_methods import AdjustmentGrid


@dataclass(frozen=True, slots=True)
class SuggestedRange:
    """From ``least`` to ``most`` per cent of the table time, both included; negative is a reduction."""

    least: Fraction
    most: Fraction
    derivation: Derivation


def suggested_adjustment(business: Sequence[Exact], it: Sequence[Exact], rules: Rules) -> SuggestedRange:
    """The range for these grades, in the order in which the pack lists the factors.

    Raises CannotReckon where the pack has no grid, and for grades that are missing or not 1, 2 or 3.
    """
    grid = rules.pack.adjustment_grid
    if grid is None:
        raise CannotReckon("grid.none", "standard", rules.pack.sources[0], {"standard": rules.standard})
    trail = Trail()
    trail.reads(rules.pack.pack, rules.pack.edition)
    classes = (
        _class("business", business, len(grid.business_factors), grid, trail),
        _class("it", it, len(grid.it_factors), grid, trail),
    )
    cell = next(cell for cell in grid.cells if (cell.business, cell.it) == classes)
    trail.step(
        "grid.range",
        cell.least_percent,
        "per cent",
        grid.source,
        most=cell.most_percent,
        business=cell.business,
        it=cell.it,
    )
    return SuggestedRange(cell.least_percent, cell.most_percent, trail.derivation())


def _class(side: str, grades: Sequence[Exact], factors: int, grid: AdjustmentGrid, trail: Trail) -> str:
    values = [whole(grade, side, grid.source) for grade in grades]
    if len(values) != factors or max(values) > 3:
        raise CannotReckon("grid.grades", side, grid.source, {"side": side, "factors": factors})
    total = sum(values)
    found = next(each.name for each in grid.grades if each.low <= total <= each.high)
    return trail.step("grid.class", found, "class", grid.source, side=side, total=total)
