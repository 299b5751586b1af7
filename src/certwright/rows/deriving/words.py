"""What a dossier is found by: the words of its name, its numbers, its id. Pure.

Names are indexed by their words, numbers as a whole and in their parts, so that ``17`` finds ``CW-2026-17``. Kinds
without a name of their own are found by their id.
"""

import re
from collections.abc import Iterator
from functools import singledispatch

from certwright.core.dossiers import Certification, Client, ControlledDocument, Dossier, PackDossier, Person, Provider

LENGTH = 40
"""Characters of a word that count."""

_MOST = 24
_WORD = re.compile(r"[^\W_]+(?:[-./&'’][^\W_]+)*")
_PART = re.compile(r"[^\W_]+")


def words_in(text: str) -> tuple[str, ...]:
    """The words of a text as they are indexed: folded, whole and in their parts, each once."""
    found: dict[str, None] = {}
    for match in _WORD.finditer(text.casefold()):
        whole = match[0]
        parts = _PART.findall(whole)
        found[whole[:LENGTH]] = None
        if len(parts) > 1:
            found.update(dict.fromkeys(part[:LENGTH] for part in parts if len(part) > 1))
    return tuple(found)


def words_asked(text: str) -> tuple[str, ...]:
    """The words somebody looks for, folded like those that are indexed; each need only be the beginning of one."""
    return tuple(dict.fromkeys(match[0][:LENGTH] for match in _WORD.finditer(text.casefold())))


def words_of(dossier: Dossier) -> tuple[str, ...]:
    """The words a dossier is found by: its id first, at most a few dozen."""
    own = dossier.id.partition(":")[2].casefold()[:LENGTH]
    found = dict.fromkeys((own, *(word for text in _texts(dossier) for word in words_in(text))))
    return tuple(found)[:_MOST]


@singledispatch
def _texts(dossier: Dossier) -> Iterator[str]:
    yield from ()


@_texts.register
def _(dossier: Client) -> Iterator[str]:
    if dossier.legal_entity is not None:
        yield dossier.legal_entity.register_number or ""
        yield dossier.legal_entity.name


@_texts.register
def _(dossier: Certification) -> Iterator[str]:
    yield from reversed([issued.number for issued in dossier.attestations])


@_texts.register(Person)
@_texts.register(Provider)
@_texts.register(ControlledDocument)
def _(dossier: Dossier) -> Iterator[str]:
    if dossier.title != dossier.id:
        yield dossier.title


@_texts.register
def _(dossier: PackDossier) -> Iterator[str]:
    yield dossier.name
