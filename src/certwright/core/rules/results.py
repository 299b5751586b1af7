"""Results: whose they are, of what, of which day, with which reasons (17065 7.4.4, 7.4.9; 17021-1 9.4.4–9.4.5)."""

from collections.abc import Iterator
from fractions import Fraction

from certwright.core.acts.determination import RecordResults, ResultLine
from certwright.core.dossiers import Assignment
from certwright.core.dossiers.evaluators import BYSTANDERS
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.verdict import measured
from certwright.core.rules.assignment import within
from certwright.core.rules.rule import HARD, RECORD, Refusal, WhoCould, refusal, rule
from certwright.core.rules.team import SYSTEM_AUDITS, unauthorised
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.requirements import Criterion, VerdictForm


@rule(
    "results.are-a-members",
    asks=("17065:2012 7.4.2", "17021-1:2015 9.2.2.2.1", "17021-1:2015 9.2.2.2.2"),
    force=HARD,
    answers=("SD11", "SD12", "T8"),
)
def are_a_members(act: RecordResults, dossier: Assignment) -> Iterator[Refusal]:
    """Results are those of a member of that day; bystanders have none, nor has an expert in an audit."""
    places = [member for member in dossier.members if member.person == act.whose]
    if not places:
        yield refusal("not-on-the-team", WhoCould(Function.PLANNING), person=act.whose, assignment=dossier.id)
        return
    then = dossier.member_during(act.whose, act.examined_on, act.examined_on)
    if then is None and not act.taken_over:
        yield refusal("not-appointed-then", person=act.whose, appointed=places[0].appointed_on, first=act.examined_on)
    role = (then or places[-1]).role
    if role in BYSTANDERS or (role == "technical-expert" and dossier.what in SYSTEM_AUDITS):
        yield refusal("role-finds-nothing", person=act.whose, role=role)


@rule(
    "results.by-somebody-authorised",
    asks=("17065:2012 6.1.2.1 d", "17021-1:2015 7.1.3"),
    force=HARD,
    answers=("R-34",),
)
def by_somebody_authorised(act: RecordResults, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """Whoever examined was authorised for it on that day."""
    member = dossier.member_during(act.whose, act.examined_on, act.examined_on)
    if member is not None:
        yield from unauthorised(member, dossier, known, act.examined_on, act.examined_on)


@rule("results.recorded-by-the-team", asks=("17065:2012 7.4.9", "17021-1:2015 9.4.5.1"), force=RECORD, answers=("T8",))
def recorded_by_the_team(act: RecordResults, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """Results are recorded by whoever examined, by another member, or on their behalf with the evidence named."""
    actor, on_behalf = known.proposal.actor, known.proposal.on_behalf
    if act.whose != actor and dossier.serving(actor) is None and (on_behalf is None or on_behalf.whom != act.whose):
        yield refusal("results-of-another", person=act.whose, actor=actor)


@rule("results.from-days-of-the-work", asks=("17065:2012 7.4.4", "17021-1:2015 9.4.4.1"), force=HARD, answers=("T8",))
def from_days_of_the_work(act: RecordResults, dossier: Assignment) -> Iterator[Refusal]:
    """What was examined was examined on a day of the assignment; results from before the application excepted."""
    first, last = dossier.held_from or dossier.from_day, dossier.held_to or dossier.to_day
    if act.taken_over or first is None or last is None:
        return
    if not first <= act.examined_on <= last:
        yield refusal("examined-outside-the-days", day=act.examined_on, first=first, last=last)


@rule("results.answer-what-was-asked", asks=("17065:2012 7.4.4", "17021-1:2015 9.2.2.1.5"), force=HARD, answers=("T8",))
def answer_what_was_asked(act: RecordResults, dossier: Assignment) -> Iterator[Refusal]:
    """Results are about requirements the assignment was to look at."""
    for requirement in dict.fromkeys(line.requirement for line in act.lines):
        if not any(within(requirement, asked) for asked in dossier.requirements):
            yield refusal("requirement-not-assigned", requirement=requirement, assignment=dossier.id)


@rule(
    "results.left-open-with-a-reason", asks=("17065:2012 7.4.9", "17021-1:2015 9.4.8.2"), force=HARD, answers=("T12",)
)
def left_open_with_a_reason(act: RecordResults) -> Iterator[Refusal]:
    """What does not apply, or was not examined, says why."""
    for line in act.lines:
        if line.verdict in {"not-applicable", "not-examined"} and line.remark is None:
            yield refusal("left-open-without-reason", requirement=line.requirement, verdict=line.verdict)


@rule("results.measured-values-are-stated", asks=("17065:2012 7.4.4", "17065:2012 7.4.9"), force=HARD, answers=("T8",))
def measured_values_are_stated(act: RecordResults, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """Where the scheme measures, the result states the value, and the verdict agrees with the scheme's limits."""
    pack = known.pack_of(dossier)
    if not isinstance(pack, ProductScheme):
        return
    criteria = {each.id: each.criterion for each in pack.requirements if each.criterion is not None}
    for line in act.lines:
        criterion = criteria.get(line.requirement)
        if criterion is None or criterion.verdict is not VerdictForm.MEASURED or line.verdict not in {"met", "not-met"}:
            continue
        if line.value is None:
            yield refusal("value-not-stated", requirement=line.requirement)
        elif line.verdict == "met" and _outside(line, criterion):
            yield refusal("value-outside-its-limit", requirement=line.requirement, value=line.value)


def _outside(line: ResultLine, criterion: Criterion) -> bool:
    """Whether a plain number lies outside the only limit of its criterion; more than that a person must judge."""
    if len(criterion.limits) != 1 or line.value is None:
        return False
    try:
        value = {criterion.limits[0].quantity: Fraction(line.value.partition(" ")[0])}
        return bool(measured(criterion.model_copy(update={"specimens": None}), [value], {}).breaches)
    except (ValueError, ZeroDivisionError, CannotReckon):  # no plain number, or a limit the body settled elsewhere
        return False
