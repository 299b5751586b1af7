"""Nonconformities at the decision: what must be put right before anything is granted.

The standards differ on purpose (corrections, 3): an unmet product requirement is cured by new determination only
(ISO/IEC 17065 7.7.3 b); majors are verified and minors have an accepted plan under ISO/IEC 17021-1 9.5.2.
"""

from collections.abc import Iterator

from certwright.core.acts.decision import Decide
from certwright.core.dossiers import Assignment, Certification, Finding
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.reckoning.deadlines import stage_2_majors
from certwright.core.rules.decision import GRANTS
from certwright.core.rules.rule import HARD, Refusal, WhoCould, refusal, rule
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.decision import PlanAccepted


@rule(
    "nonconformity.product-requirements-are-met",
    asks=("17065:2012 7.6.2", "17065:2012 7.7.3 b"),
    force=HARD,
    answers=("R-08", "R-09", "T14", "T16"),
)
def product_requirements_are_met(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Nothing is granted while a product requirement is not met: only new evaluation cures it, no reason or plan."""
    if dossier.standard != "iso-iec-17065" or act.kind not in GRANTS:
        return
    pack = known.pack_of(dossier)
    rule_of_scheme = pack.decision_rule if isinstance(pack, ProductScheme) else None
    excused = rule_of_scheme.plan_accepted if rule_of_scheme else None
    with_plan = set(excused.classes) if isinstance(excused, PlanAccepted) else set()
    for finding in known.of(Finding, act.findings):
        if finding.scheme_class in with_plan and finding.accepted:
            continue
        if not finding.verified or finding.new_determination is None:
            yield refusal("requirement-not-met", finding=finding.id, requirement=finding.requirement)


@rule(
    "nonconformity.every-requirement-has-a-verdict",
    asks=("17065:2012 7.4.4", "17065:2012 7.4.9", "17065:2012 7.7.3 b"),
    force=HARD,
    answers=("R-08", "T12"),
)
def every_requirement_has_a_verdict(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Every requirement the scheme wants met at the grant was examined and is met, by its last result."""
    pack = known.pack_of(dossier)
    if act.kind not in {"grant", "accept-transfer"} or not isinstance(pack, ProductScheme) or not pack.decision_rule:
        return
    verdicts: dict[str, str] = {}
    for assignment in known.of(Assignment, act.rests_on):
        verdicts |= assignment.verdicts()
    for requirement in pack.requirements:
        if requirement.nonconformity_class not in pack.decision_rule.conform:
            continue
        verdict = verdicts.get(requirement.id, "not-examined")
        if verdict not in {"met", "not-applicable"}:
            yield refusal("requirement-without-result", requirement=requirement.id, verdict=verdict)


@rule(
    "nonconformity.majors-are-verified",
    asks=("17021-1:2015 9.5.2",),
    force=HARD,
    answers=("T13", "T14", "T19"),
)
def majors_are_verified(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Before a decision that grants, correction and corrective action of every major nonconformity are verified."""
    if dossier.standard != "iso-iec-17021-1" or act.kind not in GRANTS:
        return
    for finding in known.of(Finding, act.findings):
        if finding.grade == "major" and not finding.verified:
            yield refusal("major-not-verified", WhoCould(Function.AUDITING), finding=finding.id)


@rule("nonconformity.minors-have-a-plan", asks=("17021-1:2015 9.5.2",), force=HARD, answers=("T13", "T14"))
def minors_have_a_plan(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Before a decision that grants, the client's plan for every minor nonconformity is accepted."""
    if dossier.standard != "iso-iec-17021-1" or act.kind not in GRANTS:
        return
    for finding in known.of(Finding, act.findings):
        if finding.grade == "minor" and not (finding.accepted or finding.verified):
            yield refusal("minor-without-plan", finding=finding.id)


@rule(
    "nonconformity.stage-2-majors-within-six-months",
    asks=("17021-1:2015 9.5.3.2",),
    force=HARD,
    answers=("TR08", "T13b"),
)
def stage_2_majors_within_six_months(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Majors of stage 2 are verified within six months of its last day; later, stage 2 is held again."""
    limits = known.limits(act.limits) if act.limits else None
    if dossier.standard != "iso-iec-17021-1" or act.kind != "grant" or limits is None:
        return
    for assignment in known.of(Assignment, act.rests_on):
        if assignment.what != "stage-2" or assignment.held_to is None:
            continue
        due = stage_2_majors(assignment.held_to, limits)
        for finding in known.of(Finding, act.findings):
            late = finding.verified_on is not None and not due.kept_by(finding.verified_on)
            if finding.assignment == assignment.id and "major" in finding.graded and late:
                yield refusal(
                    "stage-2-must-be-repeated",
                    finding=finding.id,
                    verified_on=finding.verified_on,
                    last_day=due.last_day,
                    assignment=assignment.id,
                )
