"""The client's answer to a nonconformity and what becomes of it (ISO/IEC 17065 7.4.7–7.4.8; 17021-1 9.4.9–9.4.10).

Whoever audited may judge and verify: no independence is demanded here (9.4.10 note; SD13), competence is.
"""

from collections.abc import Iterator
from datetime import date

from certwright.core.acts.finding import JudgeResponse, Regrade, Respond, Verify
from certwright.core.dossiers import Assignment, Finding
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.rules.rule import HARD, POLICY, RECORD, Refusal, WhoCould, refusal, rule

SYSTEM, PRODUCT = "iso-iec-17021-1", "iso-iec-17065"
JUDGING = {
    SYSTEM: (Function.AUDITING, Function.AUDIT_TEAM_LEADING),
    PRODUCT: (Function.EVALUATION, Function.AUDITING, Function.AUDIT_TEAM_LEADING),
}
"""Standard → the functions that judge whether a nonconformity is put right."""


@rule("response.answers-a-finding-that-was-told", asks=("17065:2012 7.4.7", "17021-1:2015 9.4.9"), force=RECORD)
def answers_a_finding_that_was_told(act: Respond, dossier: Finding) -> Iterator[Refusal]:
    """A client answers what it was told, and what is not closed yet."""
    if dossier.told_on is None or act.received_on < dossier.told_on:
        yield refusal(
            "answered-before-told", finding=dossier.id, day=act.received_on, told=dossier.told_on or "not yet"
        )
    if dossier.verified:
        yield refusal("finding-already-verified", finding=dossier.id, day=dossier.verified_on)


@rule(
    "response.in-time",
    asks=("17021-1:2015 9.4.9", "17065:2012 7.4.7"),
    force=POLICY,
    answers=("TR19", "R-63"),
)
def in_time(act: Respond, dossier: Finding) -> Iterator[Refusal]:
    """The client answers within the time it was given."""
    if dossier.answer_due is not None and act.received_on > dossier.answer_due:
        yield refusal("answer-late", finding=dossier.id, day=act.received_on, due=dossier.answer_due)


@rule("response.judged-when-there-is-one", asks=("17065:2012 7.4.7", "17021-1:2015 9.4.10"), force=RECORD)
def judged_when_there_is_one(act: JudgeResponse, dossier: Finding) -> Iterator[Refusal]:
    """An answer is judged once, after it came."""
    if dossier.answered_on is None:
        yield refusal("no-answer-yet", finding=dossier.id)
    elif dossier.judged is not None:
        yield refusal("answer-already-judged", finding=dossier.id, outcome=dossier.judged)


@rule(
    "response.judged-by-somebody-competent",
    asks=("17065:2012 6.1.2.1 d", "17021-1:2015 9.4.10"),
    force=HARD,
    answers=("R-34", "T13", "SD13"),
)
def judged_by_somebody_competent(act: JudgeResponse, dossier: Finding, known: Known) -> Iterator[Refusal]:
    """Whoever judges an answer is authorised to audit, evaluate or review under this standard or scheme."""
    functions = (*JUDGING.get(dossier.standard, ()), Function.REVIEW)
    yield from _incompetent(dossier, known, known.proposal.actor, functions, known.proposal.effective_on)


def _incompetent(
    dossier: Finding, known: Known, person: str, functions: tuple[Function, ...], day: date
) -> Iterator[Refusal]:
    pack = dossier.pin.pack if dossier.pin else ""
    who = known.person(person)
    if functions and not any(who.authorised_for(each, pack, frozenset(), day) for each in functions):
        yield refusal(
            "not-authorised-for-pack",
            WhoCould(functions[0]),
            person=person,
            function=" or ".join(each.label for each in functions),
            pack=pack,
            areas="any area",
            day=day,
        )


@rule(
    "response.accepted-when-complete", asks=("17021-1:2015 9.4.9", "17021-1:2015 9.4.10"), force=HARD, answers=("T13",)
)
def accepted_when_complete(act: JudgeResponse, dossier: Finding) -> Iterator[Refusal]:
    """An answer to an audit's nonconformity is accepted when it states cause, correction and corrective action."""
    if dossier.standard == SYSTEM and act.outcome == "accepted":
        for part in dossier.answer_lacks:
            yield refusal("answer-incomplete", finding=dossier.id, part=part)


@rule("response.judged-by-completeness-alone", asks=("17021-1:2015 9.4.5.3", "17021-1:2015 5.2.5"), force=RECORD)
def judged_by_completeness_alone(act: JudgeResponse) -> Iterator[Refusal]:
    """Rejecting names what is incomplete, and accepting names nothing: the client is given no cause or solution."""
    if act.outcome == "rejected" and not act.incomplete:
        yield refusal("rejected-without-saying-what")
    if act.outcome == "accepted" and act.incomplete:
        yield refusal("accepted-yet-incomplete", parts=", ".join(act.incomplete))


