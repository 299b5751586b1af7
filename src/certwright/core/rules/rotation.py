"""Rotation of audit team leaders: ISO/IEC 17021-1 sets no limit, a sector document may (SD17). Scheme data, POLICY."""

from collections.abc import Iterator
from datetime import date

from certwright.core.acts.assignment import Appoint
from certwright.core.dossiers import Assignment, Certification
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.rules.planning import AUDITS
from certwright.core.rules.rule import POLICY, RECORD, Refusal, WhoCould, refusal, rule
from certwright.packs.model.management import ManagementStandard

LED = AUDITS - {"stage-1", "pre-transfer-review"}
"""The audits that are counted: both stages of an initial audit are one."""
TEAM = ("17021-1:2015 9.2.2.1.1",)


def _limit(act: Appoint, dossier: Assignment, known: Known) -> int | None:
    """How many audits one person leads in a row, where this appointment and its standard know a limit."""
    pack = known.pack_of(dossier)
    if act.role != "team-leader" or dossier.what not in LED or not isinstance(pack, ManagementStandard):
        return None
    return pack.leader_in_a_row


@rule("rotation.earlier-audits-are-named", asks=TEAM, force=RECORD, answers=("SD17",))
def earlier_audits_are_named(act: Appoint, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """Where a limit is set, the certification and its earlier audits are named, so that nobody's turn is missed."""
    if _limit(act, dossier, known) is None:
        return
    certification = known.one(Certification, act.certification)
    if certification is None or certification.id != dossier.certification:
        yield refusal(
            "named-otherwise",
            dossier=dossier.id,
            what="certification",
            own=dossier.certification,
            named=act.certification or "nothing",
        )
        return
    first = dossier.from_day or known.proposal.effective_on
    before = {piece.assignment for piece in certification.planned if piece.span.first < first and not piece.omitted_by}
    counted = {piece.assignment for piece in certification.planned if piece.kind in LED} - {dossier.id}
    for assignment in sorted(before & counted - set(act.earlier)):
        yield refusal("earlier-audit-not-named", assignment=assignment, dossier=certification.id)


@rule("rotation.not-too-often-in-a-row", asks=TEAM, force=POLICY, answers=("SD17",))
def not_too_often_in_a_row(act: Appoint, dossier: Assignment, known: Known) -> Iterator[Refusal]:
    """Nobody leads more audits of a client one after the other than the sector document allows."""
    limit = _limit(act, dossier, known)
    if limit is None:
        return
    before = [each for each in known.of(Assignment, act.earlier) if each.certification == dossier.certification]
    held = sorted(
        (each for each in before if each.what in LED and each.held_to), key=lambda each: each.held_to or date.min
    )
    in_a_row = 0
    for audit in reversed(held):
        leaders = {member.person for member in audit.members if member.role == "team-leader"} & {*audit.present}
        if act.person not in leaders:
            break
        in_a_row += 1
    if in_a_row >= limit:
        yield refusal(
            "led-too-often", WhoCould(Function.AUDIT_TEAM_LEADING), person=act.person, led=in_a_row, limit=limit
        )
