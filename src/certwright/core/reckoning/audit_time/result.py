"""What a reckoning of audit time answers."""

from dataclasses import dataclass
from fractions import Fraction

from certwright.core.reckoning.derivation import Derivation
from certwright.packs.model.audit_time import AuditKind


@dataclass(frozen=True, slots=True)
class AuditTime:
    """Audit time of one audit of one management system, in audit days of 8 hours.

    ``days`` is what is planned: rounded once. ``exact`` is the same before rounding and without ``extra`` days; sums
    over sites and standards build on it. ``least`` is what reductions and rounding may not go below. ``on_site`` and
    ``off_site`` are the least time on site and the most off it; ``stages`` are stage 1 and stage 2 of an initial
    audit, ``visits`` the visits of a year. Each adds up to ``days``.
    """

    standard: str
    audit: AuditKind
    persons: int
    table_days: Fraction
    exact: Fraction
    least: Fraction
    extra: Fraction
    days: Fraction
    on_site: Fraction
    off_site: Fraction
    stages: tuple[Fraction, ...]
    visits: tuple[Fraction, ...]
    derivation: Derivation
