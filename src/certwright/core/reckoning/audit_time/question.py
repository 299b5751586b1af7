"""What is asked when audit time is reckoned: the client's facts, and the body's own choices."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from certwright.core.reckoning.derivation import Exact
from certwright.core.reckoning.personnel import Group
from certwright.packs.model.audit_time import AuditKind, RoundingPolicy


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Per cent of the table time on top (positive) or off (negative), and why.

    ``known_as`` is the id of a reason the pack lists; the text says why it applies to this client.
    """

    percent: Exact
    reason: str = ""
    known_as: str = ""


@dataclass(frozen=True, slots=True)
class ExtraDays:
    """Audit days that come on top and that no rule reduces: an interpreter, a transition, a regulation."""

    days: Exact
    reason: str


@dataclass(frozen=True, slots=True)
class ManualDays:
    """Audit days in place of a table time, set by a person, where the document has no number, and why."""

    days: Exact
    reason: str


@dataclass(frozen=True, slots=True)
class Proxy:
    """A standard no document gives audit time for is reckoned by the table of another one, and why."""

    standard: str
    reason: str


@dataclass(frozen=True, slots=True)
class Activity:
    """What a client does, as sector code and part of the sector; ``part`` empty: any part of it."""

    code: int
    part: str = ""


@dataclass(frozen=True, slots=True)
class EnergyUse:
    """What the complexity of an energy management system is scored from, by the ids of the pack's factors."""

    measured: Mapping[str, Exact]


@dataclass(frozen=True, slots=True)
class FoodWork:
    """What the food-chain formula asks: categories, number of hazard-control studies, another certified system."""

    categories: tuple[str, ...]
    studies: Exact = 1
    has_certified_system: bool = True


class Lookup(StrEnum):
    """How a number between the rows of a table is read."""

    STEPPED = "stepped"  # the band that contains it
    INTERPOLATED = "interpolated"  # on the line from the start of its band to the start of the next; never less


@dataclass(frozen=True, slots=True)
class AuditTimeQuestion:
    """One management system at one site (or at all of them as if they were one).

    ``personnel`` is the effective number, or the groups it is reckoned from. ``complexity`` is the class (a column of
    the table), with a reason where it is not the one that activities or energy use suggest. ``visits_per_year``
    belongs to surveillance.
    """

    standard: str
    personnel: Exact | tuple[Group, ...]
    audit: AuditKind = AuditKind.INITIAL
    complexity: str = ""
    complexity_reason: str = ""
    activities: tuple[Activity, ...] = ()
    energy: EnergyUse | None = None
    food: FoodWork | None = None
    adjustments: tuple[Adjustment, ...] = ()
    extra_days: tuple[ExtraDays, ...] = ()
    manual: ManualDays | None = None
    proxy: Proxy | None = None
    visits_per_year: Exact = 1


@dataclass(frozen=True, slots=True)
class Policy:
    """What the documents leave to the body; ``None`` and empty: as the pack says.

    ``stage1_share`` is the part of the initial audit that stage 1 takes (between 0 and 1). ``overlay`` names the pack
    of an accreditation body; ``overlay_reason`` is needed where it asks for less than the document it changes.
    """

    rounding: RoundingPolicy | None = None
    least_days: Exact | None = None
    lookup: Lookup = Lookup.STEPPED
    stage1_share: Exact | None = None
    overlay: str = ""
    overlay_reason: str = ""
