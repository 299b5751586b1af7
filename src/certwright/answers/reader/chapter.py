"""What a standard or scheme reads like: chapters of entries, each with clause, our words, source and confidence.

A pack holds clause numbers, our own titles and our own words, never the wording of a standard.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from certwright.answers.facts.sheet import Fact, Open, Table, Text, Value
from certwright.answers.facts.sheet import Period as Length
from certwright.packs.model.base import Confidence, Pack, Source
from certwright.packs.model.period import Period
from certwright.packs.model.uncertain import NoneBecause, Uncertain


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing a standard or scheme asks. ``number`` is its clause, ``id`` its anchor on the page."""

    id: str
    title: Text
    number: str = ""
    says: str = ""
    facts: tuple[Fact, ...] = ()
    source: Source | None = None

    @property
    def doubtful(self) -> bool:
        """Whether nobody read it in the document."""
        return self.source is not None and self.source.confidence in {Confidence.RECALLED, Confidence.UNSURE}


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the whole: what it is about, its entries one after the other, its tables."""

    id: str
    title: Text
    lead: Text = ""
    facts: tuple[Fact, ...] = ()
    entries: tuple[Entry, ...] = ()
    tables: tuple[Table, ...] = ()

    @property
    def size(self) -> int:
        """How many things it tells."""
        return len(self.entries) + sum(len(table.rows) for table in self.tables)

    @property
    def says_something(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.entries or self.facts or any(table.rows for table in self.tables))


@dataclass(frozen=True, slots=True)
class Reading:
    """A pack being read, with the values the body set when it adopted this text (name → as written, basis)."""

    pack: Pack
    set_by_body: Mapping[str, tuple[str, str]] = field(default_factory=lambda: MappingProxyType({}))

    def value(self, given: object, unit: str = "") -> Value:
        """A value of the pack for people: what it leaves open with what the body set, a *none* with its reason."""
        if isinstance(given, Uncertain):
            return self.open(given.uncertain, unit)
        if isinstance(given, NoneBecause):
            return given.none_because
        if isinstance(given, Period):
            return Length(given.amount, given.unit.value)
        if given is None:
            return None
        return f"{given} {unit}".strip()

    def open(self, name: str, unit: str = "") -> Open:
        """A value the pack leaves to the body, as it stands."""
        declared = next((one for one in self.pack.uncertain if one.name == name), None)
        unit = unit or (declared.unit if declared else "")
        written = self.set_by_body.get(name)
        return Open(name, unit, written[0] if written else "", (declared.suggested or "") if declared else "")


def stated(*facts: Fact) -> tuple[Fact, ...]:
    """The facts that say anything."""
    return tuple(fact for fact in facts if fact.is_stated)
