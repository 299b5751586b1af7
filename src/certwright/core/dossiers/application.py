"""What the dossier of an application says: what was applied for, and the review of each pack."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from certwright.core.acts.application import (
    AcceptApplication,
    AskForMore,
    DeclineApplication,
    SubmitApplication,
    Supplement,
)
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.dossiers.pin import Pin
from certwright.core.entry import Entry


@dataclass(frozen=True, slots=True)
class AcceptedFor:
    """The application was accepted for a pack: by which act, pinned to which text, in which areas."""

    act: str
    pin: Pin
    areas: tuple[str, ...]
    accreditation: str | None
    on: date


@dossier_kind("application")
@dataclass(frozen=True, slots=True, kw_only=True)
class Application(Dossier):
    """An application of a client for one or several packs of one standard."""

    submitted: SubmitApplication | None = None
    missing: tuple[str, ...] = ()
    accepted: Mapping[str, AcceptedFor] = field(default_factory=dict)
    declined: frozenset[str] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether the application was submitted by an act that still stands."""
        return self.submitted is not None

    @property
    def client(self) -> str:
        """The client's dossier."""
        return self.submitted.client if self.submitted else ""

    @property
    def pinned(self) -> tuple[Pin, ...]:
        """The texts it was accepted under."""
        return tuple(review.pin for review in self.accepted.values())


@moves(Application, SubmitApplication)
def _submitted(application: Application, act: SubmitApplication, entry: Entry) -> Application:
    return replace(application, submitted=act)


@moves(Application, AskForMore)
def _asked(application: Application, act: AskForMore, entry: Entry) -> Application:
    return replace(application, missing=act.missing)


@moves(Application, Supplement)
def _supplemented(application: Application, act: Supplement, entry: Entry) -> Application:
    return replace(application, missing=())


@moves(Application, AcceptApplication)
def _accepted(application: Application, act: AcceptApplication, entry: Entry) -> Application:
    pin = Pin(act.pack, act.edition, act.text)
    review = AcceptedFor(entry.id, pin, act.areas, act.accreditation, entry.effective_on)
    return replace(application, accepted={**application.accepted, act.pack: review})


@moves(Application, DeclineApplication)
def _declined(application: Application, act: DeclineApplication, entry: Entry) -> Application:
    return replace(application, declined=application.declined | {act.pack})
