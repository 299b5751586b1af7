"""What the dossier of an assignment says: what was planned, who worked on it, what came out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from certwright.core.acts.assignment import (
    AnswerObjection,
    Appoint,
    ClientObjects,
    ConfirmTeam,
    CreateAssignment,
    MemberTime,
    Release,
    Reschedule,
    SendPlan,
)
from certwright.core.acts.determination import CarryOut, Interrupt, RecordResults, Report
from certwright.core.acts.provider import OrderEvaluation
from certwright.core.dossiers.assignment_parts import Member, Objection, Reported, Results
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.dossiers.pin import Pin
from certwright.core.dossiers.replacing import replace
from certwright.core.entry import Entry

_WEIGHT = ("", "not-examined", "not-applicable", "met", "not-met")
"""Verdicts, the heavier the later: of several results for one requirement the heaviest counts."""


@dossier_kind("assignment")
@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment(Dossier):
    """One piece of determination for one certification.

    ``confirmed_on`` is the day the team was confirmed as it now stands, with its ``times``. ``named`` are the people
    whose names the client was given, ``plan_given`` says whether a plan went with them. Work that was interrupted may
    be carried on: days, people and sites then add up.
    """

    certification: str = ""
    client: str = ""
    standard: str = ""
    pin: Pin | None = None
    what: str = ""
    requirements: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    from_day: date | None = None
    to_day: date | None = None
    audit_days: Decimal | None = None
    on_site_days: Decimal | None = None
    provider: str | None = None
    method: str | None = None
    announced: str = "announced"
    because: str | None = None
    cures: tuple[str, ...] = ()
    orders: tuple[tuple[str, date], ...] = ()
    members: tuple[Member, ...] = ()
    objections: tuple[Objection, ...] = ()
    confirmed_on: date | None = None
    times: tuple[MemberTime, ...] = ()
    plan_sent_on: date | None = None
    plan_given: bool = False
    named: frozenset[str] = frozenset()
    held_from: date | None = None
    held_to: date | None = None
    closed_on: date | None = None
    present: tuple[str, ...] = ()
    seen_sites: tuple[str, ...] = ()
    actual_days: Decimal | None = None
    results: tuple[Results, ...] = ()
    interrupted_on: date | None = None
    reports: tuple[Reported, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the assignment was created by an act that still stands."""
        return self.pin is not None

    @property
    def pinned(self) -> tuple[Pin, ...]:
        """The text of the standard or scheme it works to."""
        return (self.pin,) if self.pin else ()

    @property
    def title(self) -> str:
        """What it is and when it is planned."""
        return f"{self.what}, {self.from_day}" if self.what else self.id

    @property
    def report(self) -> Reported | None:
        """The report in force: the last one."""
        return self.reports[-1] if self.reports else None

    @property
    def team(self) -> frozenset[str]:
        """Everybody who was ever appointed, was present, produced results or wrote the report."""
        worked = {member.person for member in self.members} | set(self.present)
        return frozenset(worked | {made.whose for made in self.results} | {made.author for made in self.reports})

    def serving(self, person: str) -> Member | None:
        """The person's place on the team, unless they were released."""
        return next((m for m in self.members if m.person == person and m.released_on is None), None)

    @property
    def serving_members(self) -> tuple[Member, ...]:
        """Everybody on the team who was not released."""
        return tuple(member for member in self.members if member.released_on is None)

    def member_during(self, person: str, first: date, last: date) -> Member | None:
        """The person's place on the team from ``first`` to ``last``, both included."""
        return next(
            (
                member
                for member in self.members
                if member.person == person
                and member.appointed_on <= first
                and (member.released_on is None or member.released_on >= last)
            ),
            None,
        )

    def verdicts(self) -> dict[str, str]:
        """Requirement → its verdict: not met as soon as one result says so. Only a new determination changes that."""
        return heaviest((line.requirement, line.verdict) for made in self.results for line in made.lines)


