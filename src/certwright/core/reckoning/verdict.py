"""Whether specimens meet a criterion of a scheme: measured values against limits, failures against those allowed.

ISO/IEC 17065:2012 7.4.4, 7.4.9: every requirement gets a verdict, met or not met. Values are compared as reported
(simple acceptance): measurement uncertainty counts only as far as the scheme's limits already take it in.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from certwright.core.reckoning.settle import settled_number
from certwright.packs.adoption import Value
from certwright.packs.model.scheme.requirements import Criterion, QuantityLimit


@dataclass(frozen=True, slots=True)
class Breach:
    """A measured value outside its bounds. ``specimen`` counts from 0 in the order given; ``value`` may be missing."""

    specimen: int
    quantity: str
    unit: str
    value: Fraction | None
    at_least: Fraction | None
    at_most: Fraction | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a requirement is met, with every breach found and how many specimens failed of how many."""

    met: bool
    failed: int
    tested: int
    wanted: int
    breaches: tuple[Breach, ...]


def measured(
    criterion: Criterion, specimens: Sequence[Mapping[str, Fraction]], settled: Mapping[str, Value]
) -> Verdict:
    """The verdict on measured ``specimens``: for each, quantity → value in the criterion's unit.

    A quantity that was not measured is a breach; fewer specimens than the criterion wants are never enough.
    """
    breaches = tuple(
        breach
        for at, values in enumerate(specimens)
        for limit in criterion.limits
        for breach in _breach(at, limit, values.get(limit.quantity), settled)
    )
    wanted = int(settled_number(criterion.specimens, settled)) if criterion.specimens is not None else 1
    failed = len({breach.specimen for breach in breaches})
    met = failed <= criterion.most_failures and len(specimens) >= wanted
    return Verdict(met, failed, len(specimens), wanted, breaches)


def _breach(at: int, limit: QuantityLimit, value: Fraction | None, settled: Mapping[str, Value]) -> Iterable[Breach]:
    least = settled_number(limit.at_least, settled) if limit.at_least is not None else None
    most = settled_number(limit.at_most, settled) if limit.at_most is not None else None
    too_small = value is not None and least is not None and value < least
    too_large = value is not None and most is not None and value > most
    if value is None or too_small or too_large:
        yield Breach(at, limit.quantity, limit.unit, value, least, most)
