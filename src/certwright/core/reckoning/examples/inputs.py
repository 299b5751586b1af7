"""The inputs of a published example: read by name, and remembered, so that what was not read can be told."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar

from certwright.core.reckoning.derivation import CannotReckon
from certwright.packs.model.base import Confidence, Source

Word = TypeVar("Word", bound=StrEnum)

EXAMPLE = Source(document="Published example", confidence=Confidence.SEEN)


class Inputs:
    """Named inputs. Every method raises CannotReckon for a value that is missing or not what it should be."""

    __slots__ = ("_given", "_read")

    def __init__(self, given: Mapping[str, Any]) -> None:
        self._given = given
        self._read: set[str] = set()

    @property
    def unread(self) -> tuple[str, ...]:
        """Names that nothing asked for."""
        return tuple(sorted(set(self._given) - self._read))

    def has(self, name: str) -> bool:
        """Whether the input is given."""
        return name in self._given

    def number(self, *names: str, default: Fraction | None = None) -> Fraction:
        """The number under the first of ``names`` that is given, or ``default``."""
        for name in names:
            if name in self._given:
                return _number(name, self._take(name))
        if default is None:
            raise _missing(names[0])
        return default

    def text(self, *names: str, default: str | None = None) -> str:
        """The word under the first of ``names`` that is given, or ``default``."""
        for name in names:
            if name in self._given:
                return str(self._take(name))
        if default is None:
            raise _missing(names[0])
        return default

    def flag(self, *names: str) -> bool:
        """Whether the first of ``names`` that is given is true."""
        return next((self._take(name) is True for name in names if name in self._given), False)

    def choice(self, words: type[Word], *names: str, default: Word) -> Word:
        """The one of ``words`` under the first of ``names`` that is given; ``_`` and ``-`` are the same."""
        given = self.text(*names, default=default.value)
        for word in words:
            if word.value.replace("_", "-") == given.replace("_", "-"):
                return word
        raise CannotReckon(
            "example.unknown-word",
            names[0],
            EXAMPLE,
            {"field": names[0], "given": given, "known": ", ".join(word.value for word in words)},
        )

    def words(self, *names: str) -> tuple[str, ...]:
        """The list of words, or the one word, under the first of ``names``; empty if there is none."""
        for name in names:
            if name in self._given:
                value = self._take(name)
                return (value,) if isinstance(value, str) else tuple(str(word) for word in value)
        return ()

    def rows(self, name: str) -> tuple["Inputs", ...]:
        """The list of mappings under ``name``; empty if there is none."""
        rows = self._take(name) if name in self._given else ()
        return tuple(Inputs(row) for row in rows)

    def both_ends(self, name: str) -> tuple[Fraction, ...]:
        """A number as itself, a range ``[low, high]`` as its two ends."""
        if name not in self._given:
            raise _missing(name)
        value = self._take(name)
        if isinstance(value, Sequence) and not isinstance(value, str):
            return tuple(_number(name, end) for end in value)
        return (_number(name, value),)

    def _take(self, name: str) -> Any:
        self._read.add(name)
        return self._given[name]


def _number(name: str, value: Any) -> Fraction:
    if isinstance(value, int | Decimal | Fraction) and not isinstance(value, bool):
        return Fraction(value)
    raise CannotReckon("example.not-a-number", name, EXAMPLE, {"field": name, "given": str(value)})


def _missing(name: str) -> CannotReckon:
    return CannotReckon("example.input-missing", name, EXAMPLE, {"field": name})
