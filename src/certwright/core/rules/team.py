"""The team: who may be put on an assignment, in which role, and whether together they suffice.

ISO/IEC 17065 6.1.2, 7.4.2; ISO/IEC 17021-1 7.1–7.2, 9.1.4, 9.2.2. What then happened is judged in :mod:`.conduct`.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from certwright.core.acts.assignment import Appoint, ConfirmTeam, Release, Reschedule
from certwright.core.dossiers import Assignment, Person
from certwright.core.dossiers.assignment_parts import Member
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.integration import Activity
from certwright.core.reckoning.team_time import TIME_PER_CLIENT, PlannedTime, TeamRole, team_time
from certwright.core.rules.competence import not_authorised
from certwright.core.rules.planning import AUDITS
from certwright.core.rules.rule import HARD, RECORD, Refusal, WhoCould, refusal, rule

SYSTEM_AUDITS = AUDITS | {"ms-audit"}
"""Kinds of assignment that audit a management system, be it for a scheme of ISO/IEC 17065."""
ACCOMPANYING = frozenset({"technical-expert", "trainee", "observer", "guide", "interpreter"})
AUDITORS = frozenset({"team-leader", "auditor"})
EVALUATORS = frozenset({"lead-evaluator", "evaluator", "sampler"})

FUNCTION_OF = {
    "team-leader": Function.AUDIT_TEAM_LEADING,
    "auditor": Function.AUDITING,
    "lead-evaluator": Function.EVALUATION,
    "evaluator": Function.EVALUATION,
    "sampler": Function.EVALUATION,
    "technical-expert": Function.TECHNICAL_EXPERTISE,
}
"""Role → the function it needs. Trainees work under another; observers, guides and interpreters do not evaluate."""

_TIME_ROLE = {
    "team-leader": TeamRole.LEADER,
    "auditor": TeamRole.AUDITOR,
    "technical-expert": TeamRole.EXPERT,
    "trainee": TeamRole.TRAINEE,
    "interpreter": TeamRole.INTERPRETER,
}


def workers(kind: str) -> frozenset[str]:
    """The roles that do the work of a kind of assignment and answer for it."""
    return AUDITORS if kind in SYSTEM_AUDITS else EVALUATORS


def first_day_without(
    person: Person, function: Function, pack: str, areas: frozenset[str], first: date, last: date
) -> date | None:
    """The first day from ``first`` to ``last`` on which the person is not authorised; ``None`` if there is none."""
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return next((day for day in days if not person.authorised_for(function, pack, areas, day)), None)


def unauthorised(member: Member, dossier: Assignment, known: Known, first: date, last: date) -> Iterator[Refusal]:
    """Whether a member lacks, on any day of the work, the authorisation the role asks for."""
    function, pack = FUNCTION_OF.get(member.role), dossier.pin.pack if dossier.pin else ""
    if function is None:
        return
    areas = frozenset(member.areas)
    day = first_day_without(known.person(member.person), function, pack, areas, first, last)
    if day is not None:
        yield not_authorised(member.person, function, pack, areas, day)


def uncovered(dossier: Assignment, members: tuple[Member, ...]) -> Iterator[Refusal]:
    """The areas of an assignment that nobody of ``members`` brings; experts bring theirs to an audit."""
    kind = dossier.what
    bringing = workers(kind) | {"technical-expert"} if kind in SYSTEM_AUDITS else workers(kind)
    brought = {area for member in members if member.role in bringing for area in member.areas}
    could = WhoCould(Function.AUDITING if kind in SYSTEM_AUDITS else Function.EVALUATION)
    for area in sorted(set(dossier.areas) - brought):
        yield refusal("area-without-competence", could, area=area, assignment=dossier.id)


@rule("team.client-is-the-assignments", asks=("17065:2012 6.1.3 b", "17021-1:2015 5.2.13"), force=RECORD)
def client_is_the_assignments(act: Appoint, dossier: Assignment) -> Iterator[Refusal]:
    """An appointment names the client of its assignment, so that relations to it can be looked at."""
    if act.client != dossier.client:
        yield refusal("named-otherwise", dossier=dossier.id, what="client", own=dossier.client, named=act.client)


@rule(
    "team.role-fits-the-work",
    asks=("17065:2012 7.4.2", "17021-1:2015 9.2.2.1.1"),
    force=HARD,
    answers=("T6", "T07"),
)
def role_fits_the_work(act: Appoint, dossier: Assignment) -> Iterator[Refusal]:
    """Auditors audit management systems, evaluators evaluate products: nobody is put on the other's work."""
    if act.role not in workers(dossier.what) | ACCOMPANYING:
        yield refusal("role-of-other-work", role=act.role, kind=dossier.what)


