"""What the dossier of a complaint, an appeal or a misuse says."""

from dataclasses import dataclass
from datetime import date

from certwright.core.acts.matter import (
    Acknowledge,
    AssignHandler,
    CloseMatter,
    DecideMatter,
    EraseOrigin,
    NotifyOutcome,
    ReceiveMatter,
    RecordInquiry,
    ReferToClient,
    StateOrigin,
    ValidateMatter,
)
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.dossiers.replacing import replace
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
    inquiries: tuple[RecordInquiry, ...] = ()
    referred_on: date | None = None
    decided: DecideMatter | None = None
    told_on: date | None = None
    closed_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether the matter is on record."""
        return self.received is not None

    @property
    def title(self) -> str:
        """What it is and when it came."""
        return f"{self.received.kind} of {self.received.received_on}" if self.received else self.id

    @property
    def can_be_answered(self) -> bool:
        """Whether there is anybody to write to."""
        return self.received is not None and self.received.origin not in {"own-observation", "anonymous"}


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


@moves(Matter, EraseOrigin)
def _origin_erased(matter: Matter, act: EraseOrigin, entry: Entry) -> Matter:
    return replace(matter, origin=None)


@moves(Matter, RecordInquiry)
def _inquired(matter: Matter, act: RecordInquiry, entry: Entry) -> Matter:
    return replace(matter, inquiries=(*matter.inquiries, act))


@moves(Matter, ReferToClient)
def _referred(matter: Matter, act: ReferToClient, entry: Entry) -> Matter:
    return replace(matter, referred_on=act.told_on)


@moves(Matter, DecideMatter)
def _decided(matter: Matter, act: DecideMatter, entry: Entry) -> Matter:
    return replace(matter, decided=act)


@moves(Matter, NotifyOutcome)
def _told(matter: Matter, act: NotifyOutcome, entry: Entry) -> Matter:
    return replace(matter, told_on=act.sent_on)


@moves(Matter, CloseMatter)
def _closed(matter: Matter, act: CloseMatter, entry: Entry) -> Matter:
    return replace(matter, closed_on=entry.effective_on)
