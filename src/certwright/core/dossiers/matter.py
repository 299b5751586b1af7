"""What the dossier of a complaint, an appeal or a misuse says."""

from dataclasses import dataclass, replace
from datetime import date

from certwright.core.acts.matter import (
    Acknowledge,
    AssignHandler,
    CloseMatter,
    DecideMatter,
    NotifyOutcome,
    ReceiveMatter,
    StateOrigin,
    ValidateMatter,
)
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.entry import Entry


@dossier_kind("matter")
@dataclass(frozen=True, slots=True, kw_only=True)
class Matter(Dossier):
    """A complaint, an appeal or a misuse. Rules never see whom it came from."""

    received: ReceiveMatter | None = None
    origin: StateOrigin | None = None
    ours: str = ""
    acknowledged_on: date | None = None
    handlers: tuple[str, ...] = ()
    decided: DecideMatter | None = None
    told_on: date | None = None
    closed_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether the matter is on record."""
        return self.received is not None


@moves(Matter, ReceiveMatter)
def _received(matter: Matter, act: ReceiveMatter, entry: Entry) -> Matter:
    return replace(matter, received=act)


@moves(Matter, StateOrigin)
def _origin_stated(matter: Matter, act: StateOrigin, entry: Entry) -> Matter:
    return replace(matter, origin=act)


@moves(Matter, ValidateMatter)
def _validated(matter: Matter, act: ValidateMatter, entry: Entry) -> Matter:
    return replace(matter, ours=act.outcome)


@moves(Matter, Acknowledge)
def _acknowledged(matter: Matter, act: Acknowledge, entry: Entry) -> Matter:
    return replace(matter, acknowledged_on=act.sent_on)


@moves(Matter, AssignHandler)
def _handler_assigned(matter: Matter, act: AssignHandler, entry: Entry) -> Matter:
    return replace(matter, handlers=(*matter.handlers, act.handler))


@moves(Matter, DecideMatter)
def _decided(matter: Matter, act: DecideMatter, entry: Entry) -> Matter:
    return replace(matter, decided=act)


@moves(Matter, NotifyOutcome)
def _told(matter: Matter, act: NotifyOutcome, entry: Entry) -> Matter:
    return replace(matter, told_on=act.sent_on)


@moves(Matter, CloseMatter)
def _closed(matter: Matter, act: CloseMatter, entry: Entry) -> Matter:
    return replace(matter, closed_on=entry.effective_on)
