"""Assignments: planned pieces of determination are opened as planned (17065 7.4.1; ISO/IEC 17021-1 9.1.3, 9.2)."""

from collections.abc import Iterator, Mapping

from certwright.core.acts.assignment import (
    AnswerObjection,
    Appoint,
    ConfirmTeam,
    CreateAssignment,
    Release,
    Reschedule,
    SendPlan,
)
from certwright.core.acts.determination import CarryOut, Interrupt, RecordResults
from certwright.core.dossiers import Assignment, Certification, Dossier
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.rules.planning import AUDITS
from certwright.core.rules.rule import HARD, RECORD, Refusal, WhoCould, refusal, rule
from certwright.packs.model.base import Pack
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.scheme.words import Determination

TIMED = AUDITS - {"special", "pre-transfer-review"}
"""Audits whose time is determined beforehand; that of the others follows from what they look at."""

METHODS: Mapping[str, frozenset[Determination]] = {
    "document-review": frozenset(
        {Determination.DOCUMENT_REVIEW, Determination.DESIGN_APPRAISAL, Determination.VERIFICATION}
    ),
    "test": frozenset({Determination.TESTING}),
    "inspection": frozenset({Determination.INSPECTION}),
    "process-assessment": frozenset({Determination.PROCESS_ASSESSMENT, Determination.SERVICE_ASSESSMENT}),
    "ms-audit": frozenset({Determination.MANAGEMENT_SYSTEM_AUDIT}),
    "market-sample": frozenset({Determination.TESTING, Determination.INSPECTION}),
    "factory-sample": frozenset({Determination.TESTING, Determination.INSPECTION}),
}
"""Kind of assignment under ISO/IEC 17065 → the kinds of determination it can be."""


def unlike(dossier: Dossier, named: Mapping[str, str], own: Mapping[str, str]) -> Iterator[Refusal]:
    """What an act names otherwise than the dossier it belongs to does."""
    for what, value in named.items():
        if own[what] != value:
            yield refusal("named-otherwise", dossier=dossier.id, what=what, own=own[what] or "nothing", named=value)


def within(requirement: str, wider: str) -> bool:
    """Whether a requirement is ``wider`` itself or lies under it: clause 4.1 lies under clause 4."""
    number = requirement.partition(" ")[0]
    return requirement == wider or number == wider or number.startswith(f"{wider}.")


def knows(pack: Pack | None, requirement: str) -> bool:
    """Whether a pack holds a requirement: a scheme by its id, a standard by its clause or one under or above it.

    A pack that cannot be read knows everything: there is nothing to hold the requirement against.
    """
    if isinstance(pack, ProductScheme):
        return any(each.id == requirement for each in pack.requirements)
    if isinstance(pack, ManagementStandard):
        return any(within(requirement, clause.id) or within(clause.id, requirement) for clause in pack.clauses)
    return True


@rule("assignment.belongs-to-its-certification", asks=("17065:2012 7.4.1", "17021-1:2015 9.1.3.1"), force=RECORD)
def belongs_to_its_certification(act: CreateAssignment, known: Known) -> Iterator[Refusal]:
    """An assignment is for the client, and under the standard and text, its certification is pinned to."""
    certification = known.one(Certification, act.certification)
    if certification is None or certification.pin is None:
        return
    pin = certification.pin
    yield from unlike(
        certification,
        {"client": act.client, "standard": act.standard, "pack": act.pack, "edition": act.edition, "text": act.text},
        {
            "client": certification.client,
            "standard": certification.standard,
            "pack": pin.pack,
            "edition": pin.edition,
            "text": pin.text,
        },
    )


