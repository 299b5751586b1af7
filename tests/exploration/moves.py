"""What somebody of the small body may do: a move is one act, or a few that are recorded together or not at all."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from certwright.core.acts.act import Act

Dated = Callable[[date], Act]
"""An act as it reads when it is done on a day."""


@dataclass(frozen=True, slots=True)
class Step:
    """One act of a move: in which dossier, by whom. ``days_back`` says for how many days before its recording."""

    dossier: str
    by: str
    said: Dated
    days_back: int = 0


@dataclass(frozen=True, slots=True)
class Move:
    """A move by its name. Two moves of one name are ways to do the same: at most one of them is done in a history.

    The name is the id of the act it records (of its ``n``-th act: the name, a hyphen and ``n``, from the second on).
    """

    name: str
    steps: tuple[Step, ...]


def act_id(name: str, number: int) -> str:
    """The id under which step ``number`` of a move called ``name`` is recorded."""
    return name if number == 0 else f"{name}-{number + 1}"


def move(name: str, *steps: Step) -> Move:
    """A move of one step or several."""
    return Move(name, steps)


def back_dated(made: Move, days: int = 1) -> Move:
    """The same move, said to have been made some days before it is recorded."""
    return Move(made.name, tuple(replace(step, days_back=days) for step in made.steps))
