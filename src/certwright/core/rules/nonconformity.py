"""Nonconformities at the decision: what must be put right before anything is granted.

The standards differ on purpose (corrections, 3): an unmet product requirement is cured by new determination only
(ISO/IEC 17065 7.7.3 b); majors are verified and minors have an accepted plan under ISO/IEC 17021-1 9.5.2.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from certwright.core.acts.certification_life import AnswerNonconformity
from certwright.core.acts.decision import Decide
from certwright.core.dossiers import Application, Assignment, Certification, Finding
from certwright.core.dossiers.assignment import heaviest
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.reckoning.deadlines import due, recertification_majors, stage_2_majors
from certwright.core.reckoning.renewal import RenewalPath, renewal
from certwright.core.rules.decision import GRANTS
from certwright.core.rules.rule import HARD, POLICY, RECORD, Refusal, WhoCould, refusal, rule
from certwright.core.schemes.decision_rule import Evaluated, lacks, left_to_plan
from certwright.packs.model.product import ProductScheme


@rule(
    "nonconformity.product-requirements-are-met",
    asks=("17065:2012 7.6.2", "17065:2012 7.7.3 b"),
    force=HARD,
    answers=("R-08", "R-09", "T14", "T16"),
)
def product_requirements_are_met(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Nothing is granted while a product requirement is not met: only new evaluation cures it, no reason or plan."""
    if dossier.standard == "iso-iec-17065" and act.kind in GRANTS:
        yield from unmet(known.of(Finding, act.findings), _scheme(dossier, known))


def unmet(findings: Iterable[Finding], scheme: ProductScheme | None) -> Iterator[Refusal]:
    """The findings that stand against a certificate: not cured, and not of a class the scheme leaves to a plan."""
    with_plan = left_to_plan(scheme.decision_rule) if scheme and scheme.decision_rule else ()
    for finding in findings:
        if not is_cured(finding) and not (finding.scheme_class in with_plan and finding.accepted):
            yield refusal("requirement-not-met", finding=finding.id, requirement=finding.requirement)


def is_cured(finding: Finding) -> bool:
    """Whether new determination found the requirement met: nothing else cures it (17065 7.4.8, 7.7.3 b)."""
    return finding.verified and finding.new_determination is not None