@rule(
    "response.client-knows-what-follows", asks=("17021-1:2015 9.4.10", "17065:2012 7.4.7"), force=HARD, answers=("T10",)
)
def client_knows_what_follows(act: JudgeResponse) -> Iterator[Refusal]:
    """With an accepted answer the client is told how it is verified: by documents, an audit, a new determination."""
    if act.outcome == "accepted" and act.verified_by is None:
        yield refusal("verification-not-told")


@rule(
    "response.verified-after-the-answer",
    asks=("17065:2012 7.4.8", "17021-1:2015 9.4.10"),
    force=HARD,
    answers=("T13",),
)
def verified_after_the_answer(act: Verify, dossier: Finding) -> Iterator[Refusal]:
    """What is verified was answered before; in an audit's case the answer was accepted, too. It is verified once."""
    if dossier.verified:
        yield refusal("finding-already-verified", finding=dossier.id, day=dossier.verified_on)
    elif dossier.answered_on is None or act.verified_on < dossier.answered_on:
        yield refusal("verified-before-answered", finding=dossier.id, day=act.verified_on)
    elif dossier.standard == SYSTEM and act.outcome == "effective" and not dossier.accepted:
        yield refusal("verified-before-accepted", finding=dossier.id)


@rule(
    "response.verified-by-somebody-competent",
    asks=("17065:2012 6.1.2.1 d", "17021-1:2015 9.4.10"),
    force=HARD,
    answers=("SD13", "R-34", "T13"),
)
def verified_by_somebody_competent(act: Verify, dossier: Finding, known: Known) -> Iterator[Refusal]:
    """Whoever verifies is authorised to audit or evaluate under this standard or scheme; a team member may."""
    functions = JUDGING.get(dossier.standard, ())
    yield from _incompetent(dossier, known, act.verified_by, functions, act.verified_on)


@rule("response.verifier-signs", asks=("17065:2012 7.4.9", "17021-1:2015 9.4.10"), force=RECORD)
def verifier_signs(act: Verify, known: Known) -> Iterator[Refusal]:
    """A verification is recorded by whoever verified, or on their behalf with the evidence named."""
    actor, on_behalf = known.proposal.actor, known.proposal.on_behalf
    if act.verified_by != actor and (on_behalf is None or on_behalf.whom != act.verified_by):
        yield refusal("verification-of-another", person=act.verified_by, actor=actor)


@rule(
    "response.cured-by-new-determination",
    asks=("17065:2012 7.4.8", "17065:2012 7.7.3 b"),
    force=HARD,
    answers=("R-08", "T10"),
)
def cured_by_new_determination(act: Verify, dossier: Finding, known: Known) -> Iterator[Refusal]:
    """An unmet product requirement is cured by evaluating it anew, reported and met; no reason or plan replaces that.

    That may be a small thing, as the inspection of a corrected label; it is a result all the same (corrections, 3).
    """
    if dossier.standard != PRODUCT or act.outcome != "effective":
        return
    anew = known.one(Assignment, act.new_determination)
    if anew is None:
        yield refusal("not-evaluated-anew", finding=dossier.id, requirement=dossier.requirement)
        return
    if anew.certification != dossier.certification or anew.id == dossier.assignment or dossier.id not in anew.cures:
        yield refusal("not-its-new-determination", assignment=anew.id, finding=dossier.id)
    if anew.report is None:
        yield refusal("evaluation-not-reported", assignment=anew.id, kind=anew.what)
    verdict = anew.verdicts().get(dossier.requirement, "not-examined")
    if verdict != "met":
        yield refusal("still-not-met", assignment=anew.id, requirement=dossier.requirement, verdict=verdict)


@rule("response.regraded-anew", asks=("17021-1:2015 9.4.5.1",), force=RECORD)
def regraded_anew(act: Regrade, dossier: Finding) -> Iterator[Refusal]:
    """Only a management system's nonconformity is regraded, to another grade, naming the audit it was raised in."""
    if dossier.standard != SYSTEM:
        yield refusal("grade-of-the-other-standard", grade=act.grade, standard=dossier.standard)
    elif act.grade == dossier.grade:
        yield refusal("already-graded-so", finding=dossier.id, grade=act.grade)
    if act.assignment != dossier.assignment:
        yield refusal(
            "named-otherwise", dossier=dossier.id, what="assignment", own=dossier.assignment, named=act.assignment
        )


@rule("response.regraded-by-whom-it-is-before", asks=("17021-1:2015 9.4.6", "17021-1:2015 9.5.3.1"), force=HARD)
def regraded_by_whom_it_is_before(act: Regrade, known: Known) -> Iterator[Refusal]:
    """Until the report the leader of the audit regrades; after it a reviewer or decider does."""
    audit, actor, day = known.one(Assignment, act.assignment), known.proposal.actor, known.proposal.effective_on
    if audit is None:
        return
    if audit.report is None:
        leading = audit.serving(actor)
        if leading is None or leading.role != "team-leader":
            yield refusal("not-the-leader", WhoCould(Function.AUDIT_TEAM_LEADING), person=actor, assignment=audit.id)
    elif not any(known.holds(actor, function, day) for function in (Function.REVIEW, Function.DECISION)):
        yield refusal("regraded-after-the-report", WhoCould(Function.REVIEW), person=actor, on=audit.report.on)
