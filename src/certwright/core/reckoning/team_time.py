"""Whether a planned team delivers the audit time: whose time counts, and how much of it is on site.

Only auditors' time counts; experts, trainees, observers and interpreters add none (ISO/IEC 17021-1:2015 9.1.4.4), nor
does time on an inspection of products. More auditors never make the audit shorter: the sum of their days counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from certwright.core.reckoning.demands import exact, not_negative
from certwright.core.reckoning.derivation import CannotReckon, Derivation, Exact, Trail
from certwright.core.reckoning.integration import Activity
from certwright.packs.model.base import Confidence, Source

WHO_COUNTS = Source(document="ISO/IEC 17021-1:2015", clause="9.1.4.4", confidence=Confidence.SEEN)
TIME_PER_CLIENT = Source(document="ISO/IEC 17021-1:2015", clause="9.1.4.1", confidence=Confidence.SEEN)


class TeamRole(StrEnum):
    """What somebody is on the team."""

    LEADER = "leader"
    AUDITOR = "auditor"
    EXPERT = "technical-expert"
    TRAINEE = "auditor-in-training"
    OBSERVER = "observer"
    INTERPRETER = "interpreter"


COUNTING_ROLES = frozenset({TeamRole.LEADER, TeamRole.AUDITOR})


@dataclass(frozen=True, slots=True)
class PlannedTime:
    """Audit days that one person is planned for, on site and off site, on one activity."""

    person: str
    role: TeamRole
    on_site: Exact
    off_site: Exact = 0
    activity: Activity = Activity.MANAGEMENT_SYSTEM_AUDIT

    @property
    def counts(self) -> bool:
        """Whether this is audit time."""
        return self.role in COUNTING_ROLES and self.activity is Activity.MANAGEMENT_SYSTEM_AUDIT


@dataclass(frozen=True, slots=True)
class TeamTime:
    """Audit days that count, in all and on site."""

    counted: Fraction
    on_site: Fraction
    derivation: Derivation


def team_time(
    needed: Exact, needed_on_site: Exact, on_site_source: Source, plan: Sequence[PlannedTime], reason: str = ""
) -> TeamTime:
    """The time that counts in a plan.

    ``needed`` and ``needed_on_site`` are audit days (``days`` and ``on_site`` of the audit time). Raises CannotReckon
    where the plan falls short, or has too little on site without a ``reason``.
    """
    trail, counted, on_site = Trail(), Fraction(0), Fraction(0)
    for line in plan:
        there = not_negative(line.on_site, "plan.on_site", TIME_PER_CLIENT)
        elsewhere = not_negative(line.off_site, "plan.off_site", TIME_PER_CLIENT)
        counts = Fraction(line.counts)
        counted += trail.step(
            "team.counts" if line.counts else "team.adds-none",
            counts * (there + elsewhere),
            "audit days",
            WHO_COUNTS,
            person=line.person,
            role=line.role.value,
            activity=line.activity.value,
            days=there + elsewhere,
        )
        on_site += counts * there
    if counted < exact(needed):
        raise CannotReckon("team.too-little", "plan", TIME_PER_CLIENT, {"planned": counted, "needed": exact(needed)})
    if on_site < exact(needed_on_site) and not reason.strip():
        raise CannotReckon(
            "team.too-little-on-site", "plan", on_site_source, {"planned": on_site, "needed": exact(needed_on_site)}
        )
    trail.step(
        "team.sum", counted, "audit days", TIME_PER_CLIENT, on_site=on_site, needed=exact(needed), reason=reason.strip()
    )
    return TeamTime(counted, on_site, trail.derivation())
