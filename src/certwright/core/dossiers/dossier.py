"""A dossier is what its acts add up to: a pure fold over entries, stopped wherever one wants to look.

Each kind of dossier is a frozen dataclass with one small function per act that moves it. Acts that were annulled or
put right are folded as corrected, from the moment the correction was recorded. The fold never refuses.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, TypeVar

from certwright.core.acts import ACTS, UnknownAct, read_act
from certwright.core.acts.act import Act
from certwright.core.acts.record import Annul, PutRight
from certwright.core.entry import Breach, Entry


@dataclass(frozen=True, slots=True)
class Mark:
    """What a dossier remembers of one of its acts: enough to refer to it, annul it or put it right."""

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
    def title(self) -> str:
        """What a person calls this dossier; its id, until something better was stated."""
        return self.id


D = TypeVar("D", bound=Dossier)
A = TypeVar("A", bound=Act)
Move = Callable[[Any, Any, Entry], Any]

KINDS: dict[str, type[Dossier]] = {}
_MOVES: dict[type[Dossier], dict[type[Act], Move]] = {}


def dossier_kind(kind: str) -> Callable[[type[D]], type[D]]:
    """Declare a dataclass to be the dossiers whose ids begin with ``kind:``."""

    def declare(model: type[D]) -> type[D]:
        KINDS[kind] = model
        _MOVES[model] = {}
        return model

    return declare


def moves(model: type[D], act: type[A]) -> Callable[[Callable[[D, A, Entry], D]], Callable[[D, A, Entry], D]]:
    """Declare how one kind of act moves one kind of dossier."""

    def declare(move: Callable[[D, A, Entry], D]) -> Callable[[D, A, Entry], D]:
        _MOVES[model][act] = move
        return move

    return declare


def empty(dossier_id: str) -> Dossier:
    """The dossier before its first act.

    Raises:
        KeyError: this release knows no such kind of dossier.
    """
    return KINDS[dossier_id.partition(":")[0]](id=dossier_id)


def fold(dossier_id: str, entries: Sequence[Entry]) -> Dossier:
    """The dossier its ``entries`` (all of them, in order) add up to."""
    return _run(empty(dossier_id), entries, _corrections(entries))


def advance(dossier: D, entries: Sequence[Entry], earlier: Callable[[], Sequence[Entry]]) -> D:
    """``dossier`` after some further ``entries``; ``earlier`` yields those it was folded from, if they are needed."""
    if any(isinstance(entry.act, Annul | PutRight) for entry in entries):
        return fold(dossier.id, [*earlier(), *entries])  # type: ignore[return-value]  # same id, same kind
    return _run(dossier, entries, {})


def before(dossier_id: str, entries: Iterable[Entry], act_id: str) -> Dossier:
    """The dossier as it would stand without ``act_id`` and all that came after it."""
    earlier: list[Entry] = []
    for entry in entries:
        if entry.id == act_id:
            break
        earlier.append(entry)
    return fold(dossier_id, earlier)


_Correction = tuple[str, Act | None]
"""The id of the correcting act, and what the corrected act reads as now (``None``: annulled)."""


def _corrections(entries: Sequence[Entry]) -> dict[str, _Correction]:
    found: dict[str, _Correction] = {}
    for entry in reversed(entries):
        correction = entry.act
        if not isinstance(correction, Annul | PutRight) or correction.act in found:
            continue
        if isinstance(correction, Annul):
            found[correction.act] = (entry.id, None)
        else:
            replacement = _readable(correction)
            if replacement is not None:
                found[correction.act] = (entry.id, replacement)
    return found


def _readable(correction: PutRight) -> Act | None:
    try:
        return read_act(correction.form, correction.fields)
    except (UnknownAct, ValueError):
        return None


def _run(dossier: D, entries: Sequence[Entry], corrections: Mapping[str, _Correction]) -> D:
    if not entries:
        return dossier
    table = _MOVES[type(dossier)]
    acts = dict(dossier.acts)
    breaches = list(dossier.breaches)
    links = set(dossier.links)
    unreadable = list(dossier.unreadable)
    for entry in entries:
        by, act = corrections.get(entry.id, ("", entry.act))
        acts[entry.id] = _mark(entry, by if act is None else None, by if by and act else None)
        breaches.extend((entry.id, breach) for breach in entry.breaches)
        if entry.unreadable:
            unreadable.append(entry.id)
        if act is None:
            continue
        links.update((named, act.spec.name) for named in act.gathers())
        if (move := table.get(type(act))) is not None:
            dossier = move(dossier, act, entry)
    last = entries[-1]
    return replace(
        dossier,
        seq=last.seq,
        head=last.hash,
        recorded_at=last.recorded_at,
        acts=acts,
        breaches=tuple(breaches),
        links=frozenset(links),
        unreadable=tuple(unreadable),
    )


def _carries_particulars(act: Act | None) -> bool:
    """Whether the content of ``act`` is personal: a correction is as personal as what it corrects."""
    if isinstance(act, PutRight):
        return ACTS[name].spec.personal if (name := act.form.partition("@")[0]) in ACTS else False
    return act is not None and act.spec.personal


def _mark(entry: Entry, annulled_by: str | None, put_right_by: str | None) -> Mark:
    return Mark(
        seq=entry.seq,
        form=entry.form,
        actor=entry.actor,
        effective_on=entry.effective_on,
        recorded_at=entry.recorded_at,
        personal=_carries_particulars(entry.act),
        settled=entry.act is not None and entry.act.spec.settled,
        erased=entry.erased,
        annulled_by=annulled_by or None,
        put_right_by=put_right_by,
    )
