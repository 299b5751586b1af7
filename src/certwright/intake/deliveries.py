"""Two deliveries of one table compared as a whole, before anything is written: what looks like a change of its making.

A register that renames its words for a state overnight has not decided three thousand times; a column that is suddenly
empty has not been emptied by decisions. Such a change is told and asked about first.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

SHARES, LEAST = {"relabelled": 0.5, "blanked": 0.05}, 10
"""From which share of the values, and from how many on, a change is asked about: little empties cells by the dozen."""


@dataclass(frozen=True, slots=True)
class WholesaleChange:
    """A change that touches most of what had a value. ``pairs`` are old and new values with how often, for words."""

    kind: Literal["relabelled", "blanked"]
    column: str
    changed: int
    of: int
    pairs: tuple[tuple[str, str, int], ...] = ()


Cells = Mapping[str, str]


def wholesale_changes(
    before: Mapping[tuple[str, ...], Cells], after: Mapping[tuple[str, ...], Cells], columns: Iterable[str]
) -> Iterator[WholesaleChange]:
    """What of ``columns`` changed in most of the rows that both deliveries hold, by key."""
    both = [(before[key], after[key]) for key in before.keys() & after.keys()]
    for column in columns:
        values = [(old[column], new[column]) for old, new in both if old[column]]
        changed = Counter((old, new) for old, new in values if old != new)
        blanked = sum(times for (_, new), times in changed.items() if not new)
        if _many("blanked", blanked, len(values)):
            yield WholesaleChange("blanked", column, blanked, len(values))
            continue
        spoken = {old for old, _ in values}
        renamed = {(old, new): times for (old, new), times in changed.items() if new and new not in spoken}
        if _many("relabelled", sum(renamed.values()), len(values)):
            pairs = tuple((old, new, times) for (old, new), times in sorted(renamed.items(), key=lambda one: -one[1]))
            yield WholesaleChange("relabelled", column, sum(renamed.values()), len(values), pairs[:20])


def _many(kind: str, changed: int, of: int) -> bool:
    return changed >= LEAST and changed >= SHARES[kind] * of
