"""Audit time of a standard that rests on another one, where an accreditation body has set it (27701 on 27001)."""

from fractions import Fraction

from certwright.core.reckoning.audit_time.result import AuditTime
from certwright.core.reckoning.derivation import CannotReckon, Derivation, Trail
from certwright.packs.model.audit_time import AuditKind
from certwright.packs.model.audit_time_overlay import AddOn, AuditTimeOverlay


def add_on_time(base: AuditTime, standard: str, role: str, overlay: AuditTimeOverlay) -> tuple[Fraction, Derivation]:
    """Exact audit days that ``standard`` adds to an initial audit of the standard it rests on, with the steps.

    The overlay gives per cent of the base time and least days by the client's ``role``; it is silent on later audits.
    Raises CannotReckon for a standard or role that the overlay does not know, and for anything but an initial audit.
    """
    trail, found = Trail(), _found(base, standard, overlay)
    trail.reads(overlay.pack, overlay.edition)
    if base.audit is not AuditKind.INITIAL:
        raise CannotReckon(
            "add-on.initial-only", "audit", found.source, {"audit": base.audit.value}, needs="manual-value"
        )
    if role not in found.roles:
        raise CannotReckon("add-on.unknown-role", "role", found.source, {"role": role, "known": ", ".join(found.roles)})
    rule = found.roles[role]
    share = trail.step(
        "add-on.share",
        base.exact * rule.percent / 100,
        "audit days",
        found.source,
        standard=standard,
        on=base.standard,
        percent=rule.percent,
        base=base.exact,
        role=role,
    )
    if share < rule.least_days:
        share = trail.step("add-on.least", rule.least_days, "audit days", found.source, standard=standard)
    return share, trail.derivation()


def _found(base: AuditTime, standard: str, overlay: AuditTimeOverlay) -> AddOn:
    for add_on in overlay.add_ons:
        if (add_on.standard, add_on.on) == (standard, base.standard):
            return add_on
    raise CannotReckon(
        "add-on.unknown",
        "standard",
        overlay.sources[0],
        {"standard": standard, "on": base.standard, "overlay": overlay.pack},
    )
