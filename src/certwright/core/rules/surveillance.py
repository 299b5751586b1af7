"""Surveillance: kept up in time, and concluded by the right people (ISO/IEC 17065 7.9; ISO/IEC 17021-1 9.6.1–9.6.2)."""

from collections.abc import Iterator

from certwright.core.acts.certification_life import MaintainOnConclusion
from certwright.core.acts.determination import CarryOut
from certwright.core.dossiers import Assignment, Certification, Finding
from certwright.core.dossiers.certification import LASTING, Standing
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.reckoning.derivation import CannotReckon
from certwright.core.reckoning.product_dates import surveillance_due
from certwright.core.rules.review import found_in
from certwright.core.rules.rule import HARD, POLICY, RECORD, Refusal, WhoCould, refusal, rule
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.words import SchemeFunction


@rule(
    "surveillance.maintained-on-a-positive-conclusion",
    asks=("17021-1:2015 9.6.1",),
    force=HARD,
    answers=("T17", "T17b", "SD04"),
    changes=("findings that were raised and not reported, or only in an earlier report, are looked at, too",),
)
def maintained_on_a_positive_conclusion(
    act: MaintainOnConclusion, dossier: Certification, known: Known
) -> Iterator[Refusal]:
    """Without review and decision a certification is kept only on a positive conclusion without a major or doubt.

    Every finding counts that the surveillance reported or that was raised in it: one left out of the report, too.
    """
    if dossier.standard != "iso-iec-17021-1":
        yield refusal("conclusion-is-no-decision", WhoCould(Function.DECISION), standard=dossier.standard)
    surveillance = known.one(Assignment, act.surveillance)
    report = surveillance.report if surveillance else None
    if surveillance is None or report is None or surveillance.what != "surveillance":
        yield refusal("surveillance-not-reported", assignment=act.surveillance)
        return
    if report.conclusion != "positive":
        yield refusal("conclusion-not-positive", WhoCould(Function.REVIEW), assignment=act.surveillance)
    found = found_in((surveillance.id,), known)
    for finding in known.of(Finding, sorted(found)):
        if finding.grade == "major":
            yield refusal("major-needs-review", WhoCould(Function.REVIEW), finding=finding.id)
    for finding_id in sorted(found - set(act.findings)):
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
    if standing not in LASTING:
        yield refusal("decision-not-possible-now", kind="maintain", standing=standing.value, dossier=dossier.id)
    if act.surveillance not in {piece.assignment for piece in dossier.pieces_for("maintain")}:
        yield refusal("evaluation-not-planned", assignment=act.surveillance)


@rule(
    "surveillance.nothing-speaks-for-a-measure",
    asks=("17021-1:2015 9.6.1", "17021-1:2015 9.6.5.2"),
    force=HARD,
    answers=("T17", "T17b", "SD04"),
)
def nothing_speaks_for_a_measure(act: MaintainOnConclusion, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """A leader concludes alone only while nothing may lead to suspension: none in force, proposed, or a late audit."""
    standing = dossier.standing(known.proposal.effective_on)
    if standing in {Standing.SUSPENDED, Standing.PARTLY_SUSPENDED}:
        yield refusal("suspension-needs-decision", WhoCould(Function.DECISION), dossier=dossier.id)
    for proposal in dossier.open_proposals:
        yield refusal("measure-proposed", WhoCould(Function.REVIEW), dossier=dossier.id, measure=proposal.measure)
    surveillance = known.one(Assignment, act.surveillance)
    for _, breach in surveillance.breaches if surveillance else ():
        if breach.says == "surveillance-late":
            yield refusal("late-surveillance-needs-review", WhoCould(Function.REVIEW), assignment=act.surveillance)


SEEN_BY: dict[str, SchemeFunction] = {
    "market-sample": SchemeFunction.SURVEILLANCE_MARKET,
    "factory-sample": SchemeFunction.SURVEILLANCE_FACTORY,
    "process-assessment": SchemeFunction.SURVEILLANCE_PROCESS,
    "ms-audit": SchemeFunction.SURVEILLANCE_SYSTEM,
}
"""Kind of assignment → the surveillance function of the scheme it serves."""


@rule(
    "surveillance.as-often-as-the-scheme-says",
    asks=("17065:2012 7.9.1", "17065:2012 7.1.1"),
    force=POLICY,
    answers=("R-61", "T17", "T18"),
)
def as_often_as_the_scheme_says(act: CarryOut, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """Surveillance of a product is held by the end of the scheme's interval; later it is recorded as late."""
    certification, pack = known.one(Certification, act.certification), known.pack_of(dossier)
    granted = certification.granted if certification else None
    if certification is None or granted is None or not isinstance(pack, ProductScheme) or pack.plan is None:
        return
    planned = next((piece for piece in certification.planned if piece.assignment == dossier.id), None)
    if planned is None or planned.purpose != "surveillance":
        return
    before = [each.held_to for each in known.of(Assignment, act.earlier) if each.what == dossier.what and each.held_to]
    settled = known.settled(dossier.pinned[0])
    for activity in pack.plan.activities:
        if activity.function is not SEEN_BY.get(dossier.what):
            continue
        try:
            due = surveillance_due(activity, granted.effective_from, before, settled)
        except CannotReckon:
            continue  # the interval is a value of the body's that was not gathered: nothing can be said here
        if not due.kept_by(act.to_day):
            yield refusal("surveillance-late", rule=due.rule, last_day=due.last_day, held=act.to_day)
