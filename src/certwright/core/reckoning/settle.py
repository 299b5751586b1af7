"""Reading values that a pack may leave to the body: given in the pack, or settled on adoption."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from certwright.core.reckoning.derivation import CannotReckon
from certwright.packs.adoption import Value
from certwright.packs.model.base import Confidence, Source
from certwright.packs.model.period import Period, months, read_period
from certwright.packs.model.uncertain import Uncertain

ADOPTION = Source(document="Adoption of the pack", confidence=Confidence.VERIFIED)


def settled_value(open_value: Uncertain, settled: Mapping[str, Value]) -> Value:
    """What the body set for an uncertain value. Raises :class:`~.derivation.CannotReckon` if it set nothing."""
    if open_value.uncertain not in settled:
        raise CannotReckon("adoption.value-not-set", open_value.uncertain, ADOPTION, {"name": open_value.uncertain})
    return settled[open_value.uncertain]


def settled_period(given: Period | Uncertain, settled: Mapping[str, Value]) -> Period:
    """A period of the pack, or the one the body settled: as text (``30 days``), or a whole number of months."""
    if isinstance(given, Period):
        return given
    value = settled_value(given, settled)
    if isinstance(value, int) and not isinstance(value, bool):
        return months(value)
    try:
        return read_period(str(value))
    except ValueError as error:
        raise CannotReckon("adoption.not-a-period", given.uncertain, ADOPTION, {"value": str(value)}) from error


def settled_number(given: Fraction | int | Uncertain, settled: Mapping[str, Value]) -> Fraction:
    """An exact number of the pack, or the one the body settled."""
    if not isinstance(given, Uncertain):
        return Fraction(given)
    value = settled_value(given, settled)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise CannotReckon("adoption.not-a-number", given.uncertain, ADOPTION, {"value": str(value)})
    return Fraction(value)
