"""Restoration: a suspension ends by decision once its issue is resolved, in time.

ISO/IEC 17065 7.11.5–7.11.6; ISO/IEC 17021-1 9.6.5.4. A suspension that outlasts its limit leads to withdrawal or
reduction. A certification that *expired* is another matter, see :mod:`.validity`.
"""

from collections.abc import Iterator

from certwright.core.acts.decision import Decide
from certwright.core.dossiers import Assignment, Certification, Finding
from certwright.core.functions import Function
from certwright.core.known import Known
from certwright.core.rules.rule import HARD, Refusal, WhoCould, refusal, rule
from certwright.core.rules.surveillance import SEEN_BY

ENDS = frozenset({"restore", "renew", "extend"})
"""Decisions before which what the certification was suspended for is resolved."""
KEEPS = frozenset({"grant", "accept-transfer", "maintain", "restore", "renew"})
"""Decisions that use up the evaluation they rest on."""
SURVEILLANCE = frozenset({"surveillance", "recertification", "inspection", "test", *SEEN_BY})
"""Kinds of assignment that make up for surveillance that was missed; a recertification audit takes in all of it."""


@rule(
    "restoration.issue-is-resolved",
    asks=("17065:2012 7.11.5", "17021-1:2015 9.6.5.4"),
    force=HARD,
    answers=("T23", "T26"),
)
def issue_is_resolved(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """A suspension is lifted when every finding it rested on is looked at and verified; nothing is given before."""
    if act.kind not in ENDS:
        return
    named = {finding.id: finding for finding in known.of(Finding, act.findings)}
    for pause in dossier.suspensions:
        if pause.span.until is not None:
            continue
        for finding_id in pause.findings:
            finding = named.get(finding_id)
            if finding is None or not finding.verified:
                yield refusal("suspension-not-resolved", dossier=dossier.id, finding=finding_id)


@rule(
    "restoration.late-surveillance-was-held",
    asks=("17065:2012 7.11.5", "17021-1:2015 9.6.5.4", "17021-1:2015 9.6.5.2"),
    force=HARD,
    answers=("T23", "T26"),
)
def late_surveillance_was_held(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """A suspension proposed because surveillance was late is lifted on a reported one that kept nothing up before."""
    if act.kind != "restore":
        return
    spent = {piece for made in dossier.decisions if made.kind in KEEPS for piece in made.rests_on}
    spent.update(piece for piece, _ in dossier.maintained)
    named = [each for each in known.of(Assignment, act.rests_on) if each.id not in spent]
    held = any(each.report is not None and each.what in SURVEILLANCE for each in named)
    for pause in dossier.suspensions:
        if pause.span.until is None and "surveillance-late" in pause.triggers and not held:
            yield refusal("surveillance-still-missing", WhoCould(Function.PLANNING), dossier=dossier.id)


@rule(
    "restoration.within-the-time-given",
    asks=("17065:2012 7.11.3", "17021-1:2015 9.6.5.4"),
    force=HARD,
    answers=("T24", "T27", "TR14"),
)
def within_the_time_given(act: Decide, dossier: Certification, known: Known) -> Iterator[Refusal]:
    """What is not resolved by the suspension's limit is withdrawn or reduced, not restored.

    A decision may follow the limit if every finding was verified by then.
    """
    if act.kind != "restore":
        return
    day, findings = known.proposal.effective_on, known.of(Finding, act.findings)
    for pause in dossier.suspended_on(day):
        limit = pause.limit_day
        if limit is None or day <= limit:
            continue
        of_it = [finding for finding in findings if finding.id in pause.findings]
        if not of_it or any(made.verified_on is None or made.verified_on > limit for made in of_it):
            yield refusal("suspension-limit-passed", dossier=dossier.id, limit=limit, day=day)
