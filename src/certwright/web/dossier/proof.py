"""What proves that an act was allowed when it was recorded: which rules were asked, what they saw, by which texts."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404
from pydantic_core import from_json

from certwright.core.acts import ACTS
from certwright.core.dossiers import Dossier
from certwright.core.entry import Entry
from certwright.core.judge import catalogue_digest, rules_for
from certwright.core.rules import Rule
from certwright.journal import reading
from certwright.journal.envelope import entry_of, read_proof


@dataclass(frozen=True, slots=True)
class Read:
    """A dossier the rules looked at, as far as it went then."""

    dossier: str
    seq: int
    head: str


@dataclass(frozen=True, slots=True)
class Proved:
    """An act with its proof. ``rules`` are those of today that speak about such an act; they are the very ones that
    were asked if ``same_catalogue``."""

    entry: Entry
    release: str
    catalogue: str
    same_catalogue: bool
    read: tuple[Read, ...]
    packs: tuple[tuple[str, str], ...]
    rules: tuple[Rule, ...]


def proof_of(act_id: str, dossier: Dossier, using: str = "default") -> Proved:
    """The proof of an act of ``dossier``. Raises ``Http404`` if the journal holds no such act."""
    line = next(_lines(act_id, using), None)
    if line is None:
        raise Http404(f"There is no act {act_id}.")
    _, _, _, _, envelope_hash, text, _, content = line
    envelope = from_json(text)
    entry, proof = entry_of(envelope, envelope_hash, content), read_proof(envelope)
    kind = ACTS.get(entry.form.partition("@")[0])
    read = tuple(Read(name, seq, head) for name, (seq, head) in sorted(proof.read.items()))
    return Proved(
        entry,
        proof.release,
        proof.catalogue,
        proof.catalogue == catalogue_digest(),
        read,
        tuple(sorted(proof.packs.items())),
        rules_for(kind, type(dossier)) if kind else (),
    )


def _lines(act_id: str, using: str) -> Iterator[reading.Line]:
    """The line of the journal that holds the act."""
    found = reading.by_id([act_id], using)
    for entry, _content in found[:1]:
        yield from _first(reading.lines(using, after=entry.position - 1, page=1))


def _first(lines: Iterator[reading.Line]) -> Iterator[reading.Line]:
    for line in lines:
        yield line
        return
