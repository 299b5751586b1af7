"""What a document says about audit time: tables, shares for later audits, limits, rounding, how people are counted.

One pack is one document (IAF MD 5, MD 9, ISO/IEC 27006-1, ISO 22003-1, ISO 50003). It holds a rule set for each kind
of management system the document covers, and what all of them share.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from certwright.packs.model.audit_time_methods import AdjustmentGrid, ComplexityScore, FoodChain
from certwright.packs.model.base import Item, LanguageCode, Line, Pack, PackModel, Prose, Source, Word
from certwright.packs.model.exact import Amount
from certwright.packs.model.time_table import TimeTable

SystemName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,10}$")]
"""Short name of a kind of management system, as the field writes it: ``QMS``, ``EMS``, ``OHSMS``, ``EnMS``."""


class AuditKind(StrEnum):
    """The audits whose time is reckoned from the tables."""

    INITIAL = "initial"
    SURVEILLANCE = "surveillance"  # all surveillance visits of one year together
    RECERTIFICATION = "recertification"


class RoundingPolicy(StrEnum):
    """How audit days become half days."""

    NEAREST_HALF = "nearest_half"  # to the nearest half day; a tie goes up
    NEAREST_HALF_TIES_DOWN = "nearest_half_ties_down"  # the same; a tie goes down
    UP_HALF = "up_half"  # always up to the next half day


class AuditShare(PackModel):
    """The part of the table time that an audit of this kind takes."""

    audit: AuditKind
    share: Amount
    source: Source


class AdjustmentLimit(PackModel):
    """How far reasons may reduce the table time, net of increases.

    ``most_reduction_percent`` is ``None`` where the document could not be read: then the pack lists the value
    ``most-reduction-percent`` under ``uncertain``, and no reduction is reckoned before the body has set it.
    """

    most_reduction_percent: Amount | None
    source: Source


class Rounding(PackModel):
    """The document's own rounding; a body may choose the stricter ``up_half``."""

    policy: RoundingPolicy
    source: Source


class LeastDays(PackModel):
    """No audit is shorter. Where the document names no number this is the usual practice, which a body may change."""

    days: Amount
    source: Source


class OnSiteShare(PackModel):
    """The part of audit time to be spent on site, at least."""

    least_percent: Amount
    source: Source


class Reckoned(StrEnum):
    """How the people of a group are counted."""

    ALL = "all"  # everybody, whole
    HOURS = "hours"  # hours worked over hours of a full-time person
    JUDGED = "judged"  # the reviewer's number, with a reason; the document prescribes none
    SQUARE_ROOT = "square-root"  # at least the square root of the group, rounded up


class CountingRule(PackModel):
    """How people doing a certain sort of work are counted: ``everybody``, ``part-time``, ``repetitive-work``, …

    ``rule_sets`` empty: for all of the pack.
    """

    work: Word
    title: dict[LanguageCode, Line]
    reckoned: Reckoned
    rule_sets: tuple[Word, ...] = ()
    condition: Prose | None = None
    source: Source


class Reason(PackModel):
    """A reason to adjust audit time that the document names. ``rule_sets`` empty: for all of the pack."""

    id: Word
    direction: Literal["increase", "reduction", "either"]
    title: dict[LanguageCode, Line]
    most_percent: Amount | None = None
    rule_sets: tuple[Word, ...] = ()
    source: Source


class SiteRules(PackModel):
    """What the document adds to the multi-site rules.

    ``sampling`` is ``own-rules`` where the document has rules of its own that the pack cannot state; then the body
    decides case by case. ``never_sampled`` are activities whose sites are all visited.
    """

    sampling: Literal["allowed", "own-rules"]
    never_sampled: tuple[Word, ...] = ()
    sum_not_below_one_site: bool = False
    source: Source


