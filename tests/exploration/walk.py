"""Every order of every move by everybody on every day: a walk through all states, each visited once."""

from collections import deque
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date

from exploration.desk import Desk, Recorded, State
from exploration.moves import Move
from exploration.oracle import Oracle


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a walk goes: the desk, the moves, the days in their order, and who judges the certificates.

    ``begun`` are the moves that were made, on the first day, before the walk begins.
    """

    desk: Desk
    moves: Sequence[Move]
    days: Sequence[date]
    oracle: Oracle
    begun: Sequence[Move] = ()


@dataclass(frozen=True, slots=True)
class Illegitimate:
    """A certificate that should not be: what is wrong with it, and the history that led to it."""

    faults: frozenset[str]
    history: tuple[Recorded, ...]

    def __str__(self) -> str:
        told = (f"{one.said:%d %b} {one.id} by {one.by.partition(':')[2]}" for one in self.history)
        return f"{', '.join(sorted(self.faults))}: {'; '.join(told)}"


@dataclass(slots=True)
class Walk:
    """A walk and what it saw: states, moves tried and made, certificates. ``without`` are rules switched off.

    A certificate is the end of a history: what came before it decides whether it is legitimate.
    """

    ground: Ground
    without: Set[str] = frozenset()
    tried: int = 0
    made: int = 0
    legitimate: int = 0
    illegitimate: list[Illegitimate] = field(default_factory=list)
    _reached: dict[State, tuple[State, Move | None]] = field(default_factory=dict)

    @property
    def states(self) -> int:
        """How many states were reached."""
        return len(self._reached)

    def through_all(self) -> "Walk":
        """Go through every state that can be reached, breadth first."""
        for _ in self._on():
            pass
        return self

    def until_illegitimate(self) -> "Walk":
        """The same, but stop at the first illegitimate certificate."""
        next((self for _ in self._on() if self.illegitimate), None)
        return self

    def _on(self) -> Iterator[State]:
        start = self.ground.desk.opening(self.ground.days[0])
        self._reached[start] = (start, None)
        for move in self.ground.begun:
            after = self.ground.desk.advance(start, move)
            assert isinstance(after, State), f"{move.name} is refused: {sorted(after)}"
            self._reached[after] = (start, move)
            start = after
        waiting = deque([start])
        while waiting:
            state = waiting.popleft()
            for after, by in self._from(state):
                if after not in self._reached:
                    self._reached[after] = (state, by)
                    waiting.append(after)
            yield state

    def _from(self, state: State) -> Iterator[tuple[State, Move | None]]:
        """The states one move, or one night, further."""
        days = self.ground.days
        if state.day != days[-1]:
            yield replace(state, day=days[days.index(state.day) + 1]), None
        for move in self.ground.moves:
            if move.name in state.done:
                continue
            self.tried += 1
            after = self.ground.desk.advance(state, move, self.without)
            if isinstance(after, State):
                self.made += 1
                weighed = self._weighed(state, move, after)
                if weighed is not None:
                    yield weighed, move

    def _weighed(self, state: State, move: Move, after: State) -> State | None:
        """The state after a move with the oracle's verdict on it; ``None`` after a certificate."""
        (made, *_) = self.ground.desk.recorded(move, state.day)
        match made.act.spec.name:
            case "certification.review":
                faults = self.ground.oracle.of_review(self.history(state), made)
            case "certification.decide":
                faults = self.ground.oracle.of_grant(self.history(state), state.verdicts, made)
            case "certification.issue":
                before = self.history(state)
                wrong = frozenset(self.ground.oracle.of_certificate(before, state.verdicts, made))
                if wrong:
                    self.illegitimate.append(Illegitimate(wrong, (*before, made)))
                else:
                    self.legitimate += 1
                return None
            case _:
                return after
        return replace(after, verdicts=state.verdicts | {(made.id, fault) for fault in faults})

    def history(self, state: State) -> tuple[Recorded, ...]:
        """The acts that led to a state, in one of the orders that lead there."""
        moves: list[tuple[Move, date]] = []
        while (came := self._reached[state])[0] is not state:
            state = came[0]
            if came[1] is not None:
                moves.append((came[1], state.day))
        return tuple(one for move, day in reversed(moves) for one in self.ground.desk.recorded(move, day))
