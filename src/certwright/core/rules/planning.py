"""Planning: what an evaluation or an audit cycle must foresee (ISO/IEC 17065 7.4.1; ISO/IEC 17021-1 9.1.3)."""

from collections.abc import Iterator
from fractions import Fraction

from certwright.core.acts.certification import OmitAssignment, PlanEvaluation, PlannedAssignment
from certwright.core.dossiers import Assignment, Certification
from certwright.core.dossiers.certification_parts import Planned
from certwright.core.known import Known
from certwright.core.reckoning.kept import KeptTime
from certwright.core.reckoning.rule_book import plain_standard
from certwright.core.reckoning.say import Language, number
from certwright.core.rules.acceptance import not_kept
from certwright.core.rules.rule import HARD, RECORD, Refusal, refusal, rule
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme

AUDITS = frozenset({"stage-1", "stage-2", "surveillance", "recertification", "special", "pre-transfer-review"})
"""Kinds of assignment that are audits under ISO/IEC 17021-1."""


@rule(
    "planning.kind-belongs-to-the-standard",
    asks=("17065:2012 7.4.1", "17021-1:2015 9.1.3.1"),
    force=HARD,
)
def kind_belongs_to_the_standard(act: PlanEvaluation, dossier: Certification) -> Iterator[Refusal]:
    """Audits of a management-system certification and evaluations of a product are not mixed.

    A product scheme may use a management-system audit as an evaluation; that is no stage 1 or 2 (corrections, 1).
    """
    for piece in act.assignments:
        if (piece.kind in AUDITS) != (dossier.standard == "iso-iec-17021-1"):
            yield refusal("kind-of-the-other-standard", kind=piece.kind, standard=dossier.standard)


_KINDS: dict[str, frozenset[str]] = {
    "initial": frozenset({"stage-1", "stage-2", "pre-transfer-review"}),
    "surveillance": frozenset({"surveillance"}),
    "recertification": frozenset({"recertification", "stage-1", "stage-2"}),
    "special": frozenset({"special", "stage-2"}),
    "change": frozenset({"special", "stage-1", "stage-2"}),
    "complaint": frozenset({"special"}),
}
"""Purpose → the audits that serve it (ISO/IEC 17021-1 9.1.3, 9.6)."""


@rule(
    "planning.kind-serves-the-purpose",
    asks=("17021-1:2015 9.1.3.1", "17021-1:2015 9.6.4.2"),
    force=HARD,
    answers=("T06", "T13b", "T18", "T29"),
)
def kind_serves_the_purpose(act: PlanEvaluation, dossier: Certification) -> Iterator[Refusal]:
    """Each audit is planned for what it is for: stages for the initial certification, and so on."""
    if dossier.standard != "iso-iec-17021-1":
        return
    for piece in act.assignments:
        if piece.kind in AUDITS and piece.kind not in _KINDS[act.purpose]:
            yield refusal("kind-for-another-purpose", kind=piece.kind, purpose=act.purpose)


@rule(
    "planning.nothing-after-the-end",
    asks=("17065:2012 7.11.3", "17021-1:2015 9.1.3.1"),
    force=HARD,
    answers=("R-10",),
)
def nothing_after_the_end(act: PlanEvaluation, dossier: Certification) -> Iterator[Refusal]:
    """Nothing is planned for a certification whose withdrawal or termination is decided."""
    if dossier.has_end:
        yield refusal("end-is-decided", dossier=dossier.id)


@rule("planning.settled-work-stays", asks=("17065:2012 7.4.1", "17021-1:2015 9.1.3.1"), force=RECORD, answers=("R-10",))
def settled_work_stays(act: PlanEvaluation, dossier: Certification) -> Iterator[Refusal]:
    """A new plan does not rewrite a piece that a decision rests on or that was left out."""
    due = {piece.assignment for piece in dossier.due_pieces}
    settled = {piece.assignment for piece in dossier.planned} - due
    for piece in act.assignments:
        if piece.assignment in settled:
            yield refusal("piece-is-settled", assignment=piece.assignment)


@rule("planning.piece-keeps-its-purpose", asks=("17065:2012 7.4.1", "17021-1:2015 9.1.3.1"), force=RECORD)
def piece_keeps_its_purpose(act: PlanEvaluation, dossier: Certification) -> Iterator[Refusal]:
    """A piece planned anew stays what it was for: the grant goes on waiting for every initial evaluation."""
    purposes = {piece.assignment: piece.purpose for piece in dossier.due_pieces}
    for piece in act.assignments:
        planned = purposes.get(piece.assignment, act.purpose)
        if planned != act.purpose:
            yield refusal("planned-for-another-purpose", assignment=piece.assignment, planned=planned)


@rule("planning.pieces-run-forward", asks=("17065:2012 7.4.1", "17021-1:2015 9.2.3.1"), force=RECORD)
def pieces_run_forward(act: PlanEvaluation, dossier: Certification) -> Iterator[Refusal]:
    """A planned piece ends no earlier than it begins, is named once, and is at sites of the certification."""
    named = [piece.assignment for piece in act.assignments]
    for piece in act.assignments:
        if piece.to_day < piece.from_day:
            yield refusal(
                "piece-ends-before-it-begins", assignment=piece.assignment, first=piece.from_day, last=piece.to_day
            )
        if named.count(piece.assignment) > 1:
            yield refusal("piece-named-twice", assignment=piece.assignment)
        for site in sorted(set(piece.sites) - set(dossier.sites)):
            yield refusal("site-not-certified", assignment=piece.assignment, site=site)


