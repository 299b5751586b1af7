"""Raising a nonconformity: by whom, against what, graded how, told when (17065 7.4.6; 17021-1 9.4.5, 9.4.7, 9.4.9)."""

from collections.abc import Iterator

from certwright.core.acts.finding import NotifyFinding, RaiseFinding
from certwright.core.acts.taking_over import TakeOverFinding
from certwright.core.dossiers import Assignment, Finding
from certwright.core.dossiers.evaluators import BYSTANDERS
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.rules.assignment import knows, unlike
from certwright.core.rules.rule import HARD, POLICY, RECORD, Refusal, WhoCould, refusal, rule
from certwright.core.rules.team import SYSTEM_AUDITS
from certwright.packs.model.product import ProductScheme


@rule("finding.belongs-to-its-assignment", asks=("17065:2012 7.4.6", "17021-1:2015 9.4.5.1"), force=RECORD)
def belongs_to_its_assignment(act: RaiseFinding, known: Known) -> Iterator[Refusal]:
    """A nonconformity is raised in an assignment, by somebody who worked on it, under its standard and text."""
    assignment = known.one(Assignment, act.assignment)
    if assignment is None or assignment.pin is None:
        return
    pin = assignment.pin
    yield from unlike(
        assignment,
        {
            "certification": act.certification,
            "client": act.client,
            "standard": act.standard,
            "pack": act.pack,
            "edition": act.edition,
            "text": act.text,
        },
        {
            "certification": assignment.certification,
            "client": assignment.client,
            "standard": assignment.standard,
            "pack": pin.pack,
            "edition": pin.edition,
            "text": pin.text,
        },
    )
    if act.raised_by not in assignment.team:
        yield refusal("not-on-the-team", WhoCould(Function.PLANNING), person=act.raised_by, assignment=assignment.id)


@rule(
    "finding.graded-as-its-standard-does",
    asks=("17065:2012 7.4.6", "17021-1:2015 9.4.5.1"),
    force=RECORD,
    answers=("R-09", "T9"),
)
def graded_as_its_standard_does(act: RaiseFinding | TakeOverFinding) -> Iterator[Refusal]:
    """Major and minor are grades of management systems; a requirement on a product is met or not (corrections, 3)."""
    if (act.grade == "not-met") != (act.standard == "iso-iec-17065"):
        yield refusal("grade-of-the-other-standard", grade=act.grade, standard=act.standard)


@rule(
    "finding.classed-as-its-scheme-does", asks=("17065:2012 7.1.1", "17065:2012 7.4.6"), force=RECORD, answers=("R-09",)
)
def classed_as_its_scheme_does(act: RaiseFinding, known: Known) -> Iterator[Refusal]:
    """The class of a nonconformity is the one the scheme gives its requirement; a standard has none."""
    pack = known.packs.get(act.text)
    own = None
    if isinstance(pack, ProductScheme):
        own = next((each.nonconformity_class for each in pack.requirements if each.id == act.requirement), None)
        if own is None and act.scheme_class in {each.id for each in pack.nonconformity_classes}:
            own = act.scheme_class  # a requirement beside the list, such as one on the use of the mark
    if act.scheme_class != own:
        yield refusal("class-is-not-the-schemes", given=act.scheme_class or "none", own=own or "none")


@rule(
    "finding.raised-by-somebody-who-evaluates",
    asks=("17065:2012 7.4.2", "17021-1:2015 9.2.2.2.1", "17021-1:2015 9.2.2.2.2"),
    force=HARD,
    answers=("SD11", "SD12", "T9"),
)
def raised_by_somebody_who_evaluates(act: RaiseFinding, known: Known) -> Iterator[Refusal]:
    """Whoever raises a nonconformity evaluated on that day: no bystander does, and no expert in an audit."""
    assignment = known.one(Assignment, act.assignment)
    if assignment is None:
        return
    places = [member for member in assignment.members if member.person == act.raised_by]
    if not places:
        yield refusal("not-on-the-team", WhoCould(Function.PLANNING), person=act.raised_by, assignment=assignment.id)
    elif all(
        place.role in BYSTANDERS or (place.role == "technical-expert" and assignment.what in SYSTEM_AUDITS)
        for place in places
    ):
        yield refusal("role-finds-nothing", person=act.raised_by, role=places[-1].role)


@rule("finding.raised-while-it-was-looked-at", asks=("17065:2012 7.4.4", "17021-1:2015 9.4.6"), force=HARD)
def raised_while_it_was_looked_at(act: RaiseFinding, known: Known) -> Iterator[Refusal]:
    """A nonconformity is raised once the work has begun."""
    assignment = known.one(Assignment, act.assignment)
    first = (assignment.held_from or assignment.from_day) if assignment else None
    if first is not None and act.raised_on < first:
        yield refusal("raised-before-the-work", day=act.raised_on, first=first)


@rule("finding.cites-a-requirement", asks=("17065:2012 7.4.6", "17021-1:2015 9.4.5.3"), force=HARD, answers=("T9",))
def cites_a_requirement(act: RaiseFinding, known: Known) -> Iterator[Refusal]:
    """A nonconformity is against a requirement of the standard or scheme."""
    pack = known.packs.get(act.text)
    if not knows(pack, act.requirement):
        yield refusal("requirement-unknown", requirement=act.requirement, pack=act.pack)


@rule(
    "finding.answer-has-a-last-day",
    asks=("17021-1:2015 9.4.7.1", "17021-1:2015 9.4.9"),
    force=HARD,
    answers=("TR19",),
)
def answer_has_a_last_day(act: RaiseFinding) -> Iterator[Refusal]:
    """The client of an audit is given a time in which to answer; the time is the body's."""
    if act.standard == "iso-iec-17021-1" and act.answer_due is None:
        yield refusal("answer-without-last-day")


@rule("finding.answer-lies-ahead", asks=("17065:2012 7.4.7", "17021-1:2015 9.4.9"), force=RECORD)
def answer_lies_ahead(act: RaiseFinding) -> Iterator[Refusal]:
    """The time for an answer ends after it began."""
    if act.answer_due is not None and act.answer_due <= act.raised_on:
        yield refusal("answer-due-at-once", due=act.answer_due, day=act.raised_on)


@rule("finding.repeated-minor-is-looked-at", asks=("17021-1:2015 9.4.5.1",), force=POLICY)
def repeated_minor_is_looked_at(act: RaiseFinding, known: Known) -> Iterator[Refusal]:
    """A minor nonconformity that came back is graded major: its corrective action did not work (17021-1-rules, 8)."""
    if act.grade == "minor" and act.repeats is not None:
        yield refusal("minor-came-back", repeats=act.repeats, requirement=act.requirement)


@rule("finding.told-after-it-was-raised", asks=("17065:2012 7.4.6", "17021-1:2015 9.4.7.1"), force=RECORD)
def told_after_it_was_raised(act: NotifyFinding, dossier: Finding) -> Iterator[Refusal]:
    """A client is told of a nonconformity on the day it was raised or later."""
    if dossier.raised_on is not None and act.told_on < dossier.raised_on:
        yield refusal("told-before-raised", told=act.told_on, raised=dossier.raised_on)