class RuleSet(PackModel):
    """Audit time of one kind of management system.

    ``tables`` names a table for each kind of audit. ``classes`` are the columns to choose from, least demanding
    first; empty where the table has one column. ``manual_classes`` exist but have no column: a person sets the time.
    """

    id: Word
    system: SystemName
    title: dict[LanguageCode, Line]
    standards: tuple[Word, ...] = Field(min_length=1)
    method: Literal["bands", "food-chain"] = "bands"
    tables: dict[AuditKind, Word]
    classes: tuple[Word, ...] = ()
    manual_classes: tuple[Word, ...] = ()
    class_source: Source | None = None
    sites: SiteRules

    @model_validator(mode="after")
    def _every_audit_has_a_table(self) -> Self:
        if missing := set(AuditKind) - set(self.tables):
            raise ValueError(f"no table for {', '.join(sorted(missing))}")
        return self


class SectorList(PackModel):
    """Sectors that the document names as examples of each class; a default for the reviewer, never a rule."""

    rule_set: Word
    title: Line
    classes: dict[Word, tuple[Line, ...]]
    meaning: dict[Word, Prose] = Field(default_factory=dict)
    source: Source
    read_in: tuple[Line, ...] = ()


class AuditTimePack(Pack):
    """The audit-time rules of one document."""

    kind: Literal["audit-time"]
    rule_sets: tuple[RuleSet, ...] = Field(min_length=1)
    tables: tuple[TimeTable, ...] = Field(min_length=1)
    shares: tuple[AuditShare, ...]
    adjustment: AdjustmentLimit
    rounding: Rounding
    least_days: LeastDays
    on_site: OnSiteShare
    counting: tuple[CountingRule, ...] = Field(min_length=1)
    above_last_band: Source
    reasons: tuple[Reason, ...] = ()
    food_chain: FoodChain | None = None
    complexity: ComplexityScore | None = None
    adjustment_grid: AdjustmentGrid | None = None
    sector_lists: tuple[SectorList, ...] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        tables = {table.id: table for table in self.tables}
        for rules in self.rule_sets:
            for name in rules.tables.values():
                if name not in tables:
                    raise ValueError(f"rule set {rules.id} uses the table {name}, which is not here")
                if tables[name].columns != (rules.classes or ("all",)):
                    raise ValueError(f"the columns of {name} are not the classes of rule set {rules.id}")
            if rules.method == "food-chain" and self.food_chain is None:
                raise ValueError(f"rule set {rules.id} needs the table of food-chain categories")
        if self.counting[0].work != "everybody" or self.counting[0].reckoned is not Reckoned.ALL:
            raise ValueError("the first counting rule is that everybody counts (work: everybody, reckoned: all)")
        if [share.audit for share in self.shares] != list(AuditKind):
            raise ValueError("give one share for each of: " + ", ".join(AuditKind))
        if self.adjustment.most_reduction_percent is None and not self._leaves_open("most-reduction-percent"):
            raise ValueError("an open limit of reduction must stand under 'uncertain' as most-reduction-percent")
        return self

    def _leaves_open(self, name: str) -> bool:
        return any(value.name == name for value in self.uncertain)

    def items(self) -> Iterator[Item]:
        """Rule sets and tables."""
        yield from (Item(rules.id, ("rule_sets", place)) for place, rules in enumerate(self.rule_sets))
        yield from (Item(table.id, ("tables", place)) for place, table in enumerate(self.tables))

    def table(self, name: str) -> TimeTable:
        """The table of that id. Raises ``KeyError`` if there is none."""
        return _named(self.tables, name)

    def rule_set_for(self, standard: str) -> RuleSet | None:
        """The rule set that serves the standard (``iso-9001``), if any."""
        return next((rules for rules in self.rule_sets if standard in rules.standards), None)

    def share_of(self, audit: AuditKind) -> AuditShare:
        """The share of that kind of audit."""
        return next(share for share in self.shares if share.audit is audit)


def _named(tables: tuple[TimeTable, ...], name: str) -> TimeTable:
    for table in tables:
        if table.id == name:
            return table
    raise KeyError(name)
