"""What a decision must rest on beyond a review: the right audits, findings with their evaluation, a client who goes on.

ISO/IEC 17065 7.4.7, 7.6; ISO/IEC 17021-1 9.3.1, 9.5, 9.6.3.
"""

from collections.abc import Iterator

from certwright.core.acts.decision import Decide, Review
from certwright.core.dossiers import Assignment, Certification, Finding
from certwright.core.known import Known
from certwright.core.rules.assignment import within
from certwright.core.rules.decision import GRANTS
from certwright.core.rules.rule import HARD, RECORD, Refusal, refusal, rule
from certwright.packs.model.management import ManagementStandard

_AUDITS: dict[str, tuple[frozenset[str], ...]] = {
    "grant": (frozenset({"stage-1"}), frozenset({"stage-2"})),
    "accept-transfer": (frozenset({"pre-transfer-review"}),),
    "renew": (frozenset({"recertification", "stage-2"}),),
}
"""Kind of decision → the audits it needs, of each set one."""


@rule(
    "basis.audits-the-decision-needs",
    asks=("17021-1:2015 9.3.1.1", "17021-1:2015 9.6.3.2.1", "17021-1:2015 9.5.3.3"),
    force=HARD,
    answers=("T15", "T19", "T31"),
)
def audits_the_decision_needs(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """A grant rests on both stages, a renewal on a recertification audit or stage 2, a transfer on its own review."""
    if dossier.standard != "iso-iec-17021-1":
        return
    held = {audit.what for audit in known.of(Assignment, act.rests_on)}
    for kinds in _AUDITS.get(act.kind, ()):
        if held.isdisjoint(kinds):
            yield refusal("audit-missing", decision=act.kind, audit=" or ".join(sorted(kinds)))


@rule("basis.stage-2-went-through-everything", asks=("17021-1:2015 9.3.1.3",), force=HARD, answers=("T15",))
def stage_2_went_through_everything(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """The stage 2 that a grant rests on, in one audit or several, looked at every clause that cannot be excluded.

    Stage 1 does not count: it asks whether the client is ready, not whether the system conforms.
    """
    pack = known.pack_of(dossier)
    if act.kind != "grant" or not isinstance(pack, ManagementStandard):
        return
    audits = [audit for audit in known.of(Assignment, act.rests_on) if audit.what == "stage-2"]
    looked_at = {requirement for audit in audits for requirement in audit.requirements}
    for clause in pack.clauses if audits else ():
        if not clause.may_be_excluded and not any(within(clause.id, each) for each in looked_at):
            yield refusal("clause-not-audited", clause=clause.id, pack=pack.pack)


@rule(
    "basis.findings-come-with-their-evaluation",
    asks=("17065:2012 7.6.2", "17021-1:2015 9.5.1.1", "17021-1:2015 9.5.3.1"),
    force=HARD,
    answers=("R-11", "SD01"),
)
def findings_come_with_their_evaluation(
    act: Review | Decide, dossier: Certification, known: Known
) -> Iterator[Refusal]:
    """Whoever names a finding names the work that raised it, and the work that cured it, so that nobody is left out."""
    for finding in known.of(Finding, act.findings):
        if finding.certification != dossier.id:
            yield refusal("finding-of-other-certification", finding=finding.id, dossier=dossier.id)
            continue
        for work in (finding.assignment, finding.new_determination):
            if work and work not in act.rests_on:
                yield refusal("finding-without-its-work", finding=finding.id, assignment=work)


@rule("basis.what-is-named-is-there", asks=("17065:2012 7.6.2", "17021-1:2015 9.5.3.1"), force=RECORD)
def what_is_named_is_there(act: Review | Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """Assignments and findings that a review or decision rests on are on record, and of this certification."""
    found = {audit.id: audit.certification for audit in known.of(Assignment, act.rests_on)}
    for assignment in act.rests_on:
        if found.get(assignment) != dossier.id:
            yield refusal("work-not-of-this-certification", assignment=assignment, dossier=dossier.id)
    on_record = {finding.id for finding in known.of(Finding, act.findings)}
    for finding_id in sorted(set(act.findings) - on_record):
        yield refusal("finding-not-on-record", finding=finding_id)


@rule("basis.client-goes-on", asks=("17065:2012 7.4.7", "17065:2012 7.6.6"), force=HARD, answers=("T10", "T11"))
def client_goes_on(act: Decide, dossier: Certification) -> Iterator[Refusal]:
    """After nonconformities nothing is granted to a client who gave up: certification is refused, never just closed."""
    if act.kind in GRANTS and not dossier.client_goes_on:
        yield refusal("client-gave-up", dossier=dossier.id, client=dossier.client)
