"""The office without a database: a move is judged by the rules in force and folded into the dossiers, or refused.

Proposals are gathered for and judged by the very functions the office uses. Nothing but the act, its day and the
dossiers it gathers goes into a judgement, so each is made once and remembered.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from application_cases import reckonings
from certwright.core.acts.decision import Review
from certwright.core.dossiers import Certification, Dossier, advance, empty
from certwright.core.dossiers.dossier import Mark
from certwright.core.entry import Breach, Entry, Proposal
from certwright.core.reckoning.kept import KeptTime
from certwright.core.rules.review import LOOKED_AT
from certwright.office.gathering import PackTexts, looked_at
from certwright.office.judging import judge_proposal
from certwright.packs import shipped
from certwright.packs.library import Volume
from exploration.moves import Move, Step, act_id

_COMPARED = LOOKED_AT | {Review.spec.name}
ALREADY = frozenset({"done-already"})
"""Why a move is not made twice: a bound of the walk, no rule."""
_NOT_SEEN_BY_RULES = frozenset({"id", "seq", "head", "recorded_at", "acts", "breaches"})
"""What of a dossier tells only in which order, and with what breaches, it came about. Of the order, rules see whether
something that a review looks at came before or after it: the clock of the desk moves on with each review alone."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """An act on record, as plainly as the oracle sees it. ``said`` is the day on which it was recorded."""

    id: str
    dossier: str
    act: Any
    by: str
    on: date
    said: date


@dataclass(frozen=True, slots=True)
class State:
    """Where a history has come to: the day, each dossier as it stands (by number), what was done.

    ``verdicts`` are the oracle's on the reviews and decisions so far: the act and each reason against it.
    """

    day: date
    shelf: tuple[int, ...]
    done: frozenset[str] = frozenset()
    verdicts: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class _Ready:
    """A step on a day: its proposal, where its dossier stands on the shelf, and all it looks at.

    ``searched`` are the places of dossiers that it looks at if they are tied to what it names.
    """

    proposal: Proposal
    today: date
    place: int
    looks: tuple[int, ...]
    searched: tuple[int, ...]
    fixed: Mapping[str, Dossier]


class ShippedTexts(PackTexts):
    """The texts of the shipped packs and of the kept reckonings, by digest."""

    def __init__(self) -> None:
        self._volumes = {one.digest: one for one in shipped.library()}
        self._reckonings = {one: held.text for one, held in reckonings().items() if isinstance(held, KeptTime)}

    def volume(self, digest: str) -> Volume | None:
        """The shipped pack of a digest."""
        return self._volumes.get(digest)

    def text(self, digest: str) -> str | None:
        """The kept reckoning of a digest."""
        return self._reckonings.get(digest)


class Desk:
    """Judges moves. ``around`` are the dossiers that stand still, ``about`` the ids of those that moves change."""

    def __init__(self, around: Mapping[str, Dossier], about: Iterable[str]) -> None:
        self.about = tuple(about)
        self.judged = 0
        self._around = around
        self._texts = ShippedTexts()
        self._versions: list[tuple[Dossier, tuple[Entry, ...]]] = []
        self._numbers: dict[object, int] = {}
        self._ready: dict[tuple[Move, date], tuple[_Ready, ...]] = {}
        self._refused: dict[tuple[int, ...], tuple[frozenset[str], tuple[Breach, ...]]] = {}
        self._after: dict[tuple[tuple[int, ...], int], int] = {}

    def opening(self, day: date) -> State:
        """The state in which nothing was done yet."""
        return State(day, tuple(self._number(empty(name), ()) for name in self.about))

    def advance(self, state: State, move: Move, without: Set[str] = frozenset()) -> State | frozenset[str]:
        """The state after a move, or the ids of the rules that refuse it. ``without`` are rules switched off."""
        if move.name in state.done:
            return ALREADY
        shelf = list(state.shelf)
        for step in self._steps(move, state.day):
            key = (id(step), *(shelf[place] for place in step.looks + step.searched))
            found = self._refused.get(key)
            if found is None:
                found = self._refused[key] = self._judge(step, shelf)
            if not found[0] <= without:
                return found[0] - without
            if (key, ticks := self._reviews(shelf)) not in self._after:
                self._after[key, ticks] = self._fold(step, shelf[step.place], found[1], ticks)
            shelf[step.place] = self._after[key, ticks]
        return State(state.day, tuple(shelf), state.done | {move.name}, state.verdicts)

    def recorded(self, move: Move, day: date) -> tuple[Recorded, ...]:
        """What a move puts on record on a day."""
        steps = (step.proposal for step in self._steps(move, day))
        return tuple(Recorded(one.id, one.dossier, one.act, one.actor, one.effective_on, day) for one in steps)

    def dossier(self, state: State, name: str) -> Dossier:
        """A dossier as it stands in a state."""
        return self._versions[state.shelf[self.about.index(name)]][0]

    def _steps(self, move: Move, day: date) -> tuple[_Ready, ...]:
        if (move, day) not in self._ready:
            self._ready[move, day] = tuple(
                self._prepared(step, act_id(move.name, number), day) for number, step in enumerate(move.steps)
            )
        return self._ready[move, day]

    def _prepared(self, step: Step, name: str, today: date) -> _Ready:
        on = today - timedelta(days=step.days_back)
        proposal = Proposal(name, step.dossier, step.said(on), step.by, on)
        seen = looked_at(proposal)
        fixed = {name: self._around.get(name, empty(name)) for name in seen if name not in self.about}
        looks = tuple(sorted(self.about.index(name) for name in seen if name in self.about))
        maybe = range(len(self.about)) if proposal.act.searches() else ()
        searched = tuple(place for place in maybe if place not in looks and self.about[place].startswith("finding:"))
        return _Ready(proposal, today, self.about.index(step.dossier), looks, searched, fixed)

    def _judge(self, step: _Ready, shelf: Sequence[int]) -> tuple[frozenset[str], tuple[Breach, ...]]:
        self.judged += 1
        pairs = step.proposal.act.searches()
        tied = (place for place in step.searched if pairs & self._versions[shelf[place]][0].links)
        places = (*step.looks, *tied)
        seen = {**step.fixed, **{self.about[place]: self._versions[shelf[place]][0] for place in places}}
        entries = self._versions[shelf[step.place]][1]
        found, _ = judge_proposal(step.proposal, step.today, seen, self._texts, lambda: entries)
        return frozenset(one.rule for one in found.refusals), found.breaches

    def _reviews(self, shelf: Sequence[int]) -> int:
        """How many reviews are on record."""
        dossiers = (self._versions[number][0] for number in shelf)
        return sum(len(each.reviews) for each in dossiers if isinstance(each, Certification))

    def _fold(self, step: _Ready, number: int, breaches: tuple[Breach, ...], reviews: int) -> int:
        dossier, entries = self._versions[number]
        proposal = step.proposal
        minute = 2 * reviews + isinstance(proposal.act, Review)  # later than what it looks at, earlier than the rest
        entry = Entry(
            id=proposal.id,
            dossier=dossier.id,
            seq=dossier.seq + 1,
            position=dossier.seq + 1,
            form=proposal.act.spec.versioned_name,
            act=proposal.act,
            actor=proposal.actor,
            effective_on=proposal.effective_on,
            recorded_at=datetime.combine(step.today, time(9, minute), UTC),
            hash="",
            breaches=breaches,
        )
        return self._number(advance(dossier, [entry], lambda: entries), (*entries, entry))

    def _number(self, dossier: Dossier, entries: tuple[Entry, ...]) -> int:
        """The number of a version: the same for all that read the same to every rule."""
        said = _content(dossier)
        if said not in self._numbers:
            self._numbers[said] = len(self._versions)
            self._versions.append((dossier, entries))
        return self._numbers[said]


def _content(dossier: Dossier) -> object:
    names = (field.name for field in fields(dossier) if field.name not in _NOT_SEEN_BY_RULES)
    standing = frozenset((name, mark.annulled_by, _seen_time(mark)) for name, mark in dossier.acts.items())
    return dossier.id, standing, tuple(_hashable(getattr(dossier, name)) for name in names)


def _seen_time(mark: Mark) -> datetime | None:
    """When an act was recorded, if a rule compares that."""
    return mark.recorded_at if mark.form.partition("@")[0] in _COMPARED else None


def _hashable(value: object) -> object:
    return frozenset(value.items()) if isinstance(value, Mapping) else value
