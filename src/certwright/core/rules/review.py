"""Review: somebody outside the evaluation looks at all of it (ISO/IEC 17065 7.5; ISO/IEC 17021-1 9.5.2–9.5.3)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from certwright.core.acts.decision import Decide, Review
from certwright.core.dossiers import Certification, Dossier, Finding
from certwright.core.dossiers.assignment import Assignment
from certwright.core.dossiers.dossier import Mark
from certwright.core.dossiers.evaluators import evaluators_of
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.rules.competence import not_authorised
from certwright.core.rules.rule import HARD, POLICY, RECORD, Refusal, WhoCould, refusal, rule
from certwright.packs.model.product import ProductScheme


@rule("review.reviewer-did-not-evaluate", asks=("17065:2012 7.5.1",), force=HARD, answers=("R-20", "T13"))
def reviewer_did_not_evaluate(act: Review, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Whoever reviews the evaluation of a product, process or service took no part in it."""
    if dossier.standard == "iso-iec-17065":
        yield from _took_part(act, known)


@rule("review.reviewer-outside-the-team", asks=("17021-1:2015 9.5.2",), force=POLICY, answers=("SD03", "T14"))
def reviewer_outside_the_team(act: Review, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Whoever reviews before a decision on a management system was on none of its audit teams."""
    if dossier.standard == "iso-iec-17021-1" and not _of_surveillance(act.rests_on, known):
        yield from _took_part(act, known)


@rule(
    "review.of-surveillance-by-somebody-not-there", asks=("17021-1:2015 9.6.1",), force=HARD, answers=("SD04", "T17b")
)
def of_surveillance_by_somebody_not_there(act: Review, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """A surveillance that its leader cannot conclude alone is reviewed by somebody who was not at that audit."""
    if dossier.standard == "iso-iec-17021-1" and _of_surveillance(act.rests_on, known):
        yield from _took_part(act, known)


def _of_surveillance(rests_on: tuple[str, ...], known: Known) -> bool:
    return any(audit.what == "surveillance" for audit in known.of(Assignment, rests_on))


def _took_part(act: Review, known: Known) -> Iterator[Refusal]:
    if act.reviewer in evaluators_of(known.of(Assignment, act.rests_on)):
        yield refusal("reviewer-evaluated", WhoCould(Function.REVIEW), person=act.reviewer)


@rule(
    "review.reviewer-is-competent",
    asks=("17065:2012 6.1.2.1 d", "17021-1:2015 7.1.3"),
    force=HARD,
    answers=("R-34",),
)
def reviewer_is_competent(act: Review, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """The reviewer is authorised for review under this standard or scheme, in all its areas, on the day."""
    day, areas = known.proposal.effective_on, frozenset(dossier.areas)
    if not known.person(act.reviewer).authorised_for(Function.REVIEW, act.pack, areas, day):
        yield not_authorised(act.reviewer, Function.REVIEW, act.pack, areas, day)


@rule("review.reviewer-signs", asks=("17065:2012 7.5.2", "17021-1:2015 9.5.2"), force=RECORD)
def reviewer_signs(act: Review, known: Known) -> Iterator[Refusal]:
    """A review is recorded by its reviewer, or on the reviewer's behalf with the evidence named."""
    on_behalf = known.proposal.on_behalf
    if act.reviewer != known.proposal.actor and (on_behalf is None or on_behalf.whom != act.reviewer):
        yield refusal("review-signed-by-another", person=act.reviewer, actor=known.proposal.actor)


@rule("review.pack-is-the-pinned-one", asks=("17065:2012 7.1.1", "17021-1:2015 9.1.1"), force=RECORD)
def pack_is_the_pinned_one(act: Review | Decide, dossier: Certification) -> Iterator[Refusal]:
    """Review and decision name the standard or scheme the certification belongs to."""
    if dossier.pin is not None and act.pack != dossier.pin.pack:
        yield refusal("pack-is-not-the-pinned-one", named=act.pack, pack=dossier.pin.pack, dossier=dossier.id)


@rule(
    "review.rests-on-the-whole-evaluation",
    asks=("17065:2012 7.5.1", "17065:2012 7.4.9", "17021-1:2015 9.5.3.1"),
    force=HARD,
    answers=("T12",),
)
def rests_on_the_whole_evaluation(act: Review, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """A review looks at every planned piece of the evaluation, each reported or left out for a recorded reason."""
    yield from unfinished(act.recommendation, act.rests_on, dossier, known)


def unfinished(kind: str, rests_on: tuple[str, ...], dossier: Certification, known: Known) -> Iterator[Refusal]:
    """What is missing before a decision of a kind may rest on the evaluation: pieces not named, foreign, not reported.

    A refusal after the client gave up, or after the grant, rests on what there is (ISO/IEC 17065 7.4.7, 7.6.6).
    """
    due = {piece.assignment: piece for piece in dossier.pieces_for(kind)}
    if due.keys().isdisjoint(rests_on):
        yield refusal("nothing-evaluated", dossier=dossier.id)
    cut_short = kind == "refuse" and (bool(dossier.spans) or not dossier.client_goes_on)
    for assignment_id in sorted(due.keys() - set(rests_on)) if not cut_short else ():
        yield refusal("evaluation-left-out", assignment=assignment_id, kind=due[assignment_id].kind)
    planned = {piece.assignment for piece in dossier.planned}
    for assignment_id in sorted(set(rests_on) - planned):
        yield refusal("evaluation-not-planned", assignment=assignment_id)
    for assignment in known.of(Assignment, rests_on):
        if assignment.report is None:
            yield refusal("evaluation-not-reported", assignment=assignment.id, kind=assignment.what)


@rule(
    "review.looks-at-every-finding",
    asks=("17065:2012 7.5.1", "17021-1:2015 9.5.3.1"),
    force=HARD,
    changes=("findings that were raised and not reported are looked at, too",),
)
def looks_at_every_finding(act: Review | Decide, known: Known) -> Iterator[Refusal]:
    """Review and decision name every finding reported by, or raised in, the evaluation they rest on."""
    for finding_id in sorted(found_in(act.rests_on, known) - set(act.findings)):
        yield refusal("finding-left-out", finding=finding_id)


def found_in(work: Iterable[str], known: Known) -> set[str]:
    """The findings that reports of the assignments ``work`` name, and those raised in them whatever the reports say."""
    assignments = known.of(Assignment, work)
    reported = {finding for each in assignments for report in each.reports for finding in report.findings}
    numbers = {each.id for each in assignments}
    return reported | {each.id for each in known.all_of(Finding) if each.assignment in numbers}


LOOKED_AT = frozenset({"assignment.carry-out", "assignment.record-results", "assignment.report", "finding.raise"})
"""Acts that say what an evaluation found, and so what a review looks at. How a finding was graded anew, answered and
verified is not among them: that may come after a review, and the decision's own rules judge it as it then stands."""


def changed_since(when: datetime, seen: Dossier) -> bool:
    """Whether ``seen`` says something else of the evaluation now than it did at ``when``.

    Compared is the time of recording, not the day the act names: a report that came in later was not looked at, however
    it is dated. What was put right or annulled later counts; what was recorded and annulled later does not.
    """
    return any(
        _differs_since(when, mark, seen.acts) for mark in seen.acts.values() if mark.form.partition("@")[0] in LOOKED_AT
    )


def _differs_since(when: datetime, mark: Mark, acts: Mapping[str, Mark]) -> bool:
    if mark.recorded_at > when:
        return mark.annulled_by is None
    correction = acts.get(mark.annulled_by or mark.put_right_by or "")
    return correction is not None and correction.recorded_at > when


@rule(
    "review.at-once-by-a-reviewer",
    asks=("17065:2012 6.1.2.1 d", "17021-1:2015 7.1.3"),
    force=HARD,
    answers=("R-22", "R-34"),
)
def at_once_by_a_reviewer(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Where review and decision are done at once, one of those who decide is authorised for review, too."""
    day, areas = known.proposal.effective_on, frozenset(dossier.areas)
    if not act.answers or any(
        known.person(person).authorised_for(Function.REVIEW, act.pack, areas, day) for person in act.deciders
    ):
        return
    yield not_authorised(", ".join(act.deciders), Function.REVIEW, act.pack, areas, day)


@rule("review.checklist-is-answered", asks=("17065:2012 7.5.1", "17021-1:2015 9.5.2"), force=HARD)
def checklist_is_answered(act: Review | Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Every question the scheme asks of a review is answered, and every “no” says why."""
    if isinstance(act, Decide) and not act.answers:
        return
    pack = known.pack_of(dossier)
    asked = {question.id for question in pack.review} if isinstance(pack, ProductScheme) else set()
    answered = {answer.question for answer in act.answers}
    for question in sorted(asked - answered):
        yield refusal("question-not-answered", question=question)
    for answer in act.answers:
        if answer.answer == "no" and not answer.remark:
            yield refusal("no-without-remark", question=answer.question)
