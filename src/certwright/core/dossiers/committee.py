"""What the dossier of a committee says: who sits on it on a day, and what its sessions decided."""

from dataclasses import dataclass
from datetime import date

from certwright.core.acts.committee import AdmitMember, AnswerAdvice, DismissMember, FoundCommittee, HoldSession
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.dossiers.replacing import replace
from certwright.core.entry import Entry


@dataclass(frozen=True, slots=True)
class Seat:
    """A membership, both days included."""

    person: str
    interest: str
    first_day: date
    last_day: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the person is a member on ``day``."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True)
class Answered:
    """What top management answered to the advice of a session: whether it is followed, why or how, on which day."""

    session: str
    outcome: str
    reason: str
    on: date


@dossier_kind("committee")
@dataclass(frozen=True, slots=True, kw_only=True)
class Committee(Dossier):
    """A committee with its seats and sessions."""

    purpose: str = ""
    standards: tuple[str, ...] = ()
    quorum: int = 0
    predominance: int = 0
    seats: tuple[Seat, ...] = ()
    sessions: tuple[HoldSession, ...] = ()
    answers: tuple[Answered, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the committee was founded by an act that still stands."""
        return bool(self.purpose)

    def members_on(self, day: date) -> tuple[Seat, ...]:
        """The seats held on ``day``."""
        return tuple(seat for seat in self.seats if seat.holds_on(day))

    def seat(self, person: str, day: date) -> Seat | None:
        """The seat a person holds on ``day``, if they hold one."""
        return next((seat for seat in self.members_on(day) if seat.person == person), None)

    def answer_to(self, number: str) -> Answered | None:
        """What top management answered to a session's advice, if it did."""
        return next((made for made in self.answers if made.session == number), None)

    def session(self, number: str) -> HoldSession | None:
        """A session by its number."""
        return next((held for held in self.sessions if held.session == number), None)


@moves(Committee, FoundCommittee)
def _founded(committee: Committee, act: FoundCommittee, entry: Entry) -> Committee:
    return replace(
        committee,
        purpose=act.purpose,
        standards=act.standards,
        quorum=act.quorum,
        predominance=act.predominance,
    )


@moves(Committee, AdmitMember)
def _admitted(committee: Committee, act: AdmitMember, entry: Entry) -> Committee:
    return replace(committee, seats=(*committee.seats, Seat(act.person, act.interest, act.first_day)))


@moves(Committee, DismissMember)
def _dismissed(committee: Committee, act: DismissMember, entry: Entry) -> Committee:
    left = (
        replace(seat, last_day=act.last_day) if seat.person == act.person and seat.last_day is None else seat
        for seat in committee.seats
    )
    return replace(committee, seats=tuple(left))


@moves(Committee, HoldSession)
def _session_held(committee: Committee, act: HoldSession, entry: Entry) -> Committee:
    return replace(committee, sessions=(*committee.sessions, act))


@moves(Committee, AnswerAdvice)
def _advice_answered(committee: Committee, act: AnswerAdvice, entry: Entry) -> Committee:
    made = Answered(act.session, act.outcome, act.reason, entry.effective_on)
    return replace(committee, answers=(*committee.answers, made))
