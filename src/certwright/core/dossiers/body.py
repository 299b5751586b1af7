"""What the certification body's own dossier says."""

from dataclasses import dataclass, field
from datetime import date

from certwright.core.acts.body import ChoosePeriods, FoundBody, LegalEntity
from certwright.core.acts.internal_audit import PlanInternalAudit, RecordInternalAudit
from certwright.core.acts.relation import RecordRelatedBody
from certwright.core.acts.threat import IdentifyThreat, TreatThreat
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.dossiers.replacing import replace
from certwright.core.entry import Entry

BODY = "body:self"
"""There is one body in a journal, and this is its dossier."""


@dataclass(frozen=True, slots=True)
class RelatedBody:
    """A legal entity related to ours: who controls whom, what it does for which clients, who works there."""

    name: str
    control: str
    activities: frozenset[str]
    clients: frozenset[str]
    people: frozenset[str]
    from_day: date
    until_day: date | None

    @property
    def is_ours(self) -> bool:
        """Whether it is part of our legal entity or under our organisational control."""
        return self.control in {"same-entity", "controlled"}


@dataclass(frozen=True, slots=True)
class Threat:
    """A threat to impartiality. ``residual`` is what was last judged to remain; empty: not treated yet."""

    act: str
    client: str | None
    residual: str = ""
    look_again_on: date | None = None


@dataclass(frozen=True, slots=True)
class InternalAudit:
    """An internal audit, planned (``held_to`` is ``None``) or held."""

    act: str
    audit: str
    auditors: tuple[str, ...]
    clauses: tuple[str, ...]
    sampled: tuple[str, ...]
    held_to: date | None


@dossier_kind("body")
@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Dossier):
    """The certification body: its legal entity, the zone its days are counted in, the people its founding named."""

    legal_entity: LegalEntity | None = None
    time_zone: str = "UTC"
    standards_in_use: tuple[str, ...] = ()
    founder: str | None = None
    first_authoriser: str | None = None
    retention_months: int = 0
    related: tuple[RelatedBody, ...] = ()
    threats: tuple[Threat, ...] = ()
    periods: ChoosePeriods = field(default_factory=ChoosePeriods)
    internal_audits: tuple[InternalAudit, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the body was founded."""
        return self.legal_entity is not None

    @property
    def title(self) -> str:
        """The body's legal name."""
        return self.legal_entity.name if self.legal_entity else self.id


@moves(Body, FoundBody)
def _founded(body: Body, act: FoundBody, entry: Entry) -> Body:
    return replace(
        body,
        legal_entity=act.legal_entity,
        time_zone=act.time_zone,
        standards_in_use=act.standards_in_use,
        founder=entry.actor,
        first_authoriser=act.first_authoriser,
        retention_months=act.retention_months,
    )


@moves(Body, RecordRelatedBody)
def _related_body_recorded(body: Body, act: RecordRelatedBody, entry: Entry) -> Body:
    told = RelatedBody(
        act.legal_name,
        act.control,
        frozenset(act.activities),
        frozenset(act.clients),
        frozenset(act.people),
        act.from_day,
        act.until_day,
    )
    kept = tuple(one for one in body.related if (one.name, one.from_day) != (told.name, told.from_day))
    return replace(body, related=(*kept, told))


@moves(Body, ChoosePeriods)
def _periods_chosen(body: Body, act: ChoosePeriods, entry: Entry) -> Body:
    return replace(body, periods=act)


@moves(Body, IdentifyThreat)
def _threat_identified(body: Body, act: IdentifyThreat, entry: Entry) -> Body:
    return replace(body, threats=(*body.threats, Threat(entry.id, act.client)))


@moves(Body, TreatThreat)
def _threat_treated(body: Body, act: TreatThreat, entry: Entry) -> Body:
    return replace(
        body,
        threats=tuple(
            replace(one, residual=act.residual, look_again_on=act.look_again_on) if one.act == act.threat else one
            for one in body.threats
        ),
    )


@moves(Body, PlanInternalAudit)
def _internal_audit_planned(body: Body, act: PlanInternalAudit, entry: Entry) -> Body:
    planned = InternalAudit(entry.id, act.audit, act.auditors, act.clauses, act.sampled, None)
    return replace(body, internal_audits=(*body.internal_audits, planned))


@moves(Body, RecordInternalAudit)
def _internal_audit_held(body: Body, act: RecordInternalAudit, entry: Entry) -> Body:
    held = InternalAudit(entry.id, act.audit, act.auditors, act.clauses, act.sampled, act.held_to)
    others = tuple(one for one in body.internal_audits if one.audit != act.audit or one.held_to is not None)
    return replace(body, internal_audits=(*others, held))
