"""A portfolio brought in: what a source says, settled into the record, so that people at work never wait.

Clients come first, then what is certified for them. All rows about one of them are one piece of work; pieces go through
the one door together, about 20 acts at a time, and then the run rests as long as it held the record (DESIGN 5.11). A
piece that is refused is reported with its reasons and leaves nothing behind; the others go on. Whatever was recorded
before an interruption is found again, because ids of dossiers and acts follow from what the source says.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby

from certwright.core.acts.act import Act
from certwright.core.acts.taking_over import TakeOverCertification
from certwright.core.dossiers import Dossier
from certwright.core.entry import Proposal
from certwright.core.rules import Refusal
from certwright.core.rules.rule import refusal
from certwright.intake.problem import RowProblem
from certwright.intake.settling import Delivery, certification_acts, client_acts
from certwright.intake.telling import Told
from certwright.office.door import perform
from certwright.office.means import Means, local_day
from certwright.office.outcome import Outcome, Performed, Refused
from certwright.office.standing import dossiers
from certwright.rows.models import ClaimRow

ACTS_AT_ONCE = 20
ROWS_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class RowRefused:
    """A row the record did not take, and the rules that speak against it."""

    told: Told
    refusals: tuple[Refusal, ...]


@dataclass(slots=True)
class Settled:
    """What became of the rows of a delivery. Each is stated, unchanged, refused or unreadable, so they add up."""

    stated: int = 0
    unchanged: int = 0
    unreadable: int = 0
    refused: list[RowRefused] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    acts: int = 0

    @property
    def rows(self) -> int:
        """All rows of the delivery."""
        return self.stated + self.unchanged + self.unreadable + len(self.refused)

    def add(self, more: "Settled") -> None:
        """Count what became of further rows in."""
        self.stated += more.stated
        self.unchanged += more.unchanged
        self.unreadable += more.unreadable
        self.acts += more.acts
        self.refused.extend(more.refused)
        self.problems.extend(more.problems)


@dataclass(frozen=True, slots=True)
class Run:
    """Who brings a delivery in and how: ``watch`` reads a clock in seconds, ``rest`` sleeps, ``tell`` hears how far.

    ``through`` is the door; :class:`Looking` stands there in a run that writes nothing.
    """

    delivery: Delivery
    actor: str
    means: Means
    time_zone: str
    watch: Callable[[], float]
    rest: Callable[[float], None]
    tell: Callable[[Settled], None] = lambda settled: None
    through: Callable[[Sequence[Proposal], Means], Outcome] = perform


class Looking:
    """Stands where the door does and writes nothing: for a first look at what a delivery would change.

    The rules are not asked, but whether another certification holds a certificate number, on record or in the delivery.
    """

    def __init__(self) -> None:
        self._held: dict[str, str] = {}

    def __call__(self, proposals: Sequence[Proposal], means: Means) -> Outcome:
        for proposal in proposals:
            if not isinstance(proposal.act, TakeOverCertification):
                continue
            number = proposal.act.number
            holder = self._held.setdefault(number.casefold(), self._on_record(number, means) or proposal.dossier)
            if holder != proposal.dossier:
                scope = "certificate.number"
                return Refused(proposal.id, (refusal("already-claimed", scope=scope, value=number, holder=holder),))
        return Performed(())

    def _on_record(self, number: str, means: Means) -> str | None:
        claims = ClaimRow.objects.using(means.using).filter(scope="certificate.number", value=number.casefold())
        return claims.values_list("dossier", flat=True).first()


@dataclass(frozen=True, slots=True)
class _Piece:
    """One dossier, all rows about it, and what must be stated there."""

    told: tuple[Told, ...]
    proposals: tuple[Proposal, ...]


def settle(read: Iterable[Told | tuple[RowProblem, ...]], run: Run) -> Settled:
    """Settle the rows of a delivery into the record.

    Raises:
        RecordUnavailable: the record cannot be written now; what was stated so far stands, and a further run goes on.
    """
    settled, readable = Settled(), []
    for one in read:
        if isinstance(one, Told):
            readable.append(one)
        else:
            settled.unreadable += 1
            settled.problems.extend(one)
    for rows in _in_parts(readable, run.delivery):
        _settle(rows, run, settled)
        run.tell(settled)
    return settled


def _in_parts(told: list[Told], delivery: Delivery) -> Iterator[list[Told]]:
    """The rows, some hundred at a time, all rows about one client together."""
    part: list[Told] = []
    for _, rows in groupby(sorted(told, key=delivery.client_of), key=delivery.client_of):
        part.extend(rows)
        if len(part) >= ROWS_AT_ONCE:
            yield part
            part = []
    if part:
        yield part


def _settle(rows: list[Told], run: Run, settled: Settled) -> None:
    """Settle some rows: first their clients, then their certifications, of those whose client was not refused."""
    against: dict[int, tuple[Refusal, ...]] = {}
    touched: set[int] = set()
    delivery = run.delivery
    for named, stated in ((delivery.client_of, client_acts), (delivery.certification_of, certification_acts)):
        left = [told for told in rows if id(told) not in against]
        for piece, refusals in _recorded(_pieces(left, named, stated, run), run):
            about = {id(told): refusals for told in piece.told}
            if refusals:
                against.update(about)
            elif piece.proposals:
                settled.acts += len(piece.proposals)
                touched.update(about)
    for told in rows:
        if id(told) in against:
            settled.refused.append(RowRefused(told, against[id(told)]))
        elif id(told) in touched:
            settled.stated += 1
        else:
            settled.unchanged += 1


def _pieces(
    rows: list[Told], named: Callable[[Told], str], stated: Callable[..., Iterator[Act]], run: Run
) -> Iterator[_Piece]:
    """The rows by the dossier they name, each with what must be stated there."""
    known = dossiers({named(told) for told in rows}, run.means.using)
    for name, group in groupby(sorted(rows, key=named), key=named):
        told = tuple(group)
        yield _Piece(told, tuple(_proposals(known[name], stated(known[name], told, run.delivery), run)))


def _proposals(about: Dossier, acts: Iterable[Act], run: Run) -> Iterator[Proposal]:
    """The acts as proposals whose ids follow from what they say, so that asking again records nothing twice."""
    on = local_day(run.means.clock(), run.time_zone)
    for at, act in enumerate(acts):
        said = "|".join((about.id, str(about.seq), str(at), act.spec.name, str(run.delivery.known_on)))
        yield Proposal(sha256(said.encode()).hexdigest()[:32], about.id, act, run.actor, on)


def _recorded(pieces: Iterable[_Piece], run: Run) -> Iterator[tuple[_Piece, tuple[Refusal, ...]]]:
    """Each piece with what speaks against it, after the others of its batch were recorded."""
    batch: list[_Piece] = []
    for piece in pieces:
        if not piece.proposals:
            yield piece, ()
            continue
        if batch and sum(len(one.proposals) for one in (*batch, piece)) > ACTS_AT_ONCE:
            yield from _perform(batch, run)
            batch = []
        batch.append(piece)
    if batch:
        yield from _perform(batch, run)


def _perform(batch: list[_Piece], run: Run) -> Iterator[tuple[_Piece, tuple[Refusal, ...]]]:
    """Perform a batch at once. If a piece of it is refused, it is left out and the others are asked again."""
    while batch:
        began = run.watch()
        outcome = run.through([proposal for piece in batch for proposal in piece.proposals], run.means)
        run.rest(max(run.watch() - began, 0))
        if not isinstance(outcome, Refused):
            yield from ((piece, ()) for piece in batch)
            return
        wrong = next(piece for piece in batch if any(one.id == outcome.act_id for one in piece.proposals))
        yield wrong, outcome.refusals
        batch = [piece for piece in batch if piece is not wrong]
