"""The letters and terms there are: those shipped, and a body's own in place of them."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from certwright.core.acts import ACTS
from certwright.outbox.facts import WORDS
from certwright.outbox.letter import Letter, Terms
from certwright.packs.plain_yaml import read
from certwright.packs.problem import PackRefused


class LetterRefused(ValueError):
    """A file is no letter; the text names the file and everything that is wrong with it."""


@cache
def letters(own: Path | None = None) -> Mapping[str, Letter]:
    """Every letter by its id. A letter in the folder ``own`` takes the place of the shipped one of that id.

    A faulty file does not: no act may fail because of a letter. :func:`faults` tells of it, at start and to ``doctor``.
    """
    found = {letter.id: letter for letter in _shipped()}
    for path in _own(own):
        try:
            letter = read_letter(path.name, path.read_text("utf-8"))
        except (LetterRefused, OSError, UnicodeDecodeError):
            continue
        found[letter.id] = letter
    return found


def faults(own: Path | None) -> Iterator[str]:
    """What is wrong with the body's own letters, file by file."""
    if own and not own.is_dir():
        yield f"{own}: there is no such folder"
    for path in _own(own):
        try:
            read_letter(path.name, path.read_text("utf-8"))
        except (LetterRefused, OSError, UnicodeDecodeError) as fault:
            yield str(fault)


@cache
def causes(own: Path | None = None) -> Mapping[str, tuple[Letter, ...]]:
    """Name of an act → the letters it may cause."""
    found: dict[str, list[Letter]] = {}
    for letter in letters(own).values():
        for act in dict.fromkeys(cause.act for cause in letter.on):
            found.setdefault(act, []).append(letter)
    return {act: tuple(caused) for act, caused in found.items()}


@cache
def proving(own: Path | None = None) -> frozenset[str]:
    """The acts that put on record that a letter went out."""
    return frozenset(letter.proves.act for letter in letters(own).values() if letter.proves)


@cache
def terms(language: str) -> Terms:
    """What a language says around letters; English where there is no such file."""
    folder = files("certwright.outbox").joinpath("terms")
    path = folder.joinpath(f"{language}.yaml")
    return Terms.model_validate(read((path if path.is_file() else folder.joinpath("en.yaml")).read_text("utf-8")).value)


def languages() -> tuple[str, ...]:
    """The languages letters can be written in."""
    found = (path.name for path in files("certwright.outbox").joinpath("terms").iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in found if name.endswith(".yaml")))


def unknown_words(letter: Letter) -> frozenset[str]:
    """The placeholders of a letter that are neither fields of its acts nor words of letters."""
    shared = set(terms("en").shared)
    own = [set(ACTS[cause.act].model_fields) for cause in letter.on]
    fields = set.intersection(*own) if own else set()
    return frozenset(set(letter.placeholders()) - fields - WORDS.keys() - shared)


def read_letter(name: str, content: str) -> Letter:
    """The letter a file called ``name`` holds.

    Raises:
        LetterRefused: it holds none, or one that uses a word nobody knows.
    """
    try:
        letter = Letter.model_validate(read(content).value)
    except (PackRefused, ValidationError) as error:
        raise LetterRefused(f"{name}: {error}") from error
    if unknown := unknown_words(letter):
        raise LetterRefused(f"{name}: nobody knows the words {', '.join(sorted(unknown))}")
    return letter


def _shipped() -> Iterator[Letter]:
    folder = files("certwright.outbox").joinpath("letters")
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.endswith(".yaml"):
            yield read_letter(path.name, path.read_text("utf-8"))


def _own(own: Path | None) -> Iterable[Path]:
    return sorted(own.glob("*.yaml")) if own and own.is_dir() else ()
