"""The part of YAML that packs are written in, read with the place of every value.

Packs are proofs that somebody else will read years later, so only what reads the same to everybody is allowed: one
document of mappings with distinct textual keys, lists and scalars. No anchors and aliases (they can grow without
bound), no tags, no merge keys. ``yes``, ``NO`` and ``010`` are text, as in YAML 1.2; ``true``, ``12``, ``1.5`` and
``2026-11-23`` are a truth value, a whole number, an exact decimal and a calendar day. The text is read event by event
without recursion, so that depth and size are limited before anything is built.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

import yaml

from certwright.packs.model.base import Path
from certwright.packs.problem import PackProblem, PackRefused

MOST_BYTES = 1_000_000
DEEPEST = 30
LONGEST_NUMBER = 40  # characters; beyond that it is no number anybody means

Plain: TypeAlias = Any
"""``None``, ``bool``, ``int``, ``Decimal``, ``date``, ``str``, a list of these or a ``dict`` with text keys."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same events, ten times faster where libyaml is there

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Place:
    """Line and column in a text, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Document:
    """The plain value of a text, and the place of everything in it."""

    value: Plain
    places: dict[Path, Place]

    def place(self, path: Path) -> Place:
        """The place of ``path``, or of the nearest thing around it.

        A step that the text does not have is passed over: it is a missing field or a word that the validation put in.
        """
        found: Path = ()
        for step in path:
            if (*found, step) in self.places:
                found = (*found, step)
        return self.places.get(found, Place(1, 1))


def read(text: str) -> Document:
    """The document that ``text`` holds.

    Raises :class:`PackRefused` with every repeated key, or with the first fault of the YAML itself.
    """
    _refuse_what_nobody_wrote(text)
    reader = _Reader()
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            reader.take(event)
    except yaml.MarkedYAMLError as error:
        raise PackRefused([_syntax(error)]) from error
    if reader.problems:
        raise PackRefused(reader.problems)
    return Document(reader.value, reader.places)


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not been read. ``key`` is a mapping's key that waits for its value."""

    path: Path
    value: Plain
    key: str | None = None


@dataclass(slots=True)
class _Reader:
    """Builds the value from the parser's events, innermost open mapping or list last."""

    value: Plain = None
    places: dict[Path, Place] = field(default_factory=dict)
    problems: list[PackProblem] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _documents: int = 0

    def take(self, event: yaml.Event) -> None:
        """Go one event further. Raises :class:`PackRefused` for what packs may not hold."""
        place = _place(event.start_mark)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise _refused(
                    "second-document", "The text holds a second document", "Write one document per file.", place
                )
        if isinstance(event, yaml.NodeEvent):
            _refuse_anchor_and_tag(event, place)
        match event:
            case yaml.ScalarEvent():
                self._scalar(event, place)
            case yaml.MappingStartEvent():
                self._begin({}, place)
            case yaml.SequenceStartEvent():
                self._begin([], place)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> None:
        around = self._open[-1] if self._open else None
        if around is not None and isinstance(around.value, dict) and around.key is None:
            self._key(around, event.value, place)
            return
        value = _scalar(event.value, place) if event.implicit[0] else event.value
        self._put(value, place)

    def _key(self, around: _Open, key: str, place: Place) -> None:
        path = (*around.path, key)
        if key in around.value:
            first = self.places[path]
            says = f"'{key}' stands here a second time; it stood on line {first.line} already"
            self.problems.append(
                PackProblem("duplicate-key", says, "Keep one of the two.", place.line, place.column, path)
            )
        around.key = key
        self.places.setdefault(path, place)

    def _begin(self, empty: Plain, place: Place) -> None:
        if len(self._open) >= DEEPEST:
            raise _refused("too-deep", f"Lists and mappings are nested more than {DEEPEST} deep", "Flatten it.", place)
        if self._open and isinstance(self._open[-1].value, dict) and self._open[-1].key is None:
            raise _refused("key-not-text", "A list or mapping stands where a key belongs", "Use a word as key.", place)
        self._open.append(_Open(self._put(empty, place), empty))

    def _put(self, value: Plain, place: Place) -> Path:
        """Put ``value`` where the text has come to; answer that path."""
        if not self._open:
            self.value, self.places[()] = value, place
            return ()
        around = self._open[-1]
        if isinstance(around.value, list):
            path: Path = (*around.path, len(around.value))
            around.value.append(value)
            self.places[path] = place
        else:
            assert around.key is not None  # _scalar and _begin saw to it
            path = (*around.path, around.key)
            around.value[around.key] = value
            around.key = None
        return path


def _scalar(text: str, place: Place) -> Plain:
    """The value of a scalar written without quotes."""
    if text in _WORDS:
        return _WORDS[text]
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError as error:
        raise _refused("no-such-day", f"{text} is not a day of the calendar", "Correct the date.", place) from error
    if len(text) <= LONGEST_NUMBER and _INTEGER.fullmatch(text):
        return int(text)
    if len(text) <= LONGEST_NUMBER and _DECIMAL.fullmatch(text):
        return Decimal(text)
    return text


def _refuse_what_nobody_wrote(text: str) -> None:
    """Characters that YAML does not allow, and texts too long to be a pack."""
    if found := _FORBIDDEN.search(text):
        before = text[: found.start()]
        place = Place(before.count("\n") + 1, found.start() - before.rfind("\n"))
        raise _refused(
            "forbidden-character",
            f"The character U+{ord(found.group()):04X} is not allowed in YAML",
            "Remove it, and save the file as UTF-8.",
            place,
        )
    size = len(text.encode())
    if size > MOST_BYTES:
        raise _refused(
            "too-large", f"The text has {size} bytes; at most {MOST_BYTES} are read", "Split it.", Place(1, 1)
        )


def _refuse_anchor_and_tag(event: yaml.NodeEvent, place: Place) -> None:
    if event.anchor is not None:
        raise _refused("anchor", "Anchors (&) and aliases (*) are not read here", "Write the value out.", place)
    if getattr(event, "tag", None) is not None:
        raise _refused("tag", "Tags (!) are not read here", "Put text in quotes instead.", place)


def _refused(code: str, says: str, remedy: str, place: Place) -> PackRefused:
    return PackRefused([PackProblem(code, says, remedy, place.line, place.column)])


def _place(mark: Any) -> Place:
    """The parser's mark, which counts from 0; the beginning of the text where it gave none."""
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def _syntax(error: yaml.MarkedYAMLError) -> PackProblem:
    mark = error.problem_mark or error.context_mark
    says = "The text is not YAML: " + " ".join(part for part in (error.context, error.problem) if part)
    remedy = "Mind the indentation, and put text with a colon, '#' or a leading sign in quotes."
    place = _place(mark)
    return PackProblem("yaml-syntax", says, remedy, place.line, place.column)
