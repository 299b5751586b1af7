"""The report of an assignment: what it must hold before anybody reviews it (17065 7.4.9; 17021-1 9.3.1.2, 9.4.8).

A report is a fact. What is missing in it is a breach on the record, for reviewer and decider to see.
"""

from collections.abc import Iterator

from certwright.core import report_items
from certwright.core.acts.determination import Report
from certwright.core.dossiers import Assignment, Finding
from certwright.core.known import Known
from certwright.core.rules.planning import AUDITS
from certwright.core.rules.rule import HARD, RECORD, Refusal, refusal, rule
from certwright.core.rules.team import workers
from certwright.packs.model.management import ManagementStandard

STAGE_1_CONCLUSIONS = frozenset({"ready-for-stage-2", "postpone-stage-2", "repeat-stage-1"})


@rule("report.belongs-to-its-assignment", asks=("17065:2012 7.4.9", "17021-1:2015 9.4.8.1"), force=RECORD)
def belongs_to_its_assignment(act: Report, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """A report is of work carried out, for its own certification and pack, with its own findings."""
    named = {"certification": act.certification, "pack": act.pack}
    own = {"certification": dossier.certification, "pack": dossier.pin.pack if dossier.pin else ""}
    for what, value in named.items():
        if own[what] != value:
            yield refusal("named-otherwise", dossier=dossier.id, what=what, own=own[what], named=value)
    if dossier.held_to is None:
        yield refusal("not-carried-out", assignment=dossier.id)
    for finding in known.of(Finding, act.findings):
        if finding.assignment != dossier.id:
            yield refusal("finding-of-another", finding=finding.id, belongs=finding.assignment)


@rule("report.concludes-what-was-asked", asks=("17065:2012 7.4.9", "17021-1:2015 9.3.1.2.3"), force=RECORD)
def concludes_what_was_asked(act: Report, dossier: Assignment) -> Iterator[Refusal]:
    """Stage 1 concludes on readiness for stage 2; everything else is positive or negative."""
    if (act.conclusion in STAGE_1_CONCLUSIONS) != (dossier.what == "stage-1"):
        yield refusal("conclusion-of-another-kind", conclusion=act.conclusion, kind=dossier.what)


@rule(
    "report.by-somebody-who-evaluated",
    asks=("17065:2012 7.4.2", "17021-1:2015 9.4.8.2", "17021-1:2015 9.2.2.2.2"),
    force=HARD,
    answers=("SD11", "SD12"),
)
def by_somebody_who_evaluated(act: Report, dossier: Assignment) -> Iterator[Refusal]:
    """The author of a report did the work: an auditor audits, an evaluator evaluates."""
    roles = {member.role for member in dossier.members if member.person == act.author}
    if not roles & workers(dossier.what):
        yield refusal("author-did-not-evaluate", person=act.author, assignment=dossier.id)


@rule("report.leader-answers-for-it", asks=("17021-1:2015 9.4.8.2",), force=HARD, answers=("T11",))
def leader_answers_for_it(act: Report, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """The report of an audit is recorded by its leader, or on the leader's behalf."""
    leaders = {member.person for member in dossier.members if member.role == "team-leader"}
    on_behalf = known.proposal.on_behalf
    if dossier.what in AUDITS and known.proposal.actor not in leaders and not (on_behalf and on_behalf.whom in leaders):
        yield refusal("not-the-leader", person=known.proposal.actor, assignment=dossier.id)


@rule("report.holds-all-items", asks=("17021-1:2015 9.4.8.2", "17021-1:2015 9.4.8.3"), force=HARD, answers=("T11",))
def holds_all_items(act: Report, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """The report of an audit holds eighteen items and three statements, and what its standard adds."""
    if dossier.what not in AUDITS - {"stage-1", "pre-transfer-review"}:
        return
    pack = known.pack_of(dossier)
    added = pack.report_items if isinstance(pack, ManagementStandard) else ()
    for item in (*report_items.ITEMS, *report_items.STATEMENTS, *added):
        if item not in act.items:
            yield refusal("report-item-missing", item=item)


@rule("report.stage-1-answers-its-objectives", asks=("17021-1:2015 9.3.1.2.2",), force=HARD, answers=("T08",))
def stage_1_answers_its_objectives(act: Report, dossier: Assignment) -> Iterator[Refusal]:
    """The conclusions of stage 1 answer its seven objectives."""
    if dossier.what == "stage-1":
        for objective in report_items.STAGE_1_OBJECTIVES:
            if objective not in act.items:
                yield refusal("report-item-missing", item=objective)


@rule("report.interrupted-work-is-not-positive", asks=("17021-1:2015 9.4.3.2",), force=HARD, answers=("T10",))
def interrupted_work_is_not_positive(act: Report, dossier: Assignment) -> Iterator[Refusal]:
    """What was interrupted and not carried on did not reach its objectives."""
    if dossier.interrupted_on is not None and act.conclusion in {"positive", "ready-for-stage-2"}:
        yield refusal("interrupted-yet-positive", on=dossier.interrupted_on, conclusion=act.conclusion)


@rule("report.every-requirement-has-a-verdict", asks=("17065:2012 7.4.9",), force=HARD, answers=("T12",))
def every_requirement_has_a_verdict(act: Report, dossier: Assignment) -> Iterator[Refusal]:
    """Before an evaluation of a product is reported, every requirement it was to look at has its verdict."""
    if dossier.standard != "iso-iec-17065":
        return
    verdicts = dossier.verdicts()
    for requirement in dossier.requirements:
        verdict = verdicts.get(requirement, "not-examined")
        if verdict == "not-examined":
            yield refusal("requirement-without-result", requirement=requirement, verdict=verdict)


@rule(
    "report.what-is-not-met-was-raised",
    asks=("17065:2012 7.4.6", "17021-1:2015 9.4.5.1", "17021-1:2015 9.4.5.2"),
    force=HARD,
    answers=("T9",),
)
def what_is_not_met_was_raised(act: Report, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """Every requirement found not met is a nonconformity that the report names, never just a remark."""
    raised = {finding.requirement for finding in known.of(Finding, act.findings)}
    for requirement, verdict in dossier.verdicts().items():
        if verdict == "not-met" and requirement not in raised:
            yield refusal("not-met-but-not-raised", requirement=requirement)


@rule(
    "report.client-knows-the-nonconformities",
    asks=("17065:2012 7.4.6", "17021-1:2015 9.4.7.1"),
    force=HARD,
    answers=("T9",),
)
def client_knows_the_nonconformities(act: Report, known: Known) -> Iterator[Refusal]:
    """The client was told every nonconformity, at the latest with the report."""
    if act.sent_to_client_on is not None:
        return
    for finding in known.of(Finding, act.findings):
        if finding.told_on is None:
            yield refusal("finding-not-told", finding=finding.id)
