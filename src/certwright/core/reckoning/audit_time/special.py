"""Audits for which no table gives a time: special audits (ISO/IEC 17021-1:2015 9.6.4) and extensions of scope.

A special audit, at short notice or after a complaint, takes what the reviewer judges it to need; it is never taken off
the time of another audit. An extension takes the time of an initial audit for the people it adds.
"""

from dataclasses import dataclass, replace
from fractions import Fraction

from certwright.core.reckoning.audit_time.question import AuditTimeQuestion, ManualDays, Policy
from certwright.core.reckoning.audit_time.reckon import audit_time
from certwright.core.reckoning.audit_time.result import AuditTime
from certwright.core.reckoning.demands import amount, reason
from certwright.core.reckoning.derivation import Derivation, Trail
from certwright.core.reckoning.rounding import to_half_days
from certwright.core.reckoning.rule_book import RuleBook
from certwright.packs.model.audit_time import AuditKind, RoundingPolicy
from certwright.packs.model.base import Confidence, Source

SPECIAL = Source(document="ISO/IEC 17021-1:2015", clause="9.6.4", confidence=Confidence.SEEN)


@dataclass(frozen=True, slots=True)
class SpecialTime:
    """Audit days of a special audit, in half days, and how they came about."""

    days: Fraction
    derivation: Derivation


def special_audit_time(judged: ManualDays) -> SpecialTime:
    """The days that the reviewer judged, up to half days. Raises CannotReckon without reason, or for none."""
    trail = Trail()
    why = reason(judged.reason, "manual.reason", SPECIAL)
    days = to_half_days(amount(judged.days, "manual.days", SPECIAL), RoundingPolicy.UP_HALF)
    trail.step("audit-time.special", days, "audit days", SPECIAL, reason=why)
    return SpecialTime(days, trail.derivation())


def extension_time(added: AuditTimeQuestion, book: RuleBook, policy: Policy) -> AuditTime:
    """The time of an extension, where ``added`` counts only the people it adds; it may join a surveillance audit.

    Raises CannotReckon as :func:`~.reckon.audit_time` does.
    """
    return audit_time(replace(added, audit=AuditKind.INITIAL), book, policy)
