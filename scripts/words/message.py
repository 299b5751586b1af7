"""A text that is translated, and where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class Place(NamedTuple):
    """A file, from the root of the checkout, and a line of it."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


class Key(NamedTuple):
    """What a catalogue knows a text by: the English text, and what tells it from the same text elsewhere."""

    text: str
    context: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A text, its plural if it has one, and one place where it stands."""

    key: Key
    place: Place
    plural: str | None = None


@dataclass(slots=True)
class Found:
    """All that the source says in one text: every place, and the plural."""

    places: list[Place] = field(default_factory=list)
    plural: str | None = None


def together(messages: Iterable[Message]) -> dict[Key, Found]:
    """Messages by their key, in the order of the source.

    Raises:
        ValueError: one text has two plurals.
    """
    found: dict[Key, Found] = {}
    for message in sorted(messages, key=lambda one: (one.place, one.key.text)):
        one = found.setdefault(message.key, Found())
        if None not in (one.plural, message.plural) and one.plural != message.plural:
            raise ValueError(f"{message.place}: “{message.key.text}” has another plural than at {one.places[0]}.")
        one.plural = one.plural or message.plural
        one.places.append(message.place)
    return found
