"""Appending judged acts to the record: the only code that writes envelopes.

Everything happens in the caller's transaction. The tail is locked last, after all heads, and only for the writing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

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
from certwright.journal.models import Content, Envelope, Erasure, Head, Tail, Text

TAIL = 1
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
    tail = Tail.objects.using(using).select_for_update().filter(id=TAIL).first()
    seen = {name for item in judged for name in item.looked_at}
    must_still_be_absent(seen - heads.keys() - {item.proposal.dossier for item in judged}, using)
    position, running = (tail.position, tail.hash) if tail else (0, "")
    when = max(recorded_at, tail.recorded_at) if tail else recorded_at
    standings = dict(heads)
    envelopes: list[Envelope] = []
    contents: list[Content] = []
    for item in judged:
        position += 1
        envelope, content = _write(item, position, standings, by, when)
        standings[envelope.dossier] = (envelope.seq, envelope.hash)
        running = running_hash(running, envelope.hash)
        envelopes.append(envelope)
        contents.append(content)
    keep_text(by.digest, by.text, using)
    Envelope.objects.using(using).bulk_create(envelopes)
    Content.objects.using(using).bulk_create(contents)
    _move_heads({item.proposal.dossier for item in judged}, heads, standings, using)
    _move_tail(tail, position, running, when, using)
    for item, envelope in zip(judged, envelopes, strict=True):
        if item.erases:
            _erase(item.erases, envelope.position, using)
    gone = {act_id for item in judged for act_id in item.erases}
    return [
        read_entry(envelope.text, envelope.hash, None if envelope.act_id in gone else content.text)
        for envelope, content in zip(envelopes, contents, strict=True)
    ]


def keep_text(text_digest: str, text: str, using: str) -> None:
    """Keep a text by its digest; keeping it again changes nothing."""
    if not Text.objects.using(using).filter(digest=text_digest).exists():
        Text.objects.using(using).bulk_create([Text(digest=text_digest, text=text)], ignore_conflicts=True)


def _write(
    item: Judged, position: int, standings: Mapping[str, Standing], by: Catalogue, when: datetime
) -> tuple[Envelope, Content]:
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
    envelope = Envelope(
        position=position,
        act_id=item.proposal.id,
        dossier=item.proposal.dossier,
        seq=seq + 1,
        hash=digest(text),
        text=text,
    )
    return envelope, Content(position=position, salt=item.salt, text=said)


def _move_heads(moved: set[str], before: Mapping[str, Standing], after: Mapping[str, Standing], using: str) -> None:
    opened = [Head(dossier=d, seq=after[d][0], hash=after[d][1]) for d in sorted(moved - before.keys())]
    Head.objects.using(using).bulk_create(opened)
    for dossier in sorted(moved & before.keys()):
        seq, head = after[dossier]
        Head.objects.using(using).filter(dossier=dossier).update(seq=seq, hash=head)


def _move_tail(tail: Tail | None, position: int, running: str, when: datetime, using: str) -> None:
    new = Tail(id=TAIL, position=position, hash=running, recorded_at=when)
    if tail is None:
        new.save(using=using, force_insert=True)
    else:
        new.save(using=using, force_update=True)


def _erase(acts: Sequence[str], by: int, using: str) -> None:
    positions = list(Envelope.objects.using(using).filter(act_id__in=acts).values_list("position", flat=True))
    Erasure.objects.using(using).bulk_create([Erasure(position=position, by=by) for position in positions])
    Content.objects.using(using).filter(position__in=positions).delete()
