"""What the certification body's own dossier says."""

from dataclasses import dataclass, replace

from certwright.core.acts.body import FoundBody, LegalEntity
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.entry import Entry

BODY = "body:self"
"""There is one body in a journal, and this is its dossier."""


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
