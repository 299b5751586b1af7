"""What changed in a dossier between two days: its two sheets compared, fact by fact and line by line."""

from collections.abc import Iterator
from dataclasses import dataclass

from certwright.answers.facts.sheet import Sheet, Table, Text, Value


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changed. ``before`` is ``None`` where it came, ``after`` where it went."""

    where: Text
    what: Value
    before: Value
    after: Value


def differences(before: Sheet, after: Sheet) -> tuple[Difference, ...]:
    """Every fact that reads otherwise, and every line of a table that came, went or changed, in the order shown."""
    return (*_of_facts(before, after), *_of_tables(before, after))


def _of_facts(before: Sheet, after: Sheet) -> Iterator[Difference]:
    old, new = _facts(before), _facts(after)
    for place in dict.fromkeys((*new, *old)):
        was, now = old.get(place), new.get(place)
        if was != now:
            where, what = place
            yield Difference(where, what, was, now)


def _facts(sheet: Sheet) -> dict[tuple[Text, Text], Value]:
    return {(str(group.title), str(fact.label)): fact.value for group in sheet.groups for fact in group.facts}


def _of_tables(before: Sheet, after: Sheet) -> Iterator[Difference]:
    old = {str(table.title): table for table in before.tables}
    new = {str(table.title): table for table in after.tables}
    for title in dict.fromkeys((*new, *old)):
        yield from _of_table(title, old.get(title), new.get(title))


def _of_table(title: str, before: Table | None, after: Table | None) -> Iterator[Difference]:
    """A line is told by its first cell; lines that are the same in both count as one, however often they stand."""
    old, new = _lines(before), _lines(after)
    for key in dict.fromkeys((*new, *old)):
        was, now = old.get(key, ()), new.get(key, ())
        gone = [line for line in was if line not in now]
        come = [line for line in now if line not in was]
        for at in range(max(len(gone), len(come))):
            yield Difference(
                title,
                key[0] if key else None,
                gone[at] if at < len(gone) else None,
                come[at] if at < len(come) else None,
            )


_Key = tuple[Value]


def _lines(table: Table | None) -> dict[_Key, list[tuple[Value, ...]]]:
    found: dict[_Key, list[tuple[Value, ...]]] = {}
    for first, *rest in table.rows if table else ():
        found.setdefault((first,), []).append(tuple(rest))
    return found
