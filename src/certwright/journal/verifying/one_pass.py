"""Reading the whole journal once, in order, and holding every table against what the envelopes say."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from django.db import DatabaseError, connections

from certwright.journal.attachments import Attachments
from certwright.journal.models import Content, Envelope, Erasure, Head, Text
from certwright.journal.reading import lines
from certwright.journal.root import Exported
from certwright.journal.snapshot import standing_still
from certwright.journal.verifying.chain import Chain
from certwright.journal.verifying.contents import Contents
from certwright.journal.verifying.fault import Fault, Faults, Place, What
from certwright.journal.verifying.named import Named
from certwright.journal.verifying.standings import check_heads, check_roots, check_tail

BEFORE_ALL = -(2**63)
STEP = 5_000
PAGE = 200

Progress = Callable[[str, int, int], None]
"""Told what is being read (``acts``, ``attachments``), how many are done and how many there are."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What was read and what is wrong with it. ``counts`` counts all faults, of which ``faults`` names the first."""

    acts: int
    dossiers: int
    texts: int
    attachments: int
    roots: int
    faults: tuple[Fault, ...]
    counts: Mapping[What, int]

    @property
    def clean(self) -> bool:
        """Whether the journal is what was recorded."""
        return not self.counts


def verify(
    using: str,
    attachments: Attachments,
    roots: Iterable[Exported] = (),
    progress: Progress = lambda what, done, of: None,
) -> Verification:
    """Recompute the journal from its envelopes and hold every column of every table, every text, attachment and
    exported root against it. Writers are not stopped; the journal is read as it stands when this begins.

    One pass, in memory that grows with the number of dossiers (about 300 bytes each) and of attachments, not of acts.
    """
    reading = _Reading(using, tuple(roots))
    try:
        with standing_still(using):
            reading.envelopes(progress)
            reading.standings()
    except DatabaseError as error:
        reading.faults.add(What.DAMAGED, Place(position=reading.chain.position + 1), says=error)
    reading.files(attachments, progress)
    with suppress(DatabaseError):
        reading.act_ids()
    return reading.verification()


class _Reading:
    """The one pass through the journal."""

    def __init__(self, using: str, roots: tuple[Exported, ...]) -> None:
        self.using = using
        self.roots = roots
        self.faults = Faults()
        self.chain = Chain(self.faults, frozenset(item.root.position for item in roots if item.root))
        self.named = Named(self.faults)
        self.dossiers = 0

    def envelopes(self, progress: Progress) -> None:
        """Follow every envelope with its content."""
        using, chain, named = self.using, self.chain, self.named
        named.have(Text.objects.using(using).values_list("digest", "text").iterator(PAGE))
        contents = Contents(chain, dict(Erasure.objects.using(using).values_list("position", "by")))
        of = Envelope.objects.using(using).count()
        for position, act, seq, dossier, stored, text, salt, said in lines(using, BEFORE_ALL):
            envelope = chain.follow(position, act, seq, dossier, stored, text)
            contents.follow(envelope, chain.place, salt, said)
            if envelope is not None:
                named.follow(envelope, chain.place, said)
            if chain.acts % STEP == 0 and chain.acts < of:
                progress("acts", chain.acts, of)
        contents.finish()
        if contents.present != Content.objects.using(using).count():
            self._contents_of_no_act()
        progress("acts", chain.acts, of)

    def _contents_of_no_act(self) -> None:
        query = """SELECT c.position FROM journal_content c
LEFT JOIN journal_envelope e ON e.position = c.position WHERE e.position IS NULL ORDER BY c.position"""
        with connections[self.using].cursor() as cursor:
            cursor.execute(query)
            for (position,) in cursor.fetchall():
                if position not in self.chain.in_doubt:
                    self.faults.add(What.CONTENT_UNKNOWN, Place(position=position))

    def standings(self) -> None:
        """Hold tail, heads and roots against the end of the chain, and name the acts that are missing."""
        self.dossiers = len(self.chain.heads)
        with connections[self.using].cursor() as cursor:
            cursor.execute("SELECT id, position, hash, recorded_at FROM journal_tail ORDER BY id")
            check_tail(self.chain, cursor.fetchall())
        heads = Head.objects.using(self.using).order_by("dossier").values_list("dossier", "seq", "hash")
        check_heads(self.chain, heads.iterator(STEP))
        check_roots(self.chain, self.roots)
        for place in self.chain.missing.places():
            self.faults.add(What.MISSING, place)

    def act_ids(self) -> None:
        """Put the act's id to every place that was named by its position only."""
        places = (item.place for item in self.faults.named if not item.place.act)
        bare = {place.position for place in places if isinstance(place.position, int) and 0 < place.position < 2**63}
        acts = dict(Envelope.objects.using(self.using).filter(position__in=bare).values_list("position", "act_id"))
        for index, item in enumerate(self.faults.named):
            if item.place.position in acts and item.place.last is None:
                named = replace(item.place, act=item.place.act or acts[item.place.position])
                self.faults.named[index] = replace(item, place=named)

    def files(self, attachments: Attachments, progress: Progress) -> None:
        """Look every attachment up."""
        of = len(self.named.attachments)
        for done in self.named.look_up(attachments):
            progress("attachments", done, of)

    def verification(self) -> Verification:
        """What was found."""
        return Verification(
            acts=self.chain.acts,
            dossiers=self.dossiers,
            texts=len(self.named.texts),
            attachments=len(self.named.attachments),
            roots=len(self.roots),
            faults=tuple(self.faults.named),
            counts=dict(self.faults.counts),
        )
