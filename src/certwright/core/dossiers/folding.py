"""A dossier is what its acts add up to: a pure fold over entries, stopped wherever one wants to look.

Acts that were annulled or put right are folded as corrected, from the moment the correction was recorded. The fold
never refuses.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import TypeVar

from certwright.core.acts import ACTS
from certwright.core.acts.act import Act
from certwright.core.acts.record import Annul, PutRight
from certwright.core.dossiers.dossier import MOVES, Dossier, Mark, empty
from certwright.core.dossiers.replacing import replace
from certwright.core.entry import Breach, Entry

D = TypeVar("D", bound=Dossier)


def fold(dossier_id: str, entries: Sequence[Entry]) -> Dossier:
    """The dossier its ``entries`` (all of them, in order) add up to."""
    return _run(empty(dossier_id), entries, _corrections(entries))


def advance(dossier: D, entries: Sequence[Entry], earlier: Callable[[], Sequence[Entry]]) -> D:
    """``dossier`` after some further ``entries``, the same as folding everything anew.

    ``earlier`` yields the entries it was folded from, as they read now. It is asked only if a further entry reaches
    back to them.
    """
    if any(entry.act is not None and entry.act.spec.reaches_back for entry in entries):
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


def on_day(dossier_id: str, entries: Sequence[Entry], day: date) -> Dossier:
    """How the dossier stood on ``day``, as ``entries`` tell it now: what was effective by then, as corrected since."""
    effective = [entry for entry in entries if entry.effective_on <= day]
    return _run(empty(dossier_id), effective, _corrections(entries))


_Correction = tuple[str, Act | None]
"""The id of the correcting act, and what the corrected act reads as now (``None``: annulled)."""


def _corrections(entries: Sequence[Entry]) -> dict[str, _Correction]:
    found: dict[str, _Correction] = {}
    for entry in reversed(entries):
        correction = entry.act
        if correction is None or not correction.spec.reaches_back:
            continue
        if not isinstance(correction, Annul | PutRight) or correction.act in found:
            continue
        if isinstance(correction, Annul):
            found[correction.act] = (entry.id, None)
        elif (replacement := correction.corrected()) is not None:
            found[correction.act] = (entry.id, replacement)
    return found


def _run(dossier: D, entries: Sequence[Entry], corrections: Mapping[str, _Correction]) -> D:
    if not entries:
        return dossier
    table = MOVES[type(dossier)]
    acts = dict(dossier.acts)
    breaches: list[tuple[str, Breach]] = []
    links: set[tuple[str, str]] = set()
    unreadable: list[str] = []
    for entry in entries:
        by, act = corrections.get(entry.id, ("", entry.act))
        acts[entry.id] = _mark(entry, by if act is None else None, by if by and act else None)
        for breach in entry.breaches:
            breaches.append((entry.id, breach))
        if entry.unreadable:
            unreadable.append(entry.id)
        if act is None:
            continue
        for erased in act.erases():
            if erased in acts:
                acts[erased] = replace(acts[erased], erased=True)
        for named in act.gathers():
            links.add((named, act.spec.name))
        if (move := table.get(type(act))) is not None:
            dossier = move(dossier, act, entry)
    last = entries[-1]
    return replace(
        dossier,
        seq=last.seq,
        head=last.hash,
        recorded_at=last.recorded_at,
        acts=acts,
        breaches=(*dossier.breaches, *breaches),
        links=dossier.links | links,
        unreadable=(*dossier.unreadable, *unreadable),
    )


@cache
def _traits(form: str) -> tuple[bool, bool]:
    """Whether acts of a stored name carry particulars, and whether they are settled. An unknown name is neither."""
    act = ACTS.get(form.partition("@")[0])
    return (act.spec.personal, act.spec.settled) if act else (False, False)


def _mark(entry: Entry, annulled_by: str | None, put_right_by: str | None) -> Mark:
    personal, settled = _traits(entry.form)
    if isinstance(entry.act, PutRight):
        personal = _traits(entry.act.form)[0]  # a correction is as personal as what it corrects
    return Mark(
        seq=entry.seq,
        form=entry.form,
        actor=entry.actor,
        effective_on=entry.effective_on,
        recorded_at=entry.recorded_at,
        personal=personal or entry.erased,  # only particulars are ever erased
        settled=settled,
        annulled_by=annulled_by or None,
        put_right_by=put_right_by,
    )
