"""Settling the uncertain values of a pack: what a body must do before it can use what nobody could confirm.

Pure part of the adoption act. Values arrive as the body writes them and are answered as what they mean.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import TypeAlias

from certwright.packs.model.base import Pack, UncertainValue, ValueForm
from certwright.packs.model.period import read_period

Value: TypeAlias = int | Decimal | date | bool | str
"""What a settled value means; a period, a choice and a text are text (``12 months``)."""


@dataclass(frozen=True, slots=True)
class Unsettled:
    """One reason why a pack's uncertain values are not settled. ``code`` is unset, wrong-form or unknown-value."""

    code: str
    name: str
    says: str
    remedy: str


class NotSettled(ValueError):
    """Values do not settle a pack; ``problems`` says why, all of it."""

    def __init__(self, problems: tuple[Unsettled, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(problem.says for problem in problems))


def unsettled(pack: Pack, values: Mapping[str, str]) -> tuple[Unsettled, ...]:
    """What stands between ``values`` (name of an uncertain value → as written) and a settled pack."""
    asked = {value.name for value in pack.uncertain}
    problems = [problem for value in pack.uncertain if (problem := _problem(value, values.get(value.name)))]
    for name in sorted(values.keys() - asked):
        says = f"{pack.pack} {pack.edition} does not ask for a value called {name}"
        problems.append(Unsettled("unknown-value", name, says, f"It asks for: {', '.join(sorted(asked)) or 'none'}."))
    return tuple(problems)


def settled(pack: Pack, values: Mapping[str, str]) -> Mapping[str, Value]:
    """The meaning of every uncertain value of ``pack``, by name. Raises :class:`NotSettled`."""
    if problems := unsettled(pack, values):
        raise NotSettled(problems)
    return MappingProxyType({value.name: meaning(value, values[value.name]) for value in pack.uncertain})


def meaning(value: UncertainValue, written: str) -> Value:
    """What ``written`` means as this uncertain value. Raises ``ValueError`` if it has not the value's form."""
    text = written.strip()
    if not text:
        raise ValueError("nothing is written")
    if value.form is ValueForm.CHOICE:
        if text not in value.choices:
            raise ValueError(f"'{text}' is none of {', '.join(value.choices)}")
        return text
    return _READERS[value.form](text)


def _problem(value: UncertainValue, written: str | None) -> Unsettled | None:
    if written is None:
        suggestion = f"The pack suggests {value.suggested}." if value.suggested else "The pack suggests nothing."
        return Unsettled("unset", value.name, f"{value.name} ({value.meaning}) is not set", suggestion)
    try:
        meaning(value, written)
    except ValueError as error:
        return Unsettled("wrong-form", value.name, f"{value.name}: {error}", f"It is counted in {value.unit}.")
    return None


def _whole_number(text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,18}", text):
        raise ValueError(f"'{text}' is not a whole number")
    return int(text)


def _decimal(text: str) -> Decimal:
    if not re.fullmatch(r"-?[0-9]{1,18}(\.[0-9]{1,18})?", text):
        raise ValueError(f"'{text}' is not a decimal number with a point")
    return Decimal(text)


def _day(text: str) -> date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(f"'{text}' is not a day such as 2026-11-23")
    return date.fromisoformat(text)


def _period(text: str) -> str:
    return str(read_period(text))


def _yes_no(text: str) -> bool:
    if text not in {"yes", "no"}:
        raise ValueError(f"'{text}' is neither yes nor no")
    return text == "yes"


_READERS: Mapping[ValueForm, Callable[[str], Value]] = {
    ValueForm.WHOLE_NUMBER: _whole_number,
    ValueForm.DECIMAL: _decimal,
    ValueForm.DAY: _day,
    ValueForm.PERIOD: _period,
    ValueForm.YES_NO: _yes_no,
    ValueForm.TEXT: str,
}
