"""What the dossier of an application says: what was applied for, and the review of each pack."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from certwright.core.acts.application import (
    AcceptApplication,
    AcceptPriorResult,
    AskForMore,
    DeclineApplication,
    SubmitApplication,
    Supplement,
)
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.dossiers.pin import Pin
from certwright.core.dossiers.replacing import replace
from certwright.core.entry import Entry


@dataclass(frozen=True, slots=True)
class AcceptedFor:
    """The application was accepted for a pack: by which act, pinned to which text, in which areas.

    ``audit_time`` is the digest of the reckoning it was accepted with.
    """

    act: str
    pin: Pin
    areas: tuple[str, ...]
    accreditation: str | None
    on: date
    audit_time: str | None = None


@dataclass(frozen=True, slots=True)
class AcceptedResult:
    """A result of before the application that the body takes responsibility for, by whom, for which requirements."""

    act: str
    by: str
    pack: str
    reference: str
    requirements: tuple[str, ...]
    tested_on: date


@dossier_kind("application")
@dataclass(frozen=True, slots=True, kw_only=True)
class Application(Dossier):
    """An application of a client for one or several packs of one standard.

    ``submitted`` reads as it was supplemented since; ``missing`` is what the client was asked for and has not sent.
    ``declined`` says for which packs it was declined, and when.
    """

    submitted: SubmitApplication | None = None
    missing: tuple[str, ...] = ()
    accepted: Mapping[str, AcceptedFor] = field(default_factory=dict)
    declined: Mapping[str, date] = field(default_factory=dict)
    prior_results: tuple[AcceptedResult, ...] = ()

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
    before = application.submitted
    if before is None:
        return application
    given = {name: value for name in _SUPPLIED if (value := getattr(act, name))}
    given |= {name: (*getattr(before, name), *getattr(act, name)) for name in _ADDED}
    return replace(application, missing=(), submitted=before.model_copy(update=given))


_SUPPLIED = ("representative", "personnel", "products", "processes", "outsourced", "legal_obligations", "transfer")
_ADDED = ("fields", "prior_results", "documents")


@moves(Application, AcceptApplication)
def _accepted(application: Application, act: AcceptApplication, entry: Entry) -> Application:
    pin = Pin(act.pack, act.edition, act.text)
    review = AcceptedFor(entry.id, pin, act.areas, act.accreditation, entry.effective_on, act.audit_time)
    return replace(application, accepted={**application.accepted, act.pack: review})


@moves(Application, DeclineApplication)
def _declined(application: Application, act: DeclineApplication, entry: Entry) -> Application:
    return replace(application, declined={**application.declined, act.pack: entry.effective_on})


@moves(Application, AcceptPriorResult)
def _result_accepted(application: Application, act: AcceptPriorResult, entry: Entry) -> Application:
    by = entry.on_behalf.whom if entry.on_behalf else entry.actor
    accepted = AcceptedResult(entry.id, by, act.pack, act.reference, act.requirements, act.tested_on)
    return replace(application, prior_results=(*application.prior_results, accepted))
