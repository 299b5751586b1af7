"""The part of the initial time that surveillance and recertification take, by document or by an accreditation body.

Surveillance counts per year, all visits together; recertification is a share of what an initial audit would need now
(IAF MD 5 clauses 5 and 6).
"""

from dataclasses import dataclass
from fractions import Fraction

from certwright.core.reckoning.audit_time.question import AuditTimeQuestion, Policy
from certwright.core.reckoning.demands import reason, whole
from certwright.core.reckoning.derivation import CannotReckon, Trail
from certwright.core.reckoning.rule_book import RuleBook, Rules
from certwright.packs.model.audit_time import AuditKind
from certwright.packs.model.audit_time_overlay import AuditTimeOverlay, OverlayShare


@dataclass(frozen=True, slots=True)
class Share:
    """The share of the initial time, and over how many visits of a year it is dealt out."""

    share: Fraction
    visits: int


def share_for(question: AuditTimeQuestion, rules: Rules, book: RuleBook, policy: Policy, trail: Trail) -> Share:
    """The share for the audit that is asked about.

    Raises CannotReckon for several visits a year of anything but surveillance, for an overlay that does not belong to
    the pack, and for one that asks for less than the document without a reason.
    """
    stated = rules.pack.share_of(question.audit)
    visits = whole(question.visits_per_year, "visits_per_year", stated.source)
    if visits > 1 and question.audit is not AuditKind.SURVEILLANCE:
        raise CannotReckon("audit-time.one-visit", "visits_per_year", stated.source, {"audit": question.audit.value})
    overlay = book.overlay(policy.overlay) if policy.overlay else None
    changed = _changed(overlay, question.audit, visits, rules)
    if overlay is None or changed is None:
        says = "audit-time.full-share" if stated.share == 1 else "audit-time.share"
        trail.step(says, stated.share, "of the initial time", stated.source, audit=question.audit.value)
        return Share(stated.share, visits)
    trail.reads(overlay.pack, overlay.edition)
    share = changed.share_per_visit * visits
    why = policy.overlay_reason
    if share < stated.share:
        why = reason(why, "overlay_reason", stated.source)
    trail.step(
        "audit-time.overlay-share",
        share,
        "of the initial time",
        changed.source,
        audit=question.audit.value,
        body=overlay.accreditation_body,
        document=stated.share,
        reason=why,
    )
    return Share(share, visits)


def _changed(overlay: AuditTimeOverlay | None, audit: AuditKind, visits: int, rules: Rules) -> OverlayShare | None:
    if overlay is None:
        return None
    if overlay.on != rules.pack.pack:
        raise CannotReckon(
            "audit-time.foreign-overlay",
            "overlay",
            overlay.sources[0],
            {"overlay": overlay.pack, "on": overlay.on, "pack": rules.pack.pack},
        )
    return overlay.share_of(audit, visits)
