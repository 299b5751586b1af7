"""The verdicts that follow from measured values: what a scheme's limits say of each line of results.

ISO/IEC 17065:2012 7.4.4, 7.4.9. A line without a verdict that states a value gets the one its limit gives it, with unit
and limit written out. Where the scheme leaves it to a person, or something is missing, the verdict stays open: nobody
is spared saying it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.reading import Bounds, NotAReading, bounds, holds, limit_said, read_reading
from certwright.core.reckoning.settle import settled_number
from certwright.packs.adoption import Value
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.requirements import Criterion, QuantityLimit, Requirement, VerdictForm

Line = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity of a requirement that is measured: its limit in words (``says``) and figures, on how many specimens.

    ``within`` is ``None`` where the body has not settled the limit, ``left_to_people`` where some specimens may fail:
    only a person can say the verdict then.
    """

    requirement: str
    limit: QuantityLimit
    within: Bounds | None
    says: str
    specimens: int
    left_to_people: bool = False


def measures(requirement: Requirement, settled: Mapping[str, Value]) -> tuple[Measure, ...]:
    """What is measured for a requirement, in the scheme's order; nothing where a person judges or counts."""
    criterion = requirement.criterion
    if criterion is None or criterion.verdict is not VerdictForm.MEASURED:
        return ()
    return tuple(_measure(requirement.id, limit, criterion, settled) for limit in criterion.limits)


def _measure(name: str, limit: QuantityLimit, criterion: Criterion, settled: Mapping[str, Value]) -> Measure:
    try:
        wanted = int(settled_number(criterion.specimens, settled)) if criterion.specimens is not None else 1
    except CannotReckon:
        wanted = 1
    try:
        within = bounds(limit, settled)
    except CannotReckon:
        return Measure(name, limit, None, f"{limit.quantity} ({limit.unit})", wanted)
    return Measure(name, limit, within, limit_said(limit, within), wanted, criterion.most_failures > 0)


def measure_of(line: Line, among: Sequence[Measure]) -> Measure | None:
    """The measure a line is about: the one whose limit it names, or the only one there is."""
    named = next((one for one in among if one.says == line.get("limit")), None)
    return named or (among[0] if len(among) == 1 else None)


def with_verdicts(
    lines: Sequence[Line], scheme: ProductScheme, settled: Mapping[str, Value]
) -> tuple[dict[str, Any], ...]:
    """The lines with the verdicts that follow from their values; what somebody said stays as they said it.

    A value within its limit is *met* only when every specimen the scheme wants was measured. Schemes that let some
    specimens fail leave the verdict to a person.
    """
    known = {each.id: measures(each, settled) for each in scheme.requirements}
    counted = Counter(_group(line, known) for line in lines if line.get("value"))
    seen: Counter[tuple[Any, ...]] = Counter()
    found = []
    for line in lines:
        group = _group(line, known)
        seen[group] += bool(line.get("value"))
        measure = measure_of(line, known.get(str(line.get("requirement")), ()))
        found.append(dict(line) if measure is None else _judged(line, measure, seen[group], counted[group]))
    return tuple(found)


def _group(line: Line, known: Mapping[str, Sequence[Measure]]) -> tuple[Any, ...]:
    name = str(line.get("requirement"))
    measure = measure_of(line, known.get(name, ()))
    return name, measure.says if measure else None, line.get("sample")


def _judged(line: Line, measure: Measure, at: int, measured: int) -> dict[str, Any]:
    """A line about a measure, of which it is value number ``at`` of ``measured``.

    A line with its verdict is what somebody wrote; only one that names the very limit is written out all the same.
    """
    if line.get("verdict") and line.get("limit") != measure.says:
        return dict(line)
    try:
        reading = read_reading(str(line.get("value") or ""), measure.limit.unit)
    except NotAReading:
        return dict(line)
    which = f" (specimen {at})" if measure.specimens > 1 else ""
    told = {**line, "value": f"{reading.written} {measure.limit.unit}{which}", "limit": measure.says}
    if line.get("verdict") or measure.within is None or measure.left_to_people:
        return told
    inside = holds(reading, measure.within)
    if inside is False:
        return {**told, "verdict": "not-met"}
    return {**told, "verdict": "met"} if inside and measured >= measure.specimens else told