@rule(
    "planning.initial-audit-has-two-stages",
    asks=("17021-1:2015 9.3.1.1", "17021-1:2015 9.1.3.1"),
    force=HARD,
    answers=("T06",),
)
def initial_audit_has_two_stages(act: PlanEvaluation, dossier: Certification) -> Iterator[Refusal]:
    """An initial audit of a management system is planned with a stage 1 and a stage 2."""
    if dossier.standard != "iso-iec-17021-1" or act.purpose != "initial" or dossier.transferred_from:
        return
    kinds = {piece.kind for piece in act.assignments} | {piece.kind for piece in dossier.due_pieces}
    for stage in ("stage-1", "stage-2"):
        if stage not in kinds and not any(piece.kind == stage for piece in dossier.planned):
            yield refusal("stage-missing", stage=stage)


@rule(
    "planning.every-requirement-is-covered",
    asks=("17021-1:2015 9.1.3.1", "17065:2012 7.4.1"),
    force=HARD,
    answers=("T06",),
    changes=("a piece that is planned anew no longer counts as it was planned before",),
)
def every_requirement_is_covered(act: PlanEvaluation, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """An initial plan covers every requirement and every site: of the standard, or of the scheme's decision rule.

    A clause that may be excluded, and a site, may be left out with a justification. A clause covers what is below it.
    Of what was planned before, only what is not planned anew counts, and nothing that waits for the grant.
    """
    if act.purpose != "initial" or dossier.transferred_from:
        return
    anew = {piece.assignment for piece in act.assignments}
    kept = [
        piece
        for piece in dossier.planned
        if piece.purpose == act.purpose and not piece.omitted_by and piece.assignment not in anew
    ]
    pieces: list[PlannedAssignment | Planned] = [*act.assignments, *kept]
    planned = {requirement for piece in pieces for requirement in piece.requirements}
    for requirement in sorted(_demanded(act, dossier, known) - planned):
        if not any(requirement.startswith(f"{broader}.") for broader in planned):
            yield refusal("requirement-not-planned", requirement=requirement)
    for site in sorted(set(dossier.sites) - {site for piece in pieces for site in piece.sites}):
        if dossier.standard == "iso-iec-17021-1" and not act.justification:
            yield refusal("site-not-planned", site=site)


def _demanded(act: PlanEvaluation, dossier: Certification, known: Known) -> set[str]:
    pack = known.pack_of(dossier)
    if isinstance(pack, ManagementStandard):
        return {clause.id for clause in pack.clauses if not (clause.may_be_excluded and act.justification)}
    if isinstance(pack, ProductScheme) and pack.decision_rule is not None:
        return {item.id for item in pack.requirements if item.nonconformity_class in pack.decision_rule.conform}
    return set()


@rule("planning.reckoning-is-kept", asks=("17021-1:2015 9.1.4.3", "17065:2012 7.4.1"), force=RECORD)
def reckoning_is_kept(act: PlanEvaluation, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """The reckoning a plan rests on is in store; one of audit time is for the standard of the certification."""
    if act.reckoning is None:
        return
    yield from not_kept(act.reckoning, known)
    found = known.reckonings.get(act.reckoning)
    if isinstance(found, KeptTime) and plain_standard(found.standard) != plain_standard(act.pack):
        yield refusal("reckoning-for-other-pack", digest=act.reckoning, standard=found.standard, pack=act.pack)


@rule("planning.days-are-those-reckoned", asks=("17021-1:2015 9.1.4.1", "17021-1:2015 9.1.4.3"), force=HARD)
def days_are_those_reckoned(act: PlanEvaluation, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """A plan holds the audit days that were reckoned for it; fewer are justified, as those of an integrated audit are.

    A plan that states no days, or changes part of an earlier one, is not added up.
    """
    found = known.reckonings.get(act.reckoning or "")
    days = [piece.audit_days for piece in act.assignments]
    anew = {piece.assignment for piece in act.assignments}
    earlier = [one for one in dossier.due_pieces if one.purpose == act.purpose and one.assignment not in anew]
    if not isinstance(found, KeptTime) or act.justification or earlier:
        return
    stated = [Fraction(one) for one in days if one is not None]
    if len(stated) == len(days) and sum(stated) < found.exact_days:
        planned, reckoned = (number(Fraction(one), Language.ENGLISH) for one in (sum(stated), found.exact_days))
        yield refusal("fewer-days-than-reckoned", planned=planned, reckoned=reckoned, digest=act.reckoning)


@rule("planning.omitted-piece-was-planned", asks=("17065:2012 7.3.5", "17021-1:2015 9.1.3.1"), force=RECORD)
def omitted_piece_was_planned(act: OmitAssignment, dossier: Certification) -> Iterator[Refusal]:
    """Only a planned piece that nothing rests on yet is left out."""
    if act.assignment not in {piece.assignment for piece in dossier.due_pieces}:
        yield refusal("evaluation-not-planned", assignment=act.assignment)


@rule(
    "planning.begun-work-is-not-left-out",
    asks=("17065:2012 7.4.9", "17065:2012 7.3.5", "17021-1:2015 9.5.3.1"),
    force=HARD,
    answers=("T12",),
)
def begun_work_is_not_left_out(act: OmitAssignment, known: Known) -> Iterator[Refusal]:
    """What was carried out is reported and reviewed, whatever came out: it is not left out of the plan any more."""
    assignment = known.one(Assignment, act.assignment)
    if assignment is not None and (assignment.held_to is not None or assignment.results):
        yield refusal("work-begun", assignment=assignment.id)
