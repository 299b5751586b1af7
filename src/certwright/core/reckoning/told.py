"""The facts of a client as a person tells them for a reckoning of audit time (ISO/IEC 17021-1 9.1.4; IAF MD 5).

The same for a form and for a file of acts. What is not told is left to the documents: they say what they need.
"""

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from certwright.core.reckoning.audit_time import (
    Activity,
    Adjustment,
    AuditTimeQuestion,
    EnergyUse,
    ExtraDays,
    FoodWork,
    ManualDays,
)
from certwright.core.reckoning.personnel import Group
from certwright.core.words import AuditDays, Line, LongText, Word
from certwright.packs.model.audit_time import AuditKind

People = Annotated[int, Field(ge=1, le=10_000_000)]
Amount = Annotated[Decimal, Field(gt=0, max_digits=18, decimal_places=6)]
PerCent = Annotated[Decimal, Field(gt=0, le=1_000, max_digits=8, decimal_places=3)]
KeptDigest = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^sha256:[0-9a-f]{64}$"),
    Word("Reckoning", "line", "Give the digest of a kept reckoning as “sha256:” and 64 hexadecimal digits."),
]


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ToldGroup(_Told):
    """People who do the same sort of work: see :class:`~.personnel.Group`."""

    name: Line
    headcount: People
    work: Line | None = None
    hours: Amount | None = None
    full_time_hours: Amount | None = None
    counted: Amount | None = None
    reason: LongText | None = None
    shift: Line | None = None

    @property
    def group(self) -> Group:
        """The group as it is reckoned."""
        return Group(
            self.name,
            self.headcount,
            self.work or "everybody",
            self.hours,
            self.full_time_hours,
            self.counted,
            self.reason or "",
            self.shift or "",
        )


class ToldAdjustment(_Told):
    """A reduction or an increase, in per cent of the table time, and why."""

    percent: PerCent
    why: LongText | None = None


class ToldExtra(_Told):
    """Audit days that come on top and that no rule reduces, and why."""

    days: AuditDays
    why: LongText | None = None


class ToldFactor(_Told):
    """One of the quantities that the complexity of an energy management system is scored from."""

    factor: Line
    value: Amount


class ToldTime(_Told):
    """The facts of one client, or ``kept``, the digest of a reckoning that is in store already.

    ``personnel`` counts everybody in full; ``groups`` say who counts for less.
    ``sectors`` are codes of what the client does, each
    with a part of the sector if only that applies (``17``, ``39:waste``).
    """

    personnel: People | None = None
    groups: Annotated[tuple[ToldGroup, ...], Field(max_length=100)] = ()
    complexity: Line | None = None
    complexity_reason: LongText | None = None
    reductions: Annotated[tuple[ToldAdjustment, ...], Field(max_length=50)] = ()
    increases: Annotated[tuple[ToldAdjustment, ...], Field(max_length=50)] = ()
    audit_kind: AuditKind | None = None
    sectors: Annotated[tuple[Line, ...], Field(max_length=50)] = ()
    extra_days: Annotated[tuple[ToldExtra, ...], Field(max_length=50)] = ()
    manual_days: AuditDays | None = None
    manual_reason: LongText | None = None
    categories: Annotated[tuple[Line, ...], Field(max_length=50)] = ()
    studies: People | None = None
    energy: Annotated[tuple[ToldFactor, ...], Field(max_length=20)] = ()
    kept: KeptDigest | None = None

    def question(self, standard: str) -> AuditTimeQuestion:
        """What is asked about ``standard``."""
        less = tuple(Adjustment(-one.percent, one.why or "") for one in self.reductions)
        more = tuple(Adjustment(one.percent, one.why or "") for one in self.increases)
        return AuditTimeQuestion(
            standard,
            tuple(one.group for one in self.groups) or self.personnel or 0,
            audit=self.audit_kind or AuditKind.INITIAL,
            complexity=self.complexity or "",
            complexity_reason=self.complexity_reason or "",
            activities=tuple(_activity(text) for text in self.sectors),
            energy=EnergyUse({one.factor: one.value for one in self.energy}) if self.energy else None,
            food=FoodWork(self.categories, self.studies or 1) if self.categories else None,
            adjustments=less + more,
            extra_days=tuple(ExtraDays(one.days, one.why or "") for one in self.extra_days),
            manual=None if self.manual_days is None else ManualDays(self.manual_days, self.manual_reason or ""),
        )


AT_FIELD = {
    "activities": "sectors",
    "adjustments": "reductions",
    "audit": "audit_kind",
    "food": "categories",
    "manual": "manual_days",
    "personnel.work": "groups",
    "personnel.counted": "groups",
    "personnel.hours": "groups",
    "personnel.full_time_hours": "groups",
    "personnel.headcount": "groups",
    "personnel.reason": "groups",
}
"""Where a field of the reckoning is called otherwise when it is told."""


def told_field(field: str) -> str:
    """The field of :class:`ToldTime` that a refused reckoning finds fault with; empty if it is none of them."""
    name = AT_FIELD.get(field) or AT_FIELD.get(field.partition(".")[0]) or field.partition(".")[0]
    return name if name in ToldTime.model_fields else ""


def _activity(text: str) -> Activity:
    code, _, part = text.partition(":")
    return Activity(int(code) if code.isdecimal() and len(code) < 4 else 0, part.strip())
