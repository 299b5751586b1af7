"""Rows that speak of the same thing twice: the first is read, the others are told, and nothing is merged silently."""

from collections.abc import Iterable, Iterator

from certwright.intake.problem import RowProblem
from certwright.intake.telling import Told

Read = Told | tuple[RowProblem, ...]
"""A row as it was read: what it states, or all that is wrong with it."""


def without_repeats(read: Iterable[Read]) -> Iterator[Read]:
    """The same rows, with a problem in place of each that has the key of an earlier one."""
    first: dict[tuple[str, ...], Told] = {}
    for one in read:
        earlier = first.setdefault(one.key, one) if isinstance(one, Told) else None
        if not isinstance(one, Told) or earlier is None or earlier is one:
            yield one
        else:
            yield (_repeated(one, earlier),)


def _repeated(told: Told, earlier: Told) -> RowProblem:
    place = earlier.row.line or earlier.row.number
    differs = [name for name, value in told.fields.items() if value != earlier.fields[name]]
    says = f"The row says the same as line {place}."
    if differs:
        says = f"The row says otherwise than line {place} about the same thing: {', '.join(differs)}."
    key = " / ".join(told.key)[:200]
    return RowProblem(
        "row-repeated", told.row.number, told.row.line, "", key, says, "Keep the row that holds, and remove the other."
    )
