"""How an assignment was carried out. It is a fact, so what the standards have against it becomes a breach.

ISO/IEC 17065 7.4.4, 6.1.2; ISO/IEC 17021-1 9.2.3, 9.4. Stage 2 and surveillance in time are judged in :mod:`.audit`.
"""

from collections.abc import Iterator

from certwright.core.acts.determination import CarryOut
from certwright.core.dossiers import Agreement, Assignment
from certwright.core.dossiers.assignment_parts import Member
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.rules.agreement import not_agreed
from certwright.core.rules.planning import AUDITS
from certwright.core.rules.rule import HARD, RECORD, Refusal, WhoCould, refusal, rule
from certwright.core.rules.team import unauthorised, uncovered

WITHOUT_PLAN = frozenset({"stage-1", "pre-transfer-review"})
"""Audits that need no formal plan and no closing meeting of their own (ISO/IEC 17021-1 9.2.3.1; corrections, 13)."""


def there(act: CarryOut, dossier: Assignment) -> tuple[Member, ...]:
    """The members of the team who were present, as appointed for those days."""
    found = (dossier.member_during(person, act.from_day, act.to_day) for person in act.present)
    return tuple(member for member in found if member is not None)


@rule("conduct.carried-out-once", asks=("17065:2012 7.4.4", "17021-1:2015 9.4.1"), force=RECORD, answers=("R-10",))
def carried_out_once(act: CarryOut, dossier: Assignment) -> Iterator[Refusal]:
    """An assignment is carried out once, for its own certification; only what was interrupted is carried on."""
    if act.certification != dossier.certification:
        yield refusal(
            "named-otherwise",
            dossier=dossier.id,
            what="certification",
            own=dossier.certification,
            named=act.certification,
        )
    if dossier.held_to is not None and dossier.interrupted_on is None:
        yield refusal("already-carried-out", assignment=dossier.id, last=dossier.held_to)


@rule(
    "conduct.by-its-team",
    asks=("17065:2012 7.4.2", "17021-1:2015 9.2.2.1.1", "17021-1:2015 9.2.2.2.1"),
    force=HARD,
    answers=("SD12", "T8"),
)
def by_its_team(act: CarryOut, dossier: Assignment) -> Iterator[Refusal]:
    """Whoever took part, observers and guides too, was appointed before the work began."""
    for person in act.present:
        member = next((member for member in dossier.members if member.person == person), None)
        if member is None:
            yield refusal("not-on-the-team", WhoCould(Function.PLANNING), person=person, assignment=dossier.id)
        elif dossier.member_during(person, act.from_day, act.to_day) is None:
            yield refusal("not-appointed-then", person=person, appointed=member.appointed_on, first=act.from_day)


