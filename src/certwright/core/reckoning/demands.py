"""What every reckoning demands of its inputs: whole numbers where persons are meant, shares within bounds, reasons.

Each function answers the exact value, or raises :class:`~.derivation.CannotReckon` with the document that demands it.
"""

from fractions import Fraction

from certwright.core.reckoning.derivation import CannotReckon, Exact
from certwright.packs.model.base import Source


def exact(value: Exact) -> Fraction:
    """``value`` as a fraction. Raises ``TypeError`` for a binary float or a truth value: neither is a number here."""
    if isinstance(value, float | bool):
        raise TypeError(f"{value!r} is not an exact number; give a whole number, a Decimal or a Fraction")
    return Fraction(value)


def whole(value: Exact, field: str, source: Source, least: int = 1) -> int:
    """``value`` as a whole number of at least ``least``."""
    number = exact(value)
    if number.denominator != 1:
        raise CannotReckon("input.not-whole", field, source, {"field": field, "given": number})
    if number < least:
        raise CannotReckon("input.too-small", field, source, {"field": field, "given": number, "least": least})
    return int(number)


def amount(value: Exact, field: str, source: Source) -> Fraction:
    """``value`` as a number above zero."""
    number = exact(value)
    if number <= 0:
        raise CannotReckon("input.not-positive", field, source, {"field": field, "given": number})
    return number


def not_negative(value: Exact, field: str, source: Source) -> Fraction:
    """``value`` as a number of at least zero."""
    number = exact(value)
    if number < 0:
        raise CannotReckon("input.too-small", field, source, {"field": field, "given": number, "least": 0})
    return number


def percent(value: Exact, field: str, source: Source, most: Exact = 100) -> Fraction:
    """``value`` as per cent from 0 to ``most``, both included."""
    number = exact(value)
    if not 0 <= number <= most:
        raise CannotReckon("input.percent-outside", field, source, {"field": field, "given": number, "most": most})
    return number


def reason(text: str, field: str, source: Source) -> str:
    """``text`` without surrounding blanks; it must say something."""
    if not (stripped := text.strip()):
        raise CannotReckon("input.reason-missing", field, source, {"field": field})
    return stripped