@rule(
    "assignment.was-planned",
    asks=("17065:2012 7.4.1", "17021-1:2015 9.1.3.1"),
    force=HARD,
    answers=("T6", "T06", "T07"),
)
def was_planned(act: CreateAssignment, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """Only a planned piece of determination is assigned, with everything the plan wants of it."""
    certification = known.one(Certification, act.certification)
    if certification is None:
        return
    piece = next((piece for piece in certification.due_pieces if piece.assignment == dossier.id), None)
    if piece is None:
        yield refusal("evaluation-not-planned", WhoCould(Function.PLANNING), assignment=dossier.id)
        return
    if piece.kind != act.kind:
        yield refusal("planned-as-another-kind", assignment=dossier.id, planned=piece.kind, kind=act.kind)
    left_out = sorted({*piece.requirements} - {*act.requirements}) + sorted({*piece.sites} - {*act.sites})
    for what in left_out:
        yield refusal("planned-but-left-out", assignment=dossier.id, what=what)


@rule("assignment.surveillance-follows-the-grant", asks=("17065:2012 7.9.1", "17021-1:2015 9.1.3.2"), force=HARD)
def surveillance_follows_the_grant(act: CreateAssignment, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """Surveillance and recertification may be planned before the grant, and are assigned after it.

    What is evaluated before the grant is what the grant rests on, with everybody who took part in it.
    """
    certification = known.one(Certification, act.certification)
    planned = certification.planned if certification and certification.granted is None else ()
    for piece in planned:
        if piece.assignment == dossier.id and piece.purpose in {"surveillance", "recertification"}:
            yield refusal("assigned-before-the-grant", assignment=dossier.id, purpose=piece.purpose)


@rule("assignment.runs-forward", asks=("17065:2012 7.4.1", "17021-1:2015 9.2.3.1"), force=RECORD)
def runs_forward(act: CreateAssignment | Reschedule | CarryOut, dossier: Assignment) -> Iterator[Refusal]:
    """Work ends no earlier than it begins."""
    if act.to_day < act.from_day:
        yield refusal("piece-ends-before-it-begins", assignment=dossier.id, first=act.from_day, last=act.to_day)


@rule(
    "assignment.areas-are-the-certifications",
    asks=("17065:2012 6.1.2.1 d", "17021-1:2015 9.2.2.1.2"),
    force=HARD,
    answers=("T6", "T07"),
)
def areas_are_the_certifications(act: CreateAssignment, known: Known) -> Iterator[Refusal]:
    """An assignment says which technical areas or product categories of its certification it needs competence in."""
    certification = known.one(Certification, act.certification)
    if certification is None:
        return
    for area in sorted(set(act.areas) - set(certification.areas)):
        yield refusal("area-not-certified", area=area, certification=certification.id)
    if certification.areas and not act.areas:
        yield refusal("areas-not-said", certification=certification.id, areas=", ".join(certification.areas))


@rule("assignment.requirements-are-the-packs", asks=("17065:2012 7.4.4", "17021-1:2015 9.2.1.3"), force=RECORD)
def requirements_are_the_packs(act: CreateAssignment, known: Known) -> Iterator[Refusal]:
    """What is looked at are requirements of the standard or scheme."""
    for requirement in act.requirements:
        if not knows(known.packs.get(act.text), requirement):
            yield refusal("requirement-unknown", requirement=requirement, pack=act.pack)


@rule(
    "assignment.by-the-schemes-method",
    asks=("17065:2012 6.2.1", "17065:2012 7.4.4"),
    force=HARD,
    answers=("R-04",),
)
def by_the_schemes_method(
    act: CreateAssignment | RecordResults, dossier: Assignment, known: Known
) -> Iterator[Refusal]:
    """A requirement is determined by the method its scheme names: no verdict on a product comes from a system audit.

    Unless the scheme itself names the audit as the method (corrections, 1).
    """
    if isinstance(act, CreateAssignment):
        pack, kind, requirements = known.packs.get(act.text), str(act.kind), list(act.requirements)
    else:
        pack, kind, requirements = known.pack_of(dossier), dossier.what, [line.requirement for line in act.lines]
    if not isinstance(pack, ProductScheme) or kind not in METHODS:
        return
    tasks = {task.id: task.determination for task in pack.tasks}
    methods = {each.id: tasks[each.task] for each in pack.requirements if each.task in tasks}
    for requirement in dict.fromkeys(requirements):
        method = methods.get(requirement)
        if method is not None and method not in METHODS[kind]:
            yield refusal("not-the-schemes-method", requirement=requirement, kind=kind, method=method.value)


@rule("assignment.audit-time-is-determined", asks=("17021-1:2015 9.1.4.1",), force=HARD, answers=("T04", "T06"))
def audit_time_is_determined(act: CreateAssignment) -> Iterator[Refusal]:
    """The time of an audit is determined before anybody is put on it."""
    if act.kind in TIMED and act.audit_days is None:
        yield refusal("audit-time-not-determined", kind=act.kind)


@rule(
    "assignment.special-audit-has-a-reason",
    asks=("17021-1:2015 9.6.4.1", "17021-1:2015 9.6.4.2"),
    force=HARD,
    answers=("T29",),
)
def special_audit_has_a_reason(act: CreateAssignment) -> Iterator[Refusal]:
    """A special audit is held for an extension, a complaint, a change, a suspension or a nonconformity."""
    if act.kind == "special" and act.because is None:
        yield refusal("special-audit-without-reason")


@rule(
    "assignment.plan-says-what-it-must",
    asks=("17021-1:2015 9.2.3.2", "17021-1:2015 9.2.2.1.5"),
    force=HARD,
    answers=("T09",),
)
def plan_says_what_it_must(act: SendPlan, dossier: Assignment) -> Iterator[Refusal]:
    """A plan kept here leaves out no requirement and no site, and gives its lines to members of the team."""
    if not act.lines:
        return
    for line in act.lines:
        for person in (line.member, line.companion):
            if person is not None and dossier.serving(person) is None:
                yield refusal("not-on-the-team", WhoCould(Function.PLANNING), person=person, assignment=dossier.id)
    planned = {requirement for line in act.lines for requirement in line.requirements}
    for requirement in dossier.requirements:
        if not any(within(requirement, each) or within(each, requirement) for each in planned):
            yield refusal("planned-but-left-out", assignment=dossier.id, what=requirement)
    for site in sorted(set(dossier.sites) - {line.site for line in act.lines}):
        yield refusal("planned-but-left-out", assignment=dossier.id, what=site)


@rule(
    "assignment.closed-by-its-report",
    asks=("17065:2012 7.4.9", "17021-1:2015 9.4.8.1"),
    force=RECORD,
    answers=("R-10", "T8", "T12"),
    of=(Reschedule, Appoint, Release, ConfirmTeam, AnswerObjection, SendPlan, CarryOut, RecordResults, Interrupt),
)
def closed_by_its_report(dossier: Assignment) -> Iterator[Refusal]:
    """Team, work and results stand still once they are reported; what is evaluated anew is assigned anew."""
    if dossier.report is not None:
        yield refusal("already-reported", assignment=dossier.id, on=dossier.report.on)


@rule(
    "assignment.moved-before-it-is-held",
    asks=("17065:2012 7.4.1", "17021-1:2015 9.2.3.4"),
    force=RECORD,
    answers=("R-10",),
)
def moved_before_it_is_held(act: Reschedule, dossier: Assignment) -> Iterator[Refusal]:
    """Only work that was not held yet is moved, and whole: everybody on its team is looked at."""
    if dossier.held_to is not None:
        yield refusal("already-carried-out", assignment=dossier.id, last=dossier.held_to)
    for person in sorted({member.person for member in dossier.serving_members} - set(act.team)):
        yield refusal("member-left-out", person=person, assignment=dossier.id)