@rule(
    "nonconformity.decision-rule-of-the-scheme-holds",
    asks=("17065:2012 7.4.4", "17065:2012 7.4.9", "17065:2012 7.7.3 b"),
    force=HARD,
    answers=("R-08", "T12", "T14"),
    changes=("of several results of one day the worst counts",),
)
def decision_rule_of_the_scheme_holds(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Every requirement has a verdict, those the scheme wants met are; samplings and earlier results were accepted."""
    scheme = _scheme(dossier, known)
    if scheme is None or scheme.decision_rule is None or act.kind not in {"grant", "renew"}:
        return
    for lack in lacks(scheme, evaluated(act, scheme, known)):
        match lack.says:
            case "decision.requirement-not-judged":
                for requirement in lack.of:
                    yield refusal("requirement-without-result", requirement=requirement)
            case "decision.requirement-not-met":
                for requirement in lack.of:
                    yield refusal("requirement-failed", requirement=requirement)
            case "decision.sampling-not-accepted":
                yield refusal("sampling-not-accepted", dossier=dossier.id)
            case "decision.prior-results-not-accepted":
                yield refusal("prior-results-not-accepted", application=act.application)
            case _:  # open nonconformities: product-requirements-are-met names each one
                continue


def _scheme(dossier: Certification, known: Known) -> ProductScheme | None:
    pack = known.pack_of(dossier)
    return pack if isinstance(pack, ProductScheme) else None


def evaluated(act: Decide, scheme: ProductScheme, known: Known) -> Evaluated:
    """What the evaluation a decision rests on came to: of several results on a requirement the latest work counts.

    Work of one day counts by its worst result, but work that cures a finding comes after what found it.
    """

    def when(each: Assignment) -> tuple[date, bool]:
        return each.held_to or each.to_day or date.min, bool(each.cures)

    work = sorted(known.of(Assignment, act.rests_on), key=when)
    verdicts: dict[str, str] = {}
    for _, together in groupby(work, key=when):
        verdicts |= heaviest(verdict for each in together for verdict in each.verdicts().items())
    results = [made for assignment in work for made in assignment.results]
    sampled = {line.requirement for made in results for line in made.lines if line.sample}
    taken_over = {line.requirement for made in results if made.taken_over for line in made.lines}
    application = known.one(Application, act.application)
    answered = {
        name
        for result in (application.prior_results if application else ())
        if result.pack == act.pack
        for name in result.requirements
    }
    still_open = [finding for finding in known.of(Finding, act.findings) if not is_cured(finding)]
    classes = {finding.scheme_class for finding in still_open if finding.scheme_class}
    unplanned = {finding.scheme_class for finding in still_open if not finding.accepted}
    return Evaluated(
        applicable={each.id for each in scheme.requirements if verdicts.get(each.id) != "not-applicable"},
        judged={name for name, verdict in verdicts.items() if verdict in {"met", "not-met"}},
        met={name for name, verdict in verdicts.items() if verdict == "met"},
        open_classes=classes,
        planned_classes=classes - unplanned,
        sampling_accepted=all(verdicts[name] != "not-met" for name in sampled) if sampled else None,
        prior_results_accepted=taken_over <= answered if taken_over else None,
    )


@rule(
    "nonconformity.majors-are-verified",
    asks=("17021-1:2015 9.5.2", "17021-1:2015 9.6.3.2.2"),
    force=HARD,
    answers=("T13", "T14", "T19", "TR09"),
)
def majors_are_verified(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Before a decision that grants, correction and corrective action of every major nonconformity are verified.

    For a renewal that means before expiry (9.6.3.2.2): decided later, it is a restoration.
    """
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
    limits = known.limits(act.limits, dossier)
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


@rule(
    "nonconformity.recertification-majors-in-time",
    asks=("17021-1:2015 9.6.3.2.2", "17021-1:2015 9.4.9"),
    force=POLICY,
    answers=("TR09", "TR19"),
)
def recertification_majors_in_time(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Majors of a recertification are verified in the time the body set from the closing meeting, before expiry.

    After expiry it is a restoration: the body's time alone counts (9.6.3.2.5).
    """
    limits, old = known.limits(act.limits, dossier), dossier.last_day
    if dossier.standard != "iso-iec-17021-1" or act.kind != "renew" or limits is None or old is None:
        return
    in_time = renewal(old, known.proposal.effective_on, limits).path is RenewalPath.IN_TIME
    for audit in known.of(Assignment, act.rests_on):
        closed = audit.closed_on or audit.held_to
        if audit.what != "recertification" or closed is None:
            continue
        wanted = recertification_majors(closed, old, limits) if in_time else due("major-evidence", closed, limits)
        for finding in known.of(Finding, act.findings):
            late = finding.verified_on is not None and not wanted.kept_by(finding.verified_on)
            if finding.assignment == audit.id and "major" in finding.graded and late:
                yield refusal(
                    "major-verified-late",
                    finding=finding.id,
                    verified_on=finding.verified_on,
                    last_day=wanted.last_day,
                    assignment=audit.id,
                )


@rule(
    "nonconformity.client-was-told",
    asks=("17065:2012 7.4.6", "17065:2012 7.4.7"),
    force=HARD,
    answers=("T9", "T10", "T11"),
)
def client_was_told(act: AnswerNonconformity, known: Known) -> Iterator[Refusal]:
    """A client says whether it goes on after it was told the nonconformities and what would be evaluated anew."""
    for finding in known.of(Finding, act.findings):
        if finding.told_on is None or finding.told_on > act.told_on:
            yield refusal("client-not-told", finding=finding.id)
        elif act.wish == "continues" and not finding.further_evaluation_told:
            yield refusal("further-evaluation-untold", finding=finding.id)


@rule("nonconformity.answered-of-its-certification", asks=("17065:2012 7.4.7",), force=RECORD)
def answered_of_its_certification(act: AnswerNonconformity, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """The nonconformities a client answers to are on record in its certification."""
    own = {finding.id for finding in known.of(Finding, act.findings) if finding.certification == dossier.id}
    for finding_id in sorted(set(act.findings) - own):
        yield refusal("finding-of-other-certification", finding=finding_id, dossier=dossier.id)
