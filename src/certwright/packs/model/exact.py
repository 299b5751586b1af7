"""Exact numbers in packs: whole numbers, decimals and fractions such as ``1/3``; never binary floats.

The pack reader hands decimals over as :class:`~decimal.Decimal`, so ``1.15`` is 23/20 and nothing else. A float would
already have lost that, so it is refused here instead of being guessed back.
"""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, WithJsonSchema

_WRITTEN = re.compile(r"[-+]?[0-9]{1,12}(\.[0-9]{1,12}|/[1-9][0-9]{0,11})?")


def _exact(value: Any) -> Fraction:
    if isinstance(value, str) and _WRITTEN.fullmatch(value):
        return Fraction(value)
    if isinstance(value, int | Decimal | Fraction) and not isinstance(value, bool):
        return Fraction(value)
    raise ValueError("write a whole number, a decimal such as 1.5, or a fraction such as 1/3")


def _not_negative(value: Fraction) -> Fraction:
    if value < 0:
        raise ValueError("the number must not be negative")
    return value


def _written(value: Any) -> str:
    """Raises ``TypeError`` for what is no fraction, so that a union writes its other members as what they are."""
    if not isinstance(value, Fraction):
        raise TypeError("not a fraction")
    return str(value)


ExactNumber = Annotated[
    Fraction,
    BeforeValidator(_exact),
    PlainSerializer(_written, return_type=str),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^{_WRITTEN.pattern}$"}]}),
]
"""Any exact number. Serialised as text: ``3/2``, ``-30``."""

Amount = Annotated[ExactNumber, AfterValidator(_not_negative)]
"""An exact number of at least zero: audit days, shares, per cent."""
