"""Surveillance: kept up in time, and concluded by the right people (ISO/IEC 17065 7.9; ISO/IEC 17021-1 9.6.1–9.6.2)."""

from collections.abc import Iterator

from certwright.core.acts.certification_life import MaintainOnConclusion
from certwright.core.dossiers import Assignment, Certification, Finding
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.rules.rule import HARD, RECORD, Refusal, WhoCould, refusal, rule


@rule(
    "surveillance.maintained-on-a-positive-conclusion",
    asks=("17021-1:2015 9.6.1",),
    force=HARD,
    answers=("T17", "T17b", "SD04"),
)
def maintained_on_a_positive_conclusion(
    act: MaintainOnConclusion, dossier: Certification, known: Known
) -> Iterator[Refusal]:
    """Without review and decision a certification is kept only on a positive conclusion without a major or doubt."""
    if dossier.standard != "iso-iec-17021-1":
        yield refusal("conclusion-is-no-decision", WhoCould(Function.DECISION), standard=dossier.standard)
    surveillance = known.one(Assignment, act.surveillance)
    report = surveillance.report if surveillance else None
    if surveillance is None or report is None or surveillance.what != "surveillance":
        yield refusal("surveillance-not-reported", assignment=act.surveillance)
        return
    if report.conclusion != "positive":
        yield refusal("conclusion-not-positive", WhoCould(Function.REVIEW), assignment=act.surveillance)
    for finding in known.of(Finding, report.findings):
        if finding.grade == "major":
            yield refusal("major-needs-review", WhoCould(Function.REVIEW), finding=finding.id)
    for finding_id in sorted(set(report.findings) - set(act.findings)):
        yield refusal("finding-left-out", finding=finding_id)


@rule("surveillance.leader-concludes", asks=("17021-1:2015 9.6.1",), force=HARD, answers=("SD04",))
def leader_concludes(act: MaintainOnConclusion, known: Known) -> Iterator[Refusal]:
    """It is the leader of that surveillance audit who concludes."""
    surveillance = known.one(Assignment, act.surveillance)
    leaders = (
        {member.person for member in surveillance.members if member.role == "team-leader"} if surveillance else set()
    )
    if known.proposal.actor not in leaders:
        yield refusal("not-the-leader", person=known.proposal.actor, assignment=act.surveillance)


@rule("surveillance.maintained-while-certified", asks=("17021-1:2015 9.6.1",), force=RECORD)
def maintained_while_certified(act: MaintainOnConclusion, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """What is maintained is certified on that day, and the surveillance was planned for it."""
    standing = dossier.standing(known.proposal.effective_on)
    if standing.value not in {"valid", "suspended"}:
        yield refusal("decision-not-possible-now", kind="maintain", standing=standing.value, dossier=dossier.id)
    if act.surveillance not in {piece.assignment for piece in dossier.due_pieces}:
        yield refusal("evaluation-not-planned", assignment=act.surveillance)
