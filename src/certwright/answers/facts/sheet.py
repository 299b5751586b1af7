"""What a dossier's sheet is made of: facts in groups, tables of what belongs to it, and the values they hold.

Values are data, not text: a page links a dossier by its name of today, a command line writes it out, and two sheets of
different days can be compared value by value.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from django.utils.functional import Promise

from certwright.answers.why import Why
from certwright.core.dossiers.pin import Pin

Readers: TypeAlias = Literal["all", "body", "contact", "personnel", "origin", "votes"]
Text: TypeAlias = str | Promise
"""Words for people, perhaps still to be translated."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A dossier, shown by its name."""

    dossier: str


@dataclass(frozen=True, slots=True)
class PackRef:
    """A standard or scheme, by the name of its pack; of whatever edition."""

    pack: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the program's vocabulary (``not-met``), shown as people say it; the tone follows from the word."""

    word: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause with standard and edition: ``17065:2012 7.6.2``."""

    cited: str


@dataclass(frozen=True, slots=True)
class Days:
    """From one day to another, both included; ``None``: without beginning, or without end."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time as packs write it: ``12 months``."""

    amount: int
    unit: str


@dataclass(frozen=True, slots=True)
class File:
    """A stored file, by its digest. ``dossier`` is the one that names it."""

    digest: str
    dossier: str = ""


@dataclass(frozen=True, slots=True)
class Stands:
    """Where something stands on a day, in a few words. ``tone``: good, warn, bad, info or quiet."""

    says: Text
    tone: str


@dataclass(frozen=True, slots=True)
class Open:
    """A value a pack leaves to the body: as the body set it (empty: not set), or what the pack suggests."""

    name: str
    unit: str
    set_to: str
    suggested: str


@dataclass(frozen=True, slots=True)
class Gone:
    """Something that was on record and was erased."""


Value: TypeAlias = (
    str
    | Promise
    | int
    | Decimal
    | date
    | Ref
    | PackRef
    | Pin
    | Word
    | Clause
    | Days
    | Period
    | File
    | Gone
    | Open
    | Stands
    | tuple["Value", ...]
    | None
)
"""What a fact says. ``None`` and ``()``: it says nothing (yet)."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. ``why`` tells how a computed value came about; ``note`` is a word about where it comes from.

    ``readers`` is ``"body"`` for what the client it is about never reads.
    """

    label: Text
    value: Value
    why: Why | None = None
    note: Text = ""
    readers: Readers = "all"

    @property
    def is_stated(self) -> bool:
        """Whether it says anything."""
        return self.value not in (None, (), "")


@dataclass(frozen=True, slots=True)
class Group:
    """Facts that belong together."""

    title: Text
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Things of one sort that belong to the dossier. The first cell of a row tells it from the others.

    ``more`` is how many there are beyond the rows. A table is the body's own, unless it says that clients read it.
    """

    title: Text
    head: tuple[Text, ...]
    rows: tuple[tuple[Value, ...], ...]
    empty: Text = ""
    more: int = 0
    readers: Readers = "body"

    def compact(self, most: int) -> "Table":
        """The same with at most so many rows, without the columns in which nothing stands."""
        shown = self.rows[:most]
        kept = [at for at in range(len(self.head)) if any(row[at] not in (None, (), "") for row in shown)]
        rows = tuple(tuple(row[at] for at in kept) for row in shown)
        more = self.more + len(self.rows) - len(shown)
        return replace(self, head=tuple(self.head[at] for at in kept), rows=rows, more=more) if rows else self


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything a dossier says, for people: groups of facts, and tables."""

    groups: tuple[Group, ...] = ()
    tables: tuple[Table, ...] = ()

    def for_client(self) -> "Sheet":
        """What the client the dossier belongs to may read of it."""
        return self.for_readers(frozenset())

    def for_readers(self, circles: frozenset[str]) -> "Sheet":
        """What somebody may read who belongs to these circles (names as in :mod:`certwright.answers.readers`)."""
        may = circles | {"all"}
        groups = (replace(group, facts=tuple(f for f in group.facts if f.readers in may)) for group in self.groups)
        return Sheet(
            tuple(group for group in groups if group.facts),
            tuple(table for table in self.tables if table.readers in may),
        )

    def values(self) -> Iterator[Value]:
        """Every value on it, those inside others included."""
        for group in self.groups:
            for fact in group.facts:
                yield from every_value(fact.value)
        for table in self.tables:
            for row in table.rows:
                yield from every_value(row)

    def dossiers(self) -> frozenset[str]:
        """The dossiers it names."""
        return frozenset(value.dossier for value in self.values() if isinstance(value, Ref))


def every_value(value: Value) -> Iterator[Value]:
    """The value, and those inside it."""
    yield value
    if isinstance(value, tuple):
        for item in value:
            yield from every_value(item)


def refs(dossiers: tuple[str, ...] | frozenset[str]) -> tuple[Ref, ...]:
    """Dossiers as values; a set in the order of the ids."""
    return tuple(Ref(each) for each in (sorted(dossiers) if isinstance(dossiers, frozenset) else dossiers) if each)


def ref(dossier: str | None) -> Ref | None:
    """A dossier as a value, if there is one."""
    return Ref(dossier) if dossier else None


def word(text: str | None) -> Word | None:
    """A word of the vocabulary as a value, if there is one."""
    return Word(text) if text else None


def words(texts: tuple[str, ...]) -> tuple[Word, ...]:
    """Words of the vocabulary as values."""
    return tuple(Word(text) for text in texts)
