"""A management pack: one edition of one management-system standard that a body may certify to.

It holds what certification to this standard asks beyond ISO/IEC 17021-1: its clauses (numbers and our own short
titles) for checklists and coverage, technical areas, audit-time rules, competence, report and certificate items, the
rules of its sector document, and the transition from one edition to the next. Never the wording of a standard.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from certwright.packs.model.base import (
    Item,
    LanguageCode,
    Line,
    Pack,
    PackId,
    PackModel,
    Prose,
    Reference,
    Source,
    Term,
    Word,
)
from certwright.packs.model.clauses import ClauseNumber
from certwright.packs.model.competence import CompetenceCriteria
from certwright.packs.model.exact import Amount
from certwright.packs.model.period import PeriodText
from certwright.packs.model.uncertain import NoneBecause, Uncertain, undeclared


class StandardClause(PackModel):
    """A clause that is audited, by number and our own short title.

    ``may_be_excluded``: an organization may show that it does not apply (ISO 9001 4.3; controls of ISO/IEC 27001).
    """

    id: ClauseNumber
    title: dict[LanguageCode, Line] = Field(min_length=1)
    may_be_excluded: bool = False


class ExtraTime(PackModel):
    """Audit time that a transition asks for at least, on top of everything else, in audit days."""

    audit: Literal["surveillance", "recertification", "separate"]
    audit_days: Amount | Uncertain


class Transition(PackModel):
    """The change from one edition to the next (IAF rules; TR26). Days are inclusive; open ones are set by the body."""

    from_edition: Line
    to_edition: Line
    last_initial: date | Uncertain | None
    last_recertification: date | Uncertain | None
    ends: date | Uncertain
    extra_time: tuple[ExtraTime, ...] = ()
    says: Prose
    source: Source


class AuditTimeUse(PackModel):
    """The audit-time rules to reckon with: a pack of kind audit-time and the rule set in it."""

    pack: PackId
    rule_set: Word


class Area(PackModel):
    """A technical area or category that competence and scope are written in."""

    code: Line
    title: Line


class TechnicalAreas(PackModel):
    """Which list scopes and competence are written in: a list of another pack, or areas of the pack's own."""

    says: Prose
    from_pack: PackId | None = None
    own: tuple[Area, ...] = ()
    source: Source


class ExtraRule(PackModel):
    """A rule of the sector document (ISO/IEC 27006-1, ISO 22003-1, IAF MD 22, …) beyond ISO/IEC 17021-1.

    ``at`` is the theme it belongs to. ``value`` is what the body settles where the document could not be read.
    """

    id: Word
    title: Line
    says: Prose
    at: Word
    force: Literal["hard", "policy"]
    value: Uncertain | None = None
    source: Source


class CycleChange(PackModel):
    """A time limit of ISO/IEC 17021-1 that this standard's sector document makes stricter."""

    limit: Word
    period: PeriodText | Uncertain
    source: Source


class DocumentAsked(PackModel):
    """Documented information that a certified organization must have, in our words."""

    clause: ClauseNumber
    title: Line


class ManagementStandard(Pack):
    """One edition of a management-system standard; ``system`` is its short name as audit-time packs write it.

    ``leader_in_a_row`` is how many audits of a client one person leads one after the other, where a sector document
    sets a limit; ISO/IEC 17021-1 sets none.
    """

    kind: Literal["management"]

    standard: Line
    system: Line
    sector_documents: tuple[Line, ...]
    accreditation: Prose
    cycle_limits: PackId
    clauses: tuple[StandardClause, ...] = Field(min_length=1)
    areas: TechnicalAreas
    audit_time: AuditTimeUse
    transitions: tuple[Transition, ...] = ()
    limit_changes: tuple[CycleChange, ...] = ()
    application_items: tuple[Line, ...]
    documents_asked: tuple[DocumentAsked, ...] = Field(min_length=1)
    report_items: tuple[Line, ...] = Field(min_length=1)
    certificate_items: tuple[Line, ...] = Field(min_length=1)
    every_surveillance: tuple[Line, ...] = Field(min_length=1)
    leader_in_a_row: int | None = Field(default=None, ge=1, le=100, strict=True)
    competence: tuple[CompetenceCriteria, ...] = Field(min_length=1)
    extra_rules: tuple[ExtraRule, ...] | NoneBecause

    @model_validator(mode="after")
    def _open_values_are_declared(self) -> Self:
        if names := undeclared(self):
            raise ValueError(f"not declared under 'uncertain': {', '.join(names)}")
        return self

    @model_validator(mode="after")
    def _documents_stand_in_clauses(self) -> Self:
        known = {clause.id for clause in self.clauses}
        if strange := sorted({each.clause for each in self.documents_asked} - known):
            raise ValueError(f"documents_asked cites clauses that the pack does not list: {', '.join(strange)}")
        return self

    def items(self) -> Iterator[Item]:
        """The clauses by number, and the extra rules as ``rule:…``."""
        yield from (Item(clause.id, ("clauses", at, "id")) for at, clause in enumerate(self.clauses))
        rules = self.extra_rules if isinstance(self.extra_rules, tuple) else ()
        yield from (Item(f"rule:{rule.id}", ("extra_rules", at, "id")) for at, rule in enumerate(rules))

    def references(self) -> Iterator[Reference]:
        """Audit time, time limits, and the list of technical areas."""
        yield Reference(("audit_time",), self.audit_time.pack, self.audit_time.rule_set, "audit-time")
        yield Reference(("cycle_limits",), self.cycle_limits, kind="time-limits")
        for at, change in enumerate(self.limit_changes):
            yield Reference(("limit_changes", at, "limit"), self.cycle_limits, change.limit, "time-limits")
        if self.areas.from_pack is not None:
            yield Reference(("areas", "from_pack"), self.areas.from_pack, kind="sector-codes")

    def terms(self) -> Iterator[Term]:
        """The functions of people that competence is asked for, and the themes of extra rules."""
        for at, each in enumerate(self.competence):
            yield Term(("competence", at, "function"), "function", each.function)
        for at, rule in enumerate(self.extra_rules if isinstance(self.extra_rules, tuple) else ()):
            yield Term(("extra_rules", at, "at"), "theme", rule.at)