@rule(
    "team.authorised-on-every-day",
    asks=("17065:2012 6.1.2.1 d", "17021-1:2015 7.1.3"),
    force=HARD,
    answers=("R-34", "R-36", "T6", "T07"),
)
def authorised_on_every_day(act: Appoint, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """Nobody is put on work without an authorisation for it, its pack and areas, on every planned day."""
    if dossier.from_day is None or dossier.to_day is None:
        return
    member = Member(act.person, act.role, act.areas, act.accompanied_by, known.proposal.effective_on)
    yield from unauthorised(member, dossier, known, dossier.from_day, dossier.to_day)


@rule(
    "team.authorised-on-the-new-days",
    asks=("17065:2012 6.1.2.1 d", "17021-1:2015 7.1.3"),
    force=HARD,
    answers=("R-34",),
)
def authorised_on_the_new_days(act: Reschedule, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """Work is moved to days on which everybody on its team is authorised."""
    for member in dossier.serving_members:
        yield from unauthorised(member, dossier, known, act.from_day, act.to_day)


@rule(
    "team.areas-are-the-assignments",
    asks=("17065:2012 6.1.2.1 d", "17021-1:2015 9.2.2.1.2"),
    force=HARD,
    answers=("R-34",),
)
def areas_are_the_assignments(act: Appoint, dossier: Assignment) -> Iterator[Refusal]:
    """A member brings areas the assignment asks for; whoever evaluates products brings at least one of them."""
    for area in sorted(set(act.areas) - set(dossier.areas)):
        yield refusal("area-not-asked-for", area=area, assignment=dossier.id)
    if act.role in EVALUATORS and dossier.areas and not act.areas:
        yield refusal("evaluator-without-area", person=act.person, areas=", ".join(dossier.areas))


@rule("team.one-place-each", asks=("17065:2012 7.4.2", "17021-1:2015 9.2.2.1.1"), force=RECORD)
def one_place_each(act: Appoint, dossier: Assignment) -> Iterator[Refusal]:
    """A person has one place on a team: an expert cannot be its auditor as well."""
    serving = dossier.serving(act.person)
    if serving is not None:
        yield refusal("already-on-the-team", person=act.person, role=serving.role)


@rule("team.one-leader", asks=("17021-1:2015 9.2.2.1.1",), force=HARD, answers=("T07",))
def one_leader(act: Appoint, dossier: Assignment) -> Iterator[Refusal]:
    """A team has one leader."""
    if act.role not in {"team-leader", "lead-evaluator"}:
        return
    for member in dossier.serving_members:
        if member.role == act.role:
            yield refusal("already-led", person=member.person, assignment=dossier.id)


@rule(
    "team.trainees-and-experts-are-accompanied",
    asks=("17021-1:2015 9.2.2.1.4", "17021-1:2015 9.2.2.2.2"),
    force=HARD,
    answers=("SD10", "SD11"),
)
def trainees_and_experts_are_accompanied(act: Appoint, dossier: Assignment) -> Iterator[Refusal]:
    """A trainee works under a member who answers for it; an expert on an audit is accompanied by an auditor."""
    if act.role != "trainee" and not (act.role == "technical-expert" and dossier.what in SYSTEM_AUDITS):
        return
    companion = dossier.serving(act.accompanied_by) if act.accompanied_by else None
    if companion is None or companion.role not in workers(dossier.what) or companion.person == act.person:
        could = WhoCould(Function.AUDITING if dossier.what in SYSTEM_AUDITS else Function.EVALUATION)
        yield refusal("nobody-accompanies", could, person=act.person, role=act.role)


@rule(
    "team.released-is-on-the-team",
    asks=("17065:2012 7.4.2", "17021-1:2015 9.2.2.1.1"),
    force=RECORD,
)
def released_is_on_the_team(act: Release, dossier: Assignment) -> Iterator[Refusal]:
    """Only a member is released from the team."""
    if dossier.serving(act.person) is None:
        yield refusal("not-on-the-team", person=act.person, assignment=dossier.id)


@rule(
    "team.release-leaves-nobody-alone",
    asks=("17021-1:2015 9.2.2.1.4", "17021-1:2015 9.2.2.2.2"),
    force=HARD,
    answers=("SD10", "SD11"),
)
def release_leaves_nobody_alone(act: Release, dossier: Assignment) -> Iterator[Refusal]:
    """Whoever accompanies a trainee or expert stays until somebody else does."""
    for member in dossier.serving_members:
        if member.accompanied_by == act.person:
            yield refusal("leaves-alone", person=act.person, left=member.person, role=member.role)


@rule(
    "team.suffices-together",
    asks=("17065:2012 7.4.2", "17021-1:2015 9.2.2.1.1", "17021-1:2015 9.2.2.1.2"),
    force=HARD,
    answers=("T6", "T07"),
)
def suffices_together(act: ConfirmTeam, dossier: Assignment) -> Iterator[Refusal]:
    """A confirmed team has a leader if it audits, does the work itself, and together covers all areas."""
    members = dossier.serving_members
    if dossier.what in SYSTEM_AUDITS and not any(member.role == "team-leader" for member in members):
        yield refusal("team-without-leader", WhoCould(Function.AUDIT_TEAM_LEADING), assignment=dossier.id)
    if not any(member.role in workers(dossier.what) for member in members):
        yield refusal("nobody-does-the-work", assignment=dossier.id, kind=dossier.what)
    yield from uncovered(dossier, members)


@rule(
    "team.has-the-audit-time",
    asks=("17021-1:2015 9.1.4.1", "17021-1:2015 9.1.4.4"),
    force=HARD,
    answers=("SD11",),
)
def has_the_audit_time(act: ConfirmTeam, dossier: Assignment) -> Iterator[Refusal]:
    """Only auditors' time on the management system counts, and it adds up to what the audit needs (corrections, 19)."""
    if dossier.what not in AUDITS or dossier.audit_days is None:
        return
    plan = []
    for time in act.times:
        member = dossier.serving(time.person)
        if member is None:
            yield refusal("not-on-the-team", person=time.person, assignment=dossier.id)
            continue
        role = _TIME_ROLE.get(member.role, TeamRole.OBSERVER)
        plan.append(PlannedTime(time.person, role, time.on_site, time.off_site, Activity(time.activity)))
    reason = act.little_on_site_because or ""
    try:
        team_time(dossier.audit_days, dossier.on_site_days or 0, TIME_PER_CLIENT, plan, reason)
    except CannotReckon as cannot:
        planned, needed = cannot.inputs["planned"], cannot.inputs["needed"]
        where = "on site" if cannot.says.endswith("on-site") else "in all"
        yield refusal("too-little-audit-time", planned=planned, needed=needed, where=where)
