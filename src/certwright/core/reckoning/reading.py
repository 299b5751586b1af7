"""One reading of a measured quantity, as a laboratory writes it, against one limit of a scheme.

ISO/IEC 17065:2012 7.4.4, 7.4.9. A reading is compared as reported (simple acceptance), like everything in
:mod:`.verdict`: measurement uncertainty counts only as far as the scheme's limit already takes it in.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from certwright.core.reckoning.say.sentence import Language, number
from certwright.core.reckoning.settle import settled_number
from certwright.packs.adoption import Value
from certwright.packs.model.scheme.requirements import QuantityLimit

_READING = re.compile(r"(?P<below><)?\s*(?P<number>[+-]?\d+(?:[.,]\d+)?)\s*(?P<unit>.*)", re.DOTALL)


class NotAReading(ValueError):
    """What was written is no figure in the unit of the limit."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure in the limit's unit. ``below`` says that it lies under the figure: under what the method detects."""

    number: Fraction
    written: str
    below: bool = False


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a limit comes to once the body's own values are settled, both ends included."""

    least: Fraction | None
    most: Fraction | None


def read_reading(text: str, unit: str) -> Reading:
    """A reading as people write it: ``4.1``, ``4,1 kN``, ``< 0.05 mg/kg``.

    Raises:
        NotAReading: it is no figure, or is written in another unit.
    """
    found = _READING.fullmatch(text.strip())
    if found is None or found["unit"].strip() not in ("", unit):
        raise NotAReading(text)
    written = found["number"].replace(",", ".")
    return Reading(Fraction(written), f"{found['below'] or ''}{written}", below=bool(found["below"]))


def bounds(limit: QuantityLimit, settled: Mapping[str, Value]) -> Bounds:
    """The two ends of a limit.

    Raises:
        CannotReckon: the body has not settled one of them.
    """
    least = settled_number(limit.at_least, settled) if limit.at_least is not None else None
    most = settled_number(limit.at_most, settled) if limit.at_most is not None else None
    return Bounds(least, most)


def holds(reading: Reading, limit: Bounds) -> bool | None:
    """Whether a reading lies within a limit; ``None`` where only a person can say.

    What lies below the limit of detection is within an upper limit that is no lower; more cannot be said of it.
    """
    if reading.below:
        return True if limit.least is None and limit.most is not None and reading.number <= limit.most else None
    return (limit.least is None or limit.least <= reading.number) and (
        limit.most is None or reading.number <= limit.most
    )


def limit_said(limit: QuantityLimit, within: Bounds) -> str:
    """A limit as it stands in a result: ``transmitted force ≤ 5 kN``."""
    ends = (("≥", within.least), ("≤", within.most))
    said = [f"{sign} {number(end, Language.ENGLISH)} {limit.unit}" for sign, end in ends if end is not None]
    return f"{limit.quantity} {', '.join(said)}"
