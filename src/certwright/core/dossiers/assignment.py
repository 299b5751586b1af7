"""What the dossier of an assignment says: what was planned, who worked on it, what came out."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from certwright.core.acts.assignment import (
    Appoint,
    CarryOut,
    ClientObjects,
    CreateAssignment,
    Interrupt,
    RecordResults,
    Release,
    Report,
    ResultLine,
    SendPlan,
)
from certwright.core.acts.provider import OrderEvaluation
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.dossiers.pin import Pin
from certwright.core.entry import Entry


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody appointed to the assignment. ``released_on`` is the day they were taken off it, if they were."""

    person: str
    role: str
    areas: tuple[str, ...]
    accompanied_by: str | None
    appointed_on: date
    released_on: date | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """Results one person produced; ``taken_over`` says whose they were before the application, if they were."""

    act: str
    whose: str
    examined_on: date
    provider: str | None
    lines: tuple[ResultLine, ...]
    taken_over: str | None


@dataclass(frozen=True, slots=True)
class Reported:
    """The report of the assignment."""

    act: str
    author: str
    conclusion: str
    findings: tuple[str, ...]
    items: tuple[str, ...]
    on: date


@dossier_kind("assignment")
@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment(Dossier):
    """One piece of determination for one certification."""

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
    provider: str | None = None
    method: str | None = None
    announced: str = "announced"
    orders: tuple[tuple[str, date], ...] = ()
    members: tuple[Member, ...] = ()
    objections: tuple[str, ...] = ()
    plan_sent_on: date | None = None
    outsourcing_told: str = ""
    held_from: date | None = None
    held_to: date | None = None
    present: tuple[str, ...] = ()
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

    def verdicts(self) -> dict[str, str]:
        """Requirement → the last verdict recorded for it."""
        return {line.requirement: line.verdict for made in self.results for line in made.lines}


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
        provider=act.provider,
        method=act.method,
        announced=act.announced,
    )


@moves(Assignment, Appoint)
def _appointed(assignment: Assignment, act: Appoint, entry: Entry) -> Assignment:
    member = Member(act.person, act.role, act.areas, act.accompanied_by, entry.effective_on)
    return replace(assignment, members=(*assignment.members, member))


@moves(Assignment, Release)
def _released(assignment: Assignment, act: Release, entry: Entry) -> Assignment:
    return replace(
        assignment,
        members=tuple(
            replace(member, released_on=entry.effective_on) if member.person == act.person else member
            for member in assignment.members
        ),
    )


@moves(Assignment, ClientObjects)
def _objected(assignment: Assignment, act: ClientObjects, entry: Entry) -> Assignment:
    return replace(assignment, objections=(*assignment.objections, act.person))


@moves(Assignment, SendPlan)
def _plan_sent(assignment: Assignment, act: SendPlan, entry: Entry) -> Assignment:
    return replace(assignment, plan_sent_on=act.sent_on, outsourcing_told=act.outsourcing_told)


@moves(Assignment, OrderEvaluation)
def _ordered(assignment: Assignment, act: OrderEvaluation, entry: Entry) -> Assignment:
    return replace(assignment, orders=(*assignment.orders, (act.provider, entry.effective_on)))


@moves(Assignment, CarryOut)
def _carried_out(assignment: Assignment, act: CarryOut, entry: Entry) -> Assignment:
    return replace(
        assignment,
        held_from=act.from_day,
        held_to=act.to_day,
        present=act.present,
        actual_days=act.audit_days,
        sites=act.sites or assignment.sites,
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
    made = Reported(entry.id, act.author, act.conclusion, act.findings, act.items, entry.effective_on)
    return replace(assignment, reports=(*assignment.reports, made))
