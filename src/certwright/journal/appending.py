"""Appending judged acts to the record: the only code that writes envelopes.

Everything happens in the caller's transaction. The tail is locked last, after all heads, and only for the writing. What
every act takes is written in plain statements: beside a fast disk the rest of the program is what a person waits for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connections

from certwright.core.entry import Breach, Entry, Proposal
from certwright.journal.envelope import (
    Proof,
    content_digest,
    content_text,
    digest,
    envelope_text,
    read_entry,
    running_hash,
)
from certwright.journal.heads import Standing, must_still_be_absent
from certwright.journal.heads import move as move_heads
from certwright.journal.models import Content, Envelope, Erasure
from certwright.journal.tail import End, locked_end
from certwright.journal.tail import move as move_tail

_ENVELOPE = "INSERT INTO journal_envelope (position, act_id, dossier, seq, hash, text) VALUES (%s, %s, %s, %s, %s, %s)"
_CONTENT = "INSERT INTO journal_content (position, salt, text) VALUES (%s, %s, %s)"
_UNOPENED: Standing = (0, "")


@dataclass(frozen=True, slots=True)
class Judged:
    """A proposal that was judged and may be recorded.

    ``looked_at`` are the dossiers the rules saw, ``packs`` the digests of the packs they read by name, ``erases`` the
    ids of the acts whose content goes.
    """

    proposal: Proposal
    looked_at: frozenset[str]
    packs: Mapping[str, str]
    breaches: tuple[Breach, ...]
    deviations: tuple[str, ...]
    salt: str
    erases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """By what the acts were judged: the release, and the rule catalogue with its digest."""

    release: str
    digest: str
    text: str


def append(
    judged: Sequence[Judged],
    heads: Mapping[str, Standing],
    *,
    by: Catalogue,
    recorded_at: datetime,
    using: str,
) -> list[Entry]:
    """Write ``judged`` behind the locked ``heads`` and give back the entries they became.

    The time recorded is ``recorded_at``, or the time of the journal's last act if that is later.

    Raises:
        django.db.IntegrityError: an act id or a place in a dossier was taken in the meantime.
        Overtaken: a dossier that was looked at and not there was opened in the meantime.
    """
    tail = locked_end(using)
    seen = {name for item in judged for name in item.looked_at}
    must_still_be_absent(seen - heads.keys() - {item.proposal.dossier for item in judged}, using)
    running, when = tail.hash, max(recorded_at, tail.recorded_at)
    standings = dict(heads)
    written: list[_Written] = []
    for position, item in enumerate(judged, tail.position + 1):
        new = _write(item, position, standings, by, when)
        standings[item.proposal.dossier] = (new.seq, new.hash)
        running = running_hash(running, new.hash)
        written.append(new)
    keep_text(by.digest, by.text, using)
    _insert(written, using)
    move_heads({item.proposal.dossier for item in judged}, heads, standings, using)
    move_tail(tail, End(tail.position + len(judged), running, when), using)
    for new in written:
        if new.item.erases:
            _erase(new.item.erases, new.position, using)
    gone = {act_id for item in judged for act_id in item.erases}
    return [read_entry(new.text, new.hash, None if new.item.proposal.id in gone else new.content) for new in written]


def keep_text(text_digest: str, text: str, using: str) -> None:
    """Keep a text by its digest; keeping it again changes nothing."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT 1 FROM journal_text WHERE digest = %s", [text_digest])
        if cursor.fetchone() is None:
            values = "INSERT INTO journal_text (digest, text) VALUES (%s, %s) ON CONFLICT DO NOTHING"
            cursor.execute(values, [text_digest, text])


@dataclass(frozen=True, slots=True)
class _Written:
    """An act in the form it is stored in: its envelope's ``text`` with its hash, and its content."""

    item: Judged
    position: int
    seq: int
    hash: str
    text: str
    content: str


def _write(item: Judged, position: int, standings: Mapping[str, Standing], by: Catalogue, when: datetime) -> _Written:
    seq, previous = standings.get(item.proposal.dossier, _UNOPENED)
    said = content_text(item.proposal)
    text = envelope_text(
        item.proposal,
        position=position,
        seq=seq + 1,
        previous=previous,
        recorded_at=when,
        content=content_digest(item.salt, said),
        proof=Proof(
            release=by.release,
            catalogue=by.digest,
            read={dossier: standings[dossier] for dossier in item.looked_at if dossier in standings},
            packs=item.packs,
            breaches=item.breaches,
            deviations=item.deviations,
        ),
    )
    return _Written(item, position, seq + 1, digest(text), text, said)


def _insert(written: Sequence[_Written], using: str) -> None:
    envelopes = [(w.position, w.item.proposal.id, w.item.proposal.dossier, w.seq, w.hash, w.text) for w in written]
    contents = [(w.position, w.item.salt, w.content) for w in written]
    with connections[using].cursor() as cursor:
        cursor.executemany(_ENVELOPE, envelopes)
        cursor.executemany(_CONTENT, contents)


def _erase(acts: Sequence[str], by: int, using: str) -> None:
    positions = list(Envelope.objects.using(using).filter(act_id__in=acts).values_list("position", flat=True))
    Erasure.objects.using(using).bulk_create([Erasure(position=position, by=by) for position in positions])
    Content.objects.using(using).filter(position__in=positions).delete()