@rule(
    "conduct.by-authorised-people",
    asks=("17065:2012 6.1.2.1 d", "17021-1:2015 7.1.3"),
    force=HARD,
    answers=("R-34",),
)
def by_authorised_people(act: CarryOut, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """Whoever worked was authorised on every day of the work."""
    for member in there(act, dossier):
        yield from unauthorised(member, dossier, known, act.from_day, act.to_day)


@rule(
    "conduct.trainees-and-experts-were-accompanied",
    asks=("17021-1:2015 9.2.2.1.4", "17021-1:2015 9.2.2.2.2"),
    force=HARD,
    answers=("SD10", "SD11"),
)
def trainees_and_experts_were_accompanied(act: CarryOut, dossier: Assignment) -> Iterator[Refusal]:
    """Whoever was to accompany a trainee or expert was there."""
    for member in there(act, dossier):
        if member.accompanied_by is not None and member.accompanied_by not in act.present:
            yield refusal("companion-absent", person=member.person, role=member.role, companion=member.accompanied_by)


@rule(
    "conduct.all-areas-were-covered",
    asks=("17065:2012 7.4.2", "17021-1:2015 9.2.2.1.1"),
    force=HARD,
    answers=("T07",),
)
def all_areas_were_covered(act: CarryOut, dossier: Assignment) -> Iterator[Refusal]:
    """Those who were there covered all areas together."""
    yield from uncovered(dossier, there(act, dossier))


@rule(
    "conduct.team-was-confirmed", asks=("17021-1:2015 9.2.2.1.1", "17021-1:2015 9.1.4.1"), force=HARD, answers=("T07",)
)
def team_was_confirmed(act: CarryOut, dossier: Assignment) -> Iterator[Refusal]:
    """An audit begins when its team, as it stands, was confirmed."""
    if dossier.what in AUDITS and (dossier.confirmed_on is None or dossier.confirmed_on > act.from_day):
        yield refusal("team-not-confirmed", WhoCould(Function.PLANNING), assignment=dossier.id)


@rule(
    "conduct.client-was-told-names-and-plan",
    asks=("17021-1:2015 9.2.3.1", "17021-1:2015 9.2.3.4", "17021-1:2015 9.2.3.5"),
    force=HARD,
    answers=("T07", "T09"),
)
def client_was_told_names_and_plan(act: CarryOut, dossier: Assignment) -> Iterator[Refusal]:
    """Before an announced audit the client was given the names of the team and, but for stage 1, the plan."""
    if dossier.what not in AUDITS or dossier.announced == "unannounced":
        return
    in_time = dossier.plan_sent_on is not None and dossier.plan_sent_on < act.from_day
    for member in there(act, dossier):
        if member.role != "guide" and not (in_time and member.person in dossier.named):
            yield refusal("name-not-told", person=member.person, first=act.from_day)
    if dossier.what not in WITHOUT_PLAN and not (in_time and dossier.plan_given):
        yield refusal("plan-not-sent", assignment=dossier.id, first=act.from_day)


@rule(
    "conduct.as-planned-or-explained",
    asks=("17065:2012 7.4.4", "17021-1:2015 9.1.4.1", "17021-1:2015 9.4.8.2"),
    force=HARD,
    answers=("T8",),
)
def as_planned_or_explained(act: CarryOut, dossier: Assignment) -> Iterator[Refusal]:
    """Work is carried out on its days, at its sites and for its time, or it is said why not."""
    if act.deviations_from_plan is not None or dossier.from_day is None or dossier.to_day is None:
        return
    if act.from_day < dossier.from_day or act.to_day > dossier.to_day:
        yield refusal(
            "held-on-other-days",
            assignment=dossier.id,
            planned=f"{dossier.from_day} to {dossier.to_day}",
            held=f"{act.from_day} to {act.to_day}",
        )
    for site in sorted(set(act.sites) ^ set(dossier.sites)) if act.sites else ():
        yield refusal("site-otherwise", site=site, assignment=dossier.id)
    if dossier.what in AUDITS and dossier.audit_days is not None:
        spent = (act.audit_days or 0) + (dossier.actual_days or 0)
        if spent < dossier.audit_days:
            yield refusal("audit-shorter-than-planned", spent=spent, planned=dossier.audit_days)


@rule(
    "conduct.under-an-agreement",
    asks=("17065:2012 4.1.2.1", "17021-1:2015 5.1.2"),
    force=HARD,
    answers=("T5", "T05", "T6", "T06"),
)
def under_an_agreement(act: CarryOut, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """Evaluation begins under an agreement in force with this client for this standard or scheme, and its sites."""
    agreement, packs = known.one(Agreement, act.agreement), [pin.pack for pin in dossier.pinned]
    yield from not_agreed(agreement, dossier.client, packs, act.sites or dossier.sites, act.from_day)


@rule(
    "conduct.closed-with-a-meeting",
    asks=("17021-1:2015 9.4.1", "17021-1:2015 9.4.7.1"),
    force=HARD,
    answers=("T11",),
)
def closed_with_a_meeting(act: CarryOut, dossier: Assignment) -> Iterator[Refusal]:
    """An audit ends with a closing meeting."""
    if dossier.what in AUDITS - WITHOUT_PLAN and act.closing_meeting_on is None:
        yield refusal("no-closing-meeting", assignment=dossier.id)


@rule("conduct.on-days-of-the-work", asks=("17021-1:2015 9.4.7.1",), force=RECORD)
def on_days_of_the_work(act: CarryOut) -> Iterator[Refusal]:
    """A closing meeting closes the work: it is not held before its last day."""
    if act.closing_meeting_on is not None and act.closing_meeting_on < act.to_day:
        yield refusal("closed-before-the-end", met=act.closing_meeting_on, last=act.to_day)
