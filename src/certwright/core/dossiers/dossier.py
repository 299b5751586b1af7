"""What every dossier has, and how a kind of dossier declares itself and the acts that move it.

Each kind of dossier is a frozen dataclass with one small function per act that moves it; :mod:`.folding` runs them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, TypeVar

from certwright.core.acts.act import Act
from certwright.core.dossiers.pin import Pin
from certwright.core.entry import Breach, Entry


@dataclass(frozen=True, slots=True)
class Mark:
    """What a dossier remembers of one of its acts: enough to refer to it, annul it or put it right.

    ``erased`` says that an act recorded up to here removed its content.
    """

    seq: int
    form: str
    actor: str
    effective_on: date
    recorded_at: datetime
    personal: bool = False
    settled: bool = False
    erased: bool = False
    annulled_by: str | None = None
    put_right_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What every dossier has: how far its chain goes, its acts by id, the breaches on it, what it cannot read.

    ``links`` are the dossiers its acts refer to, each with the name of the kind of act that does.
    """

    id: str
    seq: int = 0
    head: str = ""
    recorded_at: datetime | None = None
    acts: Mapping[str, Mark] = field(default_factory=lambda: MappingProxyType({}))
    breaches: tuple[tuple[str, Breach], ...] = ()
    links: frozenset[tuple[str, str]] = frozenset()
    unreadable: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of dossier, as in its id."""
        return self.id.partition(":")[0]

    @property
    def exists(self) -> bool:
        """Whether anything was ever recorded in it."""
        return self.seq > 0

    @property
    def is_open(self) -> bool:
        """Whether it was opened by an act that still stands, so that others may refer to it."""
        return self.exists

    @property
    def pinned(self) -> tuple[Pin, ...]:
        """The texts of packs this dossier was begun under, and is judged by however the packs change."""
        return ()

    @property
    def title(self) -> str:
        """What a person calls this dossier; its id, until something better was stated."""
        return self.id


D = TypeVar("D", bound=Dossier)
A = TypeVar("A", bound=Act)
Move = Callable[[Any, Any, Entry], Any]

KINDS: dict[str, type[Dossier]] = {}
MOVES: dict[type[Dossier], dict[type[Act], Move]] = {}


def dossier_kind(kind: str) -> Callable[[type[D]], type[D]]:
    """Declare a dataclass to be the dossiers whose ids begin with ``kind:``."""

    def declare(model: type[D]) -> type[D]:
        KINDS[kind] = model
        MOVES[model] = {}
        return model

    return declare


def moves(model: type[D], act: type[A]) -> Callable[[Callable[[D, A, Entry], D]], Callable[[D, A, Entry], D]]:
    """Declare how one kind of act moves one kind of dossier."""

    def declare(move: Callable[[D, A, Entry], D]) -> Callable[[D, A, Entry], D]:
        MOVES[model][act] = move
        return move

    return declare


def empty(dossier_id: str) -> Dossier:
    """The dossier before its first act.

    Raises:
        KeyError: this release knows no such kind of dossier.
    """
    return KINDS[dossier_id.partition(":")[0]](id=dossier_id)
