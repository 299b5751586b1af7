"""A big journal of ten years of a body's work, written quickly: ``write(acts, folder, using)``.

The body and the people who work for it are recorded through the one door. All other acts are written behind it in
large batches without being judged. Every one of them would have been accepted: that ``prove`` is clean on the journal
is the test of this module. The same number and seed give the same journal byte for byte.

A dossier lives through six stages, some weeks apart, while others begin and end; so its acts lie scattered over the
journal, as they do in a body at work. Of a hundred acts about 2 put an earlier act right, 1 annuls one, and every
two hundredth erases a person's particulars.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, zip_longest
from pathlib import Path
from random import Random

from django.db import transaction

from bench.lives import ADOPTED, LONG_GONE, STAGES, Chance, ClientLife, Life, OutsiderLife, PersonLife, Staff
from certwright import __version__
from certwright.core.entry import Proposal
from certwright.core.judge import catalogue, catalogue_digest
from certwright.journal.appending import Catalogue, Judged, append, keep_text
from certwright.journal.attachments import Folder
from certwright.journal.heads import Standing
from certwright.journal.models import Head
from certwright.office.door import perform
from certwright.office.folded import folded
from certwright.office.gathering import looked_at, pack_texts, packs_for
from certwright.office.means import Means
from certwright.office.outcome import Performed
from certwright.packs import shipped

FIRST_DAY = date(2016, 1, 4)
DAYS = 3_650
RETENTION_DAYS = 2_300  # beyond the 72 months the body keeps records after a person's last day
ACTS_PER_DOSSIER = 30
ANNA = "person:anna"
STAFF = Staff(
    administrators=tuple(f"person:administrator-{number}" for number in range(1, 5)),
    evaluators=tuple(f"person:evaluator-{number}" for number in range(1, 5)),
    quality=("person:quality-1", "person:quality-2"),
)
SCHEMES = "person:schemes-1"


@dataclass(frozen=True)
class Calendar:
    """When which stage of a life takes place: batch numbers and their days."""

    batches: int

    @property
    def gap(self) -> int:
        """Batches between two stages of a life."""
        return max(1, self.batches // 40)

    def day(self, batch: int) -> date:
        """The day of a batch. The founding day comes before the first."""
        return FIRST_DAY + timedelta(days=1 + batch * DAYS // self.batches)

    def stages(self, born: int) -> Iterator[tuple[int, int]]:
        """The stages of a life that begins in batch ``born``, each with the batch it takes place in."""
        for stage in range(STAGES):
            yield stage, born + stage * self.gap
        yield LONG_GONE, born + (STAGES - 1) * self.gap + -(-RETENTION_DAYS * self.batches // DAYS) + 1


def write(acts: int, folder: Path, using: str = "default", seed: int = 17) -> None:
    """Write a journal of exactly ``acts`` acts (at least 60) into an empty database."""
    chance = Chance(Random(seed), STAFF)
    left = acts - open_body(folder, chance, using)
    calendar = Calendar(batches=min(200, max(12, acts // 500)))
    writing = Writing(chance, using)
    for day, proposals in _days(acts // ACTS_PER_DOSSIER, calendar, chance):
        batch = list(islice(proposals, left))
        left -= len(batch)
        writing.append(batch, day)
        if left <= 0:
            return
    raise AssertionError(f"the lives are too short: {left} acts are wanting")


def _days(dossiers: int, calendar: Calendar, chance: Chance) -> Iterator[tuple[date, Iterator[Proposal]]]:
    """Day by day the acts of all lives that have a stage on it, theirs in turn. Lives go on being born to the end."""
    due: dict[int, list[tuple[Life, int]]] = defaultdict(list)
    births = -(-dossiers * 5 // (calendar.batches * 4))
    number = 0
    for batch in range(calendar.batches):
        for _ in range(births):
            number += 1
            life = _born(number)
            for stage, when in calendar.stages(batch):
                due[when].append((life, stage))
        day = calendar.day(batch)
        waiting = due.pop(batch)
        chance.rng.shuffle(waiting)
        told = [list(life.stage(stage, day, chance)) for life, stage in waiting]
        yield day, (proposal for turn in zip_longest(*told) for proposal in turn if proposal is not None)


def _born(number: int) -> Life:
    if number % 4 == 0:
        return ClientLife(number)
    return OutsiderLife(f"person:p-{number:06}") if number % 10 == 3 else PersonLife(f"person:p-{number:06}")


class Writing:
    """Appends acts that need not be judged, with the proof they would have."""

    def __init__(self, chance: Chance, using: str) -> None:
        self._chance = chance
        self._using = using
        heads = Head.objects.using(using).values_list("dossier", "seq", "hash")
        self._standings: dict[str, Standing] = {dossier: (seq, head) for dossier, seq, head in heads}
        self._packs = folded(using).at(self._standings, [f"pack:{name}" for name in ADOPTED])

    def append(self, batch: Sequence[Proposal], day: date) -> None:
        """Write acts of one day in one transaction."""
        judged = [self._judged(proposal) for proposal in batch]
        by = Catalogue(__version__, catalogue_digest(), catalogue())
        with transaction.atomic(using=self._using):
            entries = append(judged, self._standings, by=by, recorded_at=_at(day), using=self._using)
        self._standings |= {entry.dossier: (entry.seq, entry.hash) for entry in entries}

    def _judged(self, proposal: Proposal) -> Judged:
        seen = looked_at(proposal, self._chance.first_actors.pop(proposal.id, None))
        gathered = {name: self._packs[name] for name in seen if name in self._packs}
        packs, _ = packs_for(proposal, gathered, pack_texts(self._using))
        return Judged(
            proposal,
            seen,
            packs={f"{pack.pack} {pack.edition}": digest for digest, pack in packs.items()},
            breaches=(),
            deviations=(),
            salt=f"{self._chance.rng.getrandbits(128):032x}",
            erases=proposal.act.erases(),
        )


def _at(day: date) -> datetime:
    return datetime.combine(day, time(9), tzinfo=UTC)


def open_body(folder: Path, chance: Chance, using: str) -> int:
    """Found the body, register its people and adopt the packs through the one door; how many acts that took."""
    means = Means(
        attachments=Folder(folder / "attachments"),
        clock=lambda: _at(FIRST_DAY),
        salt=lambda: f"{chance.rng.getrandbits(128):032x}",
        using=using,
    )
    proposals = [_founding(chance), *_people(chance), *_adoptions(chance, using)]
    outcome = perform(proposals, means)
    if not isinstance(outcome, Performed):
        raise AssertionError(f"refused: {outcome.refusals}")
    return len(outcome.entries)


def _founding(chance: Chance) -> Proposal:
    given = {
        "legal_entity": {"name": "Baltic Conformity", "form": "sp. z o.o.", "town": "Gdańsk", "country": "PL"},
        "time_zone": "Europe/Warsaw",
        "standards_in_use": ("iso-iec-17065", "iso-iec-17021-1"),
        "first_authoriser": ANNA,
        "basis": "Articles of association of 4 January 2016.",
        "retention_months": 72,
    }
    return chance.propose("body:self", "body.found", ("person:founder",), FIRST_DAY, **given)


def _people(chance: Chance) -> Iterator[Proposal]:
    functions = {ANNA: "", SCHEMES: "scheme-management"}
    functions |= dict.fromkeys(STAFF.administrators, "client-administration")
    functions |= dict.fromkeys(STAFF.evaluators, "competence-evaluation")
    functions |= dict.fromkeys(STAFF.quality, "quality-management")
    for person, function in functions.items():
        yield chance.propose(person, "person.register", (ANNA,), FIRST_DAY, basis="employment", since=FIRST_DAY)
        if function:
            given = {"function": function, "valid_from": FIRST_DAY, "evidence": "Evaluated by the founders."}
            yield chance.propose(person, "person.grant-authorisation", (ANNA,), FIRST_DAY, **given)


def _adoptions(chance: Chance, using: str) -> Iterator[Proposal]:
    for name in ADOPTED:
        volume = shipped.library().editions(name)[0]
        keep_text(volume.digest, volume.text, using)
        given = {
            "pack": name,
            "edition": volume.pack.edition,
            "text": volume.digest,
            "basis": "Decided by the management at its first meeting.",
        }
        yield chance.propose(f"pack:{name}", "pack.adopt", (SCHEMES,), FIRST_DAY, **given)