def heaviest(verdicts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Requirement → the heaviest of its verdicts."""
    found: dict[str, str] = {}
    for requirement, verdict in verdicts:
        found[requirement] = max(found.get(requirement, ""), verdict, key=_WEIGHT.index)
    return found


@moves(Assignment, CreateAssignment)
def _created(assignment: Assignment, act: CreateAssignment, entry: Entry) -> Assignment:
    return replace(
        assignment,
        certification=act.certification,
        client=act.client,
        standard=act.standard,
        pin=Pin(act.pack, act.edition, act.text),
        what=act.kind,
        requirements=act.requirements,
        sites=act.sites,
        areas=act.areas,
        from_day=act.from_day,
        to_day=act.to_day,
        audit_days=act.audit_days,
        on_site_days=act.on_site_days,
        provider=act.provider,
        method=act.method,
        announced=act.announced,
        because=act.because,
        cures=act.cures,
    )


@moves(Assignment, Reschedule)
def _rescheduled(assignment: Assignment, act: Reschedule, entry: Entry) -> Assignment:
    return replace(assignment, from_day=act.from_day, to_day=act.to_day, plan_sent_on=None, plan_given=False)


@moves(Assignment, Appoint)
def _appointed(assignment: Assignment, act: Appoint, entry: Entry) -> Assignment:
    member = Member(act.person, act.role, act.areas, act.accompanied_by, entry.effective_on)
    return replace(assignment, members=(*assignment.members, member), confirmed_on=None)


@moves(Assignment, Release)
def _released(assignment: Assignment, act: Release, entry: Entry) -> Assignment:
    return replace(
        assignment,
        members=tuple(
            replace(member, released_on=entry.effective_on)
            if member.person == act.person and member.released_on is None
            else member
            for member in assignment.members
        ),
        confirmed_on=None,
    )


@moves(Assignment, ClientObjects)
def _objected(assignment: Assignment, act: ClientObjects, entry: Entry) -> Assignment:
    return replace(assignment, objections=(*assignment.objections, Objection(act.person)))


@moves(Assignment, AnswerObjection)
def _objection_answered(assignment: Assignment, act: AnswerObjection, entry: Entry) -> Assignment:
    return replace(
        assignment,
        objections=tuple(
            replace(made, outcome=act.outcome) if made.person == act.person and made.outcome is None else made
            for made in assignment.objections
        ),
    )


@moves(Assignment, ConfirmTeam)
def _team_confirmed(assignment: Assignment, act: ConfirmTeam, entry: Entry) -> Assignment:
    return replace(assignment, confirmed_on=entry.effective_on, times=act.times)


@moves(Assignment, SendPlan)
def _plan_sent(assignment: Assignment, act: SendPlan, entry: Entry) -> Assignment:
    return replace(
        assignment,
        plan_sent_on=act.sent_on,
        plan_given=bool(act.plan or act.lines),
        named=frozenset(member.person for member in assignment.serving_members),
    )


@moves(Assignment, OrderEvaluation)
def _ordered(assignment: Assignment, act: OrderEvaluation, entry: Entry) -> Assignment:
    return replace(assignment, orders=(*assignment.orders, (act.provider, entry.effective_on)))


@moves(Assignment, CarryOut)
def _carried_out(assignment: Assignment, act: CarryOut, entry: Entry) -> Assignment:
    days = [time for time in (assignment.actual_days, act.audit_days) if time is not None]
    return replace(
        assignment,
        held_from=min(assignment.held_from or act.from_day, act.from_day),
        held_to=act.to_day,
        closed_on=act.closing_meeting_on or assignment.closed_on,
        present=tuple(dict.fromkeys((*assignment.present, *act.present))),
        seen_sites=tuple(dict.fromkeys((*assignment.seen_sites, *(act.sites or assignment.sites)))),
        actual_days=sum(days, Decimal(0)) if days else None,
        interrupted_on=None,
    )


@moves(Assignment, RecordResults)
def _results_recorded(assignment: Assignment, act: RecordResults, entry: Entry) -> Assignment:
    made = Results(entry.id, act.whose, act.examined_on, act.provider, act.lines, act.taken_over)
    return replace(assignment, results=(*assignment.results, made))


@moves(Assignment, Interrupt)
def _interrupted(assignment: Assignment, act: Interrupt, entry: Entry) -> Assignment:
    return replace(assignment, interrupted_on=act.on)


@moves(Assignment, Report)
def _reported(assignment: Assignment, act: Report, entry: Entry) -> Assignment:
    made = Reported(
        entry.id, act.author, act.conclusion, act.findings, act.items, entry.effective_on, act.sent_to_client_on
    )
    return replace(assignment, reports=(*assignment.reports, made))
