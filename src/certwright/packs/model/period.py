"""Lengths of time as packs write them: ``12 months``, ``30 days``, ``5 working days``."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema


class TimeUnit(StrEnum):
    """What a period is counted in."""

    MONTHS = "months"
    DAYS = "days"  # calendar days
    WORKING_DAYS = "working days"  # days that are neither weekend nor holiday where the body is


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time: a whole ``amount`` of at least 0, in ``unit``. Years are written as months."""

    amount: int
    unit: TimeUnit

    def __post_init__(self) -> None:
        if self.amount < 0:
            raise ValueError("a period is not negative")

    def __str__(self) -> str:
        return f"{self.amount} {self.unit.removesuffix('s') if self.amount == 1 else self.unit}"


_WRITTEN = re.compile(r"(0|[1-9][0-9]{0,4}) (month|day|working day)s?")


def read_period(text: str) -> Period:
    """The period that ``text`` says (``12 months``). Raises ``ValueError`` if it says none."""
    if found := _WRITTEN.fullmatch(text.strip()):
        return Period(int(found[1]), TimeUnit(f"{found[2]}s"))
    raise ValueError(f"'{text}' is not a period such as '12 months', '30 days' or '5 working days'")


def months(amount: int) -> Period:
    """A period of whole months."""
    return Period(amount, TimeUnit.MONTHS)


def _period(value: Any) -> Period:
    if isinstance(value, Period):
        return value
    if isinstance(value, str):
        return read_period(value)
    raise ValueError("write a period as text, such as '12 months', '30 days' or '5 working days'")


def _text(value: Any) -> str:
    """Raises ``TypeError`` for what is no period, so that a union writes its other members as what they are."""
    if not isinstance(value, Period):
        raise TypeError("not a period")
    return str(value)


PeriodText = Annotated[
    Period,
    BeforeValidator(_period),
    PlainSerializer(_text, return_type=str),
    WithJsonSchema({"type": "string", "pattern": f"^{_WRITTEN.pattern}$"}),
]
"""A period in a pack, written as text."""
